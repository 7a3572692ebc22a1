/** The figures and tables of a report as files of their own, in a ZIP, and what each of them shows. */
import { csvFile, fileName, type CsvCell, type Sheet } from '#lib/export/index.ts';
import { withWatermark } from '#lib/export/watermark.ts';
import { collectionMessages, type CollectionMessages } from '#lib/i18n/views/collection.ts';
import type { Cell } from '#lib/office/docx/index.ts';
import { zipParts, type Part } from '#lib/office/zip.ts';
import { countPieces, type Numbered } from './numbered.ts';
import type { Paint } from './pictures.ts';
import { breathe, counter, type Watch } from './progress.ts';
import type { FigurePiece, Report, TablePiece } from './report.ts';

/** Rejects with an AbortError when it is cancelled, between one figure and the next. */
export async function picturesOf(
  report: Report,
  paint: Paint,
  watch: Watch,
  watermark: string,
): Promise<Uint8Array> {
  const w = collectionMessages(report.locale);
  const counted = countPieces(report.pieces);
  const step = counter(watch, counted.length);
  const parts: Part[] = [];
  const said: string[][] = [];
  const digits = (of: Numbered['piece']['kind']) =>
    String(counted.filter(({ piece, number }) => piece.kind === of && number !== null).length)
      .length;
  const [figureDigits, tableDigits] = [digits('figure'), digits('table')];
  for (const { piece, number } of counted) {
    await breathe(watch);
    step();
    if (piece.kind === 'figure') {
      const label = w.figure(String(number).padStart(figureDigits, '0'));
      const name = (extension: string) =>
        fileName([label, piece.figure.text.title], report.day, extension);
      const figure = withWatermark(piece.figure.alone(), watermark);
      parts.push([name('png'), await paint(figure)], [name('svg'), figure.svg]);
      said.push(aboutFigure(piece, report, w, [name('png'), name('svg')]));
    } else if (number !== null && piece.whole?.isFurther !== true) {
      const label = w.table(String(number).padStart(tableDigits, '0'));
      const name = fileName([label, piece.whole?.title ?? piece.caption], report.day, 'csv');
      parts.push([name, tableFile(piece, report)]);
      said.push(aboutTable(piece, report, w, name));
    }
  }
  return zipParts([[w.zip.readme, readme(report, said, watermark, w)], ...parts]);
}

/** Of all its columns. */
const captionOf = ({ whole, caption }: TablePiece): string => whole?.caption ?? caption;

const sourcesOf = ({ origin }: FigurePiece | TablePiece, { sources, locale }: Report): string =>
  origin?.source ?? sources.join(collectionMessages(locale).semicolon);

const markOf = ({ origin }: FigurePiece | TablePiece, { mark }: Report): string =>
  origin?.mark ?? mark;

const line = (
  head: string,
  text: string,
  { of }: Pick<CollectionMessages, 'of'>,
): readonly string[] => (text === '' ? [] : [`  ${of(head, text)}`]);

const aboutFigure = (
  piece: FigurePiece,
  report: Report,
  w: CollectionMessages,
  names: readonly string[],
): string[] => [
  names.join(w.join),
  ...line(w.zip.caption, piece.caption, w),
  ...line(w.zip.mark, markOf(piece, report), w),
  `  ${sourcesOf(piece, report)}`,
  ...line(w.zip.note, piece.figure.text.note, w),
];

const aboutTable = (
  piece: TablePiece,
  report: Report,
  w: CollectionMessages,
  name: string,
): string[] => [
  name,
  ...line(w.zip.tableCaption, captionOf(piece), w),
  ...line(w.zip.mark, markOf(piece, report), w),
  `  ${sourcesOf(piece, report)}`,
];

/** Read by programs that know UTF-8 by its mark, and lines by CR LF. */
function readme(
  { title, mark }: Report,
  said: readonly (readonly string[])[],
  watermark: string,
  { zip }: CollectionMessages,
): string {
  const head = [
    title,
    ...(mark === '' ? [] : [mark]),
    said.length === 0 ? zip.empty : zip.lead,
    ...(watermark === '' ? [] : [zip.watermark(watermark)]),
  ];
  const plain = (text: string) => text.replace(/[\r\n]+/gu, ' ');
  const lines = [head, ...said].map((block) => block.map(plain).join('\r\n'));
  return `\ufeff${lines.join('\r\n\r\n')}\r\n`;
}

/** In full numbers where there are any, else as printed. */
function tableFile(piece: TablePiece, report: Report): string {
  const sheet: Sheet = piece.whole?.sheet ?? {
    columns: piece.columns.map(({ title }) => title),
    rows: piece.rows.map((row) => row.map(printed)),
  };
  return csvFile({
    ...sheet,
    ...(piece.origin?.nature ?? report.nature),
    provenance: [captionOf(piece), ...(piece.origin ? [piece.origin.source] : report.sources)],
  });
}

/** A printed number is a number again where nothing but digits was printed. */
function printed({ kind, text, sub = '' }: Cell): CsvCell {
  const whole = `${text} ${sub}`.trimEnd();
  return kind === 'number' && /^-?\d{1,15}(?:\.\d+)?$/u.test(whole) ? Number(whole) : whole;
}
