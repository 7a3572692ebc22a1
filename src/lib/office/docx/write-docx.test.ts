import { describe, expect, it } from 'vitest';
import { MARKUP_PAYLOADS } from '#lib/charts/testing/payloads.ts';
import { open, packageFaults, part } from '../testing/opened.ts';
import { orderFaults } from '../testing/order.ts';
import { samplePng } from '../testing/sample-png.ts';
import { everyNode, named, textOf, type Node } from '../testing/xml-reader.ts';
import { fitted, pageRoom, TYPE_AREA, writeDocx, type Block, type Document } from './index.ts';
import { columnWidths } from './table.ts';

const PNG = samplePng(30, 20);

const table = (rows: number): Block => ({
  kind: 'table',
  caption: '能力指数排名',
  columns: [
    { title: '名次', width: 1, align: 'right' },
    { title: '机构', width: 3, align: 'left' },
    { title: '得分（分）', width: 2, align: 'right' },
  ],
  rows: Array.from({ length: rows }, (_, i) => [
    { kind: 'number' as const, text: String(i + 1) },
    { kind: 'text' as const, text: `第${i + 1}县` },
    i === 0
      ? { kind: 'missing' as const, text: '缺' }
      : { kind: 'number' as const, text: '80.5', sub: '+1.5' },
  ]),
});

const figure = (caption: string): Block => ({
  kind: 'figure',
  png: PNG,
  width: 156,
  height: 104,
  caption,
  alt: `${caption}：甲县 80.5 分`,
});

const SAMPLE: Document = {
  locale: 'zh',
  title: '关于能力指数的通报',
  mark: '示例数据 · 机构与数值均为虚构',
  day: '2025-12-31',
  blocks: [
    { kind: 'title', text: '关于能力指数的通报' },
    { kind: 'subtitle', text: '（2025 年度）' },
    { kind: 'mark', text: '示例数据' },
    { kind: 'heading', level: 1, text: '一、总体情况' },
    { kind: 'paragraph', text: '甲县“居首”，得分 80.5 分。' },
    figure('得分与构成'),
    { kind: 'heading', level: 2, text: '（一）名次' },
    table(40),
    { kind: 'note', text: '数据来源：示例' },
    { kind: 'page-break' },
    figure('历年名次'),
    { kind: 'brief', text: '乙县居末。' },
    {
      kind: 'figure-row',
      maxHeight: 40,
      figures: [figure('左图'), figure('右图')] as Extract<Block, { kind: 'figure' }>[],
    },
    table(2),
  ],
};

const written = async (document: Document) => open(await writeDocx(document));
const body = async (document: Document) => part(await written(document), 'word/document.xml');
const only = (blocks: readonly Block[]): Document => ({ ...SAMPLE, blocks });

