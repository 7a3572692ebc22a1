import type { DataCopy } from './data-copy.ts';
import { COUNTY, seed, type Seed } from './seed.ts';

const ACTIVITIES = 'synthetic/activities.csv';
const BREAKS = 'synthetic/series_breaks.csv';
const TARGETS = 'reported/targets.csv';
const LEDGER = 'editions.json';
const RESULT = 'synthetic/published/2024.csv';
const OLD_SCHEME = 'schemes/history/taizhou-1.1.0.json';

const held = { activity_id: 'ACT-01-2023-Q1-T' };
const failed = { activity_id: 'ACT-02-2024-Q3-T' };
const unknown = { activity_id: 'ACT-03-2025-Q4-T' };
const help = { activity_id: 'ACT-990121-2023-H' };
const scope = { break_id: 'SB-04' };
const index = { institution_id: COUNTY, element: 'INDEX' };

/** Changes one field of an entry of the ledger; the report names it by its pointer. */
function enter(copy: DataCopy, at: number, field: string, value: unknown) {
  const ledger = JSON.parse(copy.text(LEDGER)) as Record<string, unknown>[];
  ledger[at] = { ...ledger[at], [field]: value };
  return { ...copy.put(LEDGER, JSON.stringify(ledger)), column: `/${at}/${field}` };
}

/** Adds an edition like the last one, but for some fields. */
function append(copy: DataCopy, changes: Readonly<Record<string, unknown>>, field: string) {
  const ledger = JSON.parse(copy.text(LEDGER)) as Record<string, unknown>[];
  ledger.push({ ...ledger[3], ...changes });
  return { ...copy.put(LEDGER, JSON.stringify(ledger)), column: `/4/${field}` };
}

/** What the ledger says of a file; its bytes no longer do once a cell is typed over. */
const LOCKED = ['ledger_hash'] as const;

