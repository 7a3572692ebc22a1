/**
 * An answer of the explore page as plain data and in words: what was refused, what each group came
 * to, what it rests on. Pure, so that the build prepares the first view with the same code.
 */
import { formatNumber, formatPlain, type Messages } from '#lib/i18n/index.ts';
import type { ExploreMessages } from '#lib/i18n/views/explore.ts';
import type { Locale, MeasureKind } from '#lib/model/index.ts';
import type { FactGroup, Labels, Measure } from '#lib/state/explore-facts.ts';
import type { ExploreView, Grouping } from '#lib/state/explore-view.ts';

export interface ExploreModel {
  readonly view: ExploreView;
  readonly groups: readonly FactGroup[];
  readonly labels: Labels;
}

export interface Wording {
  readonly model: ExploreModel;
  /** The chosen measures that the layer has, in the order chosen. */
  readonly measures: readonly Measure[];
  readonly locale: Locale;
  readonly m: Messages;
  readonly v: ExploreMessages;
}

export interface Cell {
  readonly value: number | null;
  readonly n: number;
  readonly missing: number;
  readonly hedged: number;
}

export interface AnswerRow {
  /** Tells the groups apart. */
  readonly id: string;
  readonly keys: readonly string[];
  /** One a measure; null where the group has no observation of it at all. */
  readonly cells: readonly (Cell | null)[];
}

export interface Answer {
  /** Why something was not computed, in whole sentences. */
  readonly refusals: readonly string[];
  readonly rows: readonly AnswerRow[];
  readonly decimals: readonly number[];
}

const NO_SUM: readonly MeasureKind[] = ['ratio', 'growth', 'rank', 'target', 'category', 'index'];

/** Why a measure is not computed in this way; null where it is. */
export function refusalOf(
  { name, kind }: Measure,
  { aggregate, by, period }: Pick<ExploreView, 'aggregate' | 'by' | 'period'>,
  locale: Locale,
  v: ExploreMessages,
): string | null {
  if (aggregate === 'sum' && NO_SUM.includes(kind))
    return v.refusal.noSum(name[locale], v.kind[kind]);
  if ((aggregate === 'mean' || aggregate === 'median') && kind === 'category')
    return v.refusal.noMean(name[locale], v.kind[kind]);
  if (aggregate === 'sum' && kind === 'stock' && period === null && !by.includes('period'))
    return v.refusal.stockYears(name[locale]);
  return null;
}

export function answerOf({ model, measures, locale, m, v }: Wording): Answer {
  const { view, groups, labels } = model;
  const refused = measures.map((measure) => refusalOf(measure, view, locale, v));
  const mixed = measures.map(({ code }) =>
    groups.some((group) => group.measure === code && group.units > 1),
  );
  const found = new Map<
    string,
    { keys: string[]; raw: (string | null)[]; cells: (Cell | null)[] }
  >();
  for (const group of groups) {
    const at = measures.findIndex(({ code }) => code === group.measure);
    if (at < 0) continue;
    const raw = [group.key1, group.key2].slice(0, view.by.length);
    const id = JSON.stringify(raw);
    const row = found.get(id) ?? {
      raw,
      keys: raw.map((key, i) => keyText(view.by[i], key, labels, locale, m, v)),
      cells: measures.map(() => null),
    };
    const { n, missing, hedged } = group;
    // Two units in one group make no number, but for counting.
    const sound = refused[at] === null && (group.units === 1 || view.aggregate === 'count');
    row.cells[at] = { value: sound ? group.value : null, n, missing, hedged };
    found.set(id, row);
  }
  const rows = [...found].map(([id, { keys, cells }]) => ({ id, keys, cells }));
  // Years in their order; else the highest first.
  const byTime = view.by.includes('period') || view.by.length === 0;
  if (!byTime)
    rows.sort((a, b) => (b.cells[0]?.value ?? -Infinity) - (a.cells[0]?.value ?? -Infinity) || 0);
  return {
    refusals: [
      ...refused.flatMap((text) => text ?? []),
      ...measures.flatMap(({ name }, i) =>
        mixed[i] && view.aggregate !== 'count' ? [v.refusal.units(name[locale])] : [],
      ),
    ],
    rows,
    decimals: measures.map((_, i) => decimalsOf(rows.map(({ cells }) => cells[i]?.value ?? null))),
  };
}

