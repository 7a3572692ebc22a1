import type { SqlValue } from '#lib/engine/engine.ts';

/** A piece of SQL and the values of its `?`, in order. */
export interface Sql {
  readonly text: string;
  readonly values: readonly SqlValue[];
}

type Part = Sql | string | number | null;

/**
 * SQL with its parameters where they stand: pieces are spliced in, texts and numbers become typed
 * parameters, null stays the word. No value ever becomes part of the text.
 */
export function sql(strings: TemplateStringsArray, ...parts: readonly Part[]): Sql {
  const pieces = parts.map(piece);
  return {
    text: strings.map((text, i) => text + (pieces[i]?.text ?? '')).join(''),
    values: pieces.flatMap(({ values }) => values),
  };
}

function piece(part: Part): Sql {
  if (part === null) return { text: 'null', values: [] };
  if (typeof part === 'string') return { text: 'cast(? as varchar)', values: [part] };
  if (typeof part === 'number') return { text: 'cast(? as double precision)', values: [part] };
  return part;
}

export const joined = (pieces: readonly Sql[], separator: string): Sql => ({
  text: pieces.map(({ text }) => text).join(separator),
  values: pieces.flatMap(({ values }) => values),
});

/** A named step of a statement, for its `with` list. */
export const step = (name: string, body: Sql): Sql => ({
  text: `${name} as (${body.text})`,
  values: body.values,
});

type Cell = string | number | null;
type CellType = 'varchar' | 'double precision';

/** A small table written into the statement, which may have no rows. */
export function tableStep(
  name: string,
  columns: Readonly<Record<string, CellType>>,
  rows: readonly (readonly Cell[])[],
): Sql {
  const names = Object.keys(columns);
  const types = Object.values(columns);
  const row = (cells: readonly Cell[]) =>
    joined(
      cells.map((cell, i) =>
        cell === null
          ? { text: `cast(null as ${types[i] ?? 'varchar'})`, values: [] }
          : sql`${cell}`,
      ),
      ', ',
    );
  const body =
    rows.length === 0
      ? sql`select ${row(names.map(() => null))} where 1 = 0`
      : sql`values ${joined(
          rows.map((cells) => sql`(${row(cells)})`),
          ', ',
        )}`;
  return step(`${name}(${names.join(', ')})`, body);
}