describe('writeDocx', () => {
  it('is a package that names all its parts, in the order of the schema', async () => {
    const opened = await written(SAMPLE);
    expect(packageFaults(opened)).toEqual([]);
    for (const [path, node] of opened.xml) expect([path, orderFaults(node)]).toEqual([path, []]);
  });

  it('gives equal bytes for equal documents, dated with the data', async () => {
    const [first, second] = [await writeDocx(SAMPLE), await writeDocx(SAMPLE)];
    expect(first).toEqual(second);
    const core = part(open(first), 'docProps/core.xml');
    expect(textOf(core, 'dcterms:created')).toBe('2025-12-31T00:00:00Z');
    expect(textOf(core, 'dcterms:modified')).toBe('2025-12-31T00:00:00Z');
  });

  it('holds every text, and the mark on every page', async () => {
    const opened = await written(SAMPLE);
    const text = textOf(part(opened, 'word/document.xml'), 'w:t');
    for (const block of SAMPLE.blocks) {
      if ('text' in block) expect(text).toContain(block.text);
      if (block.kind === 'table')
        for (const cell of block.rows.flat()) expect(text).toContain(cell.text);
    }
    expect(textOf(part(opened, 'word/header1.xml'), 'w:t')).toBe(SAMPLE.mark);
    expect(textOf(part(opened, 'word/footer1.xml'), 'w:instrText').trim()).toBe('PAGE');
  });

  it('sets a Chinese face in every run and every style of its own', async () => {
    const opened = await written(SAMPLE);
    for (const path of ['word/document.xml', 'word/header1.xml', 'word/footer1.xml']) {
      const runs = named(part(opened, path), 'w:r').filter(
        (run) => named(run, 'w:drawing').length === 0,
      );
      expect(runs.length).toBeGreaterThan(0);
      for (const run of runs)
        expect(named(run, 'w:rFonts')[0]?.attributes.get('w:eastAsia')).toMatch(
          /^(?:方正小标宋简体|黑体|楷体|仿宋|宋体)$/u,
        );
    }
    const faces = named(part(opened, 'word/document.xml'), 'w:p').map((paragraph) => ({
      text: textOf(paragraph, 'w:t'),
      face: named(paragraph, 'w:rFonts')[0]?.attributes.get('w:eastAsia'),
      size: named(paragraph, 'w:sz')[0]?.attributes.get('w:val'),
    }));
    const of = (text: string) => faces.find((one) => one.text.includes(text));
    expect(of('关于能力')).toMatchObject({ face: '方正小标宋简体', size: '44' });
    expect(of('甲县“居首”')).toMatchObject({ face: '仿宋', size: '32' });
    expect(of('一、总体')).toMatchObject({ face: '黑体', size: '32' });
    expect(of('第3县')).toMatchObject({ face: '宋体', size: '21' });
    const fonts = named(part(opened, 'word/fontTable.xml'), 'w:font');
    expect(fonts.map(({ attributes }) => attributes.get('w:name'))).toContain('方正小标宋简体');
  });

  it('has the paper and the type area of official documents', async () => {
    const node = await body(SAMPLE);
    const size = named(node, 'w:pgSz')[0]!.attributes;
    const margin = named(node, 'w:pgMar')[0]!.attributes;
    const mm = (twips: string | undefined) => (Number(twips) / 1440) * 25.4;
    const of = (name: string) => mm(margin.get(name));
    expect(mm(size.get('w:w')) - of('w:left') - of('w:right')).toBeCloseTo(156, 1);
    expect(mm(size.get('w:h')) - of('w:top') - of('w:bottom')).toBeCloseTo(225, 1);
  });

  it('numbers figures and tables in fields that word processors go on counting', async () => {
    const node = await body(SAMPLE);
    const captions = named(node, 'w:p').filter((one) => named(one, 'w:instrText').length > 0);
    const fields = captions.map((caption) => [
      textOf(caption, 'w:instrText').trim(),
      textOf(caption, 'w:t').replace(/\D+/gu, ''),
    ]);
    for (const caption of captions)
      expect(named(caption, 'w:fldChar').map(({ attributes }) => [...attributes.values()])).toEqual(
        [['begin'], ['separate'], ['end']],
      );
    expect(fields).toEqual([
      ['SEQ 图 \\* ARABIC', '1'],
      ['SEQ 表 \\* ARABIC', '1'],
      ['SEQ 图 \\* ARABIC', '2'],
      ['SEQ 图 \\* ARABIC', '3'],
      ['SEQ 图 \\* ARABIC', '4'],
      ['SEQ 表 \\* ARABIC', '2'],
    ]);
    expect(textOf(captions[0]!, 'w:t')).toBe('图1　得分与构成');
    const english = await body({ ...SAMPLE, locale: 'en' });
    expect(textOf(english, 'w:t')).toContain('Figure 1. 得分与构成');
  });

  it('repeats the header of tables and splits no row', async () => {
    const [first] = named(await body(SAMPLE), 'w:tbl');
    const rows = named(first!, 'w:tr');
    expect(rows).toHaveLength(41);
    expect(named(rows[0]!, 'w:tblHeader')).toHaveLength(1);
    expect(rows.slice(1).flatMap((row) => named(row, 'w:tblHeader'))).toEqual([]);
    expect(rows.every((row) => named(row, 'w:cantSplit').length === 1)).toBe(true);
    const grid = named(first!, 'w:gridCol').map(({ attributes }) => Number(attributes.get('w:w')));
    expect(grid.reduce((a, b) => a + b, 0)).toBe(Math.round((156 / 25.4) * 1440));
    const alignments = named(rows[2]!, 'w:jc').map(({ attributes }) => attributes.get('w:val'));
    expect(alignments).toEqual(['right', 'left', 'right', 'right']);
    expect(textOf(rows[2]!, 'w:t')).toBe('2第2县80.5+1.5');
  });

  it('embeds pictures as they are, with words for those who do not see them', async () => {
    const opened = await written(SAMPLE);
    const media = [...opened.bytes].filter(([path]) => path.startsWith('word/media/'));
    expect(media.map(([, bytes]) => bytes)).toEqual([PNG]);
    const pictures = named(part(opened, 'word/document.xml'), 'wp:docPr');
    expect(pictures.map(({ attributes }) => attributes.get('id'))).toEqual(['1', '2', '3', '4']);
    expect(pictures[0]!.attributes.get('descr')).toBe('得分与构成：甲县 80.5 分');
    const extent = named(part(opened, 'word/document.xml'), 'wp:extent')[0]!.attributes;
    expect(Number(extent.get('cx'))).toBe(156 * 36000);
    expect(Number(extent.get('cy'))).toBe(104 * 36000);
    const beside = named(part(opened, 'word/document.xml'), 'wp:extent')[2]!.attributes;
    expect(Number(beside.get('cy'))).toBe(40 * 36000);
    expect(Number(beside.get('cx')) / Number(beside.get('cy'))).toBeCloseTo(1.5, 3);
  });

  it('shows markup of any field as text', async () => {
    const hostile = (text: string): Document => ({
      locale: 'zh',
      title: text,
      mark: text,
      day: '2025-12-31',
      blocks: [
        ...(['title', 'subtitle', 'mark', 'paragraph', 'note'] as const).map((kind) => ({
          kind,
          text,
        })),
        { kind: 'heading', level: 1, text },
        { ...(figure('') as Extract<Block, { kind: 'figure' }>), caption: text, alt: text },
        {
          kind: 'table',
          caption: text,
          columns: [{ title: text, width: 1, align: 'left' }],
          rows: [[{ kind: 'text', text }]],
        },
      ],
    });
    const shape = (node: Node): string => `${node.name}(${node.children.map(shape).join('')})`;
    const plain = shape(await body(hostile('甲')));
    expect(MARKUP_PAYLOADS.length).toBeGreaterThanOrEqual(30);
    for (const payload of MARKUP_PAYLOADS) {
      const opened = await written(hostile(payload));
      const node = part(opened, 'word/document.xml');
      expect(shape(node)).toBe(plain);
      const readable = payload.replace(/[\u0000-\u001f\ud800-\udfff\ufffe]/gu, '\ufffd'); // eslint-disable-line no-control-regex
      expect(textOf(node, 'w:t').split(readable).length - 1).toBe(10);
      expect(named(node, 'wp:docPr')[0]!.attributes.get('descr')).toBe(readable);
      expect(packageFaults(opened)).toEqual([]);
      expect(everyNode(node).some(({ name }) => /script|hyperlink/iu.test(name))).toBe(false);
    }
  }, 60_000);

  it('refuses a row of another length than the columns', async () => {
    const bad = { ...table(0), rows: [[{ kind: 'text', text: '一' }]] } as Block;
    await expect(writeDocx(only([bad]))).rejects.toThrow(/Row 1 has 1 cells/u);
  });
});

describe('columnWidths', () => {
  it('shares the type area out to the last twip', () => {
    const widths = columnWidths(
      [1, 1, 1, 1, 1, 1, 1].map((width) => ({ title: '', width, align: 'left' })),
    );
    expect(widths.reduce((a, b) => a + b, 0)).toBe(8844);
  });
});

describe('fitted', () => {
  it('keeps proportions within the type area', () => {
    const room = pageRoom('名次');
    expect(fitted({ width: 156, height: 100 }, room)).toEqual({ width: 156, height: 100 });
    const high = fitted({ width: 156, height: 420 }, room);
    expect(high.height).toBe(room.height);
    expect(high.width / high.height).toBeCloseTo(156 / 420);
  });

  it('leaves the caption its lines, in either language', () => {
    const heights = [1, 50, 90, 130].map((letters) => pageRoom('名'.repeat(letters)).height);
    expect(heights).toEqual([...new Set(heights)].sort((a, b) => b - a));
    expect(heights[0]).toBeLessThan(TYPE_AREA.height - 20);
    expect(pageRoom('a'.repeat(100)).height).toBeLessThan(pageRoom('a'.repeat(20)).height);
  });
});
