import {
  groupedBars,
  programmeMatrix,
  radarChart,
  rankingChart,
  targetBars,
  tileMap,
  trendLinesChart,
  type Chart,
} from '#lib/charts/index.ts';
import { sampleComparison } from '#lib/charts/testing/sample-comparison.ts';
import { sampleRanking } from '#lib/charts/testing/sample-ranking.ts';
import { sampleProgramme, sampleTargets } from '#lib/charts/testing/sample-targets.ts';
import { sampleTrends } from '#lib/charts/testing/sample-trends.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { figureSvg, type Figure } from '../figure-svg.ts';
import { outlineFigure } from './index.ts';

type Locale = 'zh' | 'en';

const TEXT = {
  zh: {
    title: '图 1 示例省(示例数据)县级机构 2025 年度综合指数',
    subtitle: '戊市居首；“辰市”、伍县上升 5 位，升幅最大。',
    unit: '分',
    source: '示例数据生成器（虚构）',
    cutoff: '2025-12-31',
    scheme: '台州六维能力指数 v1.2.0 · 示例权重',
    edition: '2025',
    note: '名次按未四舍五入的得分计算；得分相同者并列（1、2、2、4）。',
  },
  en: {
    title: 'Figure 1 Capability index, county institutions of Example Province',
    subtitle: 'Wu County (fictional) rose most from 2021 to 2025 (+36.3 points), of 27 comparable.',
    unit: 'points',
    source: 'sample data generator (fictional)',
    cutoff: '2025-12-31',
    scheme: 'Taizhou six-dimension capability index v1.2.0',
    edition: '2025',
    note: 'Ranks are counted by unrounded scores; “equal scores” share a rank (1, 2, 2, 4).',
  },
};

const tiles = (locale: Locale): Chart =>
  tileMap({
    areas: ['甲县', '乙县', '丙县', '丁区', '戊市', '己县'].map((name, i) => ({
      id: name,
      name,
      value: i === 4 ? (locale === 'zh' ? '缺' : 'missing') : (90.5 - i).toFixed(1),
      place: i === 4 ? '' : String(i + 1),
      step: i === 4 ? null : i % 4,
      sentence: name,
      row: i % 2,
      col: Math.floor(i / 2),
      group: 'all',
    })),
    classes: ['< 45', '45–60', '60–75', '≥ 75'].map((label) => ({ label, count: 1 })),
    missing: 1,
    picked: [],
    caption: locale === 'zh' ? '示意图,不表示行政区域界线' : 'Schematic; shows no boundary',
    notes: [],
    description: '',
    locale,
  });

const CHARTS: Readonly<Record<string, (locale: Locale) => Chart>> = {
  ranking: (locale) => rankingChart(sampleRanking(12, { gapEvery: 5, locale })),
  'grouped bars': (locale) =>
    groupedBars(sampleComparison(3, { reference: true, gap: true, locale })),
  radar: (locale) => radarChart(sampleComparison(3, { locale })),
  trends: (locale) => trendLinesChart(sampleTrends(4, 9, { locale })),
  targets: (locale) => targetBars(sampleTargets(9, { locale })),
  programme: (locale) => programmeMatrix(sampleProgramme(5, { locale })),
  'tile map': tiles,
};

function figureOf(chart: Chart, change: { readonly title?: string; readonly wide?: boolean } = {}) {
  return figureSvg({
    chart,
    text: { ...TEXT[chart.locale], ...(change.title === undefined ? {} : { title: change.title }) },
    layer: 'synthetic',
    theme: 'light',
    preset: change.wide === false ? 'a4' : 'wide',
    provenance: { edition: '2025', view: '?year=2025' },
  });
}

afterEach(() => {
  document.body.textContent = '';
  vi.restoreAllMocks();
});

/** Stands the figure in the page, at 1x. */
function shown({ svg }: Figure): SVGSVGElement {
  const holder = document.createElement('div');
  holder.style.cssText = 'position:absolute;left:0;top:0';
  holder.innerHTML = svg;
  document.body.append(holder);
  return holder.querySelector('svg')!;
}

const labels = (root: SVGSVGElement) => [...root.querySelectorAll<SVGElement>('[aria-label]')];
const texts = (root: SVGSVGElement) => [...root.querySelectorAll('text')];

