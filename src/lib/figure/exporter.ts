/** Turns a figure into files; the file writers are fetched when first needed. */
import type { FigurePreset } from '#lib/export/index.ts';
import type * as Exports from '#lib/export/index.ts';
import type { Messages } from '#lib/i18n/index.ts';
import { pagePath } from './page-path.ts';
import type { FigureSubject } from './subject.ts';

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
export type ExportJob = PictureJob | { readonly kind: 'csv' };

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
    return job.kind === 'csv' ? saveCsv(order, files) : await savePicture(order, files, job);
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

function saveCsv({ subject, m }: Order, files: Files): string {
  const { layer, trial = false, text, locale } = subject;
  const csv = files.csvFile({
    ...subject.sheet(),
    layer,
    trial,
    locale,
    provenance: [
      text.title,
      m.export.source(text.source),
      m.export.cutoff(text.cutoff),
      ...(text.scheme === '' ? [] : [m.export.scheme(text.scheme)]),
    ],
  });
  const name = nameOf(subject, files, 'csv');
  files.download(csv, name, 'text/csv;charset=utf-8');
  return m.export.saved(name);
}

const nameOf = (
  { fileParts, text }: FigureSubject,
  files: Files,
  extension: string,
  size: readonly string[] = [],
): string => files.fileName([...fileParts, ...size], text.cutoff, extension);
