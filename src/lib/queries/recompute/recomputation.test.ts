import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NodeEngine } from '#lib/engine/node/node-engine.ts';
import { PlainEngine } from '#lib/engine/plain/plain-engine.ts';
import { createTableLoader } from '#lib/engine/load/load-tables.ts';
import { failureOf } from '#lib/engine/testing/failure.ts';
import { HOSTILE_NAMES } from '#lib/engine/testing/hostile.ts';
import { makeNodeEngine } from '#lib/engine/testing/node-factory.ts';
import { publish } from '#lib/engine/testing/publish.ts';
import { score } from '#lib/scoring/index.ts';
import { group, indicator, schemeOf } from '#lib/scoring/testing/schemes.ts';
import type { Scheme } from '#lib/model/index.ts';
import { makeDataset, queryDataset, unitTable } from '../dataset.ts';
import { FIXTURE, observation } from '../testing/fixture.ts';
import { recomputation, recompute, uncovered } from './index.ts';

/** Two institutions and one year; `values` are those of each indicator. */
const tablesOf = (values: Readonly<Record<string, readonly (number | null)[]>>) => ({
  institution: ['x', 'y', 'z'].map((institution_id) => ({
    ...FIXTURE.institution[1],
    institution_id,
  })),
  observation: Object.entries(values).flatMap(([code, column]) =>
    column.map((value, i) =>
      observation({
        obs_id: `${code}-${i}`,
        indicator: code,
        institution_id: ['x', 'y', 'z'][i] ?? '',
        value,
      }),
    ),
  ),
});

const scheme: Scheme = schemeOf(
  group('I', [
    group('A', [indicator('a'), indicator('b', 3, { direction: -1 })], 1),
    group('B', [indicator('c')], 1, 'geometric'),
  ]),
  { normalise: { scope: 'panel', range: [1, 101], default: { method: 'minmax' } } },
);

describe('recomputation(scheme) in native DuckDB', () => {
  let engine: NodeEngine;
  const published = publish(
    'synthetic',
    tablesOf({ a: [0, 10, 5], b: [4, 0, null], c: [2, 4, 3] }),
  );
  beforeAll(async () => {
    engine = await makeNodeEngine(published);
  });
  afterAll(() => engine.close());

  it('gives the scores worked out by hand: min-max, weights over what is there, places', async () => {
    const rows = await engine.query(recomputation(scheme), null);
    // A of z has a alone; B passes c on; I is the mean of the two.
    expect(rows.map(({ unit, element, score: y, place }) => [unit, element, y, place])).toEqual([
      ['x', 'A', 1, 3],
      ['x', 'B', 1, 3],
      ['x', 'I', 1, 3],
      ['y', 'A', 101, 1],
      ['y', 'B', expect.closeTo(101, 10), 1],
      ['y', 'I', expect.closeTo(101, 10), 1],
      ['z', 'A', 51, 2],
      ['z', 'B', expect.closeTo(51, 10), 2],
      ['z', 'I', expect.closeTo(51, 10), 2],
    ]);
    expect(rows[0]).toMatchObject({ period: '2025', group: 'city', status: 'ranked' });
  });

  it('is refused by an engine without SQL, which then leaves the result unchecked', async () => {
    const { source, manifest, layer } = published;
    const plain = new PlainEngine(createTableLoader(source, manifest, layer));
    const error = await failureOf(plain.query(recomputation(scheme), null));
    expect(error).toMatchObject({ code: 'query_failed', subject: 'recomputation' });
    const dataset = makeDataset(layer, await queryDataset(plain, scheme));
    const result = score(unitTable(dataset, scheme), scheme);
    expect(await recompute(plain, scheme, result)).toEqual({
      kind: 'not_checked',
      reason: 'no_sql',
    });
    expect(await recompute(engine, scheme, result)).toMatchObject({ kind: 'agrees', rows: 3 });
    const exact = { ...scheme, ranking: { tie_tolerance: 0 } };
    expect(await recompute(engine, exact, result)).toEqual(uncovered(exact));
  });
});

describe('the statement', () => {
  const named = (names: readonly string[]): Scheme =>
    schemeOf(
      group(
        'I',
        names.map((name) => indicator(name)),
      ),
      { missing: { ...scheme.missing, force: { exclude: [...names] } } },
    );
  const NAMES = HOSTILE_NAMES.filter((name) => !name.includes(',') && name.length < 100);
  const plainNames = NAMES.map((_, i) => `n${i}`);

  it('holds nothing out of a scheme but parameters', () => {
    const query = recomputation(named(NAMES));
    expect(query.sql).toBe(recomputation(named(plainNames)).sql);
    expect(query.sql.match(/\?/g)).toHaveLength(query.bind(null).length);
    expect(query.bind(null)).toEqual(expect.arrayContaining(NAMES));
  });

  it('is one statement of plain SQL, without a comment, the clock, files or extensions', () => {
    const { sql } = recomputation(scheme);
    expect(sql).not.toMatch(/;|--|\/\*|->>/);
    expect(sql).not.toMatch(
      /\b(current_\w+|now|today|random|json\w*|collate|read_\w+|install|load|pragma|attach|copy|qualify|unnest|list|struct|exclude \()\b/i,
    );
    expect(sql).not.toMatch(/select \*|::/);
    expect(sql).toMatch(/order by[^()]*$/);
  });

  it('with hostile codes and institutions agrees with the scoring code', async () => {
    const codes = NAMES.slice(0, 60);
    const tables = tablesOf(Object.fromEntries(codes.map((code, i) => [code, [i, 7, i % 3]])));
    const engine = await makeNodeEngine(
      publish('synthetic', {
        institution: tables.institution.map((row, i) => ({ ...row, institution_id: NAMES[i]! })),
        observation: tables.observation.map((row, i) => ({
          ...row,
          institution_id: NAMES[i % 3]!,
        })),
      }),
    );
    try {
      const own = schemeOf(
        group(
          "I'; drop table observation; --",
          codes.map((code) => indicator(code)),
        ),
      );
      const dataset = makeDataset('synthetic', await queryDataset(engine, own));
      const result = score(unitTable(dataset, own), own);
      expect(await recompute(engine, own, result)).toMatchObject({ kind: 'agrees', rows: 3 });
      expect(dataset.observations).toHaveLength(180);
    } finally {
      await engine.close();
    }
  });
});
