import type { Scheme } from '#lib/model/index.ts';
import { sql, step } from './sql.ts';
import type { Sql } from './sql.ts';

/** 16 rounding steps of a double, the least width of a tie (R51). */
const ROUNDING = 16 * Number.EPSILON;

/**
 * The steps from `scored` to `rank_of`: places among the ranked peers of a period (R50, R51).
 *
 * Where two neighbours lie further apart than the width of a tie, a new place opens whatever came
 * before. That cuts the scores into stretches; only a stretch that is itself wider than a tie (a
 * chain of close scores) has to be cut from its best down, one tie after the other.
 */
export function placeSteps({ index, ranking: { tie_tolerance } }: Scheme): Sql[] {
  return [
    step(
      'entered',
      sql`
        select s.row_id, s.code, r.peers, r.period, s.y
        from scored s
        join standing r on r.row_id = s.row_id
        join scored i on i.row_id = s.row_id and i.code = ${index.code} and i.y is not null
        where s.y is not null`,
    ),
    step(
      'bounded',
      sql`
        select row_id, code, peers, period, y,
          ${tie_tolerance} * (max(y) over rival - min(y) over rival) as share,
          ${ROUNDING} * max(abs(y)) over rival as rounding,
          lag(y) over (rival order by y desc) as above
        from entered
        window rival as (partition by code, peers, period)`,
    ),
    step(
      'gauged',
      sql`
        select row_id, code, peers, period, y, above,
          case when share > rounding then share else rounding end as width
        from bounded`,
    ),
    step(
      'stretch',
      sql`
        select row_id, code, peers, period, y, width,
          sum(case when above - y <= width then 0 else 1 end)
            over (partition by code, peers, period order by y desc) as part
        from gauged`,
    ),
    step(
      'chain',
      sql`
        select code, peers, period, part, max(width) as width
        from stretch
        group by code, peers, period, part
        having max(y) - min(y) > max(width)`,
    ),
    step(
      'successor',
      sql`
        select a.code, a.peers, a.period, a.part, a.y, max(b.y) as next_best
        from chain c
        join stretch a on a.code = c.code and a.peers = c.peers and a.period = c.period
          and a.part = c.part
        join stretch b on b.code = c.code and b.peers = c.peers and b.period = c.period
          and b.part = c.part and a.y - b.y > c.width
        group by a.code, a.peers, a.period, a.part, a.y`,
    ),
    step(
      'tie(code, peers, period, part, best)',
      sql`
        select code, peers, period, part, max(y)
        from stretch
        group by code, peers, period, part
        union all
        select t.code, t.peers, t.period, t.part, s.next_best
        from tie t
        join successor s on s.code = t.code and s.peers = t.peers and s.period = t.period
          and s.part = t.part and s.y = t.best`,
    ),
    step(
      'tied',
      sql`
        select s.row_id, s.code, s.peers, s.period, min(t.best) as best
        from stretch s
        join tie t on t.code = s.code and t.peers = s.peers and t.period = s.period
          and t.part = s.part and t.best >= s.y
        group by s.row_id, s.code, s.peers, s.period`,
    ),
    step(
      'rank_of',
      sql`
        select row_id, code,
          rank() over (partition by code, peers, period order by best desc) as place
        from tied`,
    ),
  ];
}
