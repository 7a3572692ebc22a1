/** The tables beside the trends, for ui/DataTable.svelte. */
import { formatNumber, formatPercent } from '#lib/i18n/index.ts';
import { nameList } from '#lib/i18n/names.ts';
import { institutionObservationId, type LocalText } from '#lib/model/index.ts';
import type { TableCell, TableColumn, TableRow } from '#lib/ui/data-table.ts';
import type { SeriesCut } from './breaks.ts';
import type { Line, TrendsModel } from './model.ts';
import type { Extreme, Stat } from './stats.ts';
import { changeText, numberText, pointText, signed, unitText, type Speech } from './words.ts';

export interface Table {
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  readonly notes: readonly string[];
}

/** In the header: what the numbers below are in. */
function headUnit({ measure }: TrendsModel, words: Speech): string {
  if (measure.sort === 'rank') return words.t.rankUnit;
  return measure.sort === 'class' ? words.t.classUnit : unitText(measure, words);
}

/** Marks of the breaks that stand before a year of an institution. */
const marksOf = (
  cuts: readonly (SeriesCut & { readonly number?: number })[],
  id: string,
  at: number,
  { t }: Speech,
): string[] =>
  cuts
    .filter((cut) => cut.at === at && (cut.institution === null || cut.institution === id))
    .map(({ number, kind }) => (number === undefined ? t.breakKind[kind] : t.breakMark(number)));

/** Of values as they were given, the name of the observation; places and scores are computed. */
const originAt = (
  { view, measure, periods }: TrendsModel,
  institution: string,
  at: number,
): Pick<TableCell, 'origin'> =>
  measure.from === 'indicator' && !measure.asRank
    ? { origin: observedAt(view, institution, measure.code, periods[at]) }
    : {};

const observedAt = (
  { layer }: TrendsModel['view'],
  institution: string,
  indicator: string,
  period = '',
): string => institutionObservationId(layer, institution, indicator, period);

/** Every institution and year, with the change on the year below. */
export function valueTable(
  model: TrendsModel,
  what: string,
  words: Speech,
  hrefOf: (id: string) => string,
): Table {
  const { periods, measure, lines, cuts, otherCuts } = model;
  const { locale, t } = words;
  const unit = headUnit(model, words);
  const numeric = measure.sort !== 'class';
  const cellOf = (line: Line, at: number): TableCell => {
    const point = line.points[at]!;
    const marks = [
      ...marksOf(cuts, line.id, at, words),
      ...marksOf(otherCuts, line.id, at, words),
    ].join(' ');
    if (point.value === null)
      return {
        text: pointText(point, measure, words),
        missing: true,
        sub: marks,
        ...(point.gap?.kind === 'missing' ? originAt(model, line.id, at) : {}),
      };
    const change = line.changes[at]!;
    const isFirst = change.kind === 'none' && change.why === 'first';
    const isClass = change.kind === 'none' && change.why === 'class';
    const sub =
      isFirst || isClass ? marks : `${changeText(change, measure, words)} ${marks}`.trim();
    return {
      text: pointText(point, measure, words, { bare: true }),
      sub,
      ...originAt(model, line.id, at),
    };
  };
  return {
    caption: t.table.values(what),
    columns: [
      { label: t.table.institution },
      ...periods.map((label) => ({ label, unit, numeric })),
      ...(periods.length > 1
        ? [{ label: t.table.whole(periods[0]!, periods[periods.length - 1]!), numeric }]
        : []),
    ],
    rows: lines.map((line) => ({
      id: line.id,
      cells: [
        {
          text: line.name[locale],
          href: hrefOf(line.id),
          ...(line.place ? { sub: line.place[locale] } : {}),
        },
        ...periods.map((_, at) => cellOf(line, at)),
        ...(periods.length > 1 ? [changeText(line.whole, measure, words, t.change.whyWhole)] : []),
      ],
    })),
    notes: [
      ...(periods.length > 1 ? [t.table.yoyRule[measure.sort]] : []),
      t.table.missingRule,
      t.table.order,
    ],
  };
}

