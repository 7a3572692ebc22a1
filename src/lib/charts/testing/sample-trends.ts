import type { TrendLinesInput, TrendSeries } from '../trend-lines-types.ts';

const PERIODS = ['2021', '2022', '2023', '2024', '2025'];

/** Repeatable values between 40 and 90. */
const valueOf = (unit: number, at: number) => 65 + 25 * Math.sin(unit * 1.7 + at * 0.6);

/** `coloured` institutions set off from `grey` others; the second one lacks a year. */
export function sampleTrends(
  coloured: number,
  grey = 0,
  change: Partial<TrendLinesInput> = {},
): TrendLinesInput {
  const series = Array.from({ length: coloured + grey }, (_, unit): TrendSeries => ({
    id: `u${unit}`,
    name: `${'甲乙丙丁戊己庚辛壬癸'[unit % 10]}${unit > 9 ? unit : ''}县`,
    colour: unit < coloured ? unit : null,
    points: PERIODS.map((_, at) =>
      unit === 1 && at === 2
        ? { value: null, text: '逾期未报' }
        : { value: valueOf(unit, at), text: `${valueOf(unit, at).toFixed(1)} 分` },
    ),
  }));
  const values = (at: number) =>
    series.flatMap(({ points }) => (points[at]!.value === null ? [] : [points[at]!.value]));
  return {
    locale: 'zh',
    periods: PERIODS,
    series,
    breaks: [],
    ranges: PERIODS.map((_, at) => {
      const [low, high] = [Math.min(...values(at)), Math.max(...values(at))];
      return values(at).length === 0 ? null : { low, high, text: (high - low).toFixed(1) };
    }),
    axis: { kind: 'value', limits: [0, 100] },
    ...change,
  };
}

/** The same institutions by place. */
export function samplePlaces(coloured: number, grey: number): TrendLinesInput {
  const { series, ...rest } = sampleTrends(coloured, grey);
  const places = PERIODS.map((_, at) =>
    [...series]
      .filter(({ points }) => points[at]!.value !== null)
      .sort((a, b) => b.points[at]!.value! - a.points[at]!.value!)
      .map(({ id }) => id),
  );
  return {
    ...rest,
    ranges: [],
    axis: { kind: 'rank', worst: coloured + grey },
    series: series.map((one) => ({
      ...one,
      points: one.points.map((point, at) => {
        const place = places[at]!.indexOf(one.id) + 1;
        return place === 0 ? point : { value: place, text: `第 ${place} 名` };
      }),
    })),
  };
}
