/** The table behind a figure, saved as CSV or as a workbook. */
import type * as Exports from '#lib/export/index.ts';
import { exportOptionWords } from '#lib/i18n/export-options.ts';
import type { Messages } from '#lib/i18n/index.ts';
import { unnumbered } from './caption.ts';
import { figureFileName } from './file-names.ts';
import { pagePath } from './page-path.ts';
import { stateOf, type FigureSubject } from './subject.ts';

export interface TableJob {
  readonly kind: 'csv' | 'csv-gb18030' | 'xlsx';
}

export interface TableOrder {
  readonly subject: FigureSubject;
  /** Empty for none. */
  readonly watermark: string;
  readonly m: Messages;
}

/** Saves the table and returns what to tell the reader. */
export async function saveTable(
  order: TableOrder,
  files: typeof Exports,
  job: TableJob,
): Promise<string> {
  const { subject, watermark, m } = order;
  const { names } = exportOptionWords(subject.locale);
  const marks = watermark === '' ? [] : [names.watermark];
  const save = (bytes: Uint8Array, name: string, type: string) => {
    files.download(new Blob([bytes.slice().buffer], { type }), name, type);
    return m.export.saved(name);
  };
  switch (job.kind) {
    case 'xlsx': {
      const { bytes, type } = await workbook(order);
      return save(bytes, figureFileName(subject, files, 'xlsx', marks), type);
    }
    case 'csv': {
      const name = figureFileName(subject, files, 'csv', marks);
      files.download(csvOf(order, files), name, 'text/csv;charset=utf-8');
      return m.export.saved(name);
    }
    case 'csv-gb18030': {
      const { encodeGb18030 } = await import('#lib/export/gb18030.ts');
      // Two encodings of one table have two names.
      const name = figureFileName(subject, files, 'csv', ['GB18030', ...marks]);
      // The mark of UTF-8 at its start means nothing there.
      const bytes = encodeGb18030(csvOf(order, files).replace('\ufeff', ''));
      return save(bytes, name, 'text/csv;charset=gb18030');
    }
  }
}

async function workbook({ subject, watermark }: TableOrder) {
  const { tableXlsx, indexCheck, XLSX_TYPE } = await import('#lib/export/table-xlsx.ts');
  const bytes = tableXlsx({
    ...subject,
    ...stateOf(subject),
    // A table is no figure, and its workbook no document with numbers.
    text: { ...subject.text, title: unnumbered(subject.text.title) },
    provenance: { ...subject.provenance, page: pagePath() },
    sheet: subject.sheet(),
    check: subject.check?.(indexCheck) ?? null,
    watermark,
  });
  return { bytes, type: XLSX_TYPE };
}

function csvOf({ subject, watermark, m }: TableOrder, files: typeof Exports): string {
  const { layer, trial = false, text, locale } = subject;
  return files.csvFile({
    ...subject.sheet(),
    layer,
    trial,
    ...stateOf(subject),
    locale,
    provenance: [
      text.title,
      m.export.source(text.source),
      m.export.cutoff(text.cutoff),
      ...(text.scheme === '' ? [] : [m.export.scheme(text.scheme)]),
    ],
    watermark,
  });
}
