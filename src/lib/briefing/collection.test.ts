import { read } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { MARKUP_PAYLOADS } from '#lib/charts/testing/payloads.ts';
import type { Figure } from '#lib/export/index.ts';
import type { KeptFigure } from '#lib/figure/tray/kept-figure.ts';
import { sampleKept } from '#lib/figure/tray/testing/sample-kept.ts';
import { messagesFor } from '#lib/i18n/index.ts';
import type { Locale } from '#lib/model/index.ts';
import { FORMULA_PAYLOADS } from '#lib/office/testing/formulas.ts';
import { open, packageFaults, part, type Opened } from '#lib/office/testing/opened.ts';
import { orderFaults } from '#lib/office/testing/order.ts';
import { samplePng } from '#lib/office/testing/sample-png.ts';
import { everyNode, named, textOf } from '#lib/office/testing/xml-reader.ts';
import { collectionReport } from './collection.ts';
import { writeReport } from './make-report.ts';
import { REPORT_FORMATS } from './request.ts';
import type { Report } from './report.ts';

const paint = ({ width, height }: Figure) =>
  Promise.resolve(samplePng(Math.round(width / 20), Math.round(height / 20)));

const kept = (name = '甲', change: Partial<KeptFigure> = {}): KeptFigure => ({
  ...sampleKept(name),
  ...change,
});

const collected = (
  figures: readonly KeptFigure[],
  locale: Locale = 'zh',
  title = '计量能力图表',
): Report => collectionReport({ title, figures, locale, m: messagesFor(locale) });

const published = (change: Partial<KeptFigure> = {}): KeptFigure => {
  const figure = sampleKept('乙');
  return {
    ...figure,
    layer: 'reported',
    text: { ...figure.text, source: '公报', scheme: '', edition: '2024', cutoff: '2024-12-31' },
    ...change,
  };
};

const textsOf = (report: Report, kind: string): string[] =>
  report.pieces.flatMap((piece) => ('text' in piece && piece.kind === kind ? [piece.text] : []));

const kindsOf = ({ pieces }: Report) => pieces.map(({ kind }) => kind);

const docx = async (report: Report, watermark = '') =>
  open((await writeReport(report, 'docx', paint, { watermark })).bytes);
const pptx = async (report: Report, watermark = '') =>
  open((await writeReport(report, 'pptx', paint, { watermark })).bytes);

const bodyText = (opened: Opened) => textOf(part(opened, 'word/document.xml'), 'w:t');

const slidesOf = ({ xml }: Opened): string[] =>
  [...xml]
    .flatMap(([path, node]) => {
      const number = /^ppt\/slides\/slide(\d+)\.xml$/u.exec(path)?.[1];
      return number === undefined ? [] : [[Number(number), textOf(node, 'a:t')] as const];
    })
    .sort(([a], [b]) => a - b)
    .map(([, text]) => text);

