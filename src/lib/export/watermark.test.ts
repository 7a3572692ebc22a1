import { rankingChart } from '#lib/charts/index.ts';
import { MARKUP_PAYLOADS } from '#lib/charts/testing/payloads.ts';
import { sampleRanking } from '#lib/charts/testing/sample-ranking.ts';
import { strangersOf, tagsOf } from '#lib/chart-host/testing/svg-reader.ts';
import { describe, expect, it } from 'vitest';
import { figureSvg } from './figure-svg.ts';
import { FIGURE_PRESETS, type FigurePreset } from './presets.ts';
import { withWatermark } from './watermark.ts';

const UNIT = '示例市计量院 2026-11-22';
const LONG = '示例省示例市计量科学技术研究院质量发展处内部讨论稿二〇二六年十一月二十二日打印件';

const figure = (preset: FigurePreset = 'wide') =>
  figureSvg({
    chart: rankingChart(sampleRanking(5)),
    text: {
      title: '甲县居首',
      subtitle: '',
      unit: '分',
      source: '示例',
      cutoff: '2025-12-31',
      scheme: '',
      edition: '2025-1',
      note: '',
    },
    layer: 'synthetic',
    theme: 'light',
    preset,
    provenance: { view: '' },
  });

const groupOf = (svg: string) =>
  /<g data-role="watermark"[^>]*>([\s\S]*?)<\/g>/u.exec(svg)?.[0] ?? '';

/** Each stamp with its corners, turned as drawn. */
function stampsOf(svg: string) {
  return [
    ...groupOf(svg).matchAll(
      /<text x="0" y="(-?[\d.]+)" font-size="(\d+)"[^>]*translate\(([\d.]+) ([\d.]+)\) rotate\(-24\)">([^<]*)</gu,
    ),
  ].map(([, , size, x, y, text = '']) => ({
    size: Number(size),
    x: Number(x),
    y: Number(y),
    text,
  }));
}

describe('withWatermark', () => {
  it('writes the text several times over the figure and changes nothing else', () => {
    const plain = figure();
    const { svg, ...rest } = withWatermark(plain, UNIT);
    const stamps = stampsOf(svg);
    expect(stamps.length).toBeGreaterThan(3);
    expect(new Set(stamps.map(({ text }) => text))).toEqual(new Set([UNIT]));
    expect(svg.replace(`${groupOf(svg)}\n`, '')).toBe(plain.svg);
    expect(rest).toEqual({ ...plain, svg: undefined });
  });

  it('is light, grey and nothing that a page reads aloud', () => {
    const group = groupOf(withWatermark(figure(), UNIT).svg);
    const [, opacity] = /opacity="([\d.]+)"/u.exec(group) ?? [];
    expect(Number(opacity)).toBeGreaterThanOrEqual(0.1);
    expect(Number(opacity)).toBeLessThanOrEqual(0.14);
    expect(group).toMatch(/fill="#(\w\w)\1\1"/u);
    expect(group).toContain('aria-hidden="true"');
    expect(group).toContain('role="presentation"');
  });

  it.each(['', '   ', '\n\t'])('leaves the figure alone without a text: %j', (text) => {
    const plain = figure();
    expect(withWatermark(plain, text)).toBe(plain);
  });

  it('gives the same bytes again, and one watermark however often', () => {
    const once = withWatermark(figure(), UNIT);
    expect(withWatermark(figure(), UNIT)).toEqual(once);
    expect(withWatermark(once, UNIT)).toEqual(once);
    expect(withWatermark(withWatermark(figure(), '别的单位'), UNIT)).toEqual(once);
  });

  it.each(FIGURE_PRESETS.flatMap((preset) => [UNIT, LONG, 'x'].map((text) => [preset, text])))(
    'stands whole in %s: %s',
    (preset, text) => {
      const { svg } = withWatermark(figure(preset as FigurePreset), text ?? '');
      const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/u.exec(svg)?.map(Number) ?? [];
      const stamps = stampsOf(svg);
      expect(stamps.length).toBeGreaterThan(0);
      for (const { x, y, size, text: line } of stamps) {
        const half = ([...line].length * size) / 2;
        expect(x - half * 0.7).toBeGreaterThan(0);
        expect(x + half * 0.7).toBeLessThan(width ?? 0);
        expect(y).toBeLessThan(height ?? 0);
        expect(size).toBeGreaterThanOrEqual(10);
      }
    },
  );

  it('breaks a long text into lines, and leaves out its middle where there is no room', () => {
    const narrow = stampsOf(withWatermark(figure('a4-half'), LONG).svg);
    expect(narrow.map(({ text }) => text).join('')).toContain(LONG.slice(-5));
    const small = { ...figure(), svg: '<svg viewBox="0 0 120 80">\n</svg>\n' };
    const written = stampsOf(withWatermark(small, LONG).svg)
      .map(({ text }) => text)
      .join('');
    expect(written).toContain('…');
    expect(written.startsWith('示例省')).toBe(true);
    expect(written.endsWith('打印件')).toBe(true);
  });

  it.each(MARKUP_PAYLOADS)('keeps a hostile text inert: %j', (payload) => {
    const { svg } = withWatermark(figure(), payload);
    expect(strangersOf(svg)).toEqual([]);
    expect(tagsOf(svg).filter(({ name }) => name === 'svg')).toHaveLength(2);
  });
});
