/** Statements to begin with; their names are in the words of the page, in this order. */
export const EXAMPLES: readonly { readonly sql: string }[] = [
  {
    sql: `select r.name_zh, o.period, o.value, o.unit
from observation o
join institution i on i.institution_id = o.institution_id
join region r on r.region_code = i.region_code
where o.indicator = 'TZ2' and i.level = 'county'
order by r.region_code, o.period`,
  },
  {
    sql: `select i.name_zh, o.value, o.numerator, o.denominator
from observation o
join institution i on i.institution_id = o.institution_id
where o.indicator = 'TZ3' and o.period = '2025' and o.value < 80
order by o.value`,
  },
  {
    sql: `select indicator, missing_reason, count(*) as missing
from observation
where value is null
group by indicator, missing_reason
order by missing desc, indicator`,
  },
  { sql: 'show tables' },
  { sql: 'describe observation' },
];