/** Every indicator of those in colour; null but for small plots. */
export function multiplesTable(model: TrendsModel, what: string, words: Speech): Table | null {
  const { multiples, periods, lines, cuts } = model;
  const { locale, t } = words;
  if (!multiples) return null;
  const named = new Map(lines.map((line) => [line.id, line.name[locale]]));
  const isCommon = multiples.axis === 'common';
  return {
    caption: t.table.values(`${what}${t.legendBasis(t.axes[multiples.axis])}`),
    columns: [
      { label: t.indicators },
      { label: t.table.institution },
      ...periods.map((label) => ({ label, numeric: true })),
    ],
    rows: multiples.panels.flatMap((panel) => {
      const unit = panel.unit?.[locale] ?? '';
      const measure = isCommon
        ? ({ sort: 'score', unit: null } as const)
        : { sort: unit === '%' ? ('ratio' as const) : ('count' as const), unit: panel.unit };
      return panel.lines.map(({ id, points }) => ({
        // One institution has many rows here, so none stands for it.
        id: null,
        cells: [
          { text: panel.name[locale], sub: unitText(measure, words) },
          named.get(id) ?? id,
          ...points.map((point, at): TableCell => {
            const marks = marksOf(
              cuts.filter(({ id: cut }) => panel.cuts.some((own) => own.id === cut)),
              id,
              at,
              words,
            ).join(' ');
            return {
              text: pointText(point, measure, words, { bare: true }),
              missing: point.value === null,
              sub: marks,
              ...(isCommon || point.gap?.kind === 'absent'
                ? {}
                : { origin: observedAt(model.view, id, panel.column, periods[at]) }),
            };
          }),
        ],
      }));
    }),
    notes: [t.table.missingRule],
  };
}

type Names = ReadonlyMap<string, LocalText>;

function extremeCell(
  extreme: Extreme | null,
  { measure }: TrendsModel,
  names: Names,
  { locale, m }: Speech,
): TableCell {
  if (!extreme) return { text: '—' };
  const list = extreme.ids.flatMap((id) => names.get(id) ?? []);
  return { text: numberText(extreme.value, measure), sub: nameList(list, locale, m) };
}

/** The columns of sums and means that the kind of values allows. */
function statColumns(model: TrendsModel, words: Speech) {
  const { measure, lines } = model;
  const { t } = words;
  const unit = headUnit(model, words);
  const names: Names = new Map(lines.map(({ id, name }) => [id, name]));
  const number = (value: number | null) => (value === null ? '—' : numberText(value, measure));
  const count = (value: number) => formatNumber(value, 0);
  const columns: { column: TableColumn; cell: (stat: Stat) => TableCell | string }[] = [
    {
      column: { label: t.table.n, numeric: true },
      cell: ({ n, of }) => t.table.nOf(count(n), count(of)),
    },
  ];
  const add = (label: string, cell: (stat: Stat) => TableCell | string) =>
    columns.push({ column: { label, unit, numeric: true }, cell });
  if (measure.sort === 'count') add(t.table.total, ({ total }) => number(total));
  add(t.table.mean, ({ mean }) => number(mean));
  if (measure.sort === 'ratio')
    add(t.table.weighted, ({ weighted, n }) =>
      weighted === null
        ? '—'
        : {
            text: number(weighted.value),
            ...(weighted.n < n ? { sub: t.table.nOf(count(weighted.n), count(n)) } : {}),
          },
    );
  add(t.table.median, ({ median }) => number(median));
  add(t.table.low, ({ low }) => extremeCell(low, model, names, words));
  add(t.table.high, ({ high }) => extremeCell(high, model, names, words));
  columns.push({
    // Shares differ by percentage points.
    column: {
      label: t.table.spread,
      unit: measure.sort === 'ratio' ? t.change.pointsUnit : unit,
      numeric: true,
    },
    cell: ({ spread }) => number(spread),
  });
  columns.push({
    column: { label: t.table.yoy, numeric: true },
    cell: ({ change }) =>
      change === null
        ? '—'
        : {
            text: changeText(change.change, measure, words),
            ...(change.n > 0 ? { sub: t.table.likeForLike(count(change.n)) } : {}),
          },
  });
  return columns;
}

/** Places and classes have neither sums nor means. */
export const hasStats = ({ measure, view }: TrendsModel): boolean =>
  measure.sort !== 'rank' && measure.sort !== 'class' && view.chart !== 'multiples';

export function statTable(model: TrendsModel, words: Speech): Table {
  const columns = statColumns(model, words);
  const { t } = words;
  const { measure, stats } = model;
  const by = stats.map(({ weightedBy }) => weightedBy).find((one) => one !== '');
  return {
    caption: t.table.stats,
    columns: [{ label: t.table.year }, ...columns.map(({ column }) => column)],
    rows: model.periods.map((period, at) => ({
      id: null,
      cells: [period, ...columns.map(({ cell }) => cell(stats[at]!))],
    })),
    notes: [
      t.table.meanRule,
      ...(measure.sort === 'count' ? [t.table.totalRule(t.table.n)] : []),
      ...(measure.sort === 'ratio'
        ? [t.table.weightedRule(by ?? t.table.weightedUnknown)]
        : measure.sort === 'score'
          ? [t.table.scoreRule]
          : []),
      ...(model.periods.length > 1 ? [t.table.yoyLikeRule] : []),
    ],
  };
}

