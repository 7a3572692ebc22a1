/** Sheets with a reading made by hand: a wide table of the small data folder, or of the real one. */
import type { DataCell, SheetReading, RowRole } from '../../understand/sheet-reading.ts';
import type { PlaceMatch } from '../../recognise/recogniser.ts';
import { parsePeriod } from '../../period.ts';
import { GridBuilder } from '../../workbook/grid-builder.ts';
import { WORKBOOK_LIMITS } from '../../workbook/limits.ts';
import type { CellContent } from '../../workbook/grid.ts';
import type { FileInput } from '../import-sheets.ts';

export type Content = string | number | CellContent | null;

export interface HandMade {
  readonly name?: string;
  readonly sheet?: string;
  /** Place of each line; a text is the id of an institution of the synthetic layer. */
  readonly lines: readonly {
    readonly place: string | PlaceMatch | null;
    readonly cells: readonly Content[];
    readonly note?: string;
    readonly role?: RowRole;
    readonly period?: string | null;
    readonly placeText?: string;
  }[];
  /** Codes of the indicators of the columns; `?x` is a heading that nobody knows, `=x` is computed. */
  readonly indicators: readonly string[];
  readonly period?: string | null;
  readonly units?: readonly (string | null)[];
  readonly totals?: SheetReading['totals'];
  readonly faults?: SheetReading['faults'];
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  readonly region?: string;
}

const content = (cell: Content): CellContent | null => {
  if (cell === null) return null;
  if (typeof cell === 'string') return cell === '' ? null : { kind: 'text', text: cell };
  if (typeof cell === 'number') return { kind: 'number', value: cell, text: String(cell) };
  return cell;
};

/** The first row is the header; column A the name, the last column the note. */
export function handMade({
  name = '表.xlsx',
  sheet = 'Sheet1',
  lines,
  indicators,
  period = '2025',
  units = [],
  totals = [],
  faults = [],
  hiddenRows = [],
  hiddenColumns = [],
  region = '990181',
}: HandMade): FileInput {
  const builder = new GridBuilder(sheet, false, WORKBOOK_LIMITS, { left: 1e6 });
  const noteColumn = indicators.length + 1;
  ['机构', ...indicators, '备注'].forEach((text, column) => builder.put(0, column, content(text)));
  hiddenRows.forEach((row) => builder.hideRow(row));
  hiddenColumns.forEach((column) => builder.hideColumns(column, column));
  const roles: RowRole[] = ['header'];
  const [cells, asides, unknown]: [
    DataCell[],
    SheetReading['asides'][number][],
    SheetReading['unknown'][number][],
  ] = [[], [], []];
  lines.forEach((line, index) => {
    const row = index + 1;
    roles.push(line.role ?? 'data');
    const placeText = line.placeText ?? (typeof line.place === 'string' ? line.place : '无名');
    builder.put(row, 0, content(placeText));
    line.cells.forEach((cell, column) => builder.put(row, column + 1, content(cell)));
    if (line.note) builder.put(row, noteColumn, content(line.note));
    if ((line.role ?? 'data') !== 'data') return;
    asides.push({ row, column: 0, why: 'place' });
    if (line.note) asides.push({ row, column: noteColumn, why: 'note' });
    const place: PlaceMatch =
      typeof line.place === 'string'
        ? {
            kind: 'institution',
            institution_id: line.place,
            layer: line.place.startsWith('tpl-') ? 'template' : 'synthetic',
            region_code: line.place.startsWith('tpl-') ? line.place.slice(4) : region,
            by: 'name',
          }
        : (line.place ?? { kind: 'unknown', proposals: [] });
    indicators.forEach((indicator, at) => {
      const column = at + 1;
      const cell = { row, column };
      const headingCell = { row: 0, column };
      if (indicator.startsWith('?')) {
        if (content(line.cells[at] ?? null) !== null)
          unknown.push({ ...cell, headingText: indicator, headingCell });
        return;
      }
      if (indicator.startsWith('=')) {
        asides.push({ ...cell, why: 'computed', indicator: indicator.slice(1) });
        return;
      }
      const when = line.period === undefined ? period : line.period;
      cells.push({
        ...cell,
        indicator: { kind: 'indicator', indicator, by: 'code' },
        place,
        placeText,
        placeCell: { row, column: 0 },
        period: when === null ? null : parsePeriod(when),
        unit: units[at] ?? null,
        unitCell: null,
        headingText: indicator,
        headingCell,
      });
    });
  });
  const grid = builder.finish();
  const questions = indicators.flatMap((indicator, at) =>
    indicator.startsWith('?')
      ? [
          {
            row: 0,
            column: at + 1,
            path: [indicator],
            match: { kind: 'unknown' as const, proposals: [] },
            cells: unknown.filter(({ column }) => column === at + 1).length,
          },
        ]
      : [],
  );
  const inside = cells.filter(({ row, column }) => row < grid.rows && column < grid.columns);
  const reading: SheetReading = {
    roles: roles.slice(0, grid.rows),
    cells: inside,
    asides: asides.filter(({ row, column }) => row < grid.rows && column < grid.columns),
    unknown,
    totals,
    questions,
    faults,
    layouts: ['wide'],
    carried: [],
    usesCover: false,
  };
  const sha256 = `${name}-${JSON.stringify(lines)}`
    .split('')
    .reduce((hash, char) => (hash * 31 + char.charCodeAt(0)) % 0xffffffffffff, 7)
    .toString(16)
    .padEnd(64, '0');
  return {
    file: name,
    sha256,
    bytes: 1,
    format: 'xlsx',
    encoding: null,
    refusal: null,
    sheets: [{ file: name, sha256, grid, reading }],
  };
}
