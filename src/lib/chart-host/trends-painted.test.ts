import {
  bumpChart,
  slopeChart,
  smallMultiplesChart,
  stockBarsChart,
  trendLinesChart,
  TOKENS,
  THEME_NAMES,
  type Chart,
  type ThemeName,
  type TrendLinesInput,
} from '#lib/charts/index.ts';
import { MARKUP_PAYLOADS } from '#lib/charts/testing/payloads.ts';
import { samplePlaces, sampleTrends } from '#lib/charts/testing/sample-trends.ts';
import { describe, expect, it } from 'vitest';
import { renderSvg } from './render-svg.ts';
import { overlapsOf, strangersOf, tagsOf, textsOf } from './testing/svg-reader.ts';

function paint(
  chart: Chart,
  width: number,
  theme: ThemeName = 'light',
  height: number | null = null,
  highlight: string | null = null,
) {
  const drawn = chart.draw(theme, { width, height }, highlight);
  const svg = renderSvg(drawn.option, {
    width: drawn.width,
    height: drawn.height,
    locale: chart.locale,
    theme,
    title: '图',
    description: chart.summary('图'),
  });
  return { svg, drawn, texts: textsOf(svg) };
}

const withBreaks = (input: TrendLinesInput): TrendLinesInput => ({
  ...input,
  breaks: [
    { number: 1, at: 2, ids: null },
    { number: 2, at: 2, ids: ['u0'] },
    { number: 3, at: 4, ids: ['u0'] },
  ],
});
const slope = (coloured: number, grey: number): TrendLinesInput => {
  const input = sampleTrends(coloured, grey);
  return {
    ...input,
    periods: ['2021', '2025'],
    ranges: [],
    series: input.series.map((one) => ({ ...one, points: [one.points[0]!, one.points[4]!] })),
  };
};
const multiples = (panels: number, series: number, ends: [number, number] | null = null) => ({
  locale: 'zh' as const,
  periods: ['2021', '2022', '2023', '2024', '2025'],
  panels: Array.from({ length: panels }, (_, i) => ({
    id: `p${i}`,
    title: i === 0 ? '帮助企业解决问题数与培训企业人员数' : `指标${i}`,
    axisText: '自有轴 12–40 项',
    ends,
    series: sampleTrends(series).series,
    reference: [50, 51, 52, 53, 54],
    breaks: i === 1 ? [{ number: 1, at: 2, ids: null }] : [],
  })),
});
const stock = stockBarsChart({
  locale: 'zh',
  years: [
    { period: '2021', stock: 40, added: 3, text: '存量 40 项，新建 3 项' },
    { period: '2022', stock: 42, added: null, text: '存量 42 项，新建缺' },
    { period: '2023', stock: null, added: null, text: '缺（未报送）' },
    { period: '2024', stock: 51, added: 0, text: '存量 51 项，新建 0 项' },
  ],
});

const CHARTS: readonly [string, Chart][] = [
  ['lines', trendLinesChart(withBreaks(sampleTrends(7, 20)))],
  ['one line', trendLinesChart(sampleTrends(1))],
  ['places', bumpChart(samplePlaces(5, 28))],
  ['slope', slopeChart(slope(7, 20))],
  ['multiples of one', smallMultiplesChart(multiples(15, 1))],
  ['multiples of three', smallMultiplesChart(multiples(4, 3, [0, 100]))],
  ['stock', stock],
];

describe.each(CHARTS)('%s', (_name, chart) => {
  describe.each([320, 600, 1200])('%i pixels wide', (width) => {
    const { texts, drawn } = paint(chart, width);

    it('lets no two labels touch, and none leave the picture', () => {
      expect(overlapsOf(texts)).toEqual([]);
      expect(
        texts.filter(
          ({ left, right, top, bottom }) =>
            left < -1 || right > width + 1 || top < -1 || bottom > drawn.height + 1,
        ),
      ).toEqual([]);
    });

    it('gives labels at least 12 pixels', () => {
      expect(texts.length).toBeGreaterThan(3);
      expect(Math.min(...texts.map(({ size }) => size))).toBeGreaterThanOrEqual(12);
    });
  });

  it('is drawn in every theme, the same each time', () => {
    for (const theme of THEME_NAMES) {
      const { svg } = paint(chart, 600, theme);
      expect(svg).toBe(paint(chart, 600, theme).svg);
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
      expect(strangersOf(svg)).toEqual([]);
    }
  });

  it('grows rather than squeeze into too little height', () => {
    const { drawn } = paint(chart, 600, 'light', 60);
    expect(drawn.fits).toBe(false);
    expect(drawn.height).toBeGreaterThan(60);
  });

  it('puts the cursor on marks that are there', () => {
    const series = chart.draw('light', { width: 600, height: null }).option.series;
    const list = Array.isArray(series) ? series : [];
    expect(chart.stops.length).toBeGreaterThan(0);
    for (const { mark } of chart.stops) {
      const data = list[mark!.series]?.data as readonly unknown[];
      expect(data[mark!.item]).toBeDefined();
    }
  });
});

