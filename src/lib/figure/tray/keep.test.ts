import { describe, expect, it } from 'vitest';
import { MARKUP_PAYLOADS } from '#lib/charts/testing/payloads.ts';
import * as charts from '#lib/charts/index.ts';
import { sampleRanking } from '#lib/charts/testing/sample-ranking.ts';
import { keepFigure, keptId, KeptSizeError, PAGE_COLUMNS } from './keep.ts';
import { keptDocumentFigure } from './kept-figure.ts';
import { readFigure, readList, KEPT_VERSION } from './read-kept.ts';
import { sampleKept, sampleSubject } from './testing/sample-kept.ts';

describe('a kept figure', () => {
  it('is plain data, the same for the same figure, and what the browser gives back', () => {
    const kept = sampleKept();
    expect(JSON.parse(JSON.stringify(kept))).toEqual(kept);
    expect(sampleKept()).toEqual(kept);
    expect(structuredClone(kept)).toEqual(kept);
    expect(readFigure({ version: KEPT_VERSION, figure: kept })).toEqual(kept);
  });

  it('says what it shows without a number, and where it is from', () => {
    const kept = sampleKept('乙', { provenance: { edition: '2025', view: '?level=city' } });
    expect(kept.caption).toBe('乙省县级机构排名：甲县居首；乙县上升 3 位，升幅最大。');
    expect(kept.text.title).toBe('乙省县级机构排名');
    expect(kept.provenance).toEqual({ edition: '2025', view: '?level=city', page: '/' });
    expect(kept.alone.svg).toContain('乙省县级机构排名');
    expect(kept.alone.svg).toContain('&quot;page&quot;:&quot;/&quot;');
    for (const { svg } of Object.values(kept.pictures)) {
      expect(svg).not.toContain('>乙省县级机构排名<');
      expect(svg).toContain('示例数据 · 机构');
    }
  });

  it('is described by what is drawn, after whatever its caption is', () => {
    const subject = sampleSubject();
    const kept = sampleKept();
    const live = subject.chart(charts).summary('图注');
    expect(kept.summary.length).toBeGreaterThan(20);
    expect(live).toBe(`图注。${kept.summary}`);
    expect(keptDocumentFigure(kept).describe('图注。')).toBe(`图注。 ${kept.summary}`);
  });

  it('does not change with what it was made of', () => {
    const rows: (string | number)[][] = [[1, '甲县']];
    const kept = sampleKept('甲', { sheet: () => ({ columns: ['名次', '机构'], rows }) });
    rows[0]![0] = 9;
    expect(kept.sheet.rows).toEqual([[1, '甲县']]);
  });

  it('shows as many columns of its table as a page holds', () => {
    const columns = Array.from({ length: 12 }, (_, i) => `列 ${i}`);
    const wide = sampleKept('甲', { sheet: () => ({ columns, rows: [columns] }) });
    expect(wide.columns).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(wide.columns).toHaveLength(PAGE_COLUMNS);
    expect(sampleKept().columns).toEqual([0, 1, 2]);
  });

  it('is another one for another view, edition, language or words, and only then', () => {
    const subject = sampleSubject();
    const id = keptId(subject, '/');
    const { provenance, text } = subject;
    const same = {
      ...subject,
      provenance: Object.fromEntries(Object.entries(provenance).reverse()),
    };
    expect(keptId(same, '/')).toBe(id);
    const others = [
      keptId(subject, '/en/'),
      keptId({ ...subject, name: 'other' }, '/'),
      keptId({ ...subject, locale: 'en' }, '/'),
      keptId({ ...subject, trial: true }, '/'),
      keptId({ ...subject, provenance: { ...provenance, view: '?year=2024' } }, '/'),
      keptId({ ...subject, provenance: { ...provenance, edition: '2024' } }, '/'),
      keptId({ ...subject, text: { ...text, subtitle: '另一句。' } }, '/'),
    ];
    expect(new Set([id, ...others]).size).toBe(others.length + 1);
  });

  it('keeps hostile words as words', () => {
    const half = Math.ceil(MARKUP_PAYLOADS.length / 2);
    for (const all of [MARKUP_PAYLOADS.slice(0, half), MARKUP_PAYLOADS.slice(half)]) {
      const words = all.join(' ');
      const input = sampleRanking(2, { suffix: words });
      const kept = sampleKept('甲', {
        text: { ...sampleSubject().text, title: words, note: words, source: words },
        chart: (made) => made.rankingChart(input),
        provenance: { view: words },
      });
      for (const { svg } of [kept.alone, ...Object.values(kept.pictures)])
        expect(svg).not.toMatch(/<(?:script|iframe|foreignObject|img|a|use|animate|set)\b/iu);
      expect(readFigure({ version: KEPT_VERSION, figure: kept })).toEqual(kept);
    }
  });

  it('is refused where it is too large to be kept', () => {
    const rows = Array.from({ length: 40_000 }, (_, i) => [
      i,
      '某县质量技术监督检测中心',
      i / 3,
      ' '.repeat(50),
    ]);
    const huge = sampleSubject('甲', { sheet: () => ({ columns: ['1', '2', '3', '4'], rows }) });
    expect(() => keepFigure(huge, charts, '/')).toThrow(KeptSizeError);
  });
});

it('a figure that could not be read again is refused when it is taken', () => {
  const broken = sampleSubject('甲', {
    sheet: () => ({ columns: ['名次'], rows: [[1, 2]] }),
  });
  expect(() => keepFigure(broken, charts, '/')).toThrow(TypeError);
});

describe('what the browser gives back', () => {
  const figure = sampleKept();

  it('is no figure where anything of it is missing or of another kind', () => {
    const changes: [string, unknown][] = [
      ...Object.keys(figure).map((key): [string, unknown] => [key, undefined]),
      ['locale', 'fr'],
      ['layer', 'gone'],
      ['part', 'all'],
      ['columns', [-1]],
      ['alone', { ...figure.alone, svg: '<script>' }],
      ['pictures', { ...figure.pictures, wide: undefined }],
      ['sheet', { columns: ['a'], rows: [[1, 2]] }],
      ['native', [{ form: 'bars' }]],
      ['provenance', { view: 1 }],
      ['text', { ...figure.text, note: null }],
    ];
    for (const [key, value] of changes)
      expect(
        readFigure({ version: KEPT_VERSION, figure: { ...figure, [key]: value } }),
        key,
      ).toBeNull();
    for (const record of [null, undefined, 1, 'x', [], { figure }, { version: 0, figure }])
      expect(readFigure(record)).toBeNull();
  });

  it('is the part of a list that can be read', () => {
    const { id, caption, paragraph, part, columns } = figure;
    const entry = { id, caption, paragraph, part, columns };
    const entries = [entry, { ...entry, id: 'b', part: 'x' }, null, entry, { ...entry, id: 'c' }];
    const list = readList({ version: KEPT_VERSION, title: 7, entries });
    expect(list).toEqual({ title: null, entries: [entry, { ...entry, id: 'c' }] });
    for (const record of [undefined, null, 'x', { entries }, { version: KEPT_VERSION }])
      expect(readList(record).entries).toEqual([]);
  });
});