async function pixels(svg: string, { width, height }: Figure): Promise<Uint32Array> {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  await image.decode();
  URL.revokeObjectURL(image.src);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.drawImage(image, 0, 0, width, height);
  return new Uint32Array(context.getImageData(0, 0, width, height).data.buffer);
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The box of all pixels within `room` in which two pictures differ; null for none. */
function inkOf(picture: Uint32Array, blank: Uint32Array, width: number, room: Box): Box | null {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let y = Math.max(0, Math.floor(room.top)); y < room.bottom; y++)
    for (let x = Math.max(0, Math.floor(room.left)); x < Math.min(width, room.right); x++)
      if (picture[y * width + x] !== blank[y * width + x]) {
        [left, right] = [Math.min(left, x), Math.max(right, x)];
        [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
      }
  return left === Infinity ? null : { left, right, top, bottom };
}

/** How far apart the farthest of four edges are. */
const apart = (a: Box, b: Box): number =>
  Math.max(
    Math.abs(a.left - b.left),
    Math.abs(a.right - b.right),
    Math.abs(a.top - b.top),
    Math.abs(a.bottom - b.bottom),
  );

const CASES = Object.entries(CHARTS).flatMap(([kind, chart]) =>
  (['zh', 'en'] as const).flatMap((locale) =>
    [true, false].map((wide) => ({ kind, locale, wide, chart })),
  ),
);

describe.each(CASES)('$kind in $locale, wide: $wide', ({ chart, locale, wide }) => {
  it('has every word as an outline, where it stood', async () => {
    const figure = figureOf(chart(locale), { wide });
    const { figure: outlined, kept } = await outlineFigure(figure);
    expect(kept).toEqual([]);
    expect({ ...outlined, svg: '' }).toEqual({ ...figure, svg: '' });

    const before = texts(shown(figure));
    const root = shown(outlined);
    expect(texts(root)).toEqual([]);
    expect(labels(root).map((label) => label.getAttribute('aria-label'))).toEqual(
      before.map((text) => text.textContent?.replace(/ +/gu, ' ').trim()),
    );
    for (const part of ['title', 'desc', 'metadata'])
      expect(root.querySelector(part)?.textContent).toBe(
        before[0]?.ownerSVGElement?.querySelector(part)?.textContent,
      );

    const { width } = figure;
    const blank = await pixels(figure.svg.replace(/<text[^>]*>[^<]*<\/text>/gu, ''), figure);
    const [written, drawn] = [await pixels(figure.svg, figure), await pixels(outlined.svg, figure)];
    for (const text of before) {
      const { left, right, top, bottom, height } = text.getBoundingClientRect();
      // Fonts of other machines are other shapes: a twentieth of a line, and a few pixels.
      const slack = 3 + (right - left) / 20;
      const room = { left: left - 2, right: right + 2, top, bottom };
      const ink = inkOf(drawn, blank, width, room);
      const before = inkOf(written, blank, width, room);
      expect(ink === null, text.textContent ?? '').toBe(before === null);
      if (ink && before)
        expect(apart(ink, before), text.textContent ?? '').toBeLessThan(slack + height / 10);
    }
  });

  it('has nothing over anything else, and nothing cut', async () => {
    const { figure } = await outlineFigure(figureOf(chart(locale), { wide }));
    const boxes = labels(shown(figure)).map((label) => ({
      text: label.getAttribute('aria-label') ?? '',
      box: label.getBoundingClientRect(),
    }));
    expect(boxes.length).toBeGreaterThan(10);
    for (const { text, box } of boxes) {
      expect(box.left, text).toBeGreaterThanOrEqual(0);
      expect(box.right, text).toBeLessThanOrEqual(figure.width);
      expect(box.bottom, text).toBeLessThanOrEqual(figure.height);
    }
    const touching = boxes.flatMap(({ text, box }, i) =>
      boxes
        .slice(i + 1)
        .filter(
          ({ box: other }) =>
            box.left < other.right - 1 &&
            other.left < box.right - 1 &&
            box.top < other.bottom - 1 &&
            other.top < box.bottom - 1,
        )
        .map((other) => `${text} × ${other.text}`),
    );
    expect(touching).toEqual([]);
  });
});

describe('outlineFigure', () => {
  const ranking = (title: string) => figureOf(rankingChart(sampleRanking(5)), { title });

  it('gives the same bytes each time', async () => {
    const first = await outlineFigure(ranking('甲县居首'));
    const second = await outlineFigure(ranking('甲县居首'));
    expect(second.figure.svg).toBe(first.figure.svg);
  });

  it('keeps characters that the font lacks as text, between outlines, and names them', async () => {
    const { figure, kept } = await outlineFigure(ranking('𠮷县与㑇县、𠮷县'));
    expect(kept).toEqual(['㑇', '𠮷']);
    const root = shown(figure);
    expect(texts(root).map((text) => text.textContent)).toEqual(['𠮷', '㑇', '𠮷']);
    const [first, second, third] = texts(root).map((text) => text.getBoundingClientRect().left);
    expect(second! - first!).toBeCloseTo(third! - second!, 0);
    expect(root.querySelector('g[aria-label="𠮷县与㑇县、𠮷县"] path')).not.toBeNull();
  });

  it('asks once for each slice that it needs, and only for those', async () => {
    const fetched = vi.spyOn(window, 'fetch');
    const addresses = () => fetched.mock.calls.map(([address]) => address as string);
    await outlineFigure(ranking('鼋鼍龢'));
    const first = addresses();
    expect(first.length).toBeGreaterThan(0);
    expect(first.length).toBeLessThan(20);
    await outlineFigure(ranking('鼋鼍龢'));
    expect(addresses()).toEqual(first);
    for (const address of first)
      expect(new URL(address, location.href).origin).toBe(location.origin);
  });

  it('rejects when a slice cannot be had, and asks again the next time', async () => {
    const failing = vi.spyOn(window, 'fetch').mockResolvedValue(new Response('', { status: 404 }));
    await expect(outlineFigure(ranking('罕见字：氍毹'))).rejects.toThrow('A font file is missing');
    failing.mockRestore();
    expect((await outlineFigure(ranking('罕见字：氍毹'))).kept).toEqual([]);
  });
});
