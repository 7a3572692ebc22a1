/** A figure as a picture: saved as PNG or SVG, or copied. */
import type { Figure, FigurePreset, PngScale } from '#lib/export/index.ts';
import type * as Exports from '#lib/export/index.ts';
import { PRESET_SIZES } from '#lib/export/presets.ts';
import { exportOptionWords } from '#lib/i18n/export-options.ts';
import type { Messages } from '#lib/i18n/index.ts';
import { figureFileName } from './file-names.ts';
import { pagePath } from './page-path.ts';
import { stateOf, type FigureSubject } from './subject.ts';

export type PictureJob =
  | { readonly kind: 'png'; readonly scale: PngScale }
  | { readonly kind: 'svg' }
  /** SVG with its text as outlines. */
  | { readonly kind: 'svg-outline' }
  | { readonly kind: 'copy' };

export type Background = 'paper' | 'transparent';

export interface PictureOrder {
  readonly subject: FigureSubject;
  readonly preset: FigurePreset;
  readonly background: Background;
  /** Empty for none. */
  readonly watermark: string;
  readonly m: Messages;
  /** What is being waited for. */
  readonly tell: (words: string) => void;
}

/** Copied pictures are sharp on a slide and no burden for a chat. */
const COPY_SCALE = 2;

/** Saves or copies the picture and returns what to tell the reader. */
export async function savePicture(
  order: PictureOrder,
  files: typeof Exports,
  job: PictureJob,
): Promise<string> {
  const { background, m, subject, tell } = order;
  const w = exportOptionWords(subject.locale);
  const figure = await drawn(order, files);
  const grown = figure.fits ? '' : ` ${w.grown}`;
  if (job.kind === 'copy') {
    const copied = await files.copyPng(files.figurePng(figure, { scale: COPY_SCALE }));
    if (!copied) return w.copyFailed;
    return (background === 'transparent' ? w.copiedTransparent : w.copied) + grown;
  }
  const name = pictureName(order, files, job);
  if (job.kind === 'png') {
    files.download(await files.figurePng(figure, { scale: job.scale }), name, 'image/png');
    return m.export.saved(name) + grown;
  }
  if (job.kind === 'svg') {
    files.download(figure.svg, name, 'image/svg+xml');
    return m.export.saved(name) + grown;
  }
  tell(w.letters);
  const outlined = await outlines(figure);
  if (!outlined) return w.lettersFailed;
  files.download(outlined.figure.svg, name, 'image/svg+xml');
  const kept = outlined.kept.length === 0 ? '' : ` ${w.lettersKept(outlined.kept.join(' '))}`;
  return m.export.saved(name) + kept + grown;
}

async function drawn(
  { subject, preset, background, watermark }: PictureOrder,
  files: typeof Exports,
): Promise<Figure> {
  const charts = await import('#lib/charts/index.ts');
  const figure = files.figureSvg({
    chart: subject.chart(charts),
    text: subject.text,
    layer: subject.layer,
    trial: subject.trial ?? false,
    ...stateOf(subject),
    theme: 'light',
    preset,
    background,
    provenance: { ...subject.provenance, page: pagePath() },
  });
  return files.withWatermark(figure, watermark);
}

/** Null where the shapes of the letters, or the program that reads them, cannot be fetched. */
const outlines = (figure: Figure) =>
  import('#lib/export/outline/index.ts')
    .then(({ outlineFigure }) => outlineFigure(figure))
    .catch(() => null);

function pictureName(
  { subject, preset, background, watermark }: PictureOrder,
  files: typeof Exports,
  job: Exclude<PictureJob, { kind: 'copy' }>,
): string {
  const { names } = exportOptionWords(subject.locale);
  const parts = [
    preset,
    ...(job.kind === 'png' ? [density(preset, job.scale).replace('×', 'x').replace(' ', '')] : []),
    ...(background === 'transparent' ? [names.transparent] : []),
    ...(job.kind === 'svg-outline' ? [names.outline] : []),
    ...(watermark === '' ? [] : [names.watermark]),
  ];
  return figureFileName(subject, files, job.kind === 'png' ? 'png' : 'svg', parts);
}

/** How dense a picture is: dots per inch where its size on paper is fixed, else times its pixels. */
export function density(preset: FigurePreset, scale: PngScale): string {
  const { dpi } = PRESET_SIZES[preset];
  return dpi === null ? `${scale}×` : `${dpi * scale} dpi`;
}

/** The densities that make sense: beyond 600 dpi no printer shows more. */
export const scalesOf = (preset: FigurePreset): readonly PngScale[] =>
  PRESET_SIZES[preset].dpi === null ? [1, 2, 4] : [1, 2];

/** Pixels of a PNG, as far as they are known before it is drawn: its height may follow its rows. */
export function pixelsOf(
  preset: FigurePreset,
  scale: PngScale,
): { readonly width: number; readonly height: number | null } {
  const { width, height } = PRESET_SIZES[preset];
  return { width: width * scale, height: height === null ? null : height * scale };
}
