import { describe, expect, it } from 'vitest';
import type { InstitutionRow } from './dataset.ts';
import {
  institutionFacts,
  LISTED,
  targetVerdict,
  type FactTables,
  type OwnTarget,
} from './institution-facts.ts';

const institution = {
  institution_id: 'u',
  level: 'county',
  region_code: '990185',
  city_code: '990100',
  province_code: '990000',
} as InstitutionRow;

const none: FactTables = {
  regions: [],
  breaks: [],
  targets: [],
  events: [],
  activities: [],
  observations: [],
};
const facts = (tables: object, who: Partial<InstitutionRow> = {}) =>
  institutionFacts({ ...none, ...tables }, { ...institution, ...who });

const region = (code: string, successor: string | null, to: string | null) => ({
  region_code: code,
  name_zh: `名${code}`,
  name_en: `Name ${code}`,
  successor_code: successor,
  valid_from: '2000-01-01',
  valid_to: to,
});

describe('former regions', () => {
  it('are found through all successors, oldest first', () => {
    const regions = [
      region('990122', '990150', '2015-12-31'),
      region('990185', null, null),
      region('990150', '990185', '2022-12-31'),
      region('990999', '990998', '2020-12-31'),
    ];
    expect(facts({ regions }).former.map(({ code }) => code)).toEqual(['990122', '990150']);
  });

  it('of a circle of codes end', () => {
    const regions = [region('1', '990185', '2001-01-01'), region('990185', '1', '2002-01-01')];
    expect(facts({ regions }).former.map(({ code }) => code)).toEqual(['1', '990185']);
  });
});

describe('breaks, events and activities', () => {
  const mine = (n: number, own: string | null, code = '990185') =>
    Array.from({ length: n }, (_, i) => ({
      event_id: `e${i}`,
      activity_id: `a${i}`,
      break_id: `b${i}`,
      institution_id: own,
      region_code: code,
      date: `2025-0${i + 1}`,
      period: `2025-Q${i + 1}`,
    }));

  it('are those of the institution, of everybody, or of its region and city', () => {
    expect(
      facts({ breaks: [...mine(1, 'u'), ...mine(1, null), ...mine(1, 'v')] }).breaks,
    ).toHaveLength(2);
    expect(facts({ events: [...mine(2, 'u'), ...mine(3, 'v'), ...mine(1, null)] }).eventCount).toBe(
      2,
    );
    const activities = [
      ...mine(1, 'u', '1'),
      ...mine(1, null, '990185'),
      ...mine(1, null, '990100'),
      ...mine(1, null, '990200'),
      ...mine(1, 'v', '990185'),
    ];
    expect(facts({ activities }).activityCount).toBe(3);
  });

  it('are listed latest first, no more than a few, and all are counted', () => {
    const { events, eventCount } = facts({ events: mine(8, 'u') });
    expect([events.length, eventCount, events[0]?.event_id]).toEqual([LISTED, 8, 'e7']);
  });
});

describe('targets', () => {
  const target = (change: object) => ({
    target_id: 't',
    region_code: '990100',
    scope: 'each_institution',
    indicator: 'TZ3',
    comparator: 'at_least',
    value: 80,
    name_zh: '持证',
    name_en: 'Certified',
    ...change,
  });
  const count = (change: object, who: Partial<InstitutionRow> = {}) =>
    facts({ targets: [target(change)] }, who).targets.length;

  it('are those that each institution of its region or city has to meet', () => {
    expect(count({})).toBe(1);
    expect(count({ region_code: '990200' })).toBe(0);
    expect(count({ scope: 'region_total' })).toBe(0);
    expect(count({ value: null })).toBe(0);
    expect(count({}, { level: 'city' })).toBe(0);
  });

  it.each([
    ['at_least', 80, 'met'],
    ['at_least', 79.999, 'not_met'],
    ['more_than', 80, 'not_met'],
    ['at_most', 80, 'met'],
    ['less_than', 80, 'not_met'],
    ['equal', 80, 'met'],
    ['of_no_kind', 80, 'no_data'],
    ['at_least', null, 'no_data'],
    ['at_most', null, 'no_data'],
    ['at_least', 0, 'not_met'],
  ])('%s 80 with %s is %s', (comparator, value, expected) => {
    const own = {
      comparator,
      value: 80,
      values: { '2025': { value, qualifier: 'exact', missing_reason: null } },
    } as unknown as OwnTarget;
    expect(targetVerdict(own, '2025')).toBe(expected);
  });

  it('of a year without a row have no data', () => {
    const { targets } = facts({ targets: [target({})] });
    expect(targetVerdict(targets[0]!, '2025')).toBe('no_data');
  });
});