describe('what was collected', () => {
  it('stands in the order of the tray: paragraph, figure, table, source', () => {
    const report = collected([
      kept('甲', { paragraph: '先看这里。\n\n再看那里。', part: 'both' }),
      kept('丙', { part: 'table' }),
      kept('丁', { part: 'figure' }),
    ]);
    expect(kindsOf(report)).toEqual([
      ...['title', 'mark'],
      ...['paragraph', 'paragraph', 'figure', 'table', 'source'],
      ...['table', 'source'],
      ...['figure', 'source'],
      ...['heading', 'note'],
    ]);
    expect(textsOf(report, 'paragraph')).toEqual(['先看这里。', '再看那里。']);
    const captions = report.pieces.flatMap((piece) => ('caption' in piece ? [piece.caption] : []));
    expect(captions).toEqual([
      '甲省县级机构排名：甲县居首；乙县上升 3 位，升幅最大。',
      // Beside its figure: what it is of.
      '甲省县级机构排名',
      '丙省县级机构排名：甲县居首；乙县上升 3 位，升幅最大。',
      '丁省县级机构排名：甲县居首；乙县上升 3 位，升幅最大。',
    ]);
  });

  it('has the captions of the reader, and those of the figure where there are none', () => {
    const report = collected([kept('甲', { caption: '我的图注' }), kept('乙', { caption: '  ' })]);
    const captions = report.pieces.flatMap((piece) => ('caption' in piece ? [piece.caption] : []));
    expect(captions[0]).toBe('我的图注');
    expect(captions[1]).toContain('乙省县级机构排名：');
    expect(collected([kept()], 'zh', '  ').title).toBe('计量技术机构能力指数：图表选编');
    expect(collected([kept()], 'en', '').title).toBe(
      'Capability of metrology institutions: selected figures',
    );
  });

  it('says the source under each, and all of them once at the end', () => {
    const report = collected([kept(), published({ part: 'both' }), kept('丙')]);
    const own =
      '数据来源：示例数据生成器（虚构）；截至日期：2025年12月31日；方案：示例六维 v1；版次：2025';
    const other = '数据来源：公报；截至日期：2024年12月31日；版次：2024';
    expect(textsOf(report, 'source')).toEqual([own, other, own]);
    expect(textsOf(report, 'note')).toEqual([`图1、图3：${own}`, `图2、表1：${other}`]);
    expect(report.sources).toEqual([own, other]);
    expect(report.day).toBe('2025-12-31');
    expect(textsOf(collected([kept(), kept('丙')]), 'note')).toEqual([own]);
  });

  it('says that data are invented for all of them, or for which of them', async () => {
    const all = collected([kept(), kept('丙', { part: 'both' })]);
    expect(all.mark).toMatch(/^示例数据 · .*虚构/u);
    expect(textsOf(all, 'mark')).toEqual([all.mark]);
    expect(collected([published()]).mark).toBe('');
    expect(textsOf(collected([published()]), 'mark')).toEqual([]);

    const mixed = collected([
      kept(),
      kept('丙', { part: 'both' }),
      published(),
      kept('丁', { layer: 'template', trial: true }),
    ]);
    expect(mixed.mark).toMatch(/^图1–2、表1：示例数据；图4：.*试算/u);
    expect(textsOf(mixed, 'mark')[0]).toMatch(/^图1–2、表1：示例数据 · .*虚构/u);
    expect(textsOf(mixed, 'mark')).toHaveLength(2);
    expect(mixed.fileParts[mixed.fileParts.length - 1]).toBe('计量能力图表');
    expect(mixed.fileParts.join('')).toContain('示例数据');

    expect(textOf(part(await docx(mixed), 'word/header1.xml'), 'w:t')).toBe(mixed.mark);
    const slides = slidesOf(await pptx(mixed));
    const of = (label: string) => slides.find((slide) => slide.includes(`${label}\u3000`));
    expect(of('图1')).toContain('虚构');
    expect(of('表1')).toContain('虚构');
    expect(of('图3')).not.toMatch(/示例数据|虚构/u);
    expect(of('图3')).toContain('数据来源：公报');
    expect(of('图3')).not.toContain('示例六维');
  });

  it('says what the reader’s own data and blank forms are', () => {
    const local = { provenance: { edition: '2025', local: 'ff' }, local: true };
    const report = collected([kept('甲', local), kept('丙', { layer: 'template' })]);
    expect(report.mark).toMatch(/图1：.*本机数据；图2：/u);
    expect(textsOf(report, 'mark')[0]).toContain('未发布');
  });

  it('takes figures of another language as they are', async () => {
    const english = kept('甲', {
      locale: 'en',
      caption: 'Ranking of counties: Jia leads.',
      part: 'both',
    });
    const report = collected([english, kept('乙')]);
    expect(report.locale).toBe('zh');
    // The mark of the report is one, in its own language, though the pictures have theirs.
    expect(report.mark).toMatch(/^示例数据/u);
    expect(bodyText(await docx(report))).toContain('Ranking of counties: Jia leads.');
    const other = collected([kept('乙', { part: 'both' })], 'en');
    expect(textsOf(other, 'source')[0]).toMatch(/^Source: 示例.*; Edition: 2025$/u);
    expect(bodyText(await docx(other))).toContain('Figure 1. ');
  });

  it('prints the note of a figure below its table where there is no picture to hold it', () => {
    const figure = sampleKept();
    const noted = { ...figure, text: { ...figure.text, note: '得分相同者并列。' } };
    expect(textsOf(collected([{ ...noted, part: 'table' }]), 'source')).toContain(
      '得分相同者并列。',
    );
    expect(textsOf(collected([{ ...noted, part: 'both' }]), 'source')).toHaveLength(1);
  });
});

