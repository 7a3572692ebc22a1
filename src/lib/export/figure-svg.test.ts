import { rankingChart } from '#lib/charts/index.ts';
import { MARKUP_PAYLOADS } from '#lib/charts/testing/payloads.ts';
import { sampleRanking } from '#lib/charts/testing/sample-ranking.ts';
import { overlapsOf, strangersOf, textsOf } from '#lib/chart-host/testing/svg-reader.ts';
import { describe, expect, it } from 'vitest';
import { figureSvg, type FigureSvgInput } from './figure-svg.ts';
import { FIGURE_PRESETS, PRESET_SIZES } from './presets.ts';

const TEXT = {
  title: '甲县居首，丙县上升 4 位，为升幅最大',
  subtitle: '2025 年度 · 示例省 · 县级机构 · 综合指数',
  unit: '分',
  source: '示例数据生成程序',
  cutoff: '2025-12-31',
  scheme: '台州六维 v1 · 示例权重',
  edition: '2025-1',
  note: '得分相同者名次并列，其后名次顺延（1、2、2、4）。',
};

function figure(count: number, options: Partial<FigureSvgInput> = {}) {
  const input: FigureSvgInput = {
    chart: rankingChart(sampleRanking(count, { gapEvery: 4 })),
    text: TEXT,
    layer: 'synthetic',
    theme: 'light',
    preset: 'wide',
    provenance: { edition: '2025-1', view: '?year=2025' },
    ...options,
  };
  const drawn = figureSvg(input);
  return { ...drawn, texts: textsOf(drawn.svg) };
}

const joined = (texts: ReturnType<typeof textsOf>, role: string) =>
  texts
    .filter((text) => text.role === role)
    .map(({ text }) => text)
    .join('')
    // Blanks at which a line was broken are gone.
    .replaceAll(' ', '');
const bare = (text: string) => text.replaceAll(' ', '');

describe.each(FIGURE_PRESETS)('the preset %s', (preset) => {
  const { width, height, maxHeight = Infinity } = PRESET_SIZES[preset];

  it.each([1, 5, 30])('of %i rows has its size to the pixel', (count) => {
    const drawn = figure(count, { preset });
    // Thirty rows in half a column are higher than a page in any type that can be read.
    expect(drawn.fits).toBe(drawn.height <= maxHeight);
    if (count < 30 || preset !== 'a4-half') expect(drawn.fits).toBe(true);
    expect(drawn.width).toBe(width);
    expect(drawn.svg).toContain(`width="${drawn.width}" height="${drawn.height}"`);
    if (height !== null) expect(drawn.height).toBe(height);
    expect(Number.isInteger(drawn.height)).toBe(true);
  });

  it.each([1, 5, 30, 200])('of %i rows shows everything, nothing over anything else', (count) => {
    const { texts, svg } = figure(count, { preset });
    const all = texts.map(({ text }) => text).join('');
    for (const row of sampleRanking(count, { gapEvery: 4 }).rows) {
      expect(all).toContain(row.name);
      expect(all).toContain(row.score?.toFixed(1));
    }
    expect(overlapsOf(texts)).toEqual([]);
    const [, boxWidth, boxHeight] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/u.exec(svg)?.map(Number) ?? [];
    const outside = texts.filter(
      ({ left, right, bottom }) =>
        left < 0 || right > (boxWidth ?? 0) + 1 || bottom > (boxHeight ?? 0),
    );
    expect(outside).toEqual([]);
  });

  it('has title, filters, unit, source, cut-off, scheme, edition and note as text', () => {
    const { texts } = figure(5, { preset });
    expect(joined(texts, 'mark')).toContain('示例数据');
    expect(joined(texts, 'title')).toBe(bare(TEXT.title));
    expect(joined(texts, 'subtitle')).toBe(bare(TEXT.subtitle));
    expect(joined(texts, 'unit')).toBe('单位：分');
    expect(joined(texts, 'source')).toMatch(/示例数据生成程序.*2025年12月31日/u);
    expect(joined(texts, 'edition')).toMatch(/台州六维v1·示例权重.*2025-1/u);
    expect(joined(texts, 'note')).toContain(TEXT.note);
  });
});

describe('a figure', () => {
  it('grows where a fixed size would cut rows off, and tells', () => {
    const { fits, height } = figure(200);
    expect(fits).toBe(false);
    expect(height).toBeGreaterThan(900);
  });

  it('explains the hatching where something is missing, and only there', () => {
    const whole = figure(3, { chart: rankingChart(sampleRanking(3)) });
    expect(joined(figure(4).texts, 'note')).toContain('不计为零');
    expect(joined(whole.texts, 'note')).not.toContain('不计为零');
  });

  it('explains why a score is not taken apart', () => {
    const { texts } = figure(3, { chart: rankingChart(sampleRanking(3, { additive: false })) });
    expect(joined(texts, 'note')).toContain('不能按维度相加');
  });

  it('is marked as invented, empty or a trial, and not when published', () => {
    expect(joined(figure(2, { layer: 'template' }).texts, 'mark')).toContain('空白模板');
    expect(joined(figure(2, { trial: true }).texts, 'mark')).toContain('试算');
    expect(joined(figure(2, { layer: 'reported' }).texts, 'mark')).toBe('');
  });

  it('keeps its mark without a background', () => {
    const { svg, texts } = figure(2, { background: 'transparent' });
    expect(svg).not.toContain('fill="#ffffff"/>');
    expect(joined(texts, 'mark')).toContain('示例数据');
  });

  it('carries its provenance for machines, with sorted keys', () => {
    const { svg, provenance } = figure(2);
    expect(JSON.parse(provenance)).toEqual({
      edition: '2025-1',
      layer: 'synthetic',
      trial: false,
      view: '?year=2025',
    });
    expect(svg).toContain('&quot;edition&quot;:&quot;2025-1&quot;');
    expect(figure(2, { provenance: { view: '?year=2025', edition: '2025-1' } }).svg).toBe(svg);
  });

  it('is the same bytes each time', () => {
    const first = figure(30).svg;
    figure(3, { theme: 'print' });
    expect(figure(30).svg).toBe(first);
  });

  it('speaks English throughout', () => {
    const chart = rankingChart(sampleRanking(2, { locale: 'en' }));
    const { texts } = figure(2, { chart, text: { ...TEXT, unit: 'points' } });
    expect(joined(texts, 'unit')).toBe('Unit:points');
    expect(joined(texts, 'source')).toContain('31December2025');
  });
});

describe('hostile texts stay inert in every field', () => {
  it.each(MARKUP_PAYLOADS)('%j', (payload) => {
    const chart = sampleRanking(2);
    const { svg, texts } = figure(2, {
      chart: rankingChart({
        ...chart,
        rows: chart.rows.map((row) => ({ ...row, name: payload })),
        elements: chart.elements.map((element) => ({ ...element, name: payload })),
      }),
      text: {
        title: payload,
        subtitle: payload,
        unit: payload,
        source: payload,
        cutoff: '2025-12-31',
        scheme: payload,
        edition: payload,
        note: payload,
      },
      provenance: { [payload]: payload },
    });
    expect(strangersOf(svg)).toEqual([]);
    expect(joined(texts, 'title')).not.toBe('');
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
