/** What we write, opened by another program: every word and number is there, and nothing is cut. */
import { read, type CellObject } from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeReport } from '#lib/briefing/make-report.ts';
import type { Report } from '#lib/briefing/report.ts';
import type { ReportFormat, ReportTemplate } from '#lib/briefing/request.ts';
import { composePublished, requestOf } from '#lib/briefing/server/make-published.ts';
import type { Figure } from '#lib/export/index.ts';
import { indexCheck, tableXlsx } from '#lib/export/table-xlsx.ts';
import { messagesFor } from '#lib/i18n/index.ts';
import type { Locale } from '#lib/model/index.ts';
import { MARGIN, PAGE } from '#lib/office/docx/type-area.ts';
import { open } from '#lib/office/testing/opened.ts';
import { samplePng } from '#lib/office/testing/sample-png.ts';
import { named, textOf } from '#lib/office/testing/xml-reader.ts';
import { NATURAL_SORT } from '#lib/state/ranking-view.ts';
import { scopeDefaults } from '#lib/state/scope.ts';
import { readSite, scoreLayer } from '#lib/state/server/site.ts';
import { rankingFigure } from '#lib/views/ranking/figure.ts';
import { rankingModel } from '#lib/views/ranking/model.ts';
import { convert, office } from './lib/office.ts';
import { cut, pagesOf, printed, squeezed, type PdfPage } from './lib/pdf.ts';

/** Points of a millimetre. */
const MM = 72 / 25.4;

/** Small, but of the figure's proportions. */
const paint = ({ width, height }: Figure) =>
  Promise.resolve(samplePng(Math.round(width / 20), Math.round(height / 20)));

interface Case {
  readonly template: ReportTemplate;
  readonly locale: Locale;
  readonly format: ReportFormat;
  readonly city?: string;
  /** How many pages it may have; of one page each, exactly as many as institutions. */
  readonly pages: readonly [number, number] | 'institutions';
}

const CASES: readonly Case[] = [
  { template: 'notice', locale: 'zh', format: 'docx', pages: [3, 5] },
  { template: 'notice', locale: 'en', format: 'docx', pages: [4, 8] },
  { template: 'counties', locale: 'zh', format: 'docx', pages: 'institutions' },
  { template: 'counties', locale: 'en', format: 'docx', pages: 'institutions' },
  { template: 'review', locale: 'zh', format: 'docx', pages: [8, 13] },
  { template: 'notice', locale: 'zh', format: 'pptx', pages: [8, 12] },
  { template: 'notice', locale: 'en', format: 'pptx', pages: [8, 16] },
  // All slides are made alike: those of one city will do.
  { template: 'counties', locale: 'zh', format: 'pptx', city: '990300', pages: [20, 60] },
  { template: 'review', locale: 'zh', format: 'pptx', pages: [14, 22] },
];

const titleOf = ({ template, locale, format }: Case) => `${template}-${locale}.${format}`;

/** Every text of a report that is written into the file, whatever its kind. */
const wordsOf = ({ title, mark, sources, pieces }: Report, format: ReportFormat): string[] => [
  ...(format === 'pptx' ? [title, ...sources] : []),
  mark,
  ...pieces.flatMap((piece) => {
    switch (piece.kind) {
      case 'table':
        return [
          piece.caption,
          ...piece.columns.map((column) => column.title),
          ...piece.rows.flat().flatMap(({ text, sub = '' }) => [text, sub]),
        ];
      case 'figure':
      case 'pair': {
        const figures = piece.kind === 'figure' ? [piece] : piece.figures;
        return figures.flatMap(({ figure, caption }) =>
          format === 'docx' ? [caption] : [figure.text.title, figure.text.subtitle],
        );
      }
      case 'page-break':
        return [];
      case 'heading':
        // On slides a heading stands only above running text; figures have titles of their own.
        return format === 'docx' ? [piece.text] : [];
      default:
        return [piece.text];
    }
  }),
];

