/** A table of any view as a workbook, with its origin, and where there is an index its arithmetic. */
import { chartWords, type FigureText } from '#lib/charts/index.ts';
import { exportOptionWords } from '#lib/i18n/export-options.ts';
import { formatDay, messagesFor } from '#lib/i18n/index.ts';
import {
  writeWorkbook,
  XLSX_TYPE,
  type SheetModel,
  type WorkbookModel,
} from '#lib/office/xlsx/index.ts';
import type { Sheet } from './csv.ts';
import { dataMark, dataNature, type NatureOfData } from './data-nature.ts';
import type { IndexCheck } from './index-check.ts';
import type { Provenance } from './provenance.ts';
import { checkSheet } from './table-xlsx-check.ts';
import { tableSheet } from './table-xlsx-sheet.ts';
import { NUMBER_STYLES, TABLE_STYLES } from './table-xlsx-styles.ts';
import { tableWords } from './table-xlsx-words.ts';

export interface TableFile extends NatureOfData {
  readonly sheet: Sheet;
  readonly text: FigureText;
  readonly provenance: Provenance;
  /** Of tables of scores: what they are made of. */
  readonly check?: IndexCheck | null;
  /** Stands above every printed page and among the sources; empty for none. */
  readonly watermark?: string;
}

function aboutSheet(file: TableFile, mark: string | null): SheetModel {
  const { text, locale, provenance, check } = file;
  const w = tableWords(locale);
  const a = w.about;
  const lines: readonly (readonly [string, string | undefined])[] = [
    [a.nature, mark ?? dataNature(file)],
    [a.title, text.title],
    [a.subtitle, text.subtitle],
    [a.unit, text.unit],
    [a.source, text.source],
    [a.cutoff, formatDay(text.cutoff, locale)],
    [a.scheme, text.scheme],
    [a.schemeHash, provenance['schemeHash']],
    [a.edition, text.edition],
    [a.note, text.note],
    [a.view, (provenance['page'] ?? '') + (provenance['view'] ?? '')],
    [a.reading, a.readingText],
    [a.method, check ? a.checked : undefined],
    [exportOptionWords(locale).watermark.heading, file.watermark],
  ];
  return {
    name: w.sheets.about,
    columns: [
      { width: 20, style: 'key' },
      { width: 90, style: 'value' },
    ],
    rows: lines.flatMap(([key, value]) =>
      value === undefined || value === '' ? [] : [{ cells: [key, value] }],
    ),
    print: { footer: w.footer },
  };
}

/** Every printed page says what a picture would have across it. */
const withHeader = (sheet: SheetModel, { watermark = '', locale }: TableFile): SheetModel =>
  watermark === ''
    ? sheet
    : {
        ...sheet,
        print: { ...sheet.print, header: exportOptionWords(locale).watermark.line(watermark) },
      };

/** The workbook; throws a RangeError for rows of different lengths or numbers that are not finite. */
export function tableWorkbook(file: TableFile): WorkbookModel {
  const { sheet, text, locale, check } = file;
  const w = tableWords(locale);
  const m = messagesFor(locale).export;
  const mark = dataMark(file);
  const below = [
    m.source(text.source),
    m.cutoff(formatDay(text.cutoff, locale)),
    ...(text.scheme === '' ? [] : [m.scheme(text.scheme)]),
    ...(text.note === '' ? [] : [chartWords(locale).note(text.note)]),
  ];
  const nature =
    mark === null ? null : { head: chartWords(locale).dataNature, text: dataNature(file) };
  const above = [text.title, text.subtitle, text.unit === '' ? '' : w.unit(text.unit)].filter(
    (line) => line !== '',
  );
  return {
    title: text.title,
    description: [mark, ...below].filter((line) => line !== null).join('\n'),
    creator: w.creator,
    day: text.cutoff,
    font: { name: '宋体', size: 10 },
    styles: { ...TABLE_STYLES, ...NUMBER_STYLES },
    sheets: [
      tableSheet(w.sheets.table, sheet, { mark, above, below, nature }, w.footer),
      aboutSheet(file, mark),
      ...(check && check.units.length > 0 ? [checkSheet(check, mark, w)] : []),
    ].map((one) => withHeader(one, file)),
  };
}

/** The bytes of the file; the same for the same table, whenever and wherever it is written. */
export const tableXlsx = (file: TableFile): Uint8Array => writeWorkbook(tableWorkbook(file));

export { indexCheck } from './index-check.ts';
export { XLSX_TYPE };
