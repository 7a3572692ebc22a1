import { read, type WorkSheet } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { MARKUP_PAYLOADS } from '#lib/charts/testing/payloads.ts';
import { FORMULA_PAYLOADS } from '../testing/formulas.ts';
import { open, packageFaults, part, type Opened } from '../testing/opened.ts';
import { orderFaults } from '../testing/order.ts';
import { samplePng } from '../testing/sample-png.ts';
import { named, textOf, type Node } from '../testing/xml-reader.ts';
import { SLIDE_ROWS, writePptx, type Deck, type NativeChart, type SlideBody } from './index.ts';

const CHART: NativeChart = {
  form: 'bars',
  categories: ['甲县', '乙县', '丙县'],
  series: [
    { name: '得分', values: [0, null, 80.123456789], colour: '003D5A' },
    { name: '上年', values: [-1.5, 70, 60], colour: '8C5A00' },
  ],
  unit: '分',
  decimals: 1,
  max: 100,
  isRank: false,
  alt: '甲县 80.1 分',
};

const slide = (body: SlideBody, title = '标题') => ({
  title,
  subtitle: '副标题',
  body,
  source: '数据来源：示例',
  notes: ['讲者备注', '数据来源：示例；截至 2025年12月31日'],
});

const chart = (change: Partial<NativeChart> = {}) =>
  slide({ kind: 'chart', chart: { ...CHART, ...change } });

const DECK: Deck = {
  locale: 'zh',
  title: '年度分析',
  mark: '示例数据 · 虚构',
  day: '2025-12-31',
  slides: [
    chart(),
    slide({ kind: 'picture', png: samplePng(40, 10), width: 40, height: 10, alt: '图的描述' }),
    chart({ form: 'lines', isRank: true, max: null }),
    slide({ kind: 'text', paragraphs: ['第一段', '第二段'] }),
    chart({ form: 'stacked-bars' }),
    slide({
      kind: 'table',
      table: {
        columns: [
          { title: '名次', width: 1, align: 'right' },
          { title: '机构', width: 3, align: 'left' },
        ],
        rows: [
          [
            { kind: 'number', text: '1' },
            { kind: 'text', text: '甲县' },
          ],
        ],
      },
    }),
    chart({ form: 'columns', series: [CHART.series[0]!] }),
  ],
};

const one = (only: Deck['slides'][number]): Deck => ({ ...DECK, slides: [only] });

function workbook({ bytes }: Opened, number: number): WorkSheet {
  const path = `ppt/embeddings/Microsoft_Excel_Worksheet${number}.xlsx`;
  const { SheetNames, Sheets } = read(bytes.get(path)!, { cellFormula: true });
  expect(SheetNames).toEqual(['Sheet1']);
  return Sheets['Sheet1']!;
}

const cell = (sheet: WorkSheet, ref: string) =>
  sheet[ref] as { t: string; v: unknown; f?: string } | undefined;

