import { rankingBars, TOKENS, type RankingBarsInput } from '#lib/charts/index.ts';
import { MARKUP_PAYLOADS } from '#lib/charts/testing/payloads.ts';
import { SAMPLE_ELEMENTS, sampleRanking } from '#lib/charts/testing/sample-ranking.ts';
import { describe, expect, it } from 'vitest';
import { renderSvg } from './render-svg.ts';
import { fingerprint, SAMPLE_FINGERPRINT, sampleSvg } from './testing/sample-svg.ts';
import { overlapsOf, strangersOf, tagsOf, textsOf } from './testing/svg-reader.ts';

function paint(input: RankingBarsInput, width: number, height: number | null = null) {
  const chart = rankingBars(input, { width, height });
  const svg = renderSvg(chart.option, {
    width: chart.width,
    height: chart.height,
    locale: input.locale,
    theme: input.theme,
    title: '图',
    description: '说明',
  });
  return { svg, chart, texts: textsOf(svg) };
}

/** Everything written, lines of one label joined again. */
const written = (texts: ReturnType<typeof textsOf>) => texts.map(({ text }) => text).join('');

describe.each([1, 5, 30, 200])('a ranking of %i rows', (count) => {
  describe.each([320, 600, 1200])('%i pixels wide', (width) => {
    const input = sampleRanking(count, { gapEvery: 4 });
    const { texts, chart } = paint(input, width);

    it('shows every name, place and score, and each element once', () => {
      const all = written(texts);
      const single = texts.map(({ text }) => text);
      for (const row of input.rows) {
        expect(all).toContain(row.name);
        expect(single).toContain(String(row.rank));
        expect(single).toContain(row.score?.toFixed(1));
      }
      for (const { name } of SAMPLE_ELEMENTS)
        expect(single.filter((text) => text === name)).toHaveLength(1);
    });

    it('lets no two labels touch, and none leave the picture', () => {
      expect(overlapsOf(texts)).toEqual([]);
      const outside = texts.filter(
        ({ left, right, top, bottom }) =>
          left < -1 || right > width + 1 || top < -1 || bottom > chart.height + 1,
      );
      expect(outside).toEqual([]);
    });

    it('gives labels at least 12 pixels', () => {
      expect(Math.min(...texts.map(({ size }) => size))).toBeGreaterThanOrEqual(12);
    });
  });
});

describe('rows', () => {
  it('stand in the order given', () => {
    const input = sampleRanking(6);
    const reversed = { ...input, rows: [...input.rows].reverse() };
    const { texts } = paint(reversed, 1000);
    const ys = reversed.rows.map(({ name }) => texts.find(({ text }) => text === name)?.top ?? NaN);
    expect(ys).toEqual([...ys].sort((a, b) => a - b));
  });

  it('keep tied places as given', () => {
    const input = sampleRanking(4);
    const rows = input.rows.map((row, i) => ({ ...row, rank: [1, 2, 2, 4][i] ?? null }));
    const { texts } = paint({ ...input, rows }, 1000);
    const places = texts.map(({ text }) => text).filter((text) => /^[1-4]$/u.test(text));
    expect(places.sort()).toEqual(['1', '2', '2', '4']);
  });

  it('with equal names are both drawn', () => {
    const input = sampleRanking(2);
    const rows = input.rows.map((row) => ({ ...row, name: '同名计量所' }));
    const { texts } = paint({ ...input, rows }, 1000);
    expect(texts.filter(({ text }) => text === '同名计量所')).toHaveLength(2);
  });

  it('with names of 40 letters show all of the name', () => {
    const suffix = '与市场监督管理综合检验检测研究院合署办公室';
    const input = sampleRanking(8, { suffix });
    const { texts } = paint(input, 1200);
    for (const { name } of input.rows) expect(written(texts)).toContain(name);
    expect(overlapsOf(texts)).toEqual([]);
  });
});

