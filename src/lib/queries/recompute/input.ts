import type { Scheme } from '#lib/model/index.ts';
import { schemeColumns } from '#lib/model/index.ts';
import { schemeObservations } from '../scheme-observations.ts';
import { sql, step } from './sql.ts';
import type { Sql } from './sql.ts';

/**
 * The steps from the published tables to `unit_row` (institutions in the years they existed in)
 * and `given` (one row for each of them and each indicator, null for missing): R1, R2, R10, R131.
 * Which observations count is for the page's own query to say; the method starts after it.
 */
export function inputSteps(scheme: Scheme): Sql[] {
  const observed: Sql = {
    text: schemeObservations.sql,
    values: schemeObservations.bind({ indicators: schemeColumns(scheme), period_type: 'year' }),
  };
  return [
    step('observed', observed),
    step(
      'latest',
      sql`
        select institution_id, indicator, period, value, row_number() over (
            partition by institution_id, indicator, period
            order by period_start desc, obs_id desc
          ) as place
        from observed`,
    ),
    // Infinite values are no measurements.
    step(
      'cell',
      sql`
        select institution_id, indicator, period,
          case when abs(value) <= 1.7976931348623157e308 then value end as value
        from latest
        where place = 1`,
    ),
    step(
      'unit_row',
      sql`
        select row_number() over (order by p.period, i.institution_id, i.level) as row_id,
          i.institution_id as unit, p.period, i.level as peers
        from (select distinct period from observed) p
        join institution i on cast(i.valid_from as varchar) <= p.period || '-12-31'
          and (i.valid_to is null or cast(i.valid_to as varchar) >= p.period || '-01-01')`,
    ),
    step(
      'given',
      sql`
        select u.row_id, s.code,
          case when s.denominator is null then x.value
            else x.value * s.scale_factor / nullif(d.value, 0) end as value
        from unit_row u
        cross join indicator_spec s
        left join cell x on x.institution_id = u.unit and x.period = u.period
          and x.indicator = s.source
        left join cell d on d.institution_id = u.unit and d.period = u.period
          and d.indicator = s.denominator`,
    ),
  ];
}
