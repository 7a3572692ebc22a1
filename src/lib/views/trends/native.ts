/** The figures of the trends page as charts that slides draw themselves. */
import { PLAIN, seriesInk, type EditableChart } from '#lib/export/native.ts';
import type { Locale } from '#lib/model/index.ts';
import type { TrendsModel } from './model.ts';

/** The lines set off by a colour; none where every indicator has a panel of its own. */
export function trendsNative(model: TrendsModel, unit: string, locale: Locale): EditableChart[] {
  const { asRank, sort } = model.measure;
  const lines = model.lines.filter(({ colour }) => colour !== null);
  if (model.multiples || sort === 'class' || lines.length === 0) return [];
  const all = model.periods.map((_, i) => i);
  const ends = all.length > 1 ? [0, all.length - 1] : all;
  const shown = model.view.chart === 'slope' ? ends : all;
  return [
    {
      ...PLAIN,
      form: 'lines',
      categories: shown.map((i) => model.periods[i]!),
      series: lines.map(({ name, colour, points }) => ({
        name: name[locale],
        values: shown.map((i) => points[i]?.value ?? null),
        ink: seriesInk(colour ?? 0),
      })),
      unit,
      decimals: asRank ? 0 : 1,
      isRank: asRank,
    },
  ];
}

/** What is held at the end of each year. */
export const stockNative = (
  stock: NonNullable<TrendsModel['stock']>,
  unit: string,
  locale: Locale,
): EditableChart[] => [
  {
    ...PLAIN,
    form: 'columns',
    categories: stock.years.map(({ period }) => period),
    series: [
      {
        name: stock.stock.name[locale],
        values: stock.years.map((year) => year.stock),
        ink: 'accent',
      },
    ],
    unit,
    decimals: 0,
  },
];
