import type { LocalText } from '#lib/model/index.ts';

/** null is missing. Words that a reader sees and no program looks for are a LocalText. */
export type Value = string | number | LocalText | null;

/**
 * How a number is shown on a terminal; files have all its digits. `exact` shows them all too, and
 * none but them; `points` a share as percentage points, rounded up so that they are enough.
 */
export type Kind = 'text' | 'whole' | 'number' | 'fine' | 'share' | 'points' | 'exact';

/** What a column, or a fact, is called and how it is shown. */
export interface Label {
  /** Name in files. */
  readonly key: string;
  readonly head: LocalText;
  readonly kind: Kind;
  /** For codes of a vocabulary: what they are called on a terminal. */
  readonly words?: Readonly<Record<string, LocalText>>;
  /** Not on the terminal. */
  readonly filesOnly?: boolean;
}

export interface Fact extends Label {
  readonly value: Value;
}

export interface Table {
  /** Name in files, '' for the analysis itself. */
  readonly key: string;
  readonly title: LocalText;
  readonly columns: readonly Label[];
  readonly rows: readonly (readonly Value[])[];
  /** Not on the terminal: too long to be read there. */
  readonly filesOnly?: boolean;
}

/** The answer to one question, ready for every format. */
export interface Analysis {
  /** Name in files. */
  readonly key: string;
  readonly title: LocalText;
  readonly facts: readonly Fact[];
  readonly notes: readonly LocalText[];
  readonly tables: readonly Table[];
}

export const words = (zh: string, en: string): LocalText => ({ zh, en });

/** A column made of what it shows of each item. */
export interface Column<T> extends Label {
  readonly of: (item: T) => Value;
}

export const column = <T>(
  key: string,
  head: LocalText,
  kind: Kind,
  of: (item: T) => Value,
  more: Pick<Label, 'words' | 'filesOnly'> = {},
): Column<T> => ({ key, head, kind, of, ...more });

/** A table with a row for each item. NaN, which no format has, becomes null. */
export function table<T>(
  key: string,
  title: LocalText,
  items: readonly T[],
  columns: readonly Column<T>[],
  more: Pick<Table, 'filesOnly'> = {},
): Table {
  const known = (value: Value) => (typeof value === 'number' && Number.isNaN(value) ? null : value);
  return {
    key,
    title,
    columns,
    rows: items.map((item) => columns.map(({ of }) => known(of(item)))),
    ...more,
  };
}

export const fact = (key: string, head: LocalText, kind: Kind, value: Value): Fact => ({
  key,
  head,
  kind,
  value,
});
