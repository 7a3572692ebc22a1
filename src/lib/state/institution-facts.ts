/**
 * What is known of an institution besides its numbers, whatever the year and the scheme: former
 * names, breaks of series, targets set for it, what happened. Pure and serialisable.
 */
import type { Activity, LocalText, Region, SeriesBreak } from '#lib/model/index.ts';
import type { EventRow, SchemeObservation, TargetRow } from '#lib/queries/index.ts';
import type { InstitutionRow } from './dataset.ts';

/** A region that this one was made of. */
export interface FormerRegion {
  readonly code: string;
  readonly name: LocalText;
  /** Days on which code and name were valid first and last. */
  readonly from: string;
  readonly to: string | null;
}

export type TargetValue = Pick<SchemeObservation, 'value' | 'qualifier' | 'missing_reason'>;

/** A target that every institution has to meet by itself. */
export interface OwnTarget extends Pick<
  TargetRow,
  'target_id' | 'owner' | 'indicator' | 'comparator' | 'unit' | 'due'
> {
  readonly name: LocalText;
  readonly value: number;
  /** The institution's values, by year; a year that is not there has none. */
  readonly values: Readonly<Record<string, TargetValue>>;
}

export interface OwnBreak extends Pick<SeriesBreak, 'break_id' | 'indicator' | 'period' | 'kind'> {
  readonly text: LocalText;
}

export interface OwnEvent extends Pick<EventRow, 'event_id' | 'date'> {
  readonly text: LocalText;
}

export interface OwnActivity extends Pick<
  Activity,
  'activity_id' | 'kind' | 'period' | 'status' | 'region_code'
> {
  readonly title: LocalText;
}

export interface InstitutionFacts {
  /** Oldest first. */
  readonly former: readonly FormerRegion[];
  readonly breaks: readonly OwnBreak[];
  readonly targets: readonly OwnTarget[];
  /** Latest first, the last `LISTED` of all. */
  readonly events: readonly OwnEvent[];
  readonly eventCount: number;
  /** Of the institution, its region or its city; latest first, the last `LISTED` of all. */
  readonly activities: readonly OwnActivity[];
  readonly activityCount: number;
}

/** The tables of one layer that hold such facts. */
export interface FactTables {
  readonly regions: readonly Region[];
  readonly breaks: readonly SeriesBreak[];
  readonly targets: readonly TargetRow[];
  readonly events: readonly EventRow[];
  readonly activities: readonly Activity[];
  /** Yearly values of the indicators that the targets name. */
  readonly observations: readonly SchemeObservation[];
}

/** Events and activities listed on the page; their own pages have all of them. */
export const LISTED = 5;

const named = ({ name_zh, name_en }: { name_zh: string; name_en: string }): LocalText => ({
  zh: name_zh,
  en: name_en,
});

export function institutionFacts(
  tables: FactTables,
  institution: InstitutionRow,
): InstitutionFacts {
  const { institution_id, region_code, city_code } = institution;
  const isOwn = (row: { institution_id: string | null }) => row.institution_id === institution_id;
  const events = tables.events.filter(isOwn).reverse();
  const activities = tables.activities
    .filter(
      (row) =>
        isOwn(row) ||
        (row.institution_id === null &&
          (row.region_code === region_code || row.region_code === city_code)),
    )
    .reverse();
  return {
    former: formerRegions(tables.regions, region_code),
    breaks: tables.breaks
      .filter((row) => row.institution_id === null || isOwn(row))
      .map(({ break_id, indicator, period, kind, text_zh, text_en }) => ({
        break_id,
        indicator,
        period,
        kind,
        text: { zh: text_zh, en: text_en },
      })),
    targets: ownTargets(tables, institution),
    events: events.slice(0, LISTED).map(({ event_id, date, summary_zh, summary_en }) => ({
      event_id,
      date,
      text: { zh: summary_zh, en: summary_en },
    })),
    eventCount: events.length,
    activities: activities.slice(0, LISTED).map((row) => ({
      activity_id: row.activity_id,
      kind: row.kind,
      period: row.period,
      status: row.status,
      region_code: row.region_code,
      title: { zh: row.title_zh, en: row.title_en },
    })),
    activityCount: activities.length,
  };
}

/** The regions that became this one, and those that became them, oldest first. */
function formerRegions(regions: readonly Region[], code: string): FormerRegion[] {
  const found = new Map<string, FormerRegion>();
  const visit = (successor: string) => {
    for (const region of regions) {
      if (region.successor_code !== successor || found.has(region.region_code)) continue;
      found.set(region.region_code, {
        code: region.region_code,
        name: named(region),
        from: region.valid_from,
        to: region.valid_to,
      });
      visit(region.region_code);
    }
  };
  visit(code);
  return [...found.values()].sort((a, b) => ((a.to ?? '') < (b.to ?? '') ? -1 : 1));
}

/** Such targets are set for county institutions, by their region or one that it lies in. */
function ownTargets(
  { targets, observations }: FactTables,
  { institution_id, level, region_code, city_code, province_code }: InstitutionRow,
): OwnTarget[] {
  if (level !== 'county') return [];
  return targets.flatMap((row) => {
    const isHere = [region_code, city_code, province_code].includes(row.region_code);
    if (row.scope !== 'each_institution' || !isHere || row.value === null) return [];
    const { target_id, owner, indicator, comparator, value, unit, due } = row;
    const values = observations
      .filter((cell) => cell.institution_id === institution_id && cell.indicator === indicator)
      .map((cell): [string, TargetValue] => [
        cell.period,
        {
          value: cell.value,
          qualifier: cell.qualifier,
          missing_reason: cell.missing_reason,
        },
      ]);
    return [
      {
        target_id,
        owner,
        indicator,
        comparator,
        unit,
        due,
        name: named(row),
        value,
        values: Object.fromEntries(values),
      },
    ];
  });
}

export type TargetVerdict = 'met' | 'not_met' | 'no_data';

const HOLDS: Readonly<Record<string, (value: number, target: number) => boolean>> = {
  at_least: (value, target) => value >= target,
  more_than: (value, target) => value > target,
  at_most: (value, target) => value <= target,
  less_than: (value, target) => value < target,
  equal: (value, target) => value === target,
};

/** Whether the target is met in a year; a missing value meets nothing and fails nothing. */
export function targetVerdict(
  { comparator, value: target, values }: OwnTarget,
  period: string,
): TargetVerdict {
  const value = values[period]?.value ?? null;
  const holds = HOLDS[comparator];
  if (value === null || !holds) return 'no_data';
  return holds(value, target) ? 'met' : 'not_met';
}
