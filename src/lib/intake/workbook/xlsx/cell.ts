/** What a `c` element of a sheet means. */
import type { CellContent } from '../grid.ts';
import { excerpt, Refused } from '../refused.ts';
import { booleanCell, numberCell, textCell } from '../shown.ts';
import { unescapeText } from './texts.ts';

export interface SheetContext {
  readonly texts: readonly string[];
  readonly formats: readonly string[];
  readonly date1904: boolean;
}

/** A cell as the file has it; null for a child that is not there. */
export interface RawCell {
  readonly type: string;
  readonly style: number;
  readonly value: string | null;
  readonly formula: string | null;
  /** Text written in the cell itself instead of the table of texts. */
  readonly inline: string | null;
}

function numeric(text: string, place: string): number {
  const value = text.trim() === '' ? NaN : Number(text);
  if (!Number.isFinite(value)) throw new Refused('damaged', `${place}: ${excerpt(text)}`);
  return value;
}

/** ISO date and time of a cell of type `d`. */
function isoCell(value: string): CellContent | null {
  const day = /^(\d{4}-\d{2}-\d{2})(?:T.*)?$/.exec(value.trim())?.[1];
  return day === undefined ? textCell(value) : { kind: 'date', day, text: day };
}

/** Content of a cell; `place` is for messages. Refused where the file contradicts itself. */
export function cellContent(
  cell: RawCell,
  context: SheetContext,
  place: string,
): CellContent | null {
  const { type, value, formula } = cell;
  if (type === 'inlineStr') return textCell(cell.inline ?? unescapeText(value ?? ''));
  if (type === 'str') return textCell(unescapeText(value ?? ''));
  if (value === null || value === '')
    return formula !== null && value === null ? { kind: 'error', text: `=${formula}` } : null;
  switch (type) {
    case 's': {
      const text = context.texts[numeric(value, place)];
      if (text === undefined) throw new Refused('damaged', `${place}: text ${excerpt(value)}`);
      return textCell(text);
    }
    case 'b':
      return booleanCell(value.trim() === '1' || value.trim() === 'true');
    case 'e':
      return { kind: 'error', text: value };
    case 'd':
      return isoCell(value);
    default: {
      const format = context.formats[cell.style] ?? 'General';
      return numberCell(numeric(value, place), format, context.date1904);
    }
  }
}
