import { describe, expect, it } from 'vitest';
import { renderSvg } from '#lib/chart-host/index.ts';
import { overlapsOf, strangersOf, tagsOf, textsOf } from '#lib/chart-host/testing/svg-reader.ts';
import { factBars, type FactBarsInput } from './fact-bars.ts';
import { MARKUP_PAYLOADS } from './testing/payloads.ts';
import { THEME_NAMES, TOKENS, type ThemeName } from './tokens.ts';

const SAMPLE: FactBarsInput = {
  bars: [
    {
      id: 'a',
      value: 62_000,
      label: '6.2万余',
      qualifier: 'more_than',
      under: ['2021年', '国务院'],
    },
    { id: 'b', value: 63_658, label: '63 658', qualifier: 'exact', under: ['2021年', '中新网'] },
    { id: 'c', value: 5000, label: '约 5000', qualifier: 'about', under: ['2017年11月', '山东省'] },
    {
      id: 'd',
      value: 67_000,
      label: '6.7万余',
      qualifier: 'at_least',
      under: ['2024年5月', '央视'],
    },
  ],
  unit: '项',
  locale: 'zh',
};

function paint(input: FactBarsInput, width: number, theme: ThemeName = 'light', height?: number) {
  const chart = factBars(input).draw(theme, { width, height: height ?? null });
  const svg = renderSvg(chart.option, {
    width: chart.width,
    height: chart.height,
    locale: input.locale,
    theme,
    title: '图',
    description: '说明',
  });
  return { svg, chart, texts: textsOf(svg) };
}
const written = (texts: ReturnType<typeof textsOf>) => texts.map(({ text }) => text).join('');

/** Painted bars: their fill, dashes, left edge, top and bottom. */
const bars = (svg: string) =>
  tagsOf(svg).flatMap(({ name, attributes }) => {
    const d = /^M(-?[\d.]+) (-?[\d.]+)l[-\d.]+ 0(?:l0 |v)(-?[\d.]+)/u.exec(
      attributes.get('d') ?? '',
    );
    if (name !== 'path' || !d) return [];
    const [y, h] = [Number(d[2]), Number(d[3])];
    return [
      {
        fill: attributes.get('fill') ?? '',
        dashed: attributes.has('stroke-dasharray'),
        top: Math.min(y, y + h),
        bottom: Math.max(y, y + h),
      },
    ];
  });

describe.each(THEME_NAMES)('published numbers, %s', (theme) => {
  it.each([300, 328, 600, 1200])('show every label and year, none touching, at %i px', (width) => {
    const { texts, chart } = paint(SAMPLE, width, theme);
    const all = written(texts);
    for (const { label, under } of SAMPLE.bars)
      for (const text of [label, ...under]) expect(all).toContain(text);
    expect(overlapsOf(texts)).toEqual([]);
    expect(
      texts.filter(({ left, right, top, bottom }) => {
        return left < -1 || right > width + 1 || top < -1 || bottom > chart.height + 1;
      }),
    ).toEqual([]);
    expect(Math.min(...texts.map(({ size }) => size))).toBeGreaterThanOrEqual(12);
  });
});

