/** Rows of a table dealt out over slides, so that none runs over the foot of its slide. */
import type { TableBlock } from '../docx/document.ts';
import { printedWidth } from '../xlsx/index.ts';
import { BODY } from './body.ts';
import { SLIDE_ROWS, TABLE_TYPE } from './table.ts';

type Table = Pick<TableBlock, 'columns' | 'rows'>;

/** Faces differ: a little more than the letters take by count. */
const SPARE = 1.08;

/** Points that a row takes, by the cell with the most lines. */
function heightOf(texts: readonly string[], rooms: readonly number[]): number {
  const lines = texts.map((text, i) =>
    Math.ceil((printedWidth(text) * (TABLE_TYPE.size / 2) * SPARE) / Math.max(1, rooms[i] ?? 1)),
  );
  return Math.max(TABLE_TYPE.row, Math.max(1, ...lines) * TABLE_TYPE.line + 4);
}

function filled(heights: readonly number[], room: number): number[] {
  const counts: number[] = [];
  let left = 0;
  for (const height of heights) {
    const last = counts.length - 1;
    if (last < 0 || height > left || counts[last]! >= SLIDE_ROWS) {
      counts.push(1);
      left = room - height;
    } else {
      counts[last]! += 1;
      left -= height;
    }
  }
  return counts;
}

/** As few slides as there can be, each about as full as the others; one for a table without rows. */
export function dealRows({ columns, rows }: Table): Table['rows'][] {
  if (rows.length === 0) return [[]];
  const sum = columns.reduce((all, { width }) => all + width, 0);
  const rooms = columns.map(({ width }) => (width / sum) * BODY.w * 72 - TABLE_TYPE.margin);
  const head = heightOf(
    columns.map(({ title }) => title),
    rooms,
  );
  // Heights are fractions: a whole slide is one even where their sum is a trace above it.
  const room = BODY.h * 72 - head + 0.5;
  const heights = rows.map((row) =>
    heightOf(
      row.map(({ text, sub = '' }) => `${text} ${sub}`.trimEnd()),
      rooms,
    ),
  );
  const most = filled(heights, room).length;
  const total = heights.reduce((all, height) => all + height, 0);
  // The lowest fill that needs no further slide; counted in steps, because rows are not equal.
  let fill = total / most;
  while (fill < room && filled(heights, fill).length > most) fill += TABLE_TYPE.line;
  const counts = filled(heights, Math.min(fill, room));
  let from = 0;
  return counts.map((count) => rows.slice(from, (from += count)));
}