/** As many as any number of the column has, at most two. */
const decimalsOf = (values: readonly (number | null)[]): number =>
  values.reduce<number>(
    (most, value) =>
      value === null ? most : Math.max(most, (formatPlain(value).split('.')[1] ?? '').length),
    0,
  );

function keyText(
  grouping: Grouping | undefined,
  key: string | null,
  labels: Labels,
  locale: Locale,
  m: Messages,
  v: ExploreMessages,
): string {
  if (key === null) return v.none;
  switch (grouping) {
    case 'city':
    case 'region':
    case 'institution':
    case 'peer_group':
      return labels[grouping][key]?.[locale] ?? key;
    case 'level':
      return (m.level as Readonly<Record<string, string>>)[key] ?? key;
    default:
      return key;
  }
}

export const unitOf = (measure: Measure, { model, locale, v }: Wording): string =>
  model.view.aggregate === 'count' ? v.countUnit : measure.unit[locale];

/** A number with its unit, as a sentence has it. */
export function said(value: number, at: number, answer: Answer, words: Wording): string {
  const measure = words.measures[at];
  const unit = measure ? unitOf(measure, words) : '';
  const space = unit === '%' ? '' : ' ';
  return `${formatNumber(value, answer.decimals[at] ?? 0)}${space}${unit}`.trim();
}

export const nameOfRow = ({ keys }: AnswerRow, v: ExploreMessages): string =>
  keys.length === 0 ? v.all : keys.join(' · ');

/** Which group is highest and lowest in the first measure, and how much is missing. */
export function findingOf(answer: Answer, words: Wording): string {
  const { model, measures, locale, m, v } = words;
  const [measure] = measures;
  const known = answer.rows.flatMap((row) => {
    const value = row.cells[0]?.value ?? null;
    return value === null ? [] : [{ row, value }];
  });
  known.sort((a, b) => b.value - a.value);
  const [first, last] = [known[0], known[known.length - 1]];
  if (!measure || !first || !last)
    return (answer.refusals[0] ?? v.finding.none + m.finding.stop).trim();
  const name = measure.name[locale];
  const aggregate = v.aggregates[model.view.aggregate];
  const tell = (value: number) => said(value, 0, answer, words);
  const missing = answer.rows.reduce((sum, { cells }) => sum + (cells[0]?.missing ?? 0), 0);
  const parts =
    known.length === 1
      ? [v.finding.one(name, aggregate, tell(first.value))]
      : first.value === last.value
        ? [v.finding.same(name, aggregate, tell(first.value))]
        : [
            v.finding.highest(name, aggregate, nameOfRow(first.row, v), tell(first.value)),
            v.finding.lowest(nameOfRow(last.row, v), tell(last.value)),
          ];
  return (
    [...parts, ...(missing > 0 ? [v.finding.missing(missing)] : [])].join(m.finding.join) +
    m.finding.stop
  );
}

/** What must be known to read the answer. */
export function notesOf(answer: Answer, words: Wording, engine: 'duckdb' | 'typescript'): string[] {
  const { model, measures, v } = words;
  const averaged = model.view.aggregate === 'mean' || model.view.aggregate === 'median';
  return [
    v.notes.missing,
    ...(averaged && measures.some(({ kind }) => kind === 'ratio') ? [v.notes.unweighted] : []),
    ...(answer.rows.some(({ cells }) => cells.some((cell) => (cell?.hedged ?? 0) > 0))
      ? [v.notes.hedged]
      : []),
    ...(measures.some(({ scored }) => scored) ? [v.notes.engine.scored] : []),
    ...(measures.some(({ scored }) => !scored) ? [v.notes.engine[engine]] : []),
  ];
}
