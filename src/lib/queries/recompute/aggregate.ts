import { joined, sql, step } from './sql.ts';
import type { Sql } from './sql.ts';
import { thereAt } from './screen.ts';
import type { SchemeTree } from './scheme-tables.ts';

const meanAt = (depth: number): string => `mean_${depth}`;

/**
 * The steps from `normalised` to `scored`: one row for each group of the rows that take part, from
 * the deepest groups up. Weights are renormalised over the children that are there; a group that
 * cannot be computed takes its ancestors with it. R32–R36.
 */
export function aggregateSteps(tree: SchemeTree): Sql[] {
  const deepest = Math.max(...tree.groups.map(({ depth }) => depth));
  const depths = Array.from({ length: deepest + 1 }, (_, i) => deepest - i);
  return [
    ...depths.map((depth) => meanStep(depth, deepest)),
    step(
      'scored',
      joined(
        depths.map((depth) => ({
          text: `select row_id, code, y from ${meanAt(depth)}`,
          values: [],
        })),
        ' union all ',
      ),
    ),
  ];
}

/** A child that a geometric mean cannot take, or one that failed itself. */
const spoils = `e.weight > 0
            and (c.has_failed = 1 or (g.mean = 'geometric' and c.y <= 0))`;

function meanStep(depth: number, deepest: number): Sql {
  const indicators = 'select row_id, code, y, 0 as has_failed from normalised';
  const below = `select row_id, code, y, has_failed from ${meanAt(depth + 1)}`;
  const children = depth === deepest ? indicators : `${indicators} union all ${below}`;
  const from: Sql = {
    text: `
          from ${thereAt(depth)} t
          join standing r on r.row_id = t.row_id and r.status = 'ranked'
          join group_spec g on g.code = t.code
          join element e on e.parent = g.code
          left join (${children}) c on c.row_id = t.row_id and c.code = e.code`,
    values: [],
  };
  return step(
    meanAt(depth),
    sql`
      select row_id, code, has_failed, case
          when is_there = 0 or has_failed = 1 then null
          when mean = 'geometric' then exp(log_sum / log_weight)
          else weighted_sum / known_weight end as y
      from (
        select t.row_id, g.code, g.mean, t.is_there,
          max(case when t.is_there = 1 and ${{ text: spoils, values: [] }} then 1 else 0 end)
            as has_failed,
          sum(e.weight * c.y) as weighted_sum,
          nullif(sum(case when c.y is not null then e.weight end), 0) as known_weight,
          sum(e.weight * ln(case when c.y > 0 then c.y end)) as log_sum,
          nullif(sum(case when c.y > 0 then e.weight end), 0) as log_weight
        ${from}
        group by t.row_id, g.code, g.mean, t.is_there
      ) sums`,
  );
}
