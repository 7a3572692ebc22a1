/**
 * Observations counted, added up or averaged by one or two things. The statement is put together
 * from closed lists of columns; every value is a parameter.
 */
import { EngineError } from '#lib/engine/engine.ts';
import type { EngineRow, Query, SqlValue } from '#lib/engine/engine.ts';
import { codeList, inCodeList } from './code-list.ts';
import { lookup, orderBy } from './plain-rows.ts';
import { count, nullableNumber, nullableText, text } from './rows.ts';

export const GROUPINGS = [
  'city',
  'region',
  'institution',
  'period',
  'level',
  'peer_group',
  'class',
] as const;
export type Grouping = (typeof GROUPINGS)[number];

export const AGGREGATES = ['count', 'sum', 'mean', 'median', 'min', 'max'] as const;
export type Aggregate = (typeof AGGREGATES)[number];

export interface FactFilter {
  /** As written: 2025; null for all. */
  readonly period: string | null;
  /** Region code of a city; null for all. */
  readonly city: string | null;
  readonly level: string | null;
}

export interface GroupFactsParams extends FactFilter {
  /** Codes of indicators. */
  readonly measures: readonly string[];
}

/** One group of one measure. */
export interface FactGroup {
  readonly measure: string;
  /** null: the observations of the group have none (a region in no city). */
  readonly key1: string | null;
  readonly key2: string | null;
  readonly unit: string;
  /** How many units there are; numbers of two units make no sum. */
  readonly units: number;
  readonly kind: string;
  /** null where no observation has a value. For `count`, the number of values. */
  readonly value: number | null;
  /** Values that went in, values that are missing, values that are hedged (余, 约 …). */
  readonly n: number;
  readonly missing: number;
  readonly hedged: number;
}

/** What is grouped, wherever it comes from. */
export interface Fact {
  readonly measure: string;
  readonly keys: Readonly<Record<Grouping, string | null>>;
  readonly value: number | null;
  readonly unit: string;
  readonly kind: string;
  readonly hedged: boolean;
}

const CITY = `case when r.level = 'city' then r.region_code when p.level = 'city' then p.region_code end`;
const LEVEL = 'coalesce(i.level, r.level)';

const KEY: Readonly<Record<Grouping, string>> = {
  city: CITY,
  region: 'coalesce(i.region_code, o.region_code)',
  institution: 'o.institution_id',
  period: 'o.period',
  level: LEVEL,
  peer_group: 'i.peer_group_zh',
  class: 'i.class',
};

const INSTITUTION = ['region_code', 'level', 'peer_group_zh', 'class'] as const;
const REGION = ['parent_code', 'level'] as const;

/** Ids occur once in sound data; where one does not, its observations still count only once. */
const onePerKey = (table: string, key: string, columns: readonly string[]): string =>
  `select ${key}, ${columns.map((column) => `max(${column}) as ${column}`).join(', ')}
      from ${table} group by ${key}`;

const OF: Readonly<Record<Aggregate, string>> = {
  count: 'count(o.value)',
  sum: 'sum(o.value)',
  mean: 'avg(o.value)',
  median: 'median(o.value)',
  min: 'min(o.value)',
  max: 'max(o.value)',
};

/** The question for a way of grouping: by nothing, one thing or two. */
export function groupFacts(
  by: readonly Grouping[],
  aggregate: Aggregate,
): Query<GroupFactsParams, FactGroup> {
  const [key1, key2] = [0, 1].map((at) => {
    const grouping = by[at];
    return grouping === undefined ? 'cast(null as varchar)' : KEY[grouping];
  });
  return {
    name: 'group-facts',
    tables: ['observation', 'institution', 'region'],
    sql: `
    select o.indicator as measure, ${key1} as key1, ${key2} as key2,
      min(o.unit) as unit, count(distinct o.unit) as units, min(o.measure_kind) as kind,
      ${OF[aggregate]} as value, count(o.value) as n, count(*) - count(o.value) as missing,
      count(case when o.qualifier <> 'exact' then o.value end) as hedged
    from observation o
    left join (${onePerKey('institution', 'institution_id', INSTITUTION)}) i
      on i.institution_id = o.institution_id
    left join (${onePerKey('region', 'region_code', REGION)}) r
      on r.region_code = coalesce(i.region_code, o.region_code)
    left join (${onePerKey('region', 'region_code', REGION)}) p on p.region_code = r.parent_code
    where ${inCodeList('o.indicator')}
      and (cast(? as varchar) is null or o.period = cast(? as varchar))
      and (cast(? as varchar) is null or ${CITY} = cast(? as varchar))
      and (cast(? as varchar) is null or ${LEVEL} = cast(? as varchar))
    group by 1, 2, 3
    order by measure, key1 nulls last, key2 nulls last`,
    bind: ({ measures, period, city, level }) => [
      codeList(measures),
      ...[period, city, level].flatMap((value) => [value, value]),
    ],
    plain(tables, { measures, ...filter }) {
      codeList(measures); // refuses what SQL's side refuses
      const wanted = new Set<SqlValue>(measures);
      const institution = onePer(tables.rows('institution'), 'institution_id', INSTITUTION);
      const region = onePer(tables.rows('region'), 'region_code', REGION);
      const facts = tables
        .rows('observation')
        .filter((row) => wanted.has(row['indicator'] ?? null))
        .map((row) => factOf(row, institution, region));
      return groupsOf(facts, by, aggregate, filter).map((group) => ({ ...group }));
    },
    decode: (row) => ({
      measure: text(row, 'measure'),
      key1: nullableText(row, 'key1'),
      key2: nullableText(row, 'key2'),
      unit: text(row, 'unit'),
      units: count(row, 'units'),
      kind: text(row, 'kind'),
      value: nullableNumber(row, 'value'),
      n: count(row, 'n'),
      missing: count(row, 'missing'),
      hedged: count(row, 'hedged'),
    }),
  };
}

