/**
 * The work programme as plain data: what was to happen when and where, whether it did, and what is
 * overdue on the day the edition was closed. Pure; the clock has no say.
 */
import { ACTIVITY_KINDS } from '#lib/model/index.ts';
import type { Activity, ActivityKind, LocalText } from '#lib/model/index.ts';
import {
  evaluateTarget,
  quarterEnd,
  quartersUntil,
  type Evaluation,
  type IndexedEvidence,
} from '#lib/state/targets/index.ts';
import type { ProgrammeView } from '#lib/state/programme-view.ts';

/** A status, and for what is still open whether its day has passed. */
export type State = Activity['status'] | 'planned_overdue' | 'collecting_overdue';

export interface Entry {
  readonly activity: Activity;
  readonly state: State;
  readonly city: LocalText;
  /** The county it is for; null for the whole city. */
  readonly county: LocalText | null;
}

export interface SummaryLine {
  /** Null for the total. */
  readonly kind: ActivityKind | null;
  readonly all: number;
  /** Needs that were counted; null where none were. */
  readonly needs: number | null;
  readonly uncounted: number;
  /** With a day on the plan, whatever came of it. */
  readonly planned: number;
  readonly done: number;
  readonly open: number;
  readonly collecting: number;
  readonly notDone: number;
  readonly overdue: number;
}

export interface MatrixLine {
  readonly id: string;
  /** A kind, a county, or a whole city. */
  readonly row:
    { readonly kind: ActivityKind } | { readonly name: LocalText; readonly whole: boolean };
  /** Parallel to the quarters; null where nothing was to happen. */
  readonly cells: readonly (Readonly<Partial<Record<State, number>>> | null)[];
}

export interface ProgrammeModel {
  readonly view: ProgrammeView;
  readonly cutoff: string;
  readonly quarters: readonly string[];
  readonly entries: readonly Entry[];
  readonly all: number;
  readonly summary: readonly SummaryLine[];
  readonly matrix: readonly MatrixLine[];
  readonly overdue: readonly Entry[];
  /** Training every quarter, city by city; never filtered by year, kind or status. */
  readonly checks: readonly { readonly city: LocalText; readonly evaluation: Evaluation }[];
}

/** Past its day, or its quarter where no day is set, on the day the edition was closed. */
export function stateOf({ status, planned_for, period }: Activity, cutoff: string): State {
  if (status === 'planned')
    return (planned_for ?? quarterEnd(period)) < cutoff ? 'planned_overdue' : 'planned';
  if (status === 'collecting')
    return quarterEnd(period) <= cutoff ? 'collecting_overdue' : 'collecting';
  return status;
}

const isOverdue = ({ state }: Entry): boolean =>
  state === 'planned_overdue' || state === 'collecting_overdue';

export function programmeModel(
  evidence: IndexedEvidence,
  view: ProgrammeView,
  cutoff: string,
): ProgrammeModel {
  const names = new Map(evidence.institutions.map((one) => [one.institution_id, one.name]));
  const regionName = (code: string): LocalText => evidence.regions[code] ?? { zh: code, en: code };
  const everything = evidence.activities.map((activity): Entry => {
    const { institution_id: id, region_code } = activity;
    return {
      activity,
      state: stateOf(activity, cutoff),
      city: regionName(region_code),
      county: id === null ? null : (names.get(id) ?? { zh: id, en: id }),
    };
  });
  const entries = everything.filter((entry) => wanted(entry, view));
  return {
    view,
    cutoff,
    quarters: quartersOf(everything, view),
    entries,
    all: everything.length,
    summary: summaryOf(entries),
    matrix: matrixOf(entries, quartersOf(everything, view), view),
    overdue: entries.filter(isOverdue),
    checks: evidence.targets
      .filter(
        ({ scope, region_code }) =>
          scope === 'each_quarter' && (view.city === null || region_code === view.city),
      )
      .map((target) => ({
        city: regionName(target.region_code),
        evaluation: evaluateTarget(target, evidence, {
          period: cutoff.slice(0, 4),
          day: cutoff,
        }),
      })),
  };
}