describe('writePptx', () => {
  it('is a package that names all its parts, in the order of the schema', async () => {
    const opened = open(await writePptx(DECK));
    expect(packageFaults(opened)).toEqual([]);
    for (const [path, node] of opened.xml) expect([path, orderFaults(node)]).toEqual([path, []]);
  });

  it('gives equal bytes for equal decks, whatever was written before', async () => {
    const first = await writePptx(DECK);
    await writePptx(one(chart()));
    expect(await writePptx(DECK)).toEqual(first);
  });

  it('has no face without Chinese letters in any part', async () => {
    const opened = open(await writePptx(DECK));
    for (const [path, node] of opened.xml)
      for (const { name, attributes } of named(node, 'a:p').flatMap((p) => [
        ...named(p, 'a:latin'),
        ...named(p, 'a:ea'),
      ]))
        expect([path, name, attributes.get('typeface')]).toEqual([
          path,
          name,
          expect.stringMatching(/^(?:微软雅黑|\+m[nj]-(?:lt|ea|cs))$/u),
        ]);
    const theme = part(opened, 'ppt/theme/theme1.xml');
    for (const name of ['a:latin', 'a:ea'])
      expect(named(theme, name).map(({ attributes }) => attributes.get('typeface'))).toEqual([
        '微软雅黑',
        '微软雅黑',
      ]);
    const runs = named(part(opened, 'ppt/charts/chart1.xml'), 'a:defRPr');
    expect(runs.length).toBeGreaterThan(4);
    for (const run of runs)
      expect(named(run, 'a:ea')[0]?.attributes.get('typeface')).toBe('微软雅黑');
  });

  it('writes the mark, title, source and page on every slide, and notes for the speaker', async () => {
    const opened = open(await writePptx(DECK));
    DECK.slides.forEach((each, i) => {
      const node = part(opened, `ppt/slides/slide${i + 1}.xml`);
      const text = textOf(node, 'a:t');
      for (const words of [DECK.mark, each.title, each.subtitle, each.source, String(i + 1)])
        expect(text).toContain(words);
      expect(named(node, 'p:ph').map(({ attributes }) => attributes.get('type'))).toEqual([
        'title',
      ]);
      const notes = part(opened, `ppt/notesSlides/notesSlide${i + 1}.xml`);
      const paragraphs = named(notes, 'a:p').map((p) => textOf(p, 'a:t'));
      for (const note of each.notes) expect(paragraphs).toContain(note);
    });
  });

  it('keeps the numbers of a chart where its program looks for them', async () => {
    const opened = open(await writePptx(DECK));
    const node = part(opened, 'ppt/charts/chart1.xml');
    const sheet = workbook(opened, 1);
    expect(cell(sheet, 'A4')?.v).toBe('丙县');
    expect(cell(sheet, 'B1')?.v).toBe('得分');
    expect(cell(sheet, 'B2')).toMatchObject({ t: 'n', v: 0 });
    expect(cell(sheet, 'B3')).toBeUndefined();
    expect(cell(sheet, 'B4')).toMatchObject({ t: 'n', v: 80.123456789 });
    expect(cell(sheet, 'C2')).toMatchObject({ t: 'n', v: -1.5 });
    const formulas = named(node, 'c:f').map(({ text }) => text);
    expect(formulas).toEqual([
      "'Sheet1'!$B$1",
      "'Sheet1'!$A$2:$A$4",
      "'Sheet1'!$B$2:$B$4",
      "'Sheet1'!$C$1",
      "'Sheet1'!$A$2:$A$4",
      "'Sheet1'!$C$2:$C$4",
    ]);
    const values = named(named(node, 'c:val')[0]!, 'c:pt').map((point) => [
      point.attributes.get('idx'),
      textOf(point, 'c:v'),
    ]);
    expect(values).toEqual([
      ['0', '0'],
      ['2', '80.123456789'],
    ]);
  });

  it('puts the best place at the top and the years at the bottom', async () => {
    const node = part(open(await writePptx(DECK)), 'ppt/charts/chart2.xml');
    const value = named(node, 'c:valAx')[0]!;
    const category = named(node, 'c:catAx')[0]!;
    expect(named(value, 'c:orientation')[0]?.attributes.get('val')).toBe('maxMin');
    expect(named(category, 'c:crosses')[0]?.attributes.get('val')).toBe('max');
    expect(named(category, 'c:orientation')[0]?.attributes.get('val')).toBe('minMax');
  });

  it('describes pictures and charts in words', async () => {
    const opened = open(await writePptx(DECK));
    const described = (number: number) =>
      named(part(opened, `ppt/slides/slide${number}.xml`), 'p:cNvPr').flatMap(
        ({ attributes }) => attributes.get('descr') ?? [],
      );
    expect(described(1)).toEqual(['甲县 80.1 分']);
    expect(described(2)).toEqual(['图的描述']);
    expect([...opened.bytes.keys()].filter((path) => path.endsWith('.png'))).toHaveLength(1);
  });

  it('numbers the shapes of a slide apart, whichever slide has a table', async () => {
    const table = DECK.slides.filter(({ body }) => body.kind === 'table');
    const tables = Array.from({ length: 6 }, () => table).flat();
    const opened = open(await writePptx({ ...DECK, slides: tables }));
    for (const [path, node] of opened.xml) {
      if (!/^ppt\/slides\/slide\d+\.xml$/u.test(path)) continue;
      const ids = named(node, 'p:cNvPr').map(({ attributes }) => attributes.get('id'));
      expect([path, new Set(ids).size]).toEqual([path, ids.length]);
    }
  });

  it('shows markup of any field as text', async () => {
    const hostile = (text: string): Deck => {
      const around = { title: text, subtitle: text, source: text, notes: [text, text] };
      const table = {
        columns: [{ title: text, width: 1, align: 'left' as const }],
        rows: [[{ kind: 'text' as const, text }]],
      };
      const series = [{ name: text, values: [1], colour: '003D5A' }];
      return {
        locale: 'zh',
        title: text,
        mark: text,
        day: '2025-12-31',
        slides: [
          {
            ...around,
            body: {
              kind: 'chart',
              chart: { ...CHART, categories: [text], series, unit: text, alt: text },
            },
          },
          { ...around, body: { kind: 'table', table } },
          { ...around, body: { kind: 'text', paragraphs: [text] } },
        ],
      };
    };
    const shape = (node: Node): string => `${node.name}(${node.children.map(shape).join('')})`;
    const shapes = ({ xml }: Opened) => [...xml].map(([path, node]) => path + shape(node));
    const plain = shapes(open(await writePptx(hostile('甲'))));
    for (const payload of MARKUP_PAYLOADS) {
      const opened = open(await writePptx(hostile(payload)));
      expect(shapes(opened)).toEqual(plain);
      expect(packageFaults(opened)).toEqual([]);
      expect(cell(workbook(opened, 1), 'B1')?.t).toBe('s');
    }
  }, 120_000);

  it('keeps what looks like a formula as text in the workbook', async () => {
    expect(FORMULA_PAYLOADS.length).toBeGreaterThanOrEqual(40);
    const categories = [...FORMULA_PAYLOADS];
    const deck = one(
      chart({
        categories,
        series: [{ name: '=1+1', values: categories.map((_, i) => i), colour: '003D5A' }],
      }),
    );
    const sheet = workbook(open(await writePptx(deck)), 1);
    expect(cell(sheet, 'B1')).toMatchObject({ t: 's', v: '=1+1' });
    FORMULA_PAYLOADS.forEach((payload, i) => {
      const found = cell(sheet, `A${i + 2}`);
      expect(found?.t).toBe('s');
      expect(found?.f).toBeUndefined();
      expect(String(found?.v).replace(/\r\n?/gu, '\n')).toBe(payload.replace(/\r\n?/gu, '\n'));
    });
  });

  it('refuses more rows than a slide holds', async () => {
    const rows = Array.from({ length: SLIDE_ROWS + 1 }, () => [
      { kind: 'text' as const, text: '甲' },
    ]);
    const columns = [{ title: '机构', width: 1, align: 'left' as const }];
    await expect(
      writePptx(one(slide({ kind: 'table', table: { columns, rows } }))),
    ).rejects.toThrow(/do not fit/u);
  });
});