describe('its files', () => {
  const mixed = () =>
    collected([
      kept('甲', { part: 'both', paragraph: '先看这里。' }),
      published({ part: 'both', native: [] }),
      kept('丙', { part: 'table', columns: [1, 2] }),
    ]);

  it('hold every word, open as packages, and are the same bytes again', async () => {
    const document = await docx(mixed());
    expect(packageFaults(document)).toEqual([]);
    expect(orderFaults(part(document, 'word/document.xml'))).toEqual([]);
    const text = bodyText(document);
    for (const piece of mixed().pieces) {
      if ('text' in piece) expect(text).toContain(piece.text);
      if ('caption' in piece) expect(text).toContain(piece.caption);
      if (piece.kind === 'table')
        for (const cell of piece.rows.flat()) expect(text).toContain(cell.text);
    }
    expect(packageFaults(await pptx(mixed()))).toEqual([]);
    for (const format of REPORT_FORMATS) {
      const first = await writeReport(mixed(), format, paint, { watermark: '水印' });
      const second = await writeReport(mixed(), format, paint, { watermark: '水印' });
      expect(first.name).toBe(`示例数据_计量能力图表_20251231.${format}`);
      expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
    }
  });

  it('have slides with charts to edit where there are any, pictures where there are none', async () => {
    const opened = await pptx(mixed());
    const charts = [...opened.bytes.keys()].filter((path) =>
      /^ppt\/charts\/chart\d+\.xml$/u.test(path),
    );
    expect(charts).toHaveLength(1);
    const book = read(opened.bytes.get('ppt/embeddings/Microsoft_Excel_Worksheet1.xlsx')!);
    expect((book.Sheets['Sheet1']!['B2'] as { v: number }).v).toBe(87.25);
    const pictures = [...opened.bytes.keys()].filter((path) => path.startsWith('ppt/media/'));
    expect(pictures).toHaveLength(1);
  });

  it('cut a long table aloud, on paper and sooner on slides', async () => {
    const figure = sampleKept();
    const rows = Array.from({ length: 2900 }, (_, i) => [i + 1, '甲县', null]);
    const report = collected([{ ...figure, part: 'table', sheet: { ...figure.sheet, rows } }]);
    const document = bodyText(await docx(report));
    expect(document).toContain('表共 2900 行，此处只载前 500 行');
    const slides = slidesOf(await pptx(report)).filter((slide) => slide.includes('表1\u3000'));
    expect(slides).toHaveLength(8);
    for (const slide of [slides[0], slides[7]])
      expect(slide).toContain('表共 2900 行，此处只载前 112 行');
  });

  it('carry no watermark unless it is asked for', async () => {
    const plain = await docx(mixed());
    expect(named(part(plain, 'word/header1.xml'), 'v:shape')).toEqual([]);
    const master = part(await pptx(mixed()), 'ppt/slideMasters/slideMaster1.xml');
    expect(textOf(master, 'a:t')).not.toContain('市场监督');
    const marked = await docx(mixed(), '台州市市场监督管理局 2026-11-22');
    const [shape] = named(part(marked, 'word/header1.xml'), 'v:textpath').slice(-1);
    expect(shape?.attributes.get('string')).toBe('台州市市场监督管理局 2026-11-22');
    const slides = await pptx(mixed(), '台州市市场监督管理局 2026-11-22');
    expect(textOf(part(slides, 'ppt/slideMasters/slideMaster1.xml'), 'a:t')).toContain(
      '台州市市场监督管理局 2026-11-22',
    );
  });

  it('draws pictures without paper over a page with a watermark, and with it else', async () => {
    const seen: string[] = [];
    const watching = (figure: Figure) => {
      seen.push(figure.svg);
      return paint(figure);
    };
    const report = collected([kept('甲', { native: [] })]);
    for (const watermark of ['', '水印'])
      for (const format of ['docx', 'pptx'] as const)
        await writeReport(report, format, watching, { watermark });
    const papers = seen.map((svg) => /<rect width="[\d.]+" height="[\d.]+" fill="#fff/iu.test(svg));
    expect(papers).toEqual([true, true, false, false]);
    expect(seen.some((svg) => svg.includes('data-role="watermark"'))).toBe(false);
    for (const svg of seen) expect(svg).toContain('data-role="mark"');
  });
});

describe('hostile words', () => {
  const hostile = (text: string): KeptFigure => {
    const figure = sampleKept();
    return {
      ...figure,
      caption: text,
      paragraph: text,
      part: 'both',
      text: { ...figure.text, title: text, subtitle: text, note: text, source: text },
      sheet: { columns: [text, '得分'], rows: [[text, 1]] },
      columns: [0, 1],
    };
  };
  // eslint-disable-next-line no-control-regex -- what XML cannot hold
  const UNWRITABLE = /[\u0000-\u001f\u007f-\u009f\ud800-\udfff\ufffe]/gu;
  const readable = (payload: string) =>
    payload
      .replace(/[\r\n\t]+/gu, ' ')
      .replace(UNWRITABLE, '\ufffd')
      .trim();

  it.each([
    ['markup', MARKUP_PAYLOADS],
    ['formulas', FORMULA_PAYLOADS],
  ])(
    'are text everywhere: %s',
    async (_name, payloads) => {
      const [title = ''] = payloads;
      const report = collected(payloads.map(hostile), 'zh', title);
      const document = await docx(report, title);
      const slides = await pptx(report, title);
      for (const opened of [document, slides]) {
        expect(packageFaults(opened)).toEqual([]);
        for (const [path, node] of opened.xml) {
          const bad = everyNode(node).filter(({ name }) =>
            /^(?:script|iframe|img|svg|style)$|hyperlink$|hlinkClick$/iu.test(name),
          );
          expect([path, bad.map(({ name }) => name)]).toEqual([path, []]);
        }
      }
      const body = bodyText(document);
      for (const payload of payloads) expect(body).toContain(readable(payload));
      for (const [path, bytes] of slides.bytes) {
        if (!path.startsWith('ppt/embeddings/')) continue;
        const sheet = read(bytes, { cellFormula: true }).Sheets['Sheet1']!;
        for (const [address, cell] of Object.entries(sheet))
          if (!address.startsWith('!')) expect((cell as { f?: string }).f).toBeUndefined();
      }
    },
    240_000,
  );
});