describe('lines over years', () => {
  const single = (chart: Chart, width = 900) => paint(chart, width).texts.map(({ text }) => text);

  it('are named at their ends with the last value, and the gap of a year says who lacks it', () => {
    const texts = single(trendLinesChart(sampleTrends(3)));
    expect(texts).toEqual(expect.arrayContaining(['2021', '2025', '缺 乙县']));
    for (const { name, points } of sampleTrends(3).series)
      expect(texts.map((text) => text.slice(2))).toContain(`${name} ${points[4]!.text}`);
  });

  it('draw no line to or through a missing year, and none at zero', () => {
    const { option } = trendLinesChart(sampleTrends(2)).draw('light', { width: 600, height: null });
    const series = (Array.isArray(option.series) ? option.series : []) as {
      type: string;
      data: (unknown[] | null)[];
    }[];
    const drawn = series
      .filter(({ type }) => type === 'line')
      .flatMap(({ data }) => data)
      .filter((point): point is [number, number] => Array.isArray(point) && point.length === 2);
    expect(drawn.filter(([, value]) => value === 0)).toEqual([]);
    expect(series[1]?.data[2]).toEqual([2, '-']);
  });

  it('cross a break dashed only, with the number of its note', () => {
    const dashes = (chart: Chart) =>
      (paint(chart, 600).svg.match(/stroke-dasharray/g) ?? []).length;
    const plain = sampleTrends(2);
    expect(dashes(trendLinesChart(plain))).toBe(0);
    const broken = trendLinesChart(withBreaks(plain));
    // The one vertical stroke of all breaks, and the line of the one that has both years.
    expect(dashes(broken)).toBe(2);
    expect(single(broken)).toEqual(expect.arrayContaining(['[1][2]', '[3]']));
    expect(broken.notes.join('')).toContain('不可直接比较');
  });

  it('say when the axis does not start at zero, and only then', () => {
    const high = sampleTrends(2);
    expect(trendLinesChart(high).notes.join('')).toContain('纵轴不从零起，从');
    const low = {
      ...high,
      ranges: [],
      series: high.series.map((one) => ({
        ...one,
        points: one.points.map(({ text }, at) => ({ value: at * 20 + 1, text })),
      })),
    };
    expect(trendLinesChart(low).notes.join('')).not.toContain('纵轴');
  });

  it('lead no label to a year without values', () => {
    const input = sampleTrends(3);
    const faint = (series: TrendLinesInput['series']) =>
      paint(trendLinesChart({ ...input, series }), 600).svg.match(/stroke-opacity="0\.6"/g) ?? [];
    const close = input.series.map((one, i) => ({
      ...one,
      points: one.points.map((point) => ({ ...point, value: 60 + i })),
    }));
    const without = close.map((one) => ({
      ...one,
      points: one.points.map((point, at) => (at === 4 ? { value: null, text: '缺' } : point)),
    }));
    expect(faint(close).length).toBeGreaterThan(0);
    expect(faint(without)).toEqual([]);
  });

  it('give name and value in several lines where there is no room for one', () => {
    const input = sampleTrends(2, 0, { locale: 'en' });
    const series = input.series.map((one, i) => ({
      ...one,
      name: `${i === 0 ? 'Jia' : 'Geng'} County (fictional)`,
      points: one.points.map((point) => ({ ...point, text: '86.8 points' })),
    }));
    const written = single(trendLinesChart({ ...input, series }), 288).join(' ');
    for (const word of ['Jia County', 'Geng County', '(fictional)'])
      expect(written).toContain(word);
    expect(written.match(/86\.8/g)).toHaveLength(2);
    expect(written).not.toContain('…');
  });

  it('set one off from the others', () => {
    const chart = trendLinesChart(sampleTrends(3, 5));
    expect(paint(chart, 600, 'light', null, 'u0').svg).not.toBe(paint(chart, 600).svg);
    expect(paint(chart, 600, 'light', null, 'u6').svg).not.toBe(paint(chart, 600).svg);
  });

  it('have words for nothing', () => {
    const nothing = sampleTrends(1);
    const empty = trendLinesChart({
      ...nothing,
      ranges: [],
      series: nothing.series.map((one) => ({
        ...one,
        points: one.points.map(() => ({ value: null, text: '未报送' })),
      })),
    });
    expect(single(empty)).toEqual(['没有可显示的数值']);
    expect(empty.summary('图')).toContain('没有可显示的数值');
  });

  it('show one year as points', () => {
    const input = sampleTrends(3);
    const one = {
      ...input,
      periods: ['2025'],
      ranges: [],
      series: input.series.map((series) => ({ ...series, points: [series.points[4]!] })),
    };
    expect(single(trendLinesChart(one))).toEqual(
      expect.arrayContaining([
        '2025',
        ...one.series.map(({ name, points }, i) => `${'●■▲'[i]} ${name} ${points[0]!.text}`),
      ]),
    );
  });

  it('speak every value, in both languages', () => {
    const chart = trendLinesChart(sampleTrends(2));
    expect(chart.stops).toHaveLength(10);
    expect(chart.stops[7]).toEqual({
      id: 'u1',
      sentence: '乙县，2023 年，缺（逾期未报）。',
      mark: { series: 1, item: 2 },
    });
    const english = trendLinesChart({ ...sampleTrends(2), locale: 'en' });
    expect(english.stops[7]?.sentence).toBe('乙县, 2023, missing (逾期未报).');
    expect(english.summary('T')).toMatch(/^T\. Line chart, 2 institutions, 2021–2025\. /);
  });
});

