/** The comparison as a chart that slides draw themselves; a radar as the bars it is made of. */
import type { ComparisonInput } from '#lib/charts/index.ts';
import { PLAIN, seriesInk, type EditableChart } from '#lib/export/native.ts';
import type { Messages } from '#lib/i18n/index.ts';

/** Whose score is missing stands in the name of the dimension: an absent bar could be a zero. */
export function compareNative(
  { axes, series, unit, decimals, max }: ComparisonInput,
  m: Messages,
): EditableChart[] {
  if (axes.length === 0 || series.length === 0) return [];
  const categories = axes.map(({ name }, i) => {
    const without = series.filter(({ values }) => values[i] == null).map((one) => one.name);
    if (without.length === 0) return name;
    return m.ranking.withUnit(name, `${m.finding.list(without)} ${m.ranking.missing}`);
  });
  return [
    {
      ...PLAIN,
      form: 'bars',
      categories,
      series: series.map(({ name, isReference, values }, i) => ({
        name,
        values: axes.map((_, at) => values[at] ?? null),
        ink: isReference ? 'grey' : seriesInk(i),
      })),
      unit,
      decimals,
      max,
    },
  ];
}