describe('bars', () => {
  /** Widths of the painted bars of one colour, from their paths. */
  function barWidths(svg: string, colour: string): number[] {
    return tagsOf(svg)
      .filter(({ name, attributes }) => name === 'path' && attributes.get('fill') === colour)
      .map(({ attributes }) =>
        /^M(-?[\d.]+) -?[\d.]+l(-?[\d.]+) 0/u.exec(attributes.get('d') ?? ''),
      )
      .filter((match) => match !== null)
      .map((match) => Number(match[2]));
  }

  it('start at zero and are as long as their contribution', () => {
    const input = sampleRanking(3);
    const { svg, texts } = paint(input, 1000);
    const x = (label: string) => {
      const tick = texts.filter(({ text }) => text === label).at(-1);
      return ((tick?.left ?? NaN) + (tick?.right ?? NaN)) / 2;
    };
    const perPoint = (x('100') - x('0')) / 100;
    const bars = barWidths(svg, TOKENS.light.dims[1]).filter((width) => width > 15);
    const expected = input.rows.map(({ segments }) => (segments[1] ?? 0) * perPoint);
    expect(bars).toHaveLength(3);
    bars.forEach((width, i) => expect(Math.abs(width - (expected[i] ?? 0))).toBeLessThan(1.5));
  });

  it('of a missing element are not drawn; a hatched box names it instead', () => {
    const input = sampleRanking(4, { gapEvery: 4 });
    const { svg, texts } = paint(input, 1000);
    const gap = input.rows[3]?.segments.indexOf(null) ?? -1;
    const colour = TOKENS.light.dims[gap as 0 | 1 | 2 | 3 | 4 | 5];
    expect(barWidths(svg, colour).filter((width) => width > 15)).toHaveLength(3);
    expect(texts.map(({ text }) => text)).toContain(`缺 ${SAMPLE_ELEMENTS[gap]?.name}`);
    expect(tagsOf(svg).some(({ name }) => name === 'pattern')).toBe(true);
  });

  it('are not drawn at all where everything is missing', () => {
    const input = sampleRanking(3);
    const rows = input.rows.map((row) => ({
      ...row,
      rank: null,
      score: null,
      segments: row.segments.map(() => null),
    }));
    const { svg, texts } = paint({ ...input, rows }, 1000);
    const colours = TOKENS.light.dims.flatMap((colour) => barWidths(svg, colour));
    expect(colours).toEqual([]);
    expect(texts.filter(({ text }) => text === '缺 不参与排名')).toHaveLength(3);
    expect(written(texts)).not.toMatch(/NaN|null|undefined|0\.0/u);
  });

  it('carry the score alone where contributions do not add up', () => {
    const input = sampleRanking(3, { additive: false });
    const { svg, texts } = paint(input, 1000);
    expect(barWidths(svg, TOKENS.light.accent)).toHaveLength(3);
    expect(texts.map(({ text }) => text)).not.toContain('强制检定能力');
  });

  it('carry the score alone in a row whose contributions do not explain it', () => {
    const input = sampleRanking(3);
    const rows = input.rows.map((row, i) => (i === 1 ? { ...row, score: 50 } : row));
    const { svg } = paint({ ...input, rows }, 1000);
    expect(barWidths(svg, TOKENS.light.dims[0]).filter((width) => width > 15)).toHaveLength(2);
    expect(barWidths(svg, TOKENS.light.hairlineStrong)).toHaveLength(1);
  });

  it('of a single dimension have that dimension’s colour and no legend', () => {
    const input = sampleRanking(3);
    const rows = input.rows.map((row) => ({ ...row, segments: [row.score] }));
    const elements = SAMPLE_ELEMENTS.slice(2, 3);
    const { svg, texts } = paint({ ...input, rows, elements }, 1000);
    expect(barWidths(svg, TOKENS.light.dims[2])).toHaveLength(3);
    expect(texts.map(({ text }) => text)).not.toContain('注册计量师占比');
  });

  it('go to the left of zero for negative contributions', () => {
    const input = sampleRanking(1);
    const rows = [{ id: 'a', name: '甲', rank: 1, score: 1, segments: [3, -2, 0, 0, 0, 0] }];
    const { texts } = paint({ ...input, rows, max: 4 }, 800);
    expect(texts.map(({ text }) => text)).toEqual(expect.arrayContaining(['\u22122', '0', '1.0']));
  });

  it('have patterns in print, one for each dimension but the first', () => {
    const { svg } = paint(sampleRanking(3, { theme: 'print' }), 1000);
    expect(tagsOf(svg).filter(({ name, closing }) => name === 'pattern' && !closing)).toHaveLength(
      5,
    );
  });
});

describe('a chart', () => {
  it('without rows says so', () => {
    const { texts } = paint(sampleRanking(0), 600, 200);
    expect(texts.map(({ text }) => text)).toEqual(['没有可显示的机构']);
  });

  it('too low for its rows grows and tells', () => {
    const { chart } = paint(sampleRanking(60), 800, 300);
    expect(chart.fits).toBe(false);
    expect(chart.height).toBeGreaterThan(60 * 16);
    expect(paint(sampleRanking(10), 800, 300).chart).toMatchObject({ fits: true });
  });

  it('is the same bytes each time, whatever was drawn in between', () => {
    const input = sampleRanking(30, { gapEvery: 5, theme: 'print' });
    const first = paint(input, 900).svg;
    paint(sampleRanking(3), 500);
    expect(paint(input, 900).svg).toBe(first);
    expect(first).not.toMatch(/zr\d/u);
  });

  it('is drawn alike in Node and in the browser', () => {
    expect(fingerprint(sampleSvg())).toBe(SAMPLE_FINGERPRINT);
  });

  it('has a name and a description', () => {
    const { svg } = paint(sampleRanking(2), 600);
    expect(svg).toContain('role="img" aria-labelledby="c-title c-desc"');
    expect(svg).toContain('<title id="c-title">图</title>');
    expect(svg).toContain('<desc id="c-desc">说明</desc>');
  });

  it('can take its colours from the page', () => {
    const chart = rankingBars(sampleRanking(3), { width: 600, height: null });
    const svg = renderSvg(chart.option, {
      width: 600,
      height: chart.height,
      locale: 'zh',
      theme: 'light',
      title: '',
      description: '',
      colours: 'css',
    });
    expect(svg).toContain('fill="var(--dim-1,#003d5a)"');
    expect(svg).toContain('fill="var(--ink-2,#46524f)"');
    expect(svg.match(/(fill|stroke)="#/gu)).toBeNull();
  });
});

describe('hostile labels stay inert text', () => {
  it.each(MARKUP_PAYLOADS)('%j', (payload) => {
    const input = sampleRanking(2, { gapEvery: 2 });
    const hostile: RankingBarsInput = {
      ...input,
      rows: input.rows.map((row) => ({ ...row, id: `${row.id}${payload}`, name: payload })),
      elements: input.elements.map((element, i) => ({
        ...element,
        code: `${payload}${i}`,
        name: payload,
      })),
      unit: payload,
    };
    for (const width of [400, 3000]) {
      const { svg, texts } = paint(hostile, width);
      expect(strangersOf(svg)).toEqual([]);
      expect(texts.length).toBeGreaterThan(4);
    }
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('and are shown as typed', () => {
    const input = sampleRanking(1);
    const name = '<b>{a|甲}</b>';
    const rows = input.rows.map((row) => ({ ...row, name }));
    expect(written(paint({ ...input, rows }, 1000).texts)).toContain(name);
  });
});