const wanted = (entry: Entry, { city, year, kind, status }: ProgrammeView): boolean => {
  const { activity } = entry;
  return (
    (city === null || activity.region_code === city) &&
    (year === null || activity.period.startsWith(year)) &&
    (kind === null || activity.kind === kind) &&
    (status === null || (status === 'overdue' ? isOverdue(entry) : activity.status === status))
  );
};

/** Every quarter from the first to the last of the programme, also those without any entry. */
function quartersOf(entries: readonly Entry[], { year }: ProgrammeView): string[] {
  const periods = entries.map(({ activity }) => activity.period).sort();
  const [first, last] = [periods[0], periods[periods.length - 1]];
  if (first === undefined || last === undefined) return [];
  return quartersUntil(first, quarterEnd(last)).filter(
    (quarter) => year === null || quarter.startsWith(year),
  );
}

function lineOf(kind: ActivityKind | null, entries: readonly Entry[]): SummaryLine {
  const has = (status: Activity['status']) =>
    entries.filter(({ activity }) => activity.status === status).length;
  const counted = entries.flatMap(({ activity }) => activity.needs ?? []);
  return {
    kind,
    all: entries.length,
    needs: counted.length > 0 ? counted.reduce((sum, needs) => sum + needs, 0) : null,
    uncounted: entries.length - counted.length,
    planned: entries.filter(({ activity }) => activity.planned_for !== null).length,
    done: has('done'),
    open: has('planned'),
    collecting: has('collecting'),
    notDone: has('not_done'),
    overdue: entries.filter(isOverdue).length,
  };
}

function summaryOf(entries: readonly Entry[]): SummaryLine[] {
  const lines = ACTIVITY_KINDS.flatMap((kind) => {
    const own = entries.filter(({ activity }) => activity.kind === kind);
    return own.length > 0 ? [lineOf(kind, own)] : [];
  });
  return lines.length > 1 ? [...lines, lineOf(null, entries)] : lines;
}

function matrixOf(
  entries: readonly Entry[],
  quarters: readonly string[],
  { rows }: ProgrammeView,
): MatrixLine[] {
  const groups = new Map<string, { row: MatrixLine['row']; own: Entry[] }>();
  const sorted = rows === 'kind' ? byKind(entries) : byPlace(entries);
  for (const entry of sorted) {
    const { activity, city, county } = entry;
    const [id, row]: [string, MatrixLine['row']] =
      rows === 'kind'
        ? [activity.kind, { kind: activity.kind }]
        : activity.institution_id === null
          ? [activity.region_code, { name: city, whole: true }]
          : [activity.institution_id, { name: county ?? city, whole: false }];
    const group = groups.get(id) ?? { row, own: [] };
    group.own.push(entry);
    groups.set(id, group);
  }
  return [...groups].map(([id, { row, own }]) => ({
    id,
    row,
    cells: quarters.map((quarter) => countStates(own, quarter)),
  }));
}

const byKind = (entries: readonly Entry[]): Entry[] =>
  ACTIVITY_KINDS.flatMap((kind) => entries.filter(({ activity }) => activity.kind === kind));

/** City after city: first what is for all of it, then its counties in the order of their ids. */
const byPlace = (entries: readonly Entry[]): Entry[] => {
  const key = ({ activity: { region_code, institution_id } }: Entry) =>
    `${region_code} ${institution_id ?? ''}`;
  return [...entries].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
};

function countStates(
  entries: readonly Entry[],
  quarter: string,
): Readonly<Partial<Record<State, number>>> | null {
  const own = entries.filter(({ activity }) => activity.period === quarter);
  if (own.length === 0) return null;
  const counts: Partial<Record<State, number>> = {};
  for (const { state } of own) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}
