import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TableReader } from '#lib/engine/engine.ts';
import type { NodeEngine } from '#lib/engine/node/node-engine.ts';
import { makeNodeEngine } from '#lib/engine/testing/node-factory.ts';
import { publish } from '#lib/engine/testing/publish.ts';
import {
  AGGREGATES,
  groupFacts,
  GROUPINGS,
  groupsOf,
  type Fact,
  type Grouping,
} from './group-facts.ts';
import { FIXTURE, FIXTURE_CODES } from './testing/fixture.ts';

const tables: TableReader = { rows: (table) => FIXTURE[table] };
const ALL = {
  measures: FIXTURE_CODES.filter((code) => !code.includes(',')),
  period: null,
  city: null,
  level: null,
};

const WAYS: Grouping[][] = [
  [],
  ...GROUPINGS.map((one) => [one]),
  ['city', 'period'],
  ['period', 'level'],
  ['peer_group', 'class'],
];

/** Sums are added in another order by SQL: the last digits may differ. */
const rounded = (rows: readonly object[]) =>
  rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [
        key,
        typeof value === 'number' ? Number(value.toPrecision(8)) : (value as unknown),
      ]),
    ),
  );

describe('groupFacts(by, aggregate)', () => {
  let engine: NodeEngine;
  beforeAll(async () => {
    engine = await makeNodeEngine(publish('synthetic', FIXTURE));
  });
  afterAll(() => engine.close());

  describe.each(WAYS.map((by) => [by.join(' and ') || 'nothing', by] as const))(
    'by %s',
    (_, by) => {
      it.each(AGGREGATES)('%s: SQL answers as the plain function does', async (aggregate) => {
        const query = groupFacts(by, aggregate);
        const rows = await engine.query(query, ALL);
        expect(rows.length).toBeGreaterThan(0);
        expect(rounded(rows)).toEqual(rounded(query.plain(tables, ALL)));
      });
    },
  );

  it('filters alike', async () => {
    const query = groupFacts(['institution', 'period'], 'mean');
    const filters = [
      { period: '2025' },
      { level: 'county' },
      { city: FIXTURE.region.find(({ level }) => level === 'city')?.['region_code'] as string },
      { period: '2025', level: 'city' },
      { period: "2025' or '1'='1" },
    ];
    for (const filter of filters) {
      const params = { ...ALL, ...filter };
      expect(rounded(await engine.query(query, params)), JSON.stringify(filter)).toEqual(
        rounded(query.plain(tables, params)),
      );
    }
  });
});

describe('groupsOf(facts, by, aggregate, filter)', () => {
  const fact = (value: number | null, over: Partial<Fact> = {}): Fact => ({
    measure: 'a',
    keys: {
      city: 'x',
      region: 'r',
      institution: 'i',
      period: '2025',
      level: 'county',
      peer_group: null,
      class: null,
    },
    value,
    unit: '项',
    kind: 'stock',
    hedged: false,
    ...over,
  });
  const all = { period: null, city: null, level: null };

  it('counts what is missing apart, and never as zero', () => {
    const facts = [fact(2), fact(null), fact(4, { hedged: true })];
    expect(groupsOf(facts, [], 'mean', all)).toMatchObject([
      { value: 3, n: 2, missing: 1, hedged: 1 },
    ]);
    expect(groupsOf([fact(null)], [], 'sum', all)).toMatchObject([
      { value: null, n: 0, missing: 1 },
    ]);
    expect(groupsOf([fact(null)], [], 'count', all)).toMatchObject([{ value: 0, missing: 1 }]);
  });

  it('takes the mean of the middle two as the median', () => {
    expect(
      groupsOf(
        [1, 9, 3, 4].map((value) => fact(value)),
        [],
        'median',
        all,
      )[0]?.value,
    ).toBe(3.5);
  });

  it('tells that there is more than one unit', () => {
    expect(groupsOf([fact(1), fact(1, { unit: '家' })], [], 'sum', all)[0]?.units).toBe(2);
  });
});
