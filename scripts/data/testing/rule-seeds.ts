import { COUNTY, of, seed, YEAR, type Seed } from './seed.ts';

const RULES = 'rules.csv';
const LAST_YEAR = 'synthetic/observations/2024.csv';
const plus = (amount: number) => (old: string) => String(Number(old) + amount);

/** Faults that data/rules.csv finds, and faults of that file. */
export const RULE_SEEDS: readonly Seed[] = [
  seed(
    'more metrology engineers than staff',
    'at_most',
    (copy) => {
      const staff = Number(copy.read(YEAR, of('TZ3D'), 'value'));
      copy.type(YEAR, of('TZ3A'), 'value', String(staff));
      copy.type(YEAR, of('TZ3A'), 'note', '说明');
      return copy.place(YEAR, of('TZ3A'), 'value');
    },
    ['ratio_range'],
  ),
  seed('more mandatory items than all items', 'at_most', (copy) => {
    copy.type(YEAR, of('TZ_ALL'), 'value', '5');
    copy.type(YEAR, of('TZ_ALL'), 'note', '说明');
    return copy.place(YEAR, of('TZ1'), 'value');
  }),
  seed('parts that do not add up', 'sum', (copy) => {
    copy.type('reported/observations.csv', { indicator: 'F_LN_006' }, 'value', '56');
    return copy.place(
      'reported/observations.csv',
      { indicator: 'TZ2N', source_id: 'liaoning-2016' },
      'value',
    );
  }),
  seed('a stock that does not follow from its flows', 'stock_flow', (copy) =>
    copy.type(YEAR, of('TZ2'), 'value', plus(1)),
  ),
  seed('a retired standard that was not counted', 'stock_flow', (copy) => {
    copy.type(YEAR, of('TZ2X'), 'value', plus(1));
    return copy.place(YEAR, of('TZ2'), 'value');
  }),
  seed('a jump without a note', 'jump', (copy) => copy.type(YEAR, of('TZ_ALL'), 'value', '200')),
  seed(
    'a slip in last year’s file that makes a jump',
    'jump',
    (copy) => copy.type(LAST_YEAR, of('TZ_ALL'), 'value', (old) => `${old}0`),
    // Back to normal is a jump, too.
    ['jump'],
  ),
  seed('a ratio above 100', 'ratio_range', (copy) => {
    copy.type(RULES, { rule_id: 'R04' }, 'severity', 'warning');
    copy.type(YEAR, of('TZ1N'), 'value', '20');
    return copy.place(YEAR, of('TZ1'), 'value');
  }),
  seed('a rule with a broken expression', 'rule_expression', (copy) =>
    copy.type(RULES, { rule_id: 'R02' }, 'operands', 'TZ3A+TZ3B'),
  ),
  seed('a rule about an indicator of no catalogue', 'rule_indicator', (copy) => ({
    ...copy.type(RULES, { rule_id: 'R07' }, 'operands', 'TZ99'),
    ...copy.place(RULES, { rule_id: 'R07' }, 'indicator'),
  })),
  seed('a jump rule without threshold', 'rule_threshold', (copy) =>
    copy.type(RULES, { kind: 'jump' }, 'threshold', ''),
  ),
  seed(
    'a correction that is wrong',
    'at_most',
    (copy) => copy.repeat(YEAR, of('TZ1'), { revision: '1', value: '60', note: '更正' }, 'value'),
    ['ratio_range'],
  ),
  seed('a jump of a county whose note is on another row', 'jump', (copy) => {
    copy.type(YEAR, of('TZ1'), 'note', '口径变化');
    return copy.type(YEAR, { institution_id: COUNTY, indicator: 'TZ4D' }, 'value', '9');
  }),
];
