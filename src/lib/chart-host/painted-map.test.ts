import {
  geoMap,
  tileMap,
  TOKENS,
  type GeoArea,
  type MapInput,
  type ThemeName,
  type TileArea,
} from '#lib/charts/index.ts';
import { RAMP } from '#lib/charts/sequential.ts';
import { MARKUP_PAYLOADS } from '#lib/charts/testing/payloads.ts';
import type { Chart } from '#lib/charts/index.ts';
import { describe, expect, it } from 'vitest';
import { renderSvg } from './render-svg.ts';
import { overlapsOf, strangersOf, tagsOf, textsOf } from './testing/svg-reader.ts';

const tiles = (count: number, cols = 7): TileArea[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `u${i}`,
    name: `甲${i}`,
    value: i % 5 === 4 ? '缺' : (90 - i / 2).toFixed(1),
    place: i % 5 === 4 ? '' : `第${i + 1}名`,
    step: i % 5 === 4 ? null : i % 4,
    sentence: `甲${i}，${90 - i} 分，第 ${i + 1} 名`,
    row: Math.floor(i / cols),
    col: i % cols,
    group: i % cols < 3 ? 'west' : 'east',
  }));

const inputOf = <Area extends TileArea | GeoArea>(
  areas: Area[],
  caption: string,
): MapInput<Area> => ({
  areas,
  classes: ['待提升 < 45', '中等 45–60', '良好 60–75', '领先 ≥ 75'].map((label, i) => ({
    label,
    count: areas.filter(({ step }) => step === i).length,
  })),
  missing: areas.filter(({ step }) => step === null).length,
  picked: ['u1'],
  caption,
  notes: [caption],
  description: '甲0最高',
  locale: 'zh',
});

function paint(
  chart: Chart,
  width: number,
  theme: ThemeName = 'light',
  height: number | null = null,
) {
  const drawn = chart.draw(theme, { width, height });
  const svg = renderSvg(drawn.option, {
    ...drawn,
    locale: 'zh',
    theme,
    title: '图',
    description: chart.summary('图'),
  });
  return { svg, drawn, texts: textsOf(svg) };
}

const CAPTION = '示意图，不表示行政区域界线';

describe.each([1, 33, 400])('a tile map of %i squares', (count) => {
  const input = inputOf(tiles(count, count > 40 ? 20 : 7), CAPTION);
  it.each([288, 600, 1200])(
    '%i pixels wide writes its labels, none on another, none outside',
    (width) => {
      const { texts, drawn } = paint(tileMap(input), width);
      expect(overlapsOf(texts)).toEqual([]);
      expect(texts.map(({ text }) => text)).toContain(CAPTION);
      const outside = texts.filter(
        ({ left, right, top, bottom }) =>
          left < -1 || right > width + 1 || top < -1 || bottom > drawn.height + 1,
      );
      expect(outside).toEqual([]);
      if (count <= 40 && width >= 600)
        for (const { name, value } of input.areas) {
          expect(texts.map(({ text }) => text)).toContain(name);
          expect(texts.map(({ text }) => text)).toContain(value);
        }
    },
  );
});

