/** The workbook inside a chart: its numbers as numbers, its words as words. */
import { strToU8 } from 'fflate';
import { pack } from '../package/repack.ts';
import { escapeXml } from '../package/xml-text.ts';
import type { NativeChart } from './deck.ts';
import { FONT } from './font.ts';

/** A, B, … Z, AA: the name of a column counted from 0. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const FIXED: Readonly<Record<string, string>> = {
  '[Content_Types].xml':
    `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>` +
    `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
  '_rels/.rels':
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">` +
    `<Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml':
    `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">` +
    '<sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">` +
    `<Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>` +
    `<Relationship Id="rId2" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml':
    `${HEAD}<styleSheet xmlns="${MAIN}">` +
    `<fonts count="1"><font><sz val="11"/><name val="${FONT}"/></font></fonts>` +
    '<fills count="2"><fill><patternFill patternType="none"/></fill>' +
    '<fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
    '</styleSheet>',
};

const textCell = (ref: string, text: string) =>
  `<c r="${ref}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;

/** Text is a string cell whatever it looks like, so that none of it is ever a formula. */
export function chartWorkbook({ categories, series }: NativeChart): Uint8Array {
  const header = series.map(({ name }, i) => textCell(`${columnName(i + 1)}1`, name)).join('');
  const rows = categories.map((category, at) => {
    const row = at + 2;
    const cells = series.map(({ values }, i) => {
      const value = values[at] ?? null;
      return value === null ? '' : `<c r="${columnName(i + 1)}${row}"><v>${value}</v></c>`;
    });
    return `<row r="${row}">${textCell(`A${row}`, category)}${cells.join('')}</row>`;
  });
  const sheet =
    `${HEAD}<worksheet xmlns="${MAIN}"><sheetData><row r="1">${header}</row>${rows.join('')}` +
    '</sheetData></worksheet>';
  return pack(
    new Map(
      Object.entries({ ...FIXED, 'xl/worksheets/sheet1.xml': sheet }).map(([path, xml]) => [
        path,
        strToU8(xml),
      ]),
    ),
  );
}
