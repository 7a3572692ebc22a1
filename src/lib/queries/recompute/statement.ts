import type { Scheme } from '#lib/model/index.ts';
import { aggregateSteps } from './aggregate.ts';
import { inputSteps } from './input.ts';
import { normaliseSteps } from './normalise.ts';
import { placeSteps } from './places.ts';
import { schemeTables, treeOf } from './scheme-tables.ts';
import { screenSteps } from './screen.ts';
import { joined, sql } from './sql.ts';
import type { Sql } from './sql.ts';

/**
 * The whole pipeline as one statement over the published tables (R130). One row for each unit,
 * period and group of the hierarchy: score (null for none), place (0 for none), status of the unit.
 */
export function recomputeStatement(scheme: Scheme): Sql {
  const tree = treeOf(scheme);
  const steps = [
    ...schemeTables(scheme, tree),
    ...inputSteps(scheme),
    ...screenSteps(scheme, tree),
    ...normaliseSteps(scheme),
    ...aggregateSteps(tree),
    ...placeSteps(scheme),
  ];
  return sql`with recursive
    ${joined(steps, ',\n    ')}
    select r.unit, r.period, r.peers, g.code as element, s.y as score,
      coalesce(p.place, 0) as place,
      case when r.status = 'ranked' and i.y is null then 'not_computable' else r.status end as status
    from standing r
    cross join group_spec g
    left join scored s on s.row_id = r.row_id and s.code = g.code
    left join scored i on i.row_id = r.row_id and i.code = ${scheme.index.code}
    left join rank_of p on p.row_id = r.row_id and p.code = g.code
    order by r.period, r.unit, r.peers, g.code`;
}
