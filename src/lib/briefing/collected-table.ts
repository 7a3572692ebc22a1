/** The table of a collected figure: the columns chosen, set so that each can be read on paper. */
import { decimalsOf } from '#lib/export/table-xlsx-sheet.ts';
import type { CsvCell, Sheet } from '#lib/export/index.ts';
import type { KeptFigure } from '#lib/figure/tray/kept-figure.ts';
import { formatNumber } from '#lib/i18n/index.ts';
import type { CollectionMessages } from '#lib/i18n/views/collection.ts';
import type { Cell, TableBlock, TableColumn } from '#lib/office/docx/index.ts';
import { printedWidth } from '#lib/office/xlsx/index.ts';
import { missing, number, text, type Origin, type TablePiece, type WholeTable } from './report.ts';

/** More rows are no table of a document any more; files of tables hold them all. */
export const MOST_ROWS = 500;

/** Letters of half the width of a Chinese one that a line of a page holds in each type. */
const TYPES = [
  { type: undefined, room: 84 },
  { type: 'small', room: 98 },
  { type: 'tiny', room: 118 },
] as const satisfies readonly { readonly type: TableBlock['type']; readonly room: number }[];

/** Letters that the margins of a cell take. */
const PADDING = 1.5;
/** No column is narrower; none is wider however long its texts are. */
const [LEAST, MOST] = [4, 40];
/** Texts may be broken into lines of that many: of Chinese anywhere, of others between words. */
const LINE = { han: 10, words: 16 } as const;

const HAN = /\p{Script=Han}/u;

/** The longest part that is not broken at the end of a line. */
const longestWord = (words: string): number =>
  Math.max(0, ...words.split(/[\s\p{Script=Han}]+/u).map(printedWidth));

interface Set extends Pick<TableColumn, 'title' | 'align'> {
  readonly cells: readonly Cell[];
  /** Letters below which it cannot be read, and those that it would have. */
  readonly least: number;
  readonly wanted: number;
}

const isHan = (value: CsvCell): boolean => typeof value === 'string' && HAN.test(value);

function setColumn(title: string, values: readonly CsvCell[]): Set {
  const decimals = decimalsOf(values);
  const cells = values.map((value) =>
    value === null
      ? missing('—')
      : typeof value === 'number'
        ? number(formatNumber(value, decimals))
        : text(value),
  );
  const isNumeric = values.some((value) => typeof value === 'number');
  const widest = (of: readonly Cell[]) => Math.max(0, ...of.map((cell) => printedWidth(cell.text)));
  const numbers = widest(cells.filter(({ kind }) => kind === 'number'));
  const words = widest(cells);
  // A heading may take two lines, or more where the numbers below it are short.
  const head = Math.ceil(printedWidth(title) / 2);
  return {
    title,
    align: isNumeric ? 'right' : 'left',
    cells,
    least:
      Math.max(
        LEAST,
        numbers,
        Math.min(LINE[values.some(isHan) ? 'han' : 'words'], words),
        Math.min(LINE.han, head + 2),
        // Headings are set in a wider face.
        Math.min(LINE.words, longestWord(title) * 1.15),
      ) + PADDING,
    wanted: Math.min(MOST, Math.max(LEAST, words, head)) + PADDING,
  };
}

const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);

/** Columns dealt out over as many tables as they need, the first of them in each. */
function dealt(columns: readonly Set[], room: number): (readonly Set[])[] {
  const [first, ...others] = columns;
  if (!first) return [];
  const tables: Set[][] = [[first]];
  for (const column of others) {
    const last = tables[tables.length - 1]!;
    if (last.length > 1 && sum([...last, column].map(({ least }) => least)) > room)
      tables.push([first, column]);
    else last.push(column);
  }
  return tables;
}

/** What a column needs, and of the room that is left as much as it would have. */
function widths(columns: readonly Set[], room: number): number[] {
  const left = Math.max(0, room - sum(columns.map(({ least }) => least)));
  const wishes = columns.map(({ least, wanted }) => Math.max(0, wanted - least));
  const share = Math.min(1, left / Math.max(1, sum(wishes)));
  return columns.map(({ least }, i) => least + wishes[i]! * share);
}

/** The columns that the reader chose, or all of them; every row. */
export function chosenSheet({ sheet, columns }: Pick<KeptFigure, 'sheet' | 'columns'>): Sheet {
  const known = columns.filter((at) => at in sheet.columns);
  const chosen = known.length > 0 ? known : sheet.columns.map((_, at) => at);
  return {
    columns: chosen.map((at) => sheet.columns[at] ?? ''),
    rows: sheet.rows.map((row) => chosen.map((at) => row[at] ?? null)),
  };
}

interface Around extends Pick<WholeTable, 'title' | 'subtitle' | 'caption'> {
  readonly origin: Origin;
}

/**
 * One table, or several with the first column in each where the page is too narrow for all of them.
 * Rows beyond MOST_ROWS are left out; whoever writes them says so.
 */
export function collectedTables(
  kept: Pick<KeptFigure, 'sheet' | 'columns'>,
  { origin, ...around }: Around,
  w: Pick<CollectionMessages, 'gap' | 'columns'>,
): TablePiece[] {
  const full = chosenSheet(kept);
  const rows = full.rows.slice(0, MOST_ROWS);
  const columns = full.columns.map((title, x) =>
    setColumn(
      title,
      rows.map((row) => row[x] ?? null),
    ),
  );
  const needed = sum(columns.map(({ least }) => least));
  const { type, room } = TYPES.find((one) => needed <= one.room) ?? TYPES[TYPES.length - 1]!;
  const parts = dealt(columns, room);
  return parts.map((part, i) => {
    const shares = widths(part, room);
    const from = sum(parts.slice(0, i).map(({ length }) => length - 1)) + (i === 0 ? 1 : 2);
    const to = from + part.length - (i === 0 ? 1 : 2);
    const columnsOf = parts.length === 1 ? '' : w.columns(from, to);
    const cells = rows.map((_, y) => part.map((column) => column.cells[y]!));
    const hasGaps = cells.some((row) => row.some(({ kind }) => kind === 'missing'));
    return {
      kind: 'table',
      caption: around.caption + columnsOf,
      columns: part.map(({ title, align }, x) => ({ title, align, width: shares[x]! })),
      rows: cells,
      ...(type === undefined ? {} : { type }),
      ...(hasGaps ? { notes: [w.gap] } : {}),
      whole: { ...around, sheet: full, part: columnsOf, isFurther: i > 0 },
      origin,
    };
  });
}
