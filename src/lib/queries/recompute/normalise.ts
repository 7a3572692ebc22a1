import type { Scheme } from '#lib/model/index.ts';
import { sql, step } from './sql.ts';
import type { Sql } from './sql.ts';

/** Texts that a scheme may choose between; none of them comes out of a scheme. */
const POOL: Record<Scheme['normalise']['scope'], Sql> = {
  period: { text: 'r.period', values: [] },
  panel: { text: "''", values: [] },
};

/**
 * The step `normalised`: one row for each available cell of the rows that take part, null where
 * the method has no scale. R3, R20–R29.
 *
 * Peers' means and deviations are taken above the lowest value, where fewer digits cancel.
 */
export function normaliseSteps({ normalise: { scope, range } }: Scheme): Sql[] {
  const [floor, ceiling] = range;
  return [
    step(
      'directed',
      sql`
        select r.row_id, r.peers, ${POOL[scope]} as pool, s.code, s.method, s.direction, s.cut,
          s.centre, s.width, s.ties, s.logarithmic, g.value, s.direction * g.value as x,
          case when s.direction > 0 then s.low else s.high end as worse_post,
          case when s.direction > 0 then s.high else s.low end as better_post,
          s.direction * s.high as goal
        from standing r
        join given g on g.row_id = r.row_id and g.value is not null
        join indicator_spec s on s.code = g.code
        where r.status = 'ranked'`,
    ),
    step(
      'ranged',
      sql`
        select row_id, peers, pool, code, method, direction, cut, centre, width, ties, logarithmic,
          value, x, worse_post, better_post, goal,
          min(x) over peer as worst, max(x) over peer as best,
          cast(count(*) over peer as double precision) as n,
          rank() over (peer order by x) as lowest_place,
          count(*) over (peer order by x) as highest_place
        from directed
        window peer as (partition by code, peers, pool)`,
    ),
    step(
      'placed',
      sql`
        select row_id, code, method, direction, cut, centre, width, logarithmic, value, x,
          worse_post, better_post, goal, worst, best, n, x - worst as above,
          avg(x - worst) over pool_mate as mean_above, stddev_samp(x - worst) over pool_mate as deviation,
          case ties
            when 'lowest' then cast(lowest_place as double precision)
            when 'highest' then cast(highest_place as double precision)
            when 'average' then cast(lowest_place + highest_place as double precision) / 2
            end as place
        from ranged
        window pool_mate as (partition by code, peers, pool)`,
    ),
    step(
      'shared',
      sql`
        select row_id, code, cut, case method
            when 'minmax' then above / nullif(best - worst, 0)
            when 'distance_to_max' then 1 - (best - x) / nullif(best - worst, 0)
            when 'goalposts' then ${postShare}
            when 'target' then case when goal > worst then above / (goal - worst)
              when cut = 1 then 1 end
            when 'fraction_of_max' then case
              when direction > 0 and worst >= 0 and best > 0 then x / best
              when direction < 0 and best < 0 then best / x end
            when 'percentile_rank' then (place - 1) / nullif(n - 1, 0)
            end as share,
          case method
            when 'zscore' then case when best > worst
              then (above - mean_above) / deviation * width + centre end
            when 'rank' then place
            when 'borda' then place - 1
            when 'none' then x
            end as own
        from placed`,
    ),
    step(
      'stretched',
      sql`
        select row_id, code, coalesce(own, case
            when cut = 1 and share > 1 then 1
            when cut = 1 and share < 0 then 0
            else share end * (${ceiling} - ${floor}) + ${floor}) as y
        from shared`,
    ),
    step(
      'normalised',
      sql`
        select row_id, code, case when abs(y) <= 1.7976931348623157e308 then y end as y
        from stretched`,
    ),
  ];
}

/** Position between the posts, in the indicator's own unit, where the direction cancels. */
const postShare: Sql = {
  text: `case
              when logarithmic = 0
                then (value - worse_post) / (better_post - worse_post)
              when value > 0 and worse_post > 0 and better_post > 0
                then ln(value / worse_post) / ln(better_post / worse_post) end`,
  values: [],
};
