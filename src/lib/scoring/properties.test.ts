/** What must hold for every scheme and table (METHOD.md), on generated ones. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  NormaliseSpec,
  SchemeGroup,
  SchemeNode,
  ScoreResult,
  UnitTable,
} from '#lib/model/index.ts';
import { CELL, isGroup } from '#lib/model/index.ts';
import { rankInto, tieWidth } from './rank/rank.ts';
import { score } from './score.ts';
import { caseOf, GOALPOSTS, leaves, method, PREPARED } from './testing/cases.ts';

const RUNS = { numRuns: 10_000 };

const arithmetic = fc.constant('arithmetic' as const);

const mapTree = (node: SchemeGroup, f: (of: SchemeNode) => SchemeNode): SchemeGroup => ({
  ...(f(node) as SchemeGroup),
  children: node.children.map((child) => (isGroup(child) ? mapTree(child, f) : f(child))),
});

const indexOf = (result: ScoreResult): Float64Array => result.scores.get('I')!;

type Columns = ReadonlyMap<string, Float64Array | Int32Array>;

/** Faster than a deep comparison, which these thousands of runs would mostly wait for. */
const sameBits = (a: Columns, b: Columns): boolean =>
  a.size === b.size &&
  [...a].every(([code, column]) => column.every((x, row) => Object.is(x, b.get(code)![row])));

const TABLES = [
  'raw',
  'denominated',
  'imputed',
  'treated',
  'normalised',
  'scores',
  'contributions',
  'actual_weights',
  'ranks',
] as const;

/** Every table to the bit, and the words of all the rest. */
const sameResult = (a: ScoreResult, b: ScoreResult): boolean => {
  const rest = ({ status, bands, issues, parameters, treatments, weights }: ScoreResult) =>
    JSON.stringify([status, bands, issues, parameters, treatments, [...weights]]);
  return TABLES.every((name) => sameBits(a[name], b[name])) && rest(a) === rest(b);
};

/** Holds to rounding, relative to scores of the order of 100. */
const isClose = (a: number, b: number): boolean =>
  Object.is(a, b) || Math.abs(a - b) <= 1e-10 || (Number.isNaN(a) && Number.isNaN(b));

/**
 * Whether terms of the row's scores cancel to zero below a geometric mean: rounding then decides
 * whether the mean is of a positive value, which is no property of the weights' scale.
 */
const isAtZero = (node: SchemeGroup, scores: ScoreResult['scores'], row: number): boolean =>
  node.children.some(
    (child) =>
      isGroup(child) &&
      ((node.aggregate === 'geometric' && Math.abs(scores.get(child.code)![row]!) < 1e-12) ||
        isAtZero(child, scores, row)),
  );

const withColumn = (
  table: UnitTable,
  code: string,
  change: (x: number, row: number) => number,
) => ({
  ...table,
  columns: new Map([...table.columns, [code, table.columns.get(code)!.map(change)]]),
});

