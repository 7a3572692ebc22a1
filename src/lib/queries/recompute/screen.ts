import type { Scheme } from '#lib/model/index.ts';
import { sql, step } from './sql.ts';
import type { Sql } from './sql.ts';
import type { SchemeTree } from './scheme-tables.ts';

/** Name of the step that says which groups of one depth are there. */
export const thereAt = (depth: number): string => `there_${depth}`;

/**
 * The steps `there_…` (which groups have data enough, from the deepest up) and `standing`, the
 * status of every row before anything is computed: R4–R9, R36.
 */
export function screenSteps(scheme: Scheme, tree: SchemeTree): Sql[] {
  const { missing } = scheme;
  const deepest = Math.max(...tree.groups.map(({ depth }) => depth));
  const levels: Sql[] = [];
  for (let depth = deepest; depth >= 0; depth--) levels.push(thereStep(depth, deepest));
  return [
    step(
      'there',
      sql`select row_id, code, case when value is null then 0 else 1 end as is_there from given`,
    ),
    ...levels,
    step(
      'supply',
      sql`
        select row_id, cast(count(value) as double precision) as available,
          cast(sum(case when value = 0 then 1 else 0 end) as double precision) as zeros
        from given
        group by row_id`,
    ),
    step(
      'lacking',
      sql`
        select c.row_id, count(*) as dimensions
        from ${childrenAt(1, deepest)} c
        join element e on e.code = c.code and e.parent = ${scheme.index.code}
        where c.is_there = 0
        group by c.row_id`,
    ),
    step(
      'standing',
      sql`
        select u.row_id, u.unit, u.period, u.peers, case
            when u.unit in (select unit from forced where way = 'exclude') then 'excluded'
            when s.available = 0 then 'no_data'
            when u.unit in (select unit from forced where way = 'include') then 'ranked'
            when s.available / ${tree.indicators.length} < ${missing.min_availability}
              then 'low_availability'
            when 1 - s.zeros / s.available < ${missing.min_nonzero ?? 0} then 'low_nonzero'
            when l.dimensions > 0 and ${Number(missing.require_all_dimensions)} = 1
              then 'dimension_missing'
            else 'ranked' end as status
        from unit_row u
        join supply s on s.row_id = u.row_id
        left join lacking l on l.row_id = u.row_id`,
    ),
  ];
}

/** Indicators, and the groups one step below. */
function childrenAt(depth: number, deepest: number): Sql {
  const indicators = 'select row_id, code, is_there from there';
  const groups = `select row_id, code, is_there from ${thereAt(depth)}`;
  return {
    text: `(${depth > deepest ? indicators : `${indicators} union all ${groups}`})`,
    values: [],
  };
}

const thereStep = (depth: number, deepest: number): Sql =>
  step(
    thereAt(depth),
    sql`
      select c.row_id, g.code, case
          when sum(c.is_there) > 0
            and cast(sum(c.is_there) as double precision) / g.children >= g.min_availability
          then 1 else 0 end as is_there
      from group_spec g
      join element e on e.parent = g.code
      join ${childrenAt(depth + 1, deepest)} c on c.code = e.code
      where g.depth = ${depth}
      group by c.row_id, g.code, g.children, g.min_availability`,
  );