/** Categories and series of the charts of slides, as the file has them. */
const chartWords = (bytes: Uint8Array): string[] =>
  [...open(bytes).xml].flatMap(([path, node]) =>
    /^ppt\/charts\/chart\d+\.xml$/u.test(path)
      ? named(node, 'c:strCache').flatMap((cache) =>
          named(cache, 'c:pt').map((point) => textOf(point, 'c:v')),
        )
      : [],
  );

describe('pages of a PDF', () => {
  const page = (part: Partial<PdfPage>): PdfPage => ({
    ...{ width: 100, height: 100, words: [], pictures: [] },
    ...part,
  });
  const at = (x: number, y: number) => ({ text: '名 次', x, y, width: 20, height: 10 });

  it('say what hangs over their edges', () => {
    expect(cut([page({ words: [at(0, 0), at(80, 90)] })])).toEqual([]);
    for (const [x, y] of [
      [-5, 0],
      [0, -5],
      [85, 0],
      [0, 95],
    ] as const) {
      expect(cut([page({}), page({ words: [at(x, y)] })])).toEqual([
        expect.stringContaining('page 2: 名 次'),
      ]);
      expect(cut([page({ pictures: [at(x, y)] })])).toHaveLength(1);
    }
  });

  it('are read between heights, and without blanks', () => {
    const pages = [page({ words: [at(0, 90), { ...at(0, 50), text: '甲\n县 ' }] }), page({})];
    expect(printed(pages, 10, 80)).toBe('甲县');
    expect(squeezed('第 1\u3000名\n')).toBe('第1名');
  });
});