describe('places', () => {
  it('have the first at the top', () => {
    const texts = paint(bumpChart(samplePlaces(3, 10)), 600).texts;
    const place = (text: string) => texts.find((one) => one.text === text)!;
    expect(place('1').top).toBeLessThan(place('10').top);
  });
});

describe('small multiples', () => {
  it('state the axis of every panel', () => {
    const { texts } = paint(smallMultiplesChart(multiples(6, 2)), 900);
    expect(texts.filter(({ text }) => text.startsWith('自有轴'))).toHaveLength(6);
    expect(texts.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['●', '甲县', '■', '乙县']),
    );
  });
});

describe('small multiples of a common scale', () => {
  const input = multiples(15, 3, [0, 100]);
  const panels = input.panels.map((panel) => ({
    ...panel,
    series: panel.series.map((one) => ({
      ...one,
      points: one.points.map((point) => ({ ...point, text: '100.0 points' })),
    })),
  }));
  const chart = smallMultiplesChart({ ...input, panels });

  it('have the last value of everybody, however long its words', () => {
    const { texts } = paint(chart, 704);
    expect(texts.filter(({ text }) => text === '100.0 points')).toHaveLength(45);
  });

  it('move together where they would be higher than the sheet', () => {
    const natural = paint(chart, 656).drawn.height;
    const { drawn, texts } = paint(chart, 656, 'light', 820);
    expect(natural).toBeGreaterThan(820);
    expect(drawn.fits).toBe(true);
    expect(drawn.height).toBeLessThanOrEqual(820);
    expect(overlapsOf(texts)).toEqual([]);
  });
});

describe('columns of what is held', () => {
  it('start at zero, split off what is new, and draw no column for a missing year', () => {
    const { option } = stock.draw('light', { width: 600, height: null });
    const list = (Array.isArray(option.series) ? option.series : []) as { data: unknown[] }[];
    expect(list[0]!.data).toEqual([37, 42, null, 51]);
    expect(list[1]!.data).toEqual([3, null, null, 0]);
    expect((option.yAxis as { min: number }).min).toBe(0);
    const texts = paint(stock, 600).texts.map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(['40', '新建 3', '新建 缺', '缺']));
  });
});

describe('hostile names', () => {
  it.each(MARKUP_PAYLOADS)('stay text: %s', (payload) => {
    const input = sampleTrends(2);
    const named = {
      ...input,
      periods: input.periods.map((period) => (period === '2021' ? payload : period)),
      series: input.series.map((one) => ({
        ...one,
        name: payload,
        points: one.points.map(({ value }) => ({ value, text: payload })),
      })),
    };
    for (const chart of [
      trendLinesChart(named),
      smallMultiplesChart({
        locale: 'zh',
        periods: named.periods,
        panels: [
          {
            id: 'p',
            title: payload,
            axisText: payload,
            ends: null,
            series: named.series,
            reference: [],
            breaks: [],
          },
        ],
      }),
      stockBarsChart({
        locale: 'zh',
        years: [{ period: payload, stock: 1, added: 1, text: payload }],
      }),
    ]) {
      const { svg } = paint(chart, 900);
      expect(() => tagsOf(svg)).not.toThrow();
      expect(strangersOf(svg)).toEqual([]);
    }
  });
});

it('colours come from the tokens', () => {
  expect(paint(trendLinesChart(sampleTrends(2)), 600).svg).toContain(TOKENS.light.dims[1]);
});