describe('a bar', () => {
  it('stands on zero and is as high as its number', () => {
    const { svg } = paint(SAMPLE, 800);
    const solid = bars(svg).filter(({ fill }) => fill === TOKENS.light.accent);
    expect(solid).toHaveLength(3);
    const heights = solid.map(({ top, bottom }) => bottom - top);
    expect((heights[0] ?? 0) / (heights[1] ?? 1)).toBeCloseTo(62_000 / 63_658, 2);
    expect(new Set(solid.map(({ bottom }) => Math.round(bottom))).size).toBe(1);
  });

  it('ends open where the source says more, and is pale where it says about', () => {
    const { svg } = paint(SAMPLE, 800);
    const dashed = bars(svg).filter((bar) => bar.dashed);
    expect(dashed.map(({ fill }) => fill).sort()).toEqual(
      [TOKENS.light.accentSoft, 'none', 'none'].sort(),
    );
    expect(factBars(SAMPLE).notes).toHaveLength(2);
    const exact = { ...SAMPLE, bars: SAMPLE.bars.slice(1, 2) };
    expect(bars(paint(exact, 800).svg).filter((bar) => bar.dashed)).toEqual([]);
    expect(factBars(exact).notes).toEqual([]);
  });

  it('stays where it was given, whatever its height', () => {
    const reversed = { ...SAMPLE, bars: [...SAMPLE.bars].reverse() };
    const x = (label: string) =>
      paint(reversed, 800).texts.find(({ text }) => text === label)?.left ?? NaN;
    expect(x('6.7万余')).toBeLessThan(x('约 5000'));
    expect(x('63 658')).toBeLessThan(x('6.2万余'));
  });

  it('keeps days whole and breaks a date only after its year', () => {
    const labels = ['2017年11月', '2021-12-31 发布'];
    const bars = Array.from({ length: 5 }, (_, i) => ({
      ...SAMPLE.bars[1],
      id: `${i}`,
      value: i,
      label: `${i}`,
      qualifier: 'exact' as const,
      under: labels,
    }));
    const at = (width: number) => paint({ ...SAMPLE, bars }, width).texts.map(({ text }) => text);
    expect(at(430)).toEqual(expect.arrayContaining(['2017年11月', '2021-12-31', '发布']));
    expect(at(320)).toEqual(expect.arrayContaining(['2017年', '11月']));
  });

  it('has its words upright where a column is narrower than one of them', () => {
    const bars = Array.from({ length: 5 }, (_, i) => ({
      ...SAMPLE.bars[1],
      id: `${i}`,
      value: i + 1,
      label: `${i}`,
      qualifier: 'exact' as const,
      under: ['November 2017', 'Shandong Province'],
    }));
    const at = (width: number) => paint({ ...SAMPLE, bars, locale: 'en' }, width);
    const words = (width: number) => at(width).texts.map(({ text }) => text);
    expect(words(288).filter((text) => text === 'Shandong Province')).toHaveLength(5);
    expect(at(288).svg).toMatch(/matrix\(0,-1,1,0/);
    expect(at(900).svg).not.toMatch(/matrix\(0,-1,1,0/);
  });

  it('is spoken with its year, number and hedge', () => {
    const chart = factBars(SAMPLE);
    expect(chart.stops[0]).toEqual({
      id: 'a',
      sentence: '2021年，国务院：6.2万余 项',
      mark: { series: 0, item: 0 },
    });
    expect(chart.summary('图 1')).toMatch(/^图 1。条形图，4 个公布数.*6\.7万余 项。$/);
  });
});

describe('a chart', () => {
  it('without numbers says so', () => {
    const { texts } = paint({ ...SAMPLE, bars: [] }, 600);
    expect(texts.map(({ text }) => text)).toEqual(['没有可显示的数值']);
  });

  it('grows where the height asked for is too little, and tells', () => {
    expect(paint(SAMPLE, 600, 'light', 80).chart.fits).toBe(false);
    expect(paint(SAMPLE, 600, 'light', 400).chart).toMatchObject({ fits: true, height: 400 });
  });

  it('is the same bytes each time', () => {
    expect(paint(SAMPLE, 700).svg).toBe(paint(SAMPLE, 700).svg);
  });

  it.each(MARKUP_PAYLOADS)('keeps %j inert', (payload) => {
    const hostile: FactBarsInput = {
      ...SAMPLE,
      unit: payload,
      bars: SAMPLE.bars.map((bar) => ({ ...bar, id: payload, label: payload, under: [payload] })),
    };
    const { svg, texts } = paint(hostile, 900);
    expect(strangersOf(svg)).toEqual([]);
    expect(texts.length).toBeGreaterThan(4);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
