/** Turns what is on screen into files; the file writers are fetched when first needed. */
import type { RankingBarsInput } from '#lib/charts/index.ts';
import type * as Exports from '#lib/export/index.ts';
import type { Messages } from '#lib/i18n/index.ts';
import type { Locale, Manifest, Scheme } from '#lib/model/index.ts';
import type { rankingFigureText } from './figure.ts';
import type { RankingModel } from './model.ts';
import { rankingSheet } from './sheet.ts';

export const PRESETS = ['auto', 'wide', 'standard', 'a4', 'a4-half'] as const;
export type Preset = (typeof PRESETS)[number];

export type FigureWords = ReturnType<typeof rankingFigureText>;

export type PictureJob =
  | { readonly kind: 'png'; readonly scale: 1 | 2 | 4 }
  | { readonly kind: 'svg' }
  | { readonly kind: 'copy' };
export type ExportJob = PictureJob | { readonly kind: 'csv' };

export interface ExportSubject {
  readonly model: RankingModel;
  readonly scheme: Scheme;
  readonly manifest: Manifest;
  readonly input: Omit<RankingBarsInput, 'theme'>;
  readonly text: FigureWords;
  /** Why nothing may be exported; null when everything may. */
  readonly blocked: string | null;
  /** Query string of the view, so that a file can lead back to it. */
  readonly search: string;
  readonly locale: Locale;
  readonly m: Messages;
}

/** Runs one job and returns what to tell the reader; failures are told, never thrown. */
export const createExporter =
  (subject: ExportSubject) =>
  async (job: ExportJob, preset: Preset): Promise<string> => {
    const { m, blocked } = subject;
    if (blocked !== null) return blocked;
    const files = await import('#lib/export/index.ts').catch(() => null);
    if (files === null) return m.export.notLoaded;
    try {
      return job.kind === 'csv'
        ? saveCsv(subject, files)
        : await savePicture(subject, files, job, preset);
    } catch (error) {
      return error instanceof files.FigureSizeError ? m.export.tooLarge : m.export.failed;
    }
  };

type Files = typeof Exports;

function provenanceOf({ scheme, manifest, search, model }: ExportSubject) {
  return {
    edition: manifest.edition.id,
    layer: model.view.layer,
    scheme: `${scheme.id} ${scheme.version}`,
    schemeHash: manifest.schemes.find(({ id }) => id === scheme.id)?.sha256 ?? '',
    view: search,
  };
}

async function savePicture(
  subject: ExportSubject,
  files: Files,
  job: PictureJob,
  preset: Preset,
): Promise<string> {
  const { m, model, input, text } = subject;
  const figure = files.figureSvg({
    chart: input,
    text,
    layer: model.view.layer,
    theme: 'light',
    preset,
    provenance: provenanceOf(subject),
  });
  const grown = figure.fits ? '' : ` ${m.export.grown}`;
  if (job.kind === 'copy') {
    const copied = await files.copyPng(files.figurePng(figure, { scale: 2 }));
    return copied ? m.export.copied + grown : m.export.copyFailed;
  }
  const name = nameOf(subject, files, job.kind, [
    preset,
    ...(job.kind === 'png' ? [`${job.scale}x`] : []),
  ]);
  if (job.kind === 'svg') files.download(figure.svg, name, 'image/svg+xml');
  else files.download(await files.figurePng(figure, { scale: job.scale }), name, 'image/png');
  return m.export.saved(name) + grown;
}

function saveCsv(subject: ExportSubject, files: Files): string {
  const { model, scheme, locale, m, text } = subject;
  const dimensionNames = new Map(scheme.index.children.map(({ code, name }) => [code, name]));
  const sheet = rankingSheet(model, scheme.bands, dimensionNames, locale, m);
  const csv = files.csvFile({
    ...sheet,
    layer: model.view.layer,
    locale,
    provenance: [
      text.title,
      m.export.source(text.source),
      m.export.cutoff(text.cutoff),
      m.export.scheme(text.scheme),
    ],
  });
  const name = nameOf(subject, files, 'csv');
  files.download(csv, name, 'text/csv;charset=utf-8');
  return m.export.saved(name);
}

/** Says what is in the file, so that two exports never share a name. */
function nameOf(
  { model, scheme, locale, m, text }: ExportSubject,
  files: Files,
  extension: string,
  size: readonly string[] = [],
): string {
  const { layer, level, period, city, dimension, query } = model.view;
  const element = scheme.index.children.find(({ code }) => code === dimension);
  const place = model.ranked[0]?.place ?? null;
  return files.fileName(
    [
      m.layer[layer],
      period,
      ...(city !== null && place !== null ? [place[locale]] : []),
      m.level[level],
      (element ?? scheme).name[locale],
      ...(query.trim() === '' ? [] : [query.trim()]),
      ...size,
    ],
    text.cutoff,
    extension,
  );
}
