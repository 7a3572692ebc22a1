import { read } from '@e965/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Figure } from '#lib/export/index.ts';
import { open, packageFaults, part } from '#lib/office/testing/opened.ts';
import { orderFaults } from '#lib/office/testing/order.ts';
import { samplePng } from '#lib/office/testing/sample-png.ts';
import { named, textOf } from '#lib/office/testing/xml-reader.ts';
import { LOCALES, type Locale } from '#lib/model/index.ts';
import { scoreLayer } from '#lib/state/server/site.ts';
import { TYPE_AREA, type Block } from '#lib/office/docx/index.ts';
import { writeReport } from '../make-report.ts';
import { blockHeight } from '../page-fit.ts';
import type { FigurePiece, Piece, Report } from '../report.ts';
import { REPORT_FORMATS, REPORT_TEMPLATES, type ReportTemplate } from '../request.ts';
import { documentOf } from '../to-document.ts';
import { composePublished, requestOf, WishError } from './make-published.ts';

/** Small, but of the figure's proportions. */
const paint = ({ width, height }: Figure) =>
  Promise.resolve(samplePng(Math.round(width / 20), Math.round(height / 20)));

const reports = new Map<string, Report>();
const reportOf = (template: ReportTemplate, locale: Locale = 'zh') =>
  reports.get(`${template} ${locale}`)!;

beforeAll(async () => {
  for (const template of REPORT_TEMPLATES)
    for (const locale of LOCALES)
      reports.set(
        `${template} ${locale}`,
        await composePublished(await requestOf({ template, locale })),
      );
}, 120_000);

const figuresOf = ({ pieces }: Report): FigurePiece[] =>
  pieces.flatMap((piece) =>
    piece.kind === 'figure' ? [piece] : piece.kind === 'pair' ? [...piece.figures] : [],
  );

const wordsOf = ({ pieces }: Report): string[] =>
  pieces.flatMap((piece: Piece) => {
    if ('text' in piece) return [piece.text];
    if (piece.kind === 'table')
      return [
        piece.caption,
        ...piece.columns.map(({ title }) => title),
        ...piece.rows.flat().map(({ text }) => text),
      ];
    if (piece.kind === 'figure') return [piece.caption];
    return piece.kind === 'pair' ? piece.figures.map(({ caption }) => caption) : [];
  });

