import { schemeColumns, schemeLabels } from '#lib/model/index.ts';
import type { Scheme, UnitRow, UnitTable } from '#lib/model/index.ts';
import { problem, stopOn } from './problem.ts';
import type { Problem } from './problem.ts';
import type { Cell, FileTable } from './read-table.ts';

export interface NamedTable {
  readonly table: UnitTable;
  /** Display names by unit, where the data have any. */
  readonly names: ReadonlyMap<string, string>;
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const DEFAULT_MISSING = ['NA'];

/**
 * Reads a table as the scheme's `input` says: one row a unit and period. Throws InputError with
 * every missing column, cell that is no number, empty code and repeated unit, each with its place.
 */
export function toUnitTable(file: FileTable, scheme: Scheme): NamedTable {
  const { path, header, rows } = file;
  const { input } = scheme;
  if (!input) {
    const found = header.join(', ');
    stopOn([
      problem(
        path,
        '方案没有 input 一项，无法知道哪一列是单元代码；请在方案中加上 "input": { "unit": "列名" }',
        'the scheme has no input, so nothing says which column has the units’ codes; add "input": { "unit": "column name" } to it',
        { row: 1, found },
      ),
    ]);
  }
  const keys = [input?.unit, input?.name, input?.period, input?.group].filter(
    (name) => name !== undefined,
  );
  const numeric = schemeColumns(scheme);
  const words = schemeLabels(scheme);
  stopOn(missingColumns(file, [...new Set([...keys, ...words, ...numeric])]));

  const at = (name: string | undefined) => (name === undefined ? -1 : header.indexOf(name));
  const text = (cells: readonly Cell[], name: string | undefined) =>
    String(cells[at(name)] ?? '').trim();
  const units = rows.map(({ cells }): UnitRow => ({
    unit: text(cells, input?.unit),
    period: text(cells, input?.period),
    group: text(cells, input?.group),
  }));
  const missing = new Set(['', ...(input?.missing ?? DEFAULT_MISSING)]);
  const problems: Problem[] = [...badKeys(file, units, scheme)];
  const columns = new Map(
    numeric.map((name) => {
      const column = at(name);
      const values = rows.map(({ row, cells }) => {
        const value = numberOf(cells[column] ?? null, missing);
        if (value === null)
          problems.push(
            problem(path, '应为数字；缺失请留空', 'must be a number; leave it empty if missing', {
              row,
              column: name,
              found: String(cells[column]),
            }),
          );
        return value ?? NaN;
      });
      return [name, Float64Array.from(values)] as const;
    }),
  );
  stopOn(problems.sort((a, b) => (a.row ?? 0) - (b.row ?? 0)));
  const labels = new Map(
    words.map((name) => [
      name,
      rows.map(({ cells }) => text(cells, name)).map((word) => (missing.has(word) ? '' : word)),
    ]),
  );
  const names = rows.map(({ cells }, i) => [units[i]!.unit, text(cells, input?.name)] as const);
  return {
    table: { rows: units, columns, labels },
    names: new Map(names.filter(([, name]) => name !== '')),
  };
}

/**
 * One table with the columns of both, for two readings of the same data by two schemes; null when
 * the rows, or the values of a column that both have, are not the same.
 */
export function mergeTables(one: UnitTable, other: UnitTable): UnitTable | null {
  const isSame = (a: UnitRow, b: UnitRow | undefined) =>
    b !== undefined && a.unit === b.unit && a.period === b.period && a.group === b.group;
  const isShared = ([name, column]: readonly [string, Float64Array]) => {
    const twin = other.columns.get(name);
    return !twin || column.every((x, row) => Object.is(x, twin[row]));
  };
  if (one.rows.length !== other.rows.length) return null;
  if (!one.rows.every((row, at) => isSame(row, other.rows[at]))) return null;
  if (![...one.columns].every(isShared)) return null;
  return {
    rows: other.rows,
    columns: new Map([...one.columns, ...other.columns]),
    labels: new Map([...(one.labels ?? []), ...(other.labels ?? [])]),
  };
}

/** A number, NaN for a missing one, null for anything else. */
function numberOf(cell: Cell, missing: ReadonlySet<string>): number | null {
  if (cell === null) return NaN;
  if (typeof cell === 'number') return Number.isFinite(cell) || Number.isNaN(cell) ? cell : null;
  const text = cell.trim();
  if (missing.has(text)) return NaN;
  const value = NUMBER.test(text) ? Number(text) : NaN;
  return Number.isFinite(value) ? value : null;
}

const missingColumns = ({ path, header }: FileTable, wanted: readonly string[]): Problem[] =>
  wanted
    .filter((name) => !header.includes(name))
    .map((name) =>
      problem(
        path,
        `缺少该列（表中有：${header.join('、')}）；请补上，或在方案中用 column 写明列名`,
        `has no such column (it has: ${header.join(', ')}); add it, or name the right one by column in the scheme`,
        { row: 1, column: name },
      ),
    );

function badKeys({ path, rows }: FileTable, units: readonly UnitRow[], scheme: Scheme): Problem[] {
  const first = new Map<string, number>();
  const { unit: unitColumn, period: periodColumn } = scheme.input ?? {};
  return units.flatMap(({ unit, period }, i) => {
    const { row } = rows[i]!;
    const empty = (column: string | undefined, value: string) =>
      column !== undefined && value === ''
        ? [problem(path, '不能为空', 'must not be empty', { row, column })]
        : [];
    const key = JSON.stringify([unit, period]);
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, row);
    const repeated =
      earlier === undefined || unit === ''
        ? []
        : [
            problem(
              path,
              `与第 ${earlier} 行重复：同一时期内每个单元只能有一行`,
              `repeats row ${earlier}: a unit has one row in a period`,
              { row, column: unitColumn ?? '', found: period === '' ? unit : `${unit}, ${period}` },
            ),
          ];
    return [...empty(unitColumn, unit), ...empty(periodColumn, period), ...repeated];
  });
}
