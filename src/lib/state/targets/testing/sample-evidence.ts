/** Small made-up evidence for tests: one city, its counties and their yearly numbers. */
import type { Activity, MeasureKind } from '#lib/model/index.ts';
import type { ReportedFact, TargetRow } from '#lib/queries/index.ts';
import { indexEvidence, type IndexedEvidence, type TargetCell } from '../evidence.ts';

export const CITY = '990100';

export const target = (part: Partial<TargetRow> = {}): TargetRow => ({
  target_id: 'T-1',
  region_code: CITY,
  owner: '某局',
  name_zh: '目标',
  name_en: 'Target',
  indicator: 'X',
  comparator: 'at_least',
  value: 80,
  unit: '%',
  scope: 'each_institution',
  due: '2025-12-31',
  test: '2025年第1季度起',
  data_status: 'synthetic',
  source_id: 's',
  locator: '',
  note: '基期2022年',
  ...part,
});

/** A value, or null for missing; with `qualifier` or `value_text` where given. */
type Value = number | null | Partial<TargetCell>;

const cellOf = (id: string, period: string, value: Value): TargetCell => ({
  institution_id: id,
  indicator: 'X',
  period,
  value: null,
  missing_reason: value === null ? 'not_reported' : null,
  value_text: null,
  qualifier: 'exact',
  numerator: null,
  denominator: null,
  denominator_kind: null,
  source_id: 's',
  locator: `f.csv!${id}`,
  note: null,
  ...(typeof value === 'number' ? { value } : value),
});

export interface SampleInput {
  /** Counties by name, each with its years. */
  readonly counties?: Readonly<Record<string, Readonly<Record<string, Value>>>>;
  /** The city's own institute. */
  readonly city?: Readonly<Record<string, Value>>;
  readonly kind?: MeasureKind;
  readonly activities?: readonly Partial<Activity>[];
  readonly facts?: readonly Partial<ReportedFact>[];
  readonly targets?: readonly TargetRow[];
}

export function sampleEvidence({
  counties = {},
  city,
  kind = 'ratio',
  activities = [],
  facts = [],
  targets = [target()],
}: SampleInput): IndexedEvidence {
  const units = [
    ...Object.entries(counties).map(([id, years]) => ({ id, years, level: 'county' as const })),
    ...(city ? [{ id: 'city', years: city, level: 'city' as const }] : []),
  ];
  return indexEvidence({
    layer: 'synthetic',
    targets,
    institutions: units.map(({ id, level }) => ({
      institution_id: id,
      level,
      region_code: level === 'city' ? CITY : `code-${id}`,
      city_code: CITY,
      province_code: '990000',
      valid_from: '2000-01-01',
      valid_to: null,
      name: { zh: id, en: id },
    })),
    cells: units.flatMap(({ id, years }) =>
      Object.entries(years).map(([period, value]) => cellOf(id, period, value)),
    ),
    facts: facts.map((fact) => ({
      region_code: CITY,
      indicator: 'X',
      entity: null,
      period: '2020',
      period_end: '2020-12-31',
      value: 1,
      value_text: null,
      unit: '%',
      qualifier: 'exact',
      measure_kind: 'stock',
      ...fact,
    })) as ReportedFact[],
    activities: activities.map((activity, i) => ({
      activity_id: `a${i}`,
      kind: 'training',
      region_code: CITY,
      institution_id: null,
      period: '2025-Q1',
      title_zh: '培训',
      title_en: 'Training',
      needs: null,
      status: 'done',
      planned_for: null,
      done_on: null,
      participants: null,
      data_status: 'synthetic',
      source_id: 's',
      locator: '',
      note: null,
      ...activity,
    })),
    breaks: [],
    indicators: [
      {
        indicator: 'X',
        name_zh: '指标',
        name_en: 'Indicator',
        unit_zh: '%',
        unit_en: '%',
        direction: 'higher_better',
        dimension: 'd',
        level: 'institution',
        measure_kind: kind,
        data_type: 'decimal',
        definition_zh: '',
        range_min: 0,
        range_max: 100,
        basis: '',
      },
    ],
    sources: [],
    regions: { [CITY]: { zh: '某市', en: 'City' } },
  });
}
