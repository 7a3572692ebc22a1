/** The trends as table files: one line an institution and year, numbers in full precision. */
import type { Sheet } from '#lib/export/index.ts';
import type { TrendsModel } from './model.ts';
import type { StockModel } from './stock.ts';
import { changeText, gapText, pointText, unitText, type Speech } from './words.ts';

type Cell = Sheet['rows'][number][number];

export function trendsSheet(model: TrendsModel, what: string, words: Speech): Sheet {
  if (model.multiples) return multiplesSheet(model, words);
  const { t, locale } = words;
  const { lines, periods, measure, basis, editions, cuts, otherCuts } = model;
  const unit = measure.sort === 'rank' ? t.rankUnit : unitText(measure, words);
  const s = t.sheet;
  return {
    columns: [
      ...[s.id, s.institution, s.city, s.year, s.what, s.basis, s.unit],
      ...[s.value, s.shown, s.qualifier, s.gap],
      ...[s.change, s.percent, s.changeWords],
      ...(basis === null ? [] : [s.other, s.difference, s.edition, s.version]),
      s.cut,
    ],
    rows: lines.flatMap((line) =>
      periods.map((period, at): Cell[] => {
        const point = line.points[at]!;
        const change = line.changes[at]!;
        const other = line.other[at]?.value ?? null;
        const [current, published] =
          basis === 'current' ? [point.value, other] : [other, point.value];
        const marks = [...cuts, ...otherCuts].filter(
          (cut) => cut.at === at && (cut.institution === null || cut.institution === line.id),
        );
        return [
          line.id,
          line.institution[locale],
          line.place?.[locale] ?? null,
          period,
          what,
          basis === null ? s.raw : t.basesShort[basis],
          unit,
          point.value,
          point.value === null ? null : pointText(point, measure, words, { bare: true }),
          point.value === null ? null : point.qualifier,
          point.gap ? gapText(point.gap, words) : null,
          change.kind === 'none' ? null : change.amount,
          change.kind === 'count' ? change.percent : null,
          changeText(change, measure, words),
          ...(basis === null
            ? []
            : [
                other,
                current === null || published === null ? null : current - published,
                editions[at]?.edition ?? null,
                editions[at]?.version ?? null,
              ]),
          marks.map(({ kind, text }) => `${t.breakKind[kind]} ${text[locale]}`).join(' ') || null,
        ];
      }),
    ),
  };
}

function multiplesSheet(model: TrendsModel, words: Speech): Sheet {
  const { t, locale } = words;
  const { periods, lines } = model;
  const { panels, axis } = model.multiples!;
  const s = t.sheet;
  const named = new Map(lines.map((line) => [line.id, line]));
  return {
    columns: [s.what, s.id, s.institution, s.year, s.basis, s.unit, s.value, s.qualifier, s.gap],
    rows: panels.flatMap((panel) =>
      panel.lines.flatMap(({ id, points }) =>
        points.map((point, at): Cell[] => [
          panel.name[locale],
          id,
          named.get(id)?.institution[locale] ?? null,
          periods[at]!,
          t.axes[axis],
          axis === 'common' ? t.points : (panel.unit?.[locale] ?? null),
          point.value,
          point.value === null ? null : point.qualifier,
          point.gap ? gapText(point.gap, words) : null,
        ]),
      ),
    ),
  };
}

export function stockSheet({ stock, added, years }: StockModel, { t, locale }: Speech): Sheet {
  const s = t.sheet;
  return {
    columns: [s.year, `${s.stock} ${stock.code}`, `${s.added} ${added.code}`, s.unit, s.n, s.of],
    rows: years.map(({ period, stock: held, added: fresh, n, of }) => [
      period,
      held,
      fresh,
      stock.unit[locale],
      n,
      of,
    ]),
  };
}