/** null where there is one city or none to compare. */
export function cityTable(model: TrendsModel, words: Speech): Table | null {
  const { cities, periods } = model;
  if (cities.length < 2 || model.view.level === 'city') return null;
  const columns = statColumns(model, words);
  return {
    caption: words.t.table.cities(periods[periods.length - 1] ?? ''),
    columns: [{ label: words.t.table.city }, ...columns.map(({ column }) => column)],
    rows: cities.map(({ name, stat }) => ({
      id: null,
      cells: [name[words.locale], ...columns.map(({ cell }) => cell(stat))],
    })),
    notes: [],
  };
}

/** Those in colour by both bases, and the difference; null where values know no basis. */
export function basesTable(model: TrendsModel, words: Speech): Table | null {
  const { basis, lines, periods, editions, measure } = model;
  const { t, locale } = words;
  const shown = lines.filter(({ colour }) => colour !== null);
  if (basis === null || model.view.chart === 'multiples' || shown.length === 0) return null;
  const decimals = measure.sort === 'rank' ? 0 : 1;
  const cellOf = (line: Line, at: number): TableCell => {
    const [ours, other] = [line.points[at]!, line.other[at]!];
    const [current, published] = basis === 'current' ? [ours, other] : [other, ours];
    const text = (point: typeof ours) => pointText(point, measure, words, { bare: true });
    if (current.value === null || published.value === null)
      return {
        text: t.both.cannot,
        sub: t.both.cell(text(current), text(published)),
      };
    // The difference of what is shown, so that it can be checked by eye.
    const round = (value: number) => Number(value.toFixed(decimals));
    return {
      text: signed(round(current.value) - round(published.value), decimals),
      sub: t.both.cell(text(current), text(published)),
    };
  };
  return {
    caption: t.both.caption,
    columns: [
      { label: t.table.institution },
      ...periods.map((label) => ({ label, unit: headUnit(model, words), numeric: true })),
    ],
    rows: [
      ...shown.map((line) => ({
        id: line.id,
        cells: [line.name[locale], ...periods.map((_, at) => cellOf(line, at))],
      })),
      {
        id: null,
        cells: [
          t.both.edition,
          ...editions.map((one) =>
            one ? t.both.editionOf(one.edition, one.version) : t.both.none,
          ),
        ],
      },
    ],
    notes: [t.both.rule],
  };
}

/** What is held and what is new, by year. */
export function stockTable(model: TrendsModel, words: Speech): Table | null {
  const { stock } = model;
  if (!stock) return null;
  const { t, locale } = words;
  const unit = stock.stock.unit[locale];
  const measure = { sort: 'count', unit: stock.stock.unit } as const;
  const cell = (
    value: number | null,
    point: Line['points'][number] | undefined,
    code: string,
    period: string,
  ): TableCell => {
    const from =
      stock.institution === null || point?.gap?.kind === 'absent'
        ? {}
        : { origin: observedAt(model.view, stock.institution, code, period) };
    if (value === null)
      return {
        text: point ? pointText(point, measure, words) : t.stock.missing,
        missing: true,
        ...from,
      };
    return {
      text: point ? pointText(point, measure, words, { bare: true }) : numberText(value, measure),
      ...from,
    };
  };
  return {
    caption: t.stock.caption,
    columns: [
      { label: t.table.year },
      { label: t.stock.stockColumn, unit, numeric: true },
      { label: t.stock.addedColumn, unit, numeric: true },
      { label: t.stock.share, unit: '%', numeric: true },
      ...(stock.institution === null ? [{ label: t.stock.counts, numeric: true }] : []),
    ],
    rows: stock.years.map(({ period, stock: held, added, points, n, of }) => ({
      id: null,
      cells: [
        period,
        cell(held, points?.stock, stock.stock.code, period),
        cell(added, points?.added, stock.added.code, period),
        held === null || added === null || held === 0
          ? '—'
          : formatPercent(added / held, 1).replace('%', ''),
        ...(stock.institution === null
          ? [t.table.nOf(formatNumber(n, 0), formatNumber(of, 0))]
          : []),
      ],
    })),
    notes: [stock.institution === null ? t.stock.rule : t.stock.ruleOne],
  };
}
