/** Turns a figure into files; the file writers are fetched when first needed. */
import type { FigurePreset } from '#lib/export/index.ts';
import type * as Exports from '#lib/export/index.ts';
import { localWords, type Messages } from '#lib/i18n/index.ts';
import { unnumbered } from './caption.ts';
import { pagePath } from './page-path.ts';
import { isLocal, stateOf, type FigureSubject } from './subject.ts';

export const PRESETS = [
  'auto',
  'wide',
  'standard',
  'a4',
  'a4-half',
] as const satisfies readonly FigurePreset[];

export type PictureJob =
  | { readonly kind: 'png'; readonly scale: 1 | 2 | 4 }
  | { readonly kind: 'svg' }
  | { readonly kind: 'copy' };
export type TableJob = { readonly kind: 'csv' | 'csv-gb18030' | 'xlsx' };
export type ExportJob = PictureJob | TableJob;

const isTable = (job: ExportJob): job is TableJob =>
  job.kind === 'csv' || job.kind === 'csv-gb18030' || job.kind === 'xlsx';

interface Order {
  readonly subject: FigureSubject;
  readonly job: ExportJob;
  readonly preset: FigurePreset;
  readonly m: Messages;
}

/** Runs one job and returns what to tell the reader; failures are told, never thrown. */
export async function exportFigure(order: Order): Promise<string> {
  const { m, job } = order;
  const files = await import('#lib/export/index.ts').catch(() => null);
  if (files === null) return m.export.notLoaded;
  try {
    return isTable(job) ? await saveTable(order, files, job) : await savePicture(order, files, job);
  } catch (error) {
    return error instanceof files.FigureSizeError ? m.export.tooLarge : m.export.failed;
  }
}

type Files = typeof Exports;

async function savePicture(
  { subject, preset, m }: Order,
  files: Files,
  job: PictureJob,
): Promise<string> {
  const { layer, trial = false, text, provenance } = subject;
  const charts = await import('#lib/charts/index.ts');
  const figure = files.figureSvg({
    chart: subject.chart(charts),
    text,
    layer,
    trial,
    ...stateOf(subject),
    theme: 'light',
    preset,
    provenance: { ...provenance, page: pagePath() },
  });
  const grown = figure.fits ? '' : ` ${m.export.grown}`;
  if (job.kind === 'copy') {
    const copied = await files.copyPng(files.figurePng(figure, { scale: 2 }));
    return copied ? m.export.copied + grown : m.export.copyFailed;
  }
  const size = [preset, ...(job.kind === 'png' ? [`${job.scale}x`] : [])];
  const name = nameOf(subject, files, job.kind, size);
  if (job.kind === 'svg') files.download(figure.svg, name, 'image/svg+xml');
  else files.download(await files.figurePng(figure, { scale: job.scale }), name, 'image/png');
  return m.export.saved(name) + grown;
}

async function saveTable({ subject, m }: Order, files: Files, job: TableJob): Promise<string> {
  if (job.kind === 'xlsx') return saveWorkbook(subject, files, m);
  const csv = csvOf(subject, files, m);
  // Two encodings of one table have two names.
  const isGb = job.kind === 'csv-gb18030';
  const name = nameOf(subject, files, 'csv', isGb ? ['GB18030'] : []);
  if (isGb) {
    const { encodeGb18030 } = await import('#lib/export/gb18030.ts');
    // The mark of UTF-8 at its start means nothing there.
    save(files, encodeGb18030(csv.replace('\ufeff', '')), name, 'text/csv;charset=gb18030');
  } else files.download(csv, name, 'text/csv;charset=utf-8');
  return m.export.saved(name);
}

async function saveWorkbook(subject: FigureSubject, files: Files, m: Messages): Promise<string> {
  const { tableXlsx, indexCheck, XLSX_TYPE } = await import('#lib/export/table-xlsx.ts');
  const bytes = tableXlsx({
    ...subject,
    ...stateOf(subject),
    // A table is no figure, and its workbook no document with numbers.
    text: { ...subject.text, title: unnumbered(subject.text.title) },
    provenance: { ...subject.provenance, page: pagePath() },
    sheet: subject.sheet(),
    check: subject.check?.(indexCheck) ?? null,
  });
  const name = nameOf(subject, files, 'xlsx');
  save(files, bytes, name, XLSX_TYPE);
  return m.export.saved(name);
}

const save = (files: Files, bytes: Uint8Array, name: string, type: string) =>
  files.download(new Blob([bytes.slice().buffer], { type }), name, type);

function csvOf(subject: FigureSubject, files: Files, m: Messages): string {
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
  });
}

function nameOf(
  subject: FigureSubject,
  files: Files,
  extension: string,
  size: readonly string[] = [],
): string {
  const { fileParts, text, locale } = subject;
  const mark = isLocal(subject) ? [localWords(locale).short] : [];
  return files.fileName([...mark, ...fileParts, ...size], text.cutoff, extension);
}
