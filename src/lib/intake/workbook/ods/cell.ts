/** What a `table-cell` of an OpenDocument spreadsheet means. */
import type { CellContent } from '../grid.ts';
import { excerpt, Refused } from '../refused.ts';
import { booleanCell, textCell } from '../shown.ts';
import { attribute } from '../xml/scan.ts';

function number(tag: string, shown: string, place: string): CellContent {
  const source = attribute(tag, 'value') ?? '';
  const value = source.trim() === '' ? NaN : Number(source);
  if (!Number.isFinite(value)) throw new Refused('damaged', `${place}: ${excerpt(source)}`);
  return { kind: 'number', value, text: shown.trim() === '' ? String(value) : shown.trim() };
}

/** The type as the program means it: an error is a string as far as the standard goes. */
const valueType = (tag: string): string | null =>
  /\scalcext:value-type\s*=\s*["']error["']/.test(tag) ? 'error' : attribute(tag, 'value-type');

/** Content of a cell from its tag and the paragraphs it shows; `place` is for messages. */
export function odsCellContent(tag: string, shown: string, place: string): CellContent | null {
  switch (valueType(tag)) {
    case 'float':
    case 'percentage':
    case 'currency':
      return number(tag, shown, place);
    case 'date': {
      const day = /^\d{4}-\d{2}-\d{2}/.exec(attribute(tag, 'date-value') ?? '')?.[0];
      return day === undefined ? textCell(shown) : { kind: 'date', day, text: shown.trim() || day };
    }
    case 'boolean':
      return booleanCell(attribute(tag, 'boolean-value') === 'true');
    case 'error':
      return { kind: 'error', text: shown };
    case null: {
      const formula = attribute(tag, 'formula');
      if (formula !== null && shown === '')
        return { kind: 'error', text: formula.replace(/^\w+:=/, '=') };
      return textCell(shown);
    }
    default:
      return textCell(
        shown || (attribute(tag, 'string-value') ?? attribute(tag, 'time-value') ?? ''),
      );
  }
}