describe('properties', { timeout: 180_000 }, () => {
  it('weights scaled by a constant change nothing', () => {
    fc.assert(
      fc.property(
        caseOf(),
        fc.constantFrom(0.125, 4, 1024),
        fc.double({ min: 0.01, max: 99, noNaN: true }),
        ({ scheme, table }, exact, any) => {
          const scaled = (by: number) =>
            score(table, {
              ...scheme,
              index: mapTree(scheme.index, (node) => ({ ...node, weight: node.weight * by })),
            });
          const base = score(table, scheme);
          const same = scaled(exact);
          expect(sameBits(same.scores, base.scores)).toBe(true);
          expect(sameBits(same.ranks, base.ranks)).toBe(true);
          const other = indexOf(scaled(any));
          for (const [row, x] of indexOf(base).entries())
            if (!isAtZero(scheme.index, base.scores, row))
              expect(isClose(x, other[row]!)).toBe(true);
        },
      ),
      RUNS,
    );
  });

  it('permuting units permutes results, to the bit', () => {
    const shuffled = caseOf(method, undefined, PREPARED).chain((of) =>
      fc
        .shuffledSubarray([...of.table.rows.keys()], { minLength: of.table.rows.length })
        .map((order) => ({ ...of, order })),
    );
    fc.assert(
      fc.property(shuffled, ({ scheme, table, order }) => {
        const base = score(table, scheme);
        const moved = score(
          {
            rows: order.map((row) => table.rows[row]!),
            columns: new Map(
              [...table.columns].map(([code, xs]) => [
                code,
                Float64Array.from(order, (row) => xs[row]!),
              ]),
            ),
            labels: new Map([['kind', order.map((row) => table.labels!.get('kind')![row]!)]]),
          },
          scheme,
        );
        for (const name of ['treated', 'normalised', 'scores', 'contributions', 'ranks'] as const)
          for (const [code, column] of moved[name]) {
            const expected = base[name].get(code)!;
            expect(column.every((x, at) => Object.is(x, expected[order[at]!]))).toBe(true);
          }
        expect(moved.status).toEqual(order.map((row) => base.status[row]));
        expect(moved.parameters).toEqual(base.parameters);
      }),
      RUNS,
    );
  });

  it('a constant added to a min-max indicator changes nothing', () => {
    fc.assert(
      fc.property(
        caseOf(fc.constant<NormaliseSpec>({ method: 'minmax' })),
        fc.integer({ min: -1000, max: 1000 }),
        ({ scheme, table }, shift) => {
          const code = leaves(scheme.index)[0]!.code;
          const base = score(table, scheme);
          const moved = score(
            withColumn(table, code, (x) => x + shift),
            scheme,
          );
          expect(sameBits(moved.scores, base.scores)).toBe(true);
          expect(sameBits(moved.ranks, base.ranks)).toBe(true);
        },
      ),
      RUNS,
    );
  });

  it('improving a unit under fixed goalposts never lowers its score nor touches the others', () => {
    fc.assert(
      fc.property(
        caseOf(fc.constant(GOALPOSTS)),
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 0, max: 200 }),
        ({ scheme, table }, anyLeaf, anyRow, rise) => {
          const all = leaves(scheme.index);
          const { code, direction } = all[anyLeaf % all.length]!;
          const row = anyRow % table.rows.length;
          const base = score(table, scheme);
          const better = score(
            withColumn(table, code, (x, at) => (at === row ? x + direction * rise : x)),
            scheme,
          );
          for (const [at, before] of indexOf(base).entries()) {
            const after = indexOf(better)[at]!;
            if (at !== row) expect(after).toBe(before);
            else expect(Number.isNaN(before) || after >= before - 1e-10).toBe(true);
          }
        },
      ),
      RUNS,
    );
  });

  it('a missing value is as if the indicator were not asked for, not as a zero', () => {
    fc.assert(
      fc.property(
        caseOf(fc.constant(GOALPOSTS)).map(({ scheme, table }) => ({
          table,
          scheme: { ...scheme, missing: { min_availability: 0, require_all_dimensions: false } },
        })),
        fc.nat(),
        ({ scheme, table }, anyLeaf) => {
          const all = leaves(scheme.index);
          const { code } = all[anyLeaf % all.length]!;
          const gap = score(
            withColumn(table, code, () => NaN),
            scheme,
          );
          const zeroWeight = score(table, {
            ...scheme,
            index: mapTree(scheme.index, (node) =>
              node.code === code ? { ...node, weight: 0 } : node,
            ),
          });
          const others = (row: number) =>
            all.some((of) => of.code !== code && !Number.isNaN(table.columns.get(of.code)![row]!));
          for (const row of table.rows.keys())
            if (others(row)) expect(indexOf(gap)[row]).toBe(indexOf(zeroWeight)[row]);
            else expect(indexOf(gap)[row]).toBeNaN();
        },
      ),
      RUNS,
    );
  });

  it('contributions add up to the index, actual weights to 1', () => {
    fc.assert(
      fc.property(caseOf(method, arithmetic, PREPARED), ({ scheme, table }) => {
        const result = score(table, scheme);
        const codes = leaves(scheme.index).map(({ code }) => code);
        const dimensions = scheme.index.children.map(({ code }) => code);
        const sum = (columns: ReadonlyMap<string, Float64Array>, of: string[], row: number) =>
          of.reduce((total, code) => total + (columns.get(code)![row]! || 0), 0);
        for (const [row, x] of indexOf(result).entries()) {
          if (Number.isNaN(x)) {
            expect(result.actual_weights.get(codes[0]!)![row]).toBeNaN();
            continue;
          }
          expect(isClose(sum(result.contributions, codes, row), x)).toBe(true);
          expect(isClose(sum(result.contributions, dimensions, row), x)).toBe(true);
          expect(sum(result.actual_weights, codes, row)).toBeCloseTo(1, 12);
          expect(sum(result.actual_weights, dimensions, row)).toBeCloseTo(1, 12);
        }
      }),
      RUNS,
    );
  });

  it('actual weights add up to 1 under any mean', () => {
    fc.assert(
      fc.property(caseOf(), ({ scheme, table }) => {
        const result = score(table, scheme);
        const columns = leaves(scheme.index).map(({ code }) => result.actual_weights.get(code)!);
        for (const [row, x] of indexOf(result).entries()) {
          const total = columns.reduce((sum, column) => sum + column[row]!, 0);
          if (Number.isNaN(x)) expect(total).toBeNaN();
          else expect(total).toBeCloseTo(1, 12);
        }
      }),
      RUNS,
    );
  });

  it('ranks are competition ranks, and ties are cut from the best down', () => {
    const scores = fc.array(
      fc.oneof(
        fc.integer({ min: 0, max: 12 }),
        fc.double({ min: 0, max: 12, noNaN: true }),
        fc.constant(NaN),
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(scores, fc.constantFrom(0, 1e-9, 0.05, 0.2), (xs, share) => {
        const ranks = new Int32Array(xs.length);
        const rows = Int32Array.from(xs.keys());
        rankInto(ranks, Float64Array.from(xs), rows, share);
        const placed = [...xs.keys()].filter((row) => !Number.isNaN(xs[row]!));
        const width = tieWidth(Float64Array.from(placed, (row) => xs[row]!).sort(), share);
        for (const row of placed) {
          // A place is one more than the number of units with a better place …
          const better = placed.filter((other) => ranks[other]! < ranks[row]!);
          expect(ranks[row]).toBe(better.length + 1);
          // … who all have better scores; and it is no wider than the tolerance …
          expect(better.every((other) => xs[other]! > xs[row]!)).toBe(true);
          const tie = placed.filter((other) => ranks[other] === ranks[row]);
          const best = Math.max(...tie.map((other) => xs[other]!));
          expect(best - xs[row]!).toBeLessThanOrEqual(width);
          // … and took in everyone who was close enough to its best.
          const worse = placed.filter((other) => ranks[other]! > ranks[row]!);
          expect(worse.every((other) => best - xs[other]! > width)).toBe(true);
        }
        expect(placed.every((row) => ranks[row]! > 0)).toBe(true);
        expect(rows.every((row) => placed.includes(row) || ranks[row] === 0)).toBe(true);
      }),
      RUNS,
    );
  });

  it('the same table and scheme give the same result, and both stay as they were', () => {
    fc.assert(
      fc.property(caseOf(method, undefined, PREPARED), ({ scheme, table }) => {
        const words = () => JSON.stringify([scheme, table.rows, [...(table.labels ?? [])]]);
        const [before, columns] = [words(), structuredClone(table.columns)];
        expect(sameResult(score(table, scheme), score(table, scheme))).toBe(true);
        expect([words(), sameBits(table.columns, columns)]).toEqual([before, true]);
      }),
      RUNS,
    );
  });

  it('no table makes it throw, and no result is infinite', () => {
    const wild = fc.oneof(
      fc.double({ min: -1e150, max: 1e150 }),
      fc.constantFrom(Infinity, -Infinity),
    );
    fc.assert(
      fc.property(
        caseOf(method, undefined, PREPARED),
        fc.array(wild, { minLength: 12, maxLength: 12 }),
        (of, cells) => {
          const { code } = leaves(of.scheme.index)[0]!;
          const result = score(
            withColumn(of.table, code, (_, row) => cells[row]!),
            of.scheme,
          );
          for (const name of ['normalised', 'scores', 'contributions', 'actual_weights'] as const)
            for (const column of result[name].values())
              expect(column.every((x) => Number.isFinite(x) || Number.isNaN(x))).toBe(true);
        },
      ),
      RUNS,
    );
  });

  it('imputing and treating touch no cell without a flag, and none of a unit that is out', () => {
    fc.assert(
      fc.property(caseOf(method, undefined, PREPARED), ({ scheme, table }) => {
        const result = score(table, scheme);
        for (const [code, raw] of result.raw) {
          const treated = result.treated.get(code)!;
          const flags = result.cells.get(code);
          expect(raw.every((x, row) => Object.is(x, treated[row]) || (flags?.[row] ?? 0) > 0)).toBe(
            true,
          );
          expect(
            raw.every(
              (x, row) =>
                !Number.isNaN(x) ||
                Number.isNaN(treated[row]!) ||
                (flags![row]! & CELL.imputed) > 0,
            ),
          ).toBe(true);
        }
        for (const [row, { kind }] of result.status.entries())
          if (kind !== 'ranked' && kind !== 'not_computable')
            for (const flags of result.cells.values()) expect(flags[row]).toBe(0);
      }),
      RUNS,
    );
  });
});
