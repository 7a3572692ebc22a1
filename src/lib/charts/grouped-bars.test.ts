import { describe, expect, it } from 'vitest';
import { renderSvg } from '#lib/chart-host/index.ts';
import { overlapsOf, strangersOf, tagsOf, textsOf } from '#lib/chart-host/testing/svg-reader.ts';
import type { Chart } from './chart.ts';
import { groupedBars } from './grouped-bars.ts';
import { comparedLine, comparedStyle } from './grouped-bars-styles.ts';
import { markId, markOf, type ComparisonInput } from './grouped-bars-types.ts';
import { radarChart } from './radar.ts';
import { lab, deltaE2000 } from './testing/colour-vision.ts';
import { MARKUP_PAYLOADS } from './testing/payloads.ts';
import { sampleComparison } from './testing/sample-comparison.ts';
import { THEME_NAMES, TOKENS, type ThemeName } from './tokens.ts';

function paint(
  chart: Chart,
  width: number,
  {
    theme = 'light',
    highlight = null,
    height = null,
  }: { theme?: ThemeName; highlight?: string | null; height?: number | null } = {},
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

const written = (texts: ReturnType<typeof textsOf>) => texts.map(({ text }) => text).join('');
const outside = (texts: ReturnType<typeof textsOf>, width: number, height: number) =>
  texts
    .filter(
      ({ left, right, top, bottom }) =>
        left < -1 || right > width + 1 || top < -1 || bottom > height + 1,
    )
    .map(({ text }) => text);

describe.each([1, 2, 5])('grouped bars of %i institutions and a reference', (count) => {
  describe.each([320, 600, 1200])('%i pixels wide', (width) => {
    describe.each(['zh', 'en'] as const)('%s', (locale) => {
      const input = sampleComparison(count, { reference: true, gap: true, locale });
      const { texts, drawn } = paint(groupedBars(input), width);

      it('show every measure, name and number', () => {
        const all = written(texts).replace(/\s/g, '');
        for (const { name } of input.axes) expect(all).toContain(name.replace(/\s/g, ''));
        for (const { name, values } of input.series) {
          expect(all).toContain(name);
          for (const value of values)
            expect(texts.map(({ text }) => text.split(' ')[0])).toContain(
              value?.toFixed(1) ?? (locale === 'zh' ? '缺' : 'n/a'),
            );
        }
      });

      it('let no two labels touch, and none leave the picture', () => {
        expect(overlapsOf(texts)).toEqual([]);
        expect(outside(texts, width, drawn.height)).toEqual([]);
      });
    });
  });
});

describe('grouped bars', () => {
  const heights = (svg: string, colour: string) =>
    tagsOf(svg)
      .filter(({ name, attributes }) => name === 'path' && attributes.get('fill') === colour)
      .flatMap(({ attributes }) => {
        const match = /^M(-?[\d.]+) (-?[\d.]+)l(-?[\d.]+) 0/u.exec(attributes.get('d') ?? '');
        return match && Number(match[3]) > 15
          ? [{ y: Number(match[2]), width: Number(match[3]) }]
          : [];
      });

  it('start at zero, are as long as their value, and stand in the order picked', () => {
    const input = sampleComparison(2);
    const { svg, texts } = paint(groupedBars(input), 1000);
    const x = (label: string) => {
      const tick = texts.filter(({ text }) => text === label).pop();
      return ((tick?.left ?? NaN) + (tick?.right ?? NaN)) / 2;
    };
    const perPoint = (x('100') - x('0')) / 100;
    const first = heights(svg, TOKENS.light.accent);
    const second = heights(svg, TOKENS.light.hairlineStrong);
    expect([first.length, second.length]).toEqual([6, 6]);
    first.forEach(({ width, y }, i) => {
      expect(Math.abs(width - (input.series[0]?.values[i] ?? 0) * perPoint)).toBeLessThan(1.5);
      expect(y).toBeLessThan(second[i]?.y ?? -1);
    });
  });

  it('of a missing value are a hatched box with 缺, never zero', () => {
    const { svg, texts } = paint(groupedBars(sampleComparison(2, { gap: true })), 1000);
    expect(heights(svg, TOKENS.light.hairlineStrong)).toHaveLength(5);
    expect(texts.filter(({ text }) => text === '缺')).toHaveLength(1);
    expect(written(texts)).not.toMatch(/NaN|null|undefined/u);
    expect(groupedBars(sampleComparison(2, { gap: true })).notes).toHaveLength(1);
    expect(groupedBars(sampleComparison(2)).notes).toEqual([]);
  });

  it('name the institutions beside the first bars, or above them where there is no room', () => {
    const direct = paint(groupedBars(sampleComparison(3)), 1000);
    expect(direct.texts.some(({ text }) => /^[\d.]+ {2}甲县$/.test(text))).toBe(true);
    const long = sampleComparison(3, { suffix: '市场监督管理综合检验检测研究院' });
    const { texts } = paint(groupedBars(long), 480);
    for (const { name } of long.series) expect(texts.some(({ text }) => text === name)).toBe(true);
    expect(overlapsOf(texts)).toEqual([]);
  });

  it('fade the others where one is meant, and name its measure in the accent', () => {
    const chart = groupedBars(sampleComparison(2));
    const plain = paint(chart, 800).svg;
    const { svg } = paint(chart, 800, { highlight: markId({ series: 'u1', axis: 'T2' }) });
    expect(plain).not.toMatch(/opacity="0\.3"/);
    expect(svg.match(/opacity="0\.3"/g)?.length).toBeGreaterThanOrEqual(6);
    expect(svg).toMatch(new RegExp(`fill="${TOKENS.light.accent}"[^>]*>社会公用计量标准<`));
  });

  it('speak every bar, measure by measure', () => {
    const { stops } = groupedBars(sampleComparison(2, { gap: true }));
    expect(stops.slice(0, 2).map(({ sentence }) => sentence)).toEqual([
      '强制检定项目，甲县，20.0分。',
      '强制检定项目，乙县，57.0分。',
    ]);
    expect(stops[5]?.sentence).toBe('注册计量师持证比例，乙县，缺。');
    expect(stops[5]?.mark).toEqual({ series: 1, item: 2 });
    expect(markOf(stops[5]?.id)).toEqual({ series: 'u1', axis: 'T3' });
  });

  it('say the whole chart in words', () => {
    expect(groupedBars(sampleComparison(2)).summary('图')).toMatch(
      /^图。分组条形图，6 个维度，每个维度 2 条。甲县，最高 .+分，最低 .+分。乙县，/,
    );
  });

  it('grow where the height asked for is too little', () => {
    expect(paint(groupedBars(sampleComparison(5)), 800, { height: 200 }).drawn.fits).toBe(false);
    expect(paint(groupedBars(sampleComparison(2)), 800, { height: 600 }).drawn.fits).toBe(true);
  });

  it('of nobody say so', () => {
    expect(written(paint(groupedBars(sampleComparison(0)), 600, { height: 240 }).texts)).toBe(
      '没有可比较的数值',
    );
  });

  it('go to the left of zero for negative scores', () => {
    const input: ComparisonInput = {
      ...sampleComparison(2),
      max: 3,
      series: sampleComparison(2).series.map((series) => ({
        ...series,
        values: series.values.map((_, i) => (i % 2 ? -1.5 : 2)),
      })),
    };
    const { texts } = paint(groupedBars(input), 800);
    expect(texts.filter(({ text }) => text === '\u22121.5')).toHaveLength(6);
  });
});

describe('styles', () => {
  it.each(THEME_NAMES)('of %s tell all six apart by shade or pattern, without colour', (theme) => {
    const looks = [0, 1, 2, 3, 4, 5].map((at) => comparedStyle(TOKENS[theme], at, at === 5));
    looks.forEach((a, i) =>
      looks.slice(i + 1).forEach((b) => {
        const shade = deltaE2000(
          lab(a.color as string, 'greyscale'),
          lab(b.color as string, 'greyscale'),
        );
        const pattern = JSON.stringify(a.decal ?? null) !== JSON.stringify(b.decal ?? null);
        expect(shade > 15 || pattern).toBe(true);
      }),
    );
    const lines = [0, 1, 2, 3, 4, 5].map((at) => comparedLine(TOKENS[theme], at, at === 5));
    expect(
      new Set(lines.map(({ type, symbol, fill }) => `${String(type)} ${symbol} ${fill}`)).size,
    ).toBe(6);
  });
});

describe.each([320, 600, 1200])('a radar %i pixels wide', (width) => {
  it.each(['zh', 'en'] as const)(
    'has every measure and name, none touching another (%s)',
    (locale) => {
      const input = sampleComparison(5, { reference: true, locale });
      const { texts, drawn } = paint(radarChart(input), width);
      const all = written(texts).replace(/\s/g, '');
      for (const { name } of [...input.axes, ...input.series])
        expect(all).toContain(name.replace(/\s/g, ''));
      expect(overlapsOf(texts)).toEqual([]);
      expect(outside(texts, width, drawn.height)).toEqual([]);
    },
  );
});

describe('a radar', () => {
  it('has no outline for whoever lacks a value: its corner would be a zero', () => {
    const chart = radarChart(sampleComparison(2, { gap: true }));
    expect(chart.stops.map(({ id }) => markOf(id).series)).toEqual(['u0']);
    expect(written(paint(chart, 600).texts)).not.toContain('乙县');
  });

  it('keeps an institution’s look where another is left out', () => {
    const input = sampleComparison(3, { gap: true });
    const { option } = radarChart(input).draw('light', { width: 600, height: null });
    const series = Array.isArray(option.series) ? option.series : [];
    expect(series.map((one) => (one as { symbol?: string }).symbol)).toEqual([
      'circle',
      'triangle',
    ]);
  });

  it('speaks a series with all its measures', () => {
    expect(radarChart(sampleComparison(1)).stops[0]?.sentence).toMatch(
      /^甲县，强制检定项目 20\.0，社会公用计量标准 43\.0，/,
    );
  });
});

describe.each([
  ['grouped bars', groupedBars],
  ['a radar', radarChart],
] as const)('hostile labels in %s stay inert text', (_, build) => {
  it.each(MARKUP_PAYLOADS)('%j', (payload) => {
    const input = sampleComparison(2, { reference: true });
    const hostile: ComparisonInput = {
      ...input,
      unit: payload,
      axes: input.axes.map(({ code }) => ({ code: code + payload, name: payload })),
      series: input.series.map((series) => ({ ...series, name: payload, id: series.id + payload })),
    };
    for (const width of [400, 1600]) {
      const { svg, texts } = paint(build(hostile), width);
      expect(strangersOf(svg)).toEqual([]);
      expect(texts.length).toBeGreaterThan(4);
    }
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
