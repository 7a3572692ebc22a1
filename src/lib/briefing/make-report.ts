/** From a request to the bytes of a file. */
import { fileName } from '#lib/export/index.ts';
import { watermarkText } from '#lib/export/watermark-text.ts';
import { textsOf, type Messages } from '#lib/i18n/index.ts';
import { writeDocx } from '#lib/office/docx/index.ts';
import { writePptx } from '#lib/office/pptx/index.ts';
import { countiesReport } from './counties.ts';
import type { Material } from './material.ts';
import { noticeReport } from './notice.ts';
import { inOfficialSpacing } from './official-spacing.ts';
import type { Paint } from './pictures.ts';
import { stopIfAborted, type Watch } from './progress.ts';
import type { Report } from './report.ts';
import type { ReportFormat, ReportRequest, ReportTemplate } from './request.ts';
import { reviewReport } from './review.ts';
import { deckOf } from './to-deck.ts';
import { documentOf } from './to-document.ts';
import { picturesOf } from './to-pictures.ts';
import { wordsOf, type Words } from './words.ts';

type Compose = (material: Material, request: ReportRequest, search: string, words: Words) => Report;

const COMPOSE: Readonly<Record<ReportTemplate, Compose>> = {
  notice: noticeReport,
  counties: countiesReport,
  review: reviewReport,
};

/**
 * Words, tables and figures of a report; `search` leads from its figures back to the page, `m` has
 * the words for the reader's own data where they are what is reported.
 */
export const composeReport = (
  material: Material,
  request: ReportRequest,
  search: string,
  m: Messages = textsOf(request.locale, material.manifest),
): Report =>
  inOfficialSpacing(
    COMPOSE[request.template](material, request, search, { ...wordsOf(request.locale), m }),
  );

export interface MadeReport {
  readonly bytes: Uint8Array;
  readonly name: string;
}

export interface Writing {
  readonly watch?: Watch;
  /** Stands pale across every page, slide and picture; empty for none. */
  readonly watermark?: string;
}

/** Draws and writes it. Rejects with an AbortError when it is cancelled. */
export async function writeReport(
  report: Report,
  format: ReportFormat,
  paint: Paint,
  { watch = {}, watermark = '' }: Writing = {},
): Promise<MadeReport> {
  const bytes = await writeAs[format](report, paint, watch, watermarkText(watermark));
  stopIfAborted(watch.signal);
  return { bytes, name: fileName(report.fileParts, report.day, format) };
}

type Write = (
  report: Report,
  paint: Paint,
  watch: Watch,
  watermark: string,
) => Uint8Array | Promise<Uint8Array>;

const writeAs: Readonly<Record<ReportFormat, Write>> = {
  docx: async (report, paint, watch, watermark) =>
    writeDocx(await documentOf(report, paint, watch, watermark)),
  pptx: async (report, paint, watch, watermark) =>
    writePptx(await deckOf(report, paint, wordsOf(report.locale).r, watch, watermark)),
  zip: picturesOf,
};