/** The work programme, breaks of series, and what was published in former years. */
export const EDITION_SEEDS: readonly Seed[] = [
  seed('held, but when', 'activity_no_day', (copy) => copy.type(ACTIVITIES, held, 'done_on', '')),
  seed('a day for what was not held', 'activity_day', (copy) =>
    copy.type(ACTIVITIES, failed, 'done_on', '2024-09-20'),
  ),
  seed('a day for what is only planned', 'activity_day', (copy) =>
    copy.type(ACTIVITIES, unknown, 'done_on', '2025-12-20'),
  ),
  seed('not held, and nobody says why', 'activity_no_reason', (copy) =>
    copy.type(ACTIVITIES, failed, 'note', ''),
  ),
  seed('a programme by years', 'activity_quarter', (copy) =>
    copy.type(ACTIVITIES, held, 'period', '2023'),
  ),
  seed('held in another quarter', 'activity_day_outside', (copy) =>
    copy.type(ACTIVITIES, held, 'done_on', '2023-04-01'),
  ),
  seed('held after the cut-off', 'activity_after_cutoff', (copy) => {
    copy.type(ACTIVITIES, held, 'period', '2026-Q1');
    return copy.type(ACTIVITIES, held, 'done_on', '2026-02-10');
  }),
  seed('fewer than no participants', 'count_negative', (copy) =>
    copy.type(ACTIVITIES, held, 'participants', '-4'),
  ),
  seed('a kind of activity of no list', 'word_unknown', (copy) =>
    copy.type(ACTIVITIES, held, 'kind', '培训'),
  ),
  seed('an activity twice', 'duplicate_key', (copy) =>
    copy.repeat(ACTIVITIES, held, {}, 'activity_id'),
  ),
  seed('an activity in a region of no list', 'region_unknown', (copy) =>
    copy.type(ACTIVITIES, held, 'region_code', '990900'),
  ),
  seed('an activity of an institution of no list', 'institution_unknown', (copy) =>
    copy.type(ACTIVITIES, help, 'institution_id', 'syn-000000'),
  ),
  seed('an activity under another city', 'institution_region', (copy) =>
    copy.type(ACTIVITIES, help, 'region_code', '990200'),
  ),
  seed('an activity with a source of no list', 'source_unknown', (copy) =>
    copy.type(ACTIVITIES, held, 'source_id', 'unknown'),
  ),
  seed('an invented activity with a real source', 'layer_source', (copy) =>
    copy.type(ACTIVITIES, held, 'source_id', 'taizhou-2023'),
  ),
  seed('a published target without its place', 'locator_absent', (copy) =>
    copy.type(TARGETS, { target_id: 'T-TZ-1' }, 'locator', ''),
  ),
  seed('a break twice', 'duplicate_key', (copy) => copy.repeat(BREAKS, scope, {}, 'break_id')),
  seed('a break within a year', 'break_year', (copy) =>
    copy.type(BREAKS, scope, 'period', '2024-06'),
  ),
  seed('a break of an indicator of no catalogue', 'indicator_unknown', (copy) =>
    copy.type(BREAKS, scope, 'indicator', 'TZ99'),
  ),
  seed('a break of an institution of no list', 'institution_unknown', (copy) =>
    copy.type(BREAKS, scope, 'institution_id', 'syn-000000'),
  ),
  seed('a ledger that is no list', 'ledger_invalid', (copy) => copy.put(LEDGER, '{}'), [
    'published_unlocked',
  ]),
  seed('an edition without its reason', 'ledger_invalid', (copy) => enter(copy, 3, 'reason', ''), [
    'published_unlocked',
  ]),
  seed(
    'an edition with the way out of the folder',
    'ledger_invalid',
    (copy) => enter(copy, 3, 'result_path', '../2024.csv'),
    ['published_unlocked'],
  ),
  seed('two editions of one id', 'ledger_duplicate', (copy) => enter(copy, 3, 'id', '2023'), [
    'published_unlocked',
  ]),
  seed(
    'a locked edition with the id of the one in force',
    'ledger_duplicate',
    (copy) => enter(copy, 3, 'id', '2025'),
    ['published_unlocked'],
  ),
  seed('a year published twice, and which of the two counts', 'ledger_succession', (copy) =>
    append(copy, { id: '2024-2' }, 'succeeds'),
  ),
  seed('in place of an edition that never was', 'ledger_succeeds_nothing', (copy) =>
    enter(copy, 3, 'succeeds', '2024-0'),
  ),
  seed('numbers changed under the name of a locked edition', 'edition_locked', (copy) => {
    const year = { id: '2025', period: '2025', cutoff: '2025-12-31', locked_on: '2026-03-10' };
    append(copy, year, 'inputs');
    return { file: 'edition.json', row: null, column: 'id', cell: null };
  }),
  seed('locked before its cut-off', 'ledger_locked_early', (copy) =>
    enter(copy, 3, 'locked_on', '2024-12-30'),
  ),
  seed('a result that is gone', 'ledger_file', (copy) => {
    copy.drop(RESULT);
    return { file: LEDGER, row: null, column: '/3/result_path', cell: null };
  }),
  seed('an old scheme that is gone', 'ledger_file', (copy) => {
    copy.drop('schemes/history/taizhou-1.0.0.json');
    return { file: LEDGER, row: null, column: '/0/scheme_path', cell: null };
  }),
  seed('one digit of a locked result', 'ledger_hash', (copy) => {
    copy.type(RESULT, index, 'score', (old) =>
      old.replace(/.$/, (last) => (last === '1' ? '2' : '1')),
    );
    return { file: RESULT, row: null, column: `${LEDGER} /3/result_sha256`, cell: null };
  }),
  seed('one space in a locked scheme', 'ledger_hash', (copy) => ({
    ...copy.put(OLD_SCHEME, `${copy.text(OLD_SCHEME)} `),
    column: `${LEDGER} /2/scheme_sha256`,
  })),
  seed('another hash in the ledger', 'ledger_hash', (copy) => {
    enter(copy, 3, 'result_sha256', '0'.repeat(64));
    return { file: RESULT, row: null, column: `${LEDGER} /3/result_sha256`, cell: null };
  }),
  seed(
    'an old scheme with an unknown option',
    'scheme_invalid',
    (copy) => ({
      ...copy.put(OLD_SCHEME, copy.text(OLD_SCHEME).replace('"bands"', '"weight": 1, "bands"')),
      column: '/weight',
    }),
    LOCKED,
  ),
  seed(
    'an old scheme with an indicator of no catalogue',
    'scheme_indicator',
    (copy) => copy.put(OLD_SCHEME, copy.text(OLD_SCHEME).replace('"TZ5R"', '"TZ99"')),
    LOCKED,
  ),
  seed(
    'a ledger with another version than its scheme',
    'ledger_scheme',
    (copy) => ({ ...enter(copy, 3, 'scheme_version', '1.0.0'), column: '/3/scheme' }),
    ['published_other'],
  ),
  seed(
    'a published row of no edition',
    'published_unlocked',
    (copy) => copy.type(RESULT, index, 'edition', '2020'),
    LOCKED,
  ),
  seed(
    'a published row in the file of another edition',
    'published_unlocked',
    (copy) => copy.type(RESULT, index, 'edition', '2023'),
    [...LOCKED, 'duplicate_key', 'published_other'],
  ),
  seed(
    'a published row of another year',
    'published_other',
    (copy) => copy.type(RESULT, index, 'period', '2023'),
    LOCKED,
  ),
  seed(
    'a published row by another scheme',
    'published_other',
    (copy) => copy.type(RESULT, index, 'scheme_version', '1.0.0'),
    LOCKED,
  ),
  seed(
    'a published row twice',
    'duplicate_key',
    (copy) => copy.repeat(RESULT, index, {}, 'element'),
    LOCKED,
  ),
  seed(
    'a published dimension of no scheme',
    'published_element',
    (copy) => copy.type(RESULT, { ...index, element: 'T6' }, 'element', 'T7'),
    LOCKED,
  ),
  seed(
    'ranked without a rank',
    'published_rank',
    (copy) => copy.type(RESULT, index, 'rank', ''),
    LOCKED,
  ),
  seed(
    'a rank for a dimension',
    'published_rank',
    (copy) => copy.type(RESULT, { ...index, element: 'T6' }, 'rank', '1'),
    LOCKED,
  ),
  seed(
    'ranked without a score',
    'published_rank',
    (copy) => copy.type(RESULT, index, 'score', ''),
    LOCKED,
  ),
];