// Without LibreOffice there is no second program to ask, and no test of this name in the report.
if (office !== null) {
  describe('reports opened by LibreOffice', () => {
    const reports = new Map<string, { report: Report; bytes: Uint8Array }>();
    const converted = new Map<string, Uint8Array>();

    beforeAll(async () => {
      for (const one of CASES) {
        const { template, locale, city } = one;
        const report = await composePublished(await requestOf({ template, locale, city }));
        const { bytes } = await writeReport(report, one.format, paint);
        reports.set(titleOf(one), { report, bytes });
      }
      // Office files of both kinds and one name would be one PDF.
      for (const format of ['docx', 'pptx']) {
        const files = [...reports].filter(([name]) => name.endsWith(format));
        const made = await convert(new Map(files.map(([name, { bytes }]) => [name, bytes])), 'pdf');
        for (const [name] of files) converted.set(name, made.get(name.replace(format, 'pdf'))!);
      }
    });

    describe.each(CASES)('$template, $locale, $format', (one) => {
      const { format, pages: expected } = one;
      let report: Report;
      let bytes: Uint8Array;
      let pages: PdfPage[];
      beforeAll(async () => {
        ({ report, bytes } = reports.get(titleOf(one))!);
        pages = await pagesOf(converted.get(titleOf(one))!);
      });

      it('holds every word and number on paper', () => {
        // Between header and footer, which stand in the middle of what goes over to the next page.
        const [from, to] =
          format === 'docx' ? [MARGIN.bottom * MM, (PAGE.height - MARGIN.top) * MM] : [];
        const text = printed(pages, from, to);
        expect(squeezed(text)).not.toBe('');
        const words = wordsOf(report, format);
        expect(words.some((word) => /\d/u.test(word))).toBe(true);
        const all = format === 'docx' ? words.slice(1) : [...words, ...chartWords(bytes)];
        expect(all.filter((word) => !text.includes(squeezed(word)))).toEqual([]);
      });

      it('has the pages that it should have, each with its mark and something to read', () => {
        const [least, most] =
          expected === 'institutions'
            ? Array<number>(2).fill(report.pieces.filter(({ kind }) => kind === 'title').length)
            : expected;
        expect(pages.length).toBeGreaterThanOrEqual(least);
        expect(pages.length).toBeLessThanOrEqual(most);
        for (const page of pages) {
          const text = printed([page]);
          expect(text).toContain(squeezed(report.mark));
          expect(
            text.length - squeezed(report.mark).length + 1000 * page.pictures.length,
            text,
          ).toBeGreaterThan(20);
        }
      });

      it('starts each institution on a page of its own', () => {
        if (one.template !== 'counties' || format !== 'docx') return expect(pages).not.toEqual([]);
        const titles = report.pieces.flatMap((piece) =>
          piece.kind === 'title' ? [squeezed(piece.text)] : [],
        );
        pages.forEach((page, i) => expect(printed([page])).toContain(titles[i]));
      });

      it('cuts nothing off', () => {
        expect(cut(pages)).toEqual([]);
      });
    });
  });

  describe('a workbook opened by LibreOffice', () => {
    const NAME = 'ranking.xlsx';
    let bytes: Uint8Array;
    let paper: PdfPage[];
    let reckoned: Uint8Array;

    beforeAll(async () => {
      const { manifest, schemes } = await readSite();
      const scope = scopeDefaults(manifest, schemes);
      const { dataset, scheme, result } = await scoreLayer(scope.layer, scope.scheme);
      const view = { ...scope, dimension: null, sort: NATURAL_SORT, query: '', open: [] };
      const model = rankingModel(dataset, scheme, result, view, null);
      const words = { title: '县级排名', finding: '', notes: [] };
      const m = messagesFor('zh');
      const subject = rankingFigure(model, scheme, manifest, words, '', 'zh', m, result);
      const check = subject.check?.(indexCheck) ?? null;
      bytes = tableXlsx({ ...subject, sheet: subject.sheet(), check });
      paper = await pagesOf((await convert(new Map([[NAME, bytes]]), 'pdf')).get('ranking.pdf')!);
      reckoned = (await convert(new Map([[NAME, spoilt(bytes)]]), 'xlsx')).get(NAME)!;
    });

    it('prints every word and number as it is shown', () => {
      const text = printed(paper);
      const shown = cellsOf(bytes).flatMap(({ cell }) =>
        cell.w === undefined || cell.w === '' ? [] : [cell.w],
      );
      expect(shown.length).toBeGreaterThan(300);
      expect(shown.filter((word) => !text.includes(squeezed(word)))).toEqual([]);
      expect(text).not.toContain('###');
      expect(cut(paper)).toEqual([]);
    });

    it('comes to the scores that are shown when its formulas are worked out', () => {
      const after = new Map(cellsOf(reckoned).map(({ at, cell }) => [at, cell]));
      const formulas = cellsOf(bytes).filter(({ cell }) => cell.f !== undefined);
      expect(formulas.length).toBeGreaterThan(200);
      for (const { at, cell } of formulas) {
        const found = after.get(at);
        expect(found?.t, at).toBe(cell.t);
        if (typeof cell.v === 'number') expect(found?.v as number, at).toBeCloseTo(cell.v, 9);
        else expect(found?.v, at).toBe(cell.v);
      }
    });
  });
}

interface Located {
  /** Sheet and address. */
  readonly at: string;
  readonly cell: CellObject;
}

function cellsOf(bytes: Uint8Array): Located[] {
  const book = read(bytes.slice(), { cellFormula: true, cellText: true });
  return book.SheetNames.flatMap((name) =>
    Object.entries(book.Sheets[name]!).flatMap(([address, cell]) =>
      address.startsWith('!') ? [] : [{ at: `${name} ${address}`, cell: cell as CellObject }],
    ),
  );
}

/** The workbook with a wrong result stored beside every formula. */
function spoilt(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  let stored = 0;
  for (const [path, part] of Object.entries(parts))
    if (/^xl\/worksheets\/sheet\d+\.xml$/u.test(path))
      parts[path] = strToU8(
        strFromU8(part).replace(/(<\/f>)<v>[^<]*<\/v>/gu, (_whole, end: string) => {
          stored += 1;
          return `${end}<v>-1</v>`;
        }),
      );
  if (stored === 0) throw new Error('There is no stored result.');
  return zipSync(parts);
}