describe.each(REPORT_TEMPLATES)('%s', (template) => {
  it.each(LOCALES)('is a Word document that holds every word and number (%s)', async (locale) => {
    const report = reportOf(template, locale);
    const { bytes, name } = await writeReport(report, 'docx', paint);
    expect(name).toMatch(/_20251231\.docx$/u);
    const opened = open(bytes);
    expect(packageFaults(opened)).toEqual([]);
    const body = part(opened, 'word/document.xml');
    expect(orderFaults(body)).toEqual([]);
    const text = textOf(body, 'w:t');
    for (const words of wordsOf(report)) expect(text).toContain(words);
    expect(textOf(part(opened, 'word/header1.xml'), 'w:t')).toBe(report.mark);
    expect(named(body, 'wp:docPr')).toHaveLength(figuresOf(report).length);
  });

  it.each(LOCALES)('is slides whose charts hold the numbers themselves (%s)', async (locale) => {
    const report = reportOf(template, locale);
    const opened = open((await writeReport(report, 'pptx', paint)).bytes);
    expect(packageFaults(opened)).toEqual([]);
    const slides = [...opened.xml].filter(([path]) => /^ppt\/slides\/slide\d+\.xml$/u.test(path));
    const text = slides.map(([, node]) => textOf(node, 'a:t')).join('\n');
    for (const piece of report.pieces)
      if (piece.kind === 'table')
        for (const cell of piece.rows.flat()) expect(text).toContain(cell.text);
    for (const [, node] of slides) expect(textOf(node, 'a:t')).toContain(report.mark);
    const charts = figuresOf(report).flatMap(({ figure }) => figure.native());
    charts.forEach((chart, i) => {
      const book = read(opened.bytes.get(`ppt/embeddings/Microsoft_Excel_Worksheet${i + 1}.xlsx`)!);
      const sheet = book.Sheets['Sheet1']!;
      chart.series.forEach(({ values }, column) =>
        values.forEach((value, row) => {
          const address = `${String.fromCharCode(66 + column)}${row + 2}`;
          const cell = sheet[address] as { v: number } | undefined;
          expect(cell?.v ?? null, `${chart.categories[0]} ${address}`).toBe(value);
        }),
      );
    });
    expect(charts.length).toBeGreaterThan(0);
  });

  it('is the same bytes again', async () => {
    const again = await composePublished(await requestOf({ template, locale: 'zh' }));
    for (const format of REPORT_FORMATS) {
      const first = await writeReport(reportOf(template), format, paint);
      const second = await writeReport(again, format, paint);
      // Compared as buffers: element by element takes minutes.
      expect(Buffer.compare(second.bytes, first.bytes)).toBe(0);
    }
  }, 240_000);

  it.each(LOCALES)('says nothing that is not a word or a number (%s)', (locale) => {
    for (const words of wordsOf(reportOf(template, locale))) {
      expect(words).not.toMatch(/undefined|NaN|\[object|Infinity|上升 0 位|下降 0 位/u);
      expect(words).not.toMatch(/(?:上升|下降|持平|新上榜|共|缺) 0 /u);
      expect(words).not.toMatch(/。。|；。|，。|\. \./u);
      // Half-width punctuation between Chinese letters.
      if (locale === 'zh') expect(words).not.toMatch(/\p{Script=Han}[,;:!?]\p{Script=Han}/u);
    }
  });

  it('marks invented data first, in its pictures too', () => {
    const report = reportOf(template);
    expect(report.mark).toContain('虚构');
    const [first, second] = report.pieces;
    expect(first?.kind).toBe('title');
    if (template !== 'counties') expect(second).toEqual({ kind: 'mark', text: report.mark });
    for (const piece of figuresOf(report).slice(0, 4))
      expect(piece.figure.picture('a4').svg).toContain('data-role="mark"');
  });
});

describe('numbers', () => {
  it('are those of the ranking', async () => {
    const { dataset, scheme, result } = await scoreLayer('synthetic', 'taizhou');
    const table = reportOf('notice').pieces.find(({ kind }) => kind === 'table');
    if (table?.kind !== 'table') throw new Error('There is no table.');
    const ranks = result.ranks.get(scheme.index.code)!;
    const scores = result.scores.get(scheme.index.code)!;
    const counties = new Map(
      dataset.institutions
        .filter(({ level }) => level === 'county')
        .map((row) => [row.institution_id, row.region_name_zh]),
    );
    const expected = result.rows.flatMap(({ unit, period }, row) =>
      period === '2025' && counties.has(unit) && ranks[row]! > 0
        ? [{ rank: ranks[row]!, name: counties.get(unit), score: scores[row]! }]
        : [],
    );
    expect(table.rows).toHaveLength(expected.length);
    for (const { rank, name, score } of expected) {
      const row = table.rows.find((cells) => cells[1]?.text === name);
      expect(row?.[0]?.text.replace(/（.*/u, '')).toBe(String(rank));
      expect(row?.[3]?.text).toBe(score.toFixed(1));
    }
  });

  it('come in the order of places, everybody of the scope on one page', () => {
    const titles = reportOf('counties').pieces.flatMap((piece) =>
      piece.kind === 'title' ? [piece.text] : [],
    );
    expect(titles).toHaveLength(30);
    expect(titles[0]).toContain('戊市');
    expect(reportOf('counties').pieces.filter(({ kind }) => kind === 'page-break')).toHaveLength(
      29,
    );
  });
});

const fullHeight = (block: Block, locale: Locale): number =>
  blockHeight(block, locale) + (block.kind === 'figure-row' ? block.maxHeight : 0);

describe('one page each', () => {
  it.each(LOCALES)('keeps each profile within the type area (%s)', async (locale) => {
    const { blocks } = await documentOf(reportOf('counties', locale), paint);
    const pages: number[] = [0];
    for (const block of blocks)
      if (block.kind === 'page-break') pages.push(0);
      else pages[pages.length - 1]! += fullHeight(block, locale);
    expect(pages).toHaveLength(30);
    expect(Math.max(...pages)).toBeLessThan(TYPE_AREA.height);
  });

  it.each(LOCALES)('makes room for long remarks by lower figures (%s)', async (locale) => {
    const report = reportOf('counties', locale);
    const words =
      locale === 'zh' ? '强检项目覆盖率与证书数据可追溯性，' : 'Traceable certificates and ';
    const long: Piece = { kind: 'brief', text: words.repeat(locale === 'zh' ? 10 : 16) };
    const at = report.pieces.findIndex(({ kind }) => kind === 'page-break');
    const first = report.pieces.slice(0, at);
    const plain = await documentOf({ ...report, pieces: first }, paint);
    const { blocks } = await documentOf({ ...report, pieces: [...first, long] }, paint);
    const rowOf = (all: readonly Block[]) => all.find(({ kind }) => kind === 'figure-row');
    const [before, after] = [rowOf(plain.blocks), rowOf(blocks)];
    if (before?.kind !== 'figure-row' || after?.kind !== 'figure-row') throw new Error('No row.');
    expect(after.maxHeight).toBeLessThan(before.maxHeight);
    const height = blocks.reduce((sum, block) => sum + fullHeight(block, locale), 0);
    expect(height).toBeLessThan(TYPE_AREA.height);
  });
});

describe('progress', () => {
  it('counts figures, and stops when it is not wanted any more', async () => {
    const report = reportOf('counties');
    const told: number[] = [];
    const stop = new AbortController();
    const made = documentOf(report, paint, {
      signal: stop.signal,
      onProgress: (done, total) => {
        expect(total).toBe(60);
        told.push(done);
        if (done === 5) stop.abort();
      },
    });
    await expect(made).rejects.toMatchObject({ name: 'AbortError' });
    expect(told).toEqual([0, 1, 2, 3, 4, 5]);
  });
});

describe('requestOf', () => {
  it('refuses what is not published, and says what is', async () => {
    const wish = { template: 'notice', locale: 'zh' } as const;
    for (const [bad, known] of [
      [{ edition: '2024' }, '2025'],
      [{ period: '1999' }, '2021'],
      [{ city: '330100' }, '990100'],
      [{ layer: 'reported' }, 'synthetic'],
      [{ level: 'province' }, 'county'],
      [{ scheme: 'none' }, 'taizhou'],
    ] as const) {
      const error: unknown = await requestOf({ ...wish, ...bad }).catch((cause: unknown) => cause);
      expect(error).toBeInstanceOf(WishError);
      expect((error as WishError).known).toContain(known);
    }
  });

  it.each([
    { city: '990100' },
    { level: 'city' },
    { layer: 'template', period: '2025' },
    { period: '2021' },
    { scheme: 'core3' },
  ])(
    'makes reports of other scopes: %o',
    async (wish) => {
      for (const template of REPORT_TEMPLATES) {
        const report = await composePublished(await requestOf({ template, locale: 'zh', ...wish }));
        const { bytes } = await writeReport(report, 'docx', paint);
        const text = textOf(part(open(bytes), 'word/document.xml'), 'w:t');
        for (const words of wordsOf(report)) {
          expect(text).toContain(words);
          expect(words).not.toMatch(/undefined|NaN|上升 0 位/u);
        }
        expect((await writeReport(report, 'pptx', paint)).bytes.length).toBeGreaterThan(10_000);
      }
    },
    120_000,
  );
});
