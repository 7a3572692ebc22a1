/**
 * The published statistics as the page of public data knows them: each fact with its names, its
 * printed words and its place in a document. Pure and serialisable; texts that many facts share
 * (documents, regions) are held once.
 */
import type {
  ConsistencyCheck,
  Indicator,
  LocalText,
  Observation,
  Region,
} from '#lib/model/index.ts';
import type { Source } from '#lib/model/index.ts';
import type { ReportedFact } from '#lib/queries/index.ts';

export interface PublishedFact extends Pick<
  Observation,
  | 'entity'
  | 'indicator'
  | 'period'
  | 'value'
  | 'missing_reason'
  | 'value_text'
  | 'qualifier'
  | 'measure_kind'
  | 'source_id'
  | 'region_code'
  | 'locator'
  | 'note'
> {
  readonly id: string;
  /** The number that the collection gave the fact: LN-004, P_012; empty where it has none. */
  readonly number: string;
  readonly name: LocalText;
  /** As the document has it, and in English. */
  readonly unit: LocalText;
  /** The heading of the document; for figures without one, that of their indicator. */
  readonly pillar: string;
  /** False where the document has no such heading and the indicator decides. */
  readonly pillarPrinted: boolean;
  readonly firstYear: number;
  readonly lastYear: number;
  /** Last day that the number covers. */
  readonly until: string;
}

export interface FactRegion extends Pick<Region, 'level'> {
  readonly name: LocalText;
  /** Code of the province it lies in (itself, for a province or the country). */
  readonly province: string;
}

export interface FactsData {
  /** In the order of the documents and, within one, of its text. */
  readonly facts: readonly PublishedFact[];
  /** By id: every document that a fact or check names. */
  readonly sources: Readonly<Record<string, Source>>;
  /** By code: every region that a fact names, and its province. */
  readonly regions: Readonly<Record<string, FactRegion>>;
  readonly checks: readonly ConsistencyCheck[];
}

export interface FactTables {
  readonly facts: readonly ReportedFact[];
  readonly indicators: readonly Indicator[];
  readonly regions: readonly Region[];
  readonly sources: readonly Source[];
  readonly checks: readonly ConsistencyCheck[];
}

/** Under which heading a figure belongs whose document has none, by dimension of its indicator. */
const PILLAR_OF_DIMENSION: Readonly<Record<string, string>> = {
  T1: '法制计量',
  T2: '科学计量',
  T3: '人才',
  T4: '产业计量',
  T5: '科研',
  T6: '法制计量',
};

/** LN-004 from F_LN_004, or from a note such as “原文指标“…”（LN-003）”. */
function numberOf({ indicator, note }: ReportedFact): string {
  const [, document, digits] = /^F_([A-Z]{2})_(\d{3})$/.exec(indicator) ?? [];
  if (document !== undefined && digits !== undefined) return `${document}-${digits}`;
  // A later figure of the same indicator has a number of its own, which its note tells.
  const noted = /(?:（|公开数字)([A-Z]{2}-\d{3}|P_\d{3})/.exec(note ?? '')?.[1];
  return noted ?? (/^P_\d{3}$/.test(indicator) ? indicator : '');
}

const yearOf = (day: string) => Number(day.slice(0, 4));

function provinceOf(code: string, regions: ReadonlyMap<string, Region>): string {
  let region = regions.get(code);
  while (region && region.level !== 'province' && region.level !== 'country') {
    const parent = region.parent_code === null ? undefined : regions.get(region.parent_code);
    if (!parent) break;
    region = parent;
  }
  return region?.region_code ?? code;
}

const named = ({ name_zh, name_en }: { name_zh: string; name_en: string }): LocalText => ({
  zh: name_zh,
  en: name_en,
});

/** Public figures come after the facts of the documents. */
const isFigure = (number: string) => !/^[A-Z]{2}-/.test(number);

/** Figures one by one, documents by the years they tell of; a document's facts stay together. */
function inOrder(facts: readonly PublishedFact[]): PublishedFact[] {
  const begins = new Map<string, number>();
  for (const { source_id, lastYear } of facts)
    begins.set(source_id, Math.max(begins.get(source_id) ?? 0, lastYear));
  const keys = (fact: PublishedFact): [number, number, string, string, string] => [
    Number(isFigure(fact.number)),
    isFigure(fact.number) ? 0 : (begins.get(fact.source_id) ?? 0),
    isFigure(fact.number) ? '' : fact.source_id,
    fact.number,
    fact.id,
  ];
  return facts
    .map((fact) => ({ fact, key: keys(fact) }))
    .sort((a, b) => {
      const i = a.key.findIndex((part, at) => part !== b.key[at]);
      const [x, y] = [a.key[i] ?? 0, b.key[i] ?? 0];
      return x < y ? -1 : x > y ? 1 : 0;
    })
    .map(({ fact }) => fact);
}

/** Joins the tables of the published layer. An unknown region keeps its code as its name. */
export function factsData(tables: FactTables): FactsData {
  const indicators = new Map(tables.indicators.map((row) => [row.indicator, row]));
  const regionRows = new Map(tables.regions.map((row) => [row.region_code, row]));
  const sourceRows = new Map(tables.sources.map((row) => [row.source_id, row]));

  const facts = tables.facts.map((row): PublishedFact => {
    const indicator = indicators.get(row.indicator);
    const dimension = indicator?.dimension ?? '';
    return {
      id: row.obs_id,
      number: numberOf(row),
      indicator: row.indicator,
      name: {
        zh: row.indicator_name_zh ?? row.indicator,
        en: row.indicator_name_en ?? row.indicator,
      },
      entity: row.entity,
      region_code: row.region_code,
      pillar: row.pillar ?? PILLAR_OF_DIMENSION[dimension] ?? dimension,
      pillarPrinted: row.pillar !== null,
      period: row.period,
      firstYear: yearOf(row.period_start),
      lastYear: yearOf(row.period_end),
      until: row.period_end,
      value: row.value,
      missing_reason: row.missing_reason,
      value_text: row.value_text,
      unit: { zh: row.unit, en: indicator?.unit_en ?? row.unit },
      qualifier: row.qualifier,
      measure_kind: row.measure_kind,
      source_id: row.source_id,
      locator: row.locator,
      note: row.note,
    };
  });

  const regions: Record<string, FactRegion> = {};
  for (const { region_code } of facts)
    for (const code of [region_code, provinceOf(region_code, regionRows)]) {
      const row = regionRows.get(code);
      regions[code] = {
        name: row ? named(row) : { zh: code, en: code },
        level: row?.level ?? 'county',
        province: provinceOf(code, regionRows),
      };
    }
  const cited = new Set([
    ...facts.map(({ source_id }) => source_id),
    ...tables.checks.flatMap(({ source_id }) => source_id ?? []),
  ]);
  const sources: Record<string, Source> = {};
  for (const id of cited) {
    const row = sourceRows.get(id);
    if (row) sources[id] = row;
  }
  return { facts: inOrder(facts), sources, regions, checks: tables.checks };
}
