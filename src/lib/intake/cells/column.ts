/** Column types of the raw tables: each parses the text of a cell or says what is wrong with it. */
import type { FindingCode, Params } from '../findings/finding.ts';

export interface CellFault {
  readonly code: FindingCode;
  readonly params?: Params;
}

export type CellResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: CellFault };

export interface RawColumn<T> {
  /** An empty cell is a fault. */
  readonly required: boolean;
  /** The file may do without the column. */
  readonly mayLack: boolean;
  /** Given the text of a cell that is not empty. */
  readonly parse: (text: string) => CellResult<T>;
}

export type RawSchema = Readonly<Record<string, RawColumn<unknown>>>;

export const good = <T>(value: T): CellResult<T> => ({ ok: true, value });
export const bad = (code: FindingCode, params?: Params): CellResult<never> => ({
  ok: false,
  fault: params ? { code, params } : { code },
});

const define = <T>(parse: RawColumn<T>['parse']): RawColumn<T> => ({
  required: true,
  mayLack: false,
  parse,
});

/** The cell may be empty. */
export const optional = <T>(column: RawColumn<T>): RawColumn<T> => ({ ...column, required: false });

/** The whole column may be absent from the file, and its cells empty. */
export const mayLack = <T>(column: RawColumn<T>): RawColumn<T> => ({
  ...column,
  required: false,
  mayLack: true,
});

export { define };
