import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dot, Feasibility } from './feasibility.ts';
import { fewestViolated } from './fewest-violated.ts';
import { RUNS, TIMEOUT } from './testing.ts';

const f = (...xs: number[]) => Float64Array.from(xs);

describe('Feasibility', () => {
  it('finds a point, loses it to a contradiction, and finds one again', () => {
    // x >= y, y >= 2x in [1, 3]²: only together impossible.
    const system = new Feasibility(f(1, 1), f(3, 3), [f(1, -1), f(-2, 1)]);
    system.demand(0);
    expect(system.check()).toBeNull();
    system.demand(1);
    expect(system.check()).toMatchObject({ proven: true });
    expect([...system.check()!.rows].sort()).toEqual([0, 1]);
    system.release(0);
    expect(system.check()).toBeNull();
    const [x, y] = system.point();
    expect(y).toBeGreaterThanOrEqual(2 * x! - 1e-11);
  });

  it('minds right-hand sides and a box without width', () => {
    const system = new Feasibility(f(2, 1), f(2, 1), [f(1, 1), f(1, 1)], f(3, 4));
    system.demand(0);
    expect(system.check()).toBeNull();
    system.demand(1);
    expect(system.check()).toMatchObject({ rows: [1], proven: true });
  });
});

describe('fewestViolated', () => {
  const row = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 2, maxLength: 2 });

  it(
    'gives up as many rows as brute force over all directions of a box',
    () => {
      fc.assert(
        fc.property(
          fc.array(row, { minLength: 1, maxLength: 6 }),
          fc.nat(2),
          (wanted, mandatory) => {
            const rows = wanted.map((e) => Float64Array.from(e));
            const [low, high] = [f(1, 1), f(4, 4)];
            const system = new Feasibility(low, high, rows);
            for (const at of rows.keys()) system.demand(at);
            const free = [...rows.keys()].slice(mandatory);
            const { least, held } = fewestViolated(system, free, free.length + 1, 10_000);
            // The number of violated rows changes only at slopes where a row is 0, and at the ends.
            const slopes = [1 / 4, 4, ...wanted.map(([a, b]) => -a! / b!)].filter(
              (s) => s >= 1 / 4 && s <= 4,
            );
            const sorted = [...slopes].sort((a, b) => a - b);
            const between = sorted.slice(1).map((s, i) => (s + sorted[i]!) / 2);
            const counts = [...slopes, ...between].map((slope) => {
              const fails = (at: number) => dot(rows[at]!, f(1, slope)) < -1e-9;
              const isOut = [...rows.keys()].slice(0, mandatory).some(fails);
              return isOut ? Infinity : free.filter(fails).length;
            });
            const fewest = Math.min(...counts);
            expect(least).toBe(Math.min(fewest, free.length + 1));
            expect(held === null ? null : free.length - held.length).toBe(
              fewest === Infinity ? null : fewest,
            );
          },
        ),
        RUNS,
      );
    },
    TIMEOUT,
  );

  it('searches only below what is asked for, and stops when the work is done', () => {
    const rows = [f(1, -1), f(-1, 1), f(1, -2), f(-2, 1)].map((e) => e.map((x) => x - 0.1));
    const ask = (below: number, work: number) => {
      const system = new Feasibility(f(1, 1), f(4, 4), rows);
      for (const at of rows.keys()) system.demand(at);
      return fewestViolated(system, [0, 1, 2, 3], below, work);
    };
    expect(ask(5, 1000)).toMatchObject({ least: 2 });
    expect(ask(2, 1000)).toEqual({ least: 2, held: null });
    expect(ask(5, -1).least).toBeLessThanOrEqual(2);
    expect(ask(5, -1).held).toBeNull();
  });
});
