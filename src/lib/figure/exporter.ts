/** Turns a figure into files; the file writers are fetched when first needed. */
import type { FigurePreset } from '#lib/export/index.ts';
import { exportOptionWords } from '#lib/i18n/export-options.ts';
import type { Messages } from '#lib/i18n/index.ts';
import { savePicture, type Background, type PictureJob } from './picture-file.ts';
import type { FigureSubject } from './subject.ts';
import { saveTable, type TableJob } from './table-file.ts';
import { watermarkInForce } from './watermark.svelte.ts';

export const PRESETS = [
  'auto',
  'wide',
  'standard',
  'a4',
  'a4-half',
] as const satisfies readonly FigurePreset[];

export type ExportJob = PictureJob | TableJob;

const isTable = (job: ExportJob): job is TableJob =>
  job.kind === 'csv' || job.kind === 'csv-gb18030' || job.kind === 'xlsx';

interface Order {
  readonly subject: FigureSubject;
  readonly job: ExportJob;
  readonly m: Messages;
  /** Of pictures. */
  readonly preset?: FigurePreset;
  readonly background?: Background;
  /** Called with what is being waited for. */
  readonly tell?: (words: string) => void;
}

/**
 * Runs one job, with the watermark that the reader has chosen, and returns what to tell the reader;
 * failures are told, never thrown.
 */
export async function exportFigure(order: Order): Promise<string> {
  const { m, job, preset = 'auto', background = 'paper', tell = () => undefined } = order;
  const files = await import('#lib/export/index.ts').catch(() => null);
  if (files === null) return m.export.notLoaded;
  const whole = { ...order, preset, background, tell, watermark: watermarkInForce() };
  try {
    return isTable(job) ? await saveTable(whole, files, job) : await savePicture(whole, files, job);
  } catch (error) {
    return error instanceof files.FigureSizeError
      ? exportOptionWords(order.subject.locale).tooLarge
      : m.export.failed;
  }
}