describe('a tile map', () => {
  const input = inputOf(tiles(33), CAPTION);
  const fillsOf = (svg: string) =>
    tagsOf(svg).flatMap(({ name, attributes }) =>
      name === 'path' ? [attributes.get('fill')] : [],
    );

  it.each(['light', 'dark', 'print'] as const)(
    'draws classes in the %s ramp and gaps as none of it',
    (theme) => {
      const fills = fillsOf(paint(tileMap(input), 900, theme).svg);
      const of = (step: number) => fills.filter((fill) => fill === RAMP[theme][step]?.fill).length;
      const expected = [0, 1, 2, 3].map((step) => input.classes[step]?.count ?? 0);
      // Four classes stand on four of the five steps, once more each in the legend.
      expect([of(0), of(1), of(3), of(4)]).toEqual(expected.map((count) => count + 1));
      expect(of(2)).toBe(0);
      expect(fills.filter((fill) => fill === TOKENS[theme].paper).length).toBeGreaterThanOrEqual(6);
    },
  );

  it('has a caption of as many lines as it needs', () => {
    const caption = 'Schematic, shows no administrative boundaries of any county or city';
    const { texts } = paint(tileMap(inputOf(tiles(33), caption)), 288);
    expect(texts.every(({ left, right }) => left >= -1 && right <= 289)).toBe(true);
    expect(texts.map(({ text }) => text).join(' ')).toContain(caption);
  });

  it('says classes with their counts, and how many are missing', () => {
    const all = paint(tileMap(input), 900).texts.map(({ text }) => text);
    expect(all).toEqual(
      expect.arrayContaining([`领先 ≥ 75（${input.classes[3]?.count}）`, '缺（6）']),
    );
  });

  it('has one stop a square, marked as the square', () => {
    const { stops } = tileMap(input);
    expect(stops.map(({ id }) => id)).toEqual(input.areas.map(({ id }) => id));
    expect(stops[3]).toMatchObject({
      mark: { series: 0, item: 3 },
      sentence: '甲3，87 分，第 4 名',
    });
  });

  it('keeps to a fixed height, and tells when it cannot', () => {
    expect(paint(tileMap(input), 1200, 'light', 500).drawn).toMatchObject({ fits: true });
    expect(
      tileMap(inputOf(tiles(400, 5), '')).draw('light', { width: 600, height: 300 }).fits,
    ).toBe(false);
  });

  it('is the same bytes each time', () => {
    expect(paint(tileMap(input), 700).svg).toBe(paint(tileMap(input), 700).svg);
  });

  it('has no words but its caption where nobody is', () => {
    const { texts } = paint(tileMap({ ...inputOf<TileArea>([], CAPTION), classes: [] }), 600);
    expect(texts.map(({ text }) => text)).toEqual([CAPTION]);
  });
});

const square = (x: number, y: number, side: number): [number, number][] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
];

describe('a map of supplied boundaries', () => {
  const areas = tiles(9, 3).map((tile): GeoArea => ({
    ...tile,
    polygons: [
      [square(120 + tile.col, 30 - tile.row, 1), square(120.1 + tile.col, 30.1 - tile.row, 0.1)],
    ],
  }));
  const input = inputOf(areas, '审图号：GS(2024)1234号');

  it('prints the review number on itself', () => {
    const { texts } = paint(geoMap(input), 600);
    expect(texts.map(({ text }) => text)).toContain('审图号：GS(2024)1234号');
    expect(geoMap(input).notes).toContain('审图号：GS(2024)1234号');
    expect(overlapsOf(texts)).toEqual([]);
  });

  it('draws every area, and nothing for none', () => {
    const { svg } = paint(geoMap(input), 600);
    const fills = RAMP.light.map(({ fill }) => fill);
    const drawn = tagsOf(svg).filter(({ attributes }) =>
      fills.includes(attributes.get('fill') ?? ''),
    );
    expect(drawn.length).toBe(areas.filter(({ step }) => step !== null).length + 4);
    expect(paint(geoMap(inputOf<GeoArea>([], 'x')), 600).texts).toHaveLength(5);
  });
});

describe('hostile labels stay inert text', () => {
  it.each(MARKUP_PAYLOADS)('%j', (payload) => {
    const hostile = tiles(3).map((tile) => ({
      ...tile,
      id: payload + tile.id,
      name: payload,
      value: payload,
      place: payload,
      sentence: payload,
    }));
    const input = { ...inputOf(hostile, payload), classes: [{ label: payload, count: 3 }] };
    for (const width of [300, 3000])
      expect(strangersOf(paint(tileMap(input), width).svg)).toEqual([]);
  });
});
