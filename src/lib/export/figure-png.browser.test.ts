import { FONT_STACK, rankingChart, textWidth } from '#lib/charts/index.ts';
import { MARKUP_PAYLOADS } from '#lib/charts/testing/payloads.ts';
import { SAMPLE_ELEMENTS, sampleRanking } from '#lib/charts/testing/sample-ranking.ts';
import { afterAll, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { FigureSizeError, figurePng, PNG_KEYWORD, PNG_SCALES } from './figure-png.ts';
import { figureSvg, type FigureSvgInput } from './figure-svg.ts';
import { readPngText } from './png-chunks.ts';
import { FIGURE_PRESETS } from './presets.ts';

function figure(count: number, options: Partial<FigureSvgInput> = {}) {
  return figureSvg({
    chart: rankingChart(sampleRanking(count, { gapEvery: 4 })),
    text: {
      title: '甲县居首，丙县上升 4 位，为升幅最大',
      subtitle: '2025 年度 · 示例省 · 县级机构',
      unit: '分',
      source: '示例数据生成程序',
      cutoff: '2025-12-31',
      scheme: '台州六维 v1',
      edition: '2025-1',
      note: '得分相同者名次并列。',
    },
    layer: 'synthetic',
    theme: 'light',
    preset: 'wide',
    provenance: { edition: '2025-1', view: '?year=2025' },
    ...options,
  });
}

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());

async function pixelsOf(blob: Blob): Promise<ImageData> {
  const bitmap = await createImageBitmap(blob);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  const image = context?.getImageData(0, 0, bitmap.width, bitmap.height);
  if (!image) throw new Error('The browser gives no pixels.');
  return image;
}

/** Pixels whose colour is not that of the last one, the lower right corner. */
function inked({ data }: ImageData): number {
  const pixels = new Uint32Array(data.buffer);
  const ground = pixels.at(-1);
  return pixels.reduce((sum, pixel) => sum + (pixel === ground ? 0 : 1), 0);
}

describe('figurePng', () => {
  it.each(PNG_SCALES)('is exactly its size at %ix', async (scale) => {
    const drawn = figure(9);
    const { width, height } = await pixelsOf(await figurePng(drawn, { scale }));
    expect([width, height]).toEqual([1600 * scale, 900 * scale]);
  });

  it.each(FIGURE_PRESETS)('is exactly its size in the preset %s', async (preset) => {
    const drawn = figure(9, { preset });
    const { width, height } = await pixelsOf(await figurePng(drawn, { scale: 1 }));
    expect([width, height]).toEqual([drawn.width, drawn.height]);
  });

  it('is the same bytes each time', async () => {
    const first = await bytesOf(await figurePng(figure(12), { scale: 1 }));
    const second = await bytesOf(await figurePng(figure(12), { scale: 1 }));
    expect(second).toEqual(first);
  });

  describe('from a tiny window', () => {
    afterAll(() => page.viewport(414, 896));

    it('is the same bytes as from a large one', async () => {
      await page.viewport(1400, 1000);
      const large = await bytesOf(await figurePng(figure(12), { scale: 2 }));
      await page.viewport(160, 120);
      expect(await bytesOf(await figurePng(figure(12), { scale: 2 }))).toEqual(large);
    });
  });

  it('has ink on it: bars, and more text the more rows there are', async () => {
    const [few, many] = await Promise.all(
      [3, 30].map(async (count) =>
        inked(await pixelsOf(await figurePng(figure(count), { scale: 1 }))),
      ),
    );
    expect(few).toBeGreaterThan(60_000);
    expect(many).toBeGreaterThan(100_000);
  });

  it('stands on white, or on nothing where asked', async () => {
    const corner = async (background: 'paper' | 'transparent') => {
      const { data } = await pixelsOf(await figurePng(figure(3, { background }), { scale: 1 }));
      return [...data.slice(-4)];
    };
    expect(await corner('paper')).toEqual([255, 255, 255, 255]);
    expect(await corner('transparent')).toEqual([0, 0, 0, 0]);
  });

  it('carries the strip of invented data at its top edge', async () => {
    const { data } = await pixelsOf(await figurePng(figure(3), { scale: 1 }));
    expect([...data.slice(0, 3)]).toEqual([0xf7, 0xe6, 0xb5]);
    const published = await pixelsOf(
      await figurePng(figure(3, { layer: 'reported' }), { scale: 1 }),
    );
    expect([...published.data.slice(0, 3)]).toEqual([255, 255, 255]);
  });

  it('carries its provenance', async () => {
    const bytes = await bytesOf(await figurePng(figure(3), { scale: 1 }));
    expect(JSON.parse(readPngText(bytes, PNG_KEYWORD) ?? '')).toMatchObject({
      edition: '2025-1',
      layer: 'synthetic',
      view: '?year=2025',
    });
  });

  it('refuses a size beyond a canvas, and says what to do', async () => {
    const long = figure(900, { preset: 'a4' });
    await expect(figurePng(long, { scale: 4 })).rejects.toThrow(FigureSizeError);
    await expect(figurePng(long, { scale: 4 })).rejects.toThrow('改存 SVG');
  });
});

describe('fonts', () => {
  function glyph(letter: string): string {
    const canvas = new OffscreenCanvas(64, 64);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('The browser gives no canvas.');
    context.font = `48px ${FONT_STACK}`;
    context.fillText(letter, 4, 50);
    return context.getImageData(0, 0, 64, 64).data.join();
  }

  it('have the letters of Chinese county names, not empty boxes', () => {
    const shapes = ['椒', '江', '衡', '鉴', '\u{10fffd}'].map(glyph);
    expect(new Set(shapes).size).toBe(5);
  });

  it('are about as wide as the table of widths says, so that nothing is cut or left far apart', () => {
    const context = new OffscreenCanvas(8, 8).getContext('2d');
    if (!context) throw new Error('The browser gives no canvas.');
    context.font = `14px ${FONT_STACK}`;
    const labels = [
      '示例省甲县计量检定测试所',
      '社会公用计量标准',
      '数据来源：示例数据（虚构），截至 2025年12月31日',
      'Certified Metrology Engineer',
      'Mandatory verification capability',
      'Cut-off date: 31 December 2025',
      '87.3',
      '缺 注册计量师占比',
    ];
    const ratios = labels.map((label) => textWidth(label, 14) / context.measureText(label).width);
    expect(Math.min(...ratios)).toBeGreaterThan(0.93);
    expect(Math.max(...ratios)).toBeLessThan(1.2);
  });
});

describe('hostile texts', () => {
  it.each(MARKUP_PAYLOADS)('stay inert in a page and parse as XML: %j', async (payload) => {
    const chart = sampleRanking(2);
    const { svg } = figure(2, {
      chart: rankingChart({
        ...chart,
        rows: chart.rows.map((row) => ({ ...row, name: payload })),
        elements: SAMPLE_ELEMENTS.map((element) => ({ ...element, name: payload })),
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
      provenance: { view: payload },
    });
    const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
    expect(parsed.querySelector('parsererror')).toBeNull();
    expect(parsed.querySelector('script, foreignObject, image, use, a, style, iframe')).toBeNull();

    const host = document.createElement('div');
    host.innerHTML = svg;
    document.body.append(host);
    await new Promise((resolve) => requestAnimationFrame(resolve));
    host.remove();
    expect('__xss' in window).toBe(false);
  });
});
