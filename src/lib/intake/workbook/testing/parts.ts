/** Workbooks written by hand, part by part, so that a test knows every byte of them. */
import { strToU8, zipSync, type Zippable } from 'fflate';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

export interface SheetSource {
  readonly name: string;
  readonly state?: string;
  /** Content of the worksheet element. */
  readonly xml: string;
}

export interface XlsxSource {
  readonly sheets: readonly SheetSource[];
  /** Content of the sst element. */
  readonly texts?: string;
  /** Content of the styleSheet element. */
  readonly styles?: string;
  readonly date1904?: boolean;
}

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function relations(list: readonly (readonly [type: string, target: string])[]): string {
  const items = list.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}">${items.join('')}</Relationships>`;
}

/** The parts of a minimal workbook; tests put other parts in, or leave some out. */
export function xlsxParts(source: XlsxSource): Map<string, string> {
  const { sheets } = source;
  const entries = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${escape(name)}" sheetId="${index + 1}" state="${state ?? 'visible'}" r:id="rId${index + 1}"/>`,
  );
  return new Map([
    ['[Content_Types].xml', `${HEAD}<Types/>`],
    ['_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ...sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
        ['sharedStrings', '/xl/sharedStrings.xml'],
        ['styles', 'styles.xml'],
      ]),
    ],
    [
      'xl/workbook.xml',
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr date1904="${source.date1904 ? 1 : 0}"/><sheets>${entries.join('')}</sheets></workbook>`,
    ],
    ['xl/sharedStrings.xml', `${HEAD}<sst xmlns="${MAIN}">${source.texts ?? ''}</sst>`],
    ['xl/styles.xml', `${HEAD}<styleSheet xmlns="${MAIN}">${source.styles ?? ''}</styleSheet>`],
    ...sheets.map(
      ({ xml }, index) =>
        [
          `xl/worksheets/sheet${index + 1}.xml`,
          `${HEAD}<worksheet xmlns="${MAIN}">${xml}</worksheet>`,
        ] as const,
    ),
  ]);
}

/** A zip of texts. */
export function zipOf(parts: ReadonlyMap<string, string>): Uint8Array {
  const files: Zippable = {};
  for (const [name, text] of parts) files[name] = strToU8(text);
  return zipSync(files);
}

/** A minimal workbook as a file. */
export const xlsxOf = (source: XlsxSource): Uint8Array => zipOf(xlsxParts(source));

/** A workbook with one sheet of these rows (`sheetData` is written around them). */
export const sheetOf = (rows: string, rest: Omit<XlsxSource, 'sheets'> = {}): Uint8Array =>
  xlsxOf({ sheets: [{ name: '表', xml: `<sheetData>${rows}</sheetData>` }], ...rest });

/** An OpenDocument spreadsheet with this content in its `office:spreadsheet`. */
export function odsOf(tables: string, styles = ''): Uint8Array {
  return zipOf(
    new Map([
      ['mimetype', 'application/vnd.oasis.opendocument.spreadsheet'],
      [
        'content.xml',
        `${HEAD}<office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
      ],
    ]),
  );
}
