import { describe, expect, it } from 'vitest';
import { messagesFor } from '#lib/i18n/index.ts';
import { mapMessages } from '#lib/i18n/views/map.ts';
import type { Locale } from '#lib/model/index.ts';
import type { DatasetRows } from '#lib/state/dataset.ts';
import { mapOptions, type MapView } from '#lib/state/map-view.ts';
import { MANIFEST, rowsOf, SCHEME, sessionOf } from '#lib/state/testing/world.ts';
import { mapFigure } from './figure.ts';
import { mapModel } from './model.ts';
import { mapHeadings, shortName, tileSentence, wordingOf, type Wording } from './words.ts';

/** Squares in rows of three; the last lacks `b`. */
function placed(n: number, gap = true): DatasetRows {
  const rows = rowsOf(n, gap);
  return {
    ...rows,
    institutions: rows.institutions.map((one, i) => ({
      ...one,
      tile_row: 1 + Math.floor(i / 3),
      tile_col: 1 + (i % 3),
    })),
  };
}

const defaults = mapOptions(MANIFEST, [SCHEME], {}).defaults;
function wording(n = 5, part: Partial<MapView> = {}, locale: Locale = 'zh', gap = true): Wording {
  const { dataset, scheme, result } = sessionOf({ rows: placed(n, gap) });
  const model = mapModel(dataset, scheme, result, { ...defaults, ...part });
  return wordingOf(model, scheme, locale, messagesFor(locale), mapMessages(locale));
}
const headingsOf = (words: Wording) => mapHeadings(words, MANIFEST, {});

describe('mapModel', () => {
  it('is sorted by value, missing last and never zero', () => {
    const { model } = wording();
    expect(model.tiles.map(({ id, value }) => [id, value === null])).toEqual([
      ['u0', false],
      ['u1', false],
      ['u2', false],
      ['u3', false],
      ['u4', true],
    ]);
    expect(model.tiles[4]).toMatchObject({ step: null, place: null, row: 1, col: 1 });
    expect(model.missing).toBe(1);
  });

  it('colours by an indicator as reported, also where there is no place in the index', () => {
    const { model } = wording(5, { of: 'a' });
    expect(model.of).toMatchObject({ kind: 'indicator', direction: 1 });
    expect(model.tiles.map(({ value, place }) => [value, place])).toEqual([
      [5, 1],
      [4, 2],
      [3, 3],
      [2, 4],
      [1, 5],
    ]);
    expect(model.classes).toMatchObject({ method: 'equal' });
  });

  it('takes bands for the index alone', () => {
    expect(wording().model.classes.method).toBe('bands');
    expect(wording(5, { of: 'b', classes: 'bands' }).model.classes.method).toBe('equal');
  });

  it('survives being sent as JSON', () => {
    const { model } = wording();
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
  });
});

describe('the words', () => {
  it('say a square in one sentence', () => {
    const words = wording(3, { of: 'a' });
    const said = words.model.tiles.map((tile) => tileSentence(tile, words));
    expect(said[0]).toBe('u0县，3 分，第 1 名');
    const index = wording(3);
    expect(tileSentence(index.model.tiles[2]!, index)).toBe(
      'u2县，缺，不参与排名：指标可得率 50%，低于方案要求的 90%',
    );
  });

  it.each([
    [
      5,
      {},
      'u0县最高（0.05 分）；u3县最低（0.02 分）；最高一级（领先）4 家；1 家缺数，以斜纹表示。',
    ],
    [1, { of: 'a' }, '只有u0县有数值（1 分）。'],
    [0, {}, '该范围内没有机构。'],
    [1, { of: 'b' }, '该范围内没有数值可着色。'],
  ] as const)('find, of %i: %j', (n, part, finding) => {
    expect(headingsOf(wording(n, part)).finding).toBe(finding);
  });

  it('shorten names for a square and never to nothing', () => {
    const name = (zh: string, en: string) => ({ name: { zh, en } });
    expect(shortName(name('甲县', 'Jia County (fictional)'), 'en')).toBe('Jia');
    expect(shortName(name('戊县（2022年止）', ''), 'zh')).toBe('戊县');
    expect(shortName(name('（甲）', ' County'), 'zh')).toBe('（甲）');
  });

  it.each(['zh', 'en'] as const)('have no nonsense in %s', (locale) => {
    for (const of of [null, 'a']) {
      const words = wording(5, { of }, locale);
      const { title, finding, notes } = headingsOf(words);
      const all = [
        title,
        finding,
        ...notes,
        ...words.model.tiles.map((t) => tileSentence(t, words)),
      ];
      expect(all.join('|')).not.toMatch(/NaN|undefined|null|Infinity|\[object/);
    }
  });
});

describe('the figure', () => {
  const words = wording();
  const shape = {
    label: 'u0县',
    codes: ['u0'],
    names: [],
    polygons: [
      [
        [
          [120, 28],
          [121, 28],
          [121, 29],
        ],
      ],
    ],
  } as const;
  const manifest = MANIFEST;

  it('says in title and note that it is no map of boundaries', () => {
    const { text } = mapFigure(words, headingsOf(words), null, manifest, '');
    expect(text.title).toContain('示意图，不表示行政区域界线');
    expect(text.note).toContain('示意图，不表示行政区域界线');
  });

  it('over supplied boundaries carries their review number everywhere', async () => {
    const charts = await import('#lib/charts/index.ts');
    const boundaries = { file: 'a.json', number: 'GS(2024)1234号', shapes: [shape] };
    const figure = mapFigure(words, headingsOf(words), boundaries, manifest, '');
    const { text, provenance, fileParts } = figure;
    for (const where of [text.title, text.note, fileParts.join(), provenance['mapNumber']])
      expect(where).toContain('GS(2024)1234号');
    // Who has no shape is in the table alone.
    expect(figure.chart(charts).stops.map(({ id }) => id)).toEqual(['u0']);
    expect(figure.sheet().rows).toHaveLength(5);
  });

  it('has a table with an empty cell and a reason for what is missing', () => {
    const { columns, rows } = mapFigure(words, headingsOf(words), null, manifest, '').sheet();
    expect(rows.every((row) => row.length === columns.length)).toBe(true);
    const last = rows[4] ?? [];
    expect([last[0], last[6]]).toEqual([null, null]);
    expect(last[9]).toContain('不参与排名');
  });
});