type Lookup = ReturnType<typeof lookup>;

function onePer(rows: readonly EngineRow[], key: string, columns: readonly string[]): Lookup {
  const byKey = new Map<SqlValue, Record<string, SqlValue>>();
  // Ascending, so that the greatest is written last; nulls never.
  for (const column of columns)
    for (const row of orderBy(rows, column)) {
      const id = row[key] ?? null;
      const one = byKey.get(id) ?? { [key]: id };
      if (row[column] != null) one[column] = row[column];
      byKey.set(id, one);
    }
  return lookup([...byKey.values()], key);
}

function factOf(row: EngineRow, institution: Lookup, region: Lookup): Fact {
  const one = institution(row['institution_id']);
  const code = textOf(one?.['region_code']) ?? textOf(row['region_code']);
  const own = region(code);
  const parent = region(own?.['parent_code']);
  const city = [own, parent].find((place) => place?.['level'] === 'city');
  return {
    measure: textOf(row['indicator']) ?? '',
    keys: {
      city: textOf(city?.['region_code']),
      region: code,
      institution: textOf(row['institution_id']),
      period: textOf(row['period']),
      level: textOf(one?.['level']) ?? textOf(own?.['level']),
      peer_group: textOf(one?.['peer_group_zh']),
      class: textOf(one?.['class']),
    },
    value: typeof row['value'] === 'number' ? row['value'] : null,
    unit: textOf(row['unit']) ?? '',
    kind: textOf(row['measure_kind']) ?? '',
    hedged: row['qualifier'] !== 'exact',
  };
}

const textOf = (value: SqlValue | undefined): string | null =>
  typeof value === 'string' ? value : null;

/** The same as the statement, over facts in memory: for where no SQL runs, and for scores. */
export function groupsOf(
  facts: readonly Fact[],
  by: readonly Grouping[],
  aggregate: Aggregate,
  { period, city, level }: FactFilter,
): FactGroup[] {
  const groups = new Map<string, { readonly key: Key; readonly facts: Fact[] }>();
  for (const fact of facts) {
    const { keys } = fact;
    if (period !== null && keys.period !== period) continue;
    if (city !== null && keys.city !== city) continue;
    if (level !== null && keys.level !== level) continue;
    const key: Key = [fact.measure, by[0] ? keys[by[0]] : null, by[1] ? keys[by[1]] : null];
    const name = JSON.stringify(key);
    const group = groups.get(name) ?? { key, facts: [] };
    group.facts.push(fact);
    groups.set(name, group);
  }
  const rows = [...groups.values()].map(({ key, facts: members }) =>
    groupOf(key, members, aggregate),
  );
  return orderBy(
    rows.map((row) => ({ ...row })),
    'measure',
    'key1',
    'key2',
  ) as unknown as FactGroup[];
}

type Key = readonly [measure: string, key1: string | null, key2: string | null];

function groupOf(
  [measure, key1, key2]: Key,
  facts: readonly Fact[],
  aggregate: Aggregate,
): FactGroup {
  const values = facts.flatMap(({ value }) => (value === null ? [] : [value]));
  const units = [...new Set(facts.map(({ unit }) => unit))].sort();
  return {
    measure,
    key1,
    key2,
    unit: units[0] ?? '',
    units: units.length,
    kind: facts.map(({ kind }) => kind).sort()[0] ?? '',
    value: aggregateOf(values, aggregate),
    n: values.length,
    missing: facts.length - values.length,
    hedged: facts.filter(({ hedged, value }) => hedged && value !== null).length,
  };
}

/** null for no values, but a count of none is zero. */
function aggregateOf(values: readonly number[], aggregate: Aggregate): number | null {
  if (aggregate === 'count') return values.length;
  if (values.length === 0) return null;
  const sum = () => values.reduce((total, value) => total + value, 0);
  switch (aggregate) {
    case 'sum':
      return sum();
    case 'mean':
      return sum() / values.length;
    case 'median':
      return middle(values);
    case 'min':
      return values.reduce((a, b) => Math.min(a, b));
    case 'max':
      return values.reduce((a, b) => Math.max(a, b));
  }
  throw new EngineError('query_failed', `There is no aggregate ${String(aggregate)}.`);
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? NaN) + upper) / 2;
}
