import { of, seed, YEAR, type Seed } from './seed.ts';

const value = (name: string, code: Seed['code'], text: string) =>
  seed(name, code, (copy) => copy.type(YEAR, of('TZ4A'), 'value', text));

/** Faults of the text of one cell. */
export const CELL_SEEDS: readonly Seed[] = [
  value('a formula for a number', 'number_formula', '=SUM(H2:H9)'),
  value('a no-break space in a number', 'number_space', '1\u00a0234'),
  value('a space before a number', 'number_space', ' 536'),
  value('an ideographic space after a number', 'number_space', '536\u3000'),
  value('full-width digits', 'number_fullwidth', '５３６'),
  value('Chinese digits', 'number_fullwidth', '五百三十六'),
  value('thousands separators', 'number_thousands', '1,234'),
  value('full-width thousands separators', 'number_thousands', '1，234'),
  value('余 in a number', 'number_hedged', '630余'),
  value('约 in a number', 'number_hedged', '约630'),
  value('a comparison sign in a number', 'number_hedged', '>500'),
  value('a unit in a number', 'number_unit', '536家'),
  value('万 in a number', 'number_unit', '1.23万'),
  value('a per cent sign', 'number_unit', '85%'),
  value('a dash for a missing number', 'number_placeholder', '—'),
  value('a slash for a missing number', 'number_placeholder', '/'),
  value('无 for a missing number', 'number_placeholder', '无'),
  value('N/A for a missing number', 'number_placeholder', 'N/A'),
  value('scientific notation', 'number_format', '5.36E+02'),
  value('a date for a number', 'number_format', '2025-01-02'),
  value('a leading zero', 'number_format', '0536'),
  value('more digits than a double holds', 'number_precision', '12345678901234567'),
  seed('a fraction of a revision', 'integer_format', (copy) =>
    copy.type(YEAR, of('TZ1'), 'revision', '0.5'),
  ),
  seed('an empty unit', 'cell_required', (copy) => copy.type(YEAR, of('TZ1'), 'unit', '')),
  seed('a space after a unit', 'outer_space', (copy) => copy.type(YEAR, of('TZ1'), 'unit', '项 ')),
  seed('a no-break space after a name', 'outer_space', (copy) =>
    copy.type(YEAR, of('TZ1'), 'institution', (old) => `${old}\u00a0`),
  ),
  seed(
    'a zero-width space in a code',
    'control_character',
    (copy) => copy.type(YEAR, of('TZ1'), 'indicator', 'TZ\u200b1'),
    ['row_missing'],
  ),
  seed('a tab in a note', 'control_character', (copy) =>
    copy.type(YEAR, of('TZ1'), 'note', '见\t附件'),
  ),
  seed('a formula for a note', 'formula', (copy) =>
    copy.type(YEAR, of('TZ1'), 'note', '=HYPERLINK("http://x","y")'),
  ),
  seed('a command for a note', 'formula', (copy) =>
    copy.type(YEAR, of('TZ1'), 'note', '@SUM(1+1)*cmd'),
  ),
  seed(
    'a full-width code',
    'code_format',
    (copy) => copy.type(YEAR, of('TZ1'), 'indicator', 'ＴＺ1'),
    ['row_missing'],
  ),
  seed('a region code cut by a spreadsheet', 'region_code_format', (copy) =>
    copy.type(YEAR, of('TZ1'), 'region_code', '99012'),
  ),
  seed('a region code as 9.9E+05', 'region_code_format', (copy) =>
    copy.type(YEAR, of('TZ1'), 'region_code', '9.9E+05'),
  ),
  seed('a reason of no list', 'word_unknown', (copy) =>
    copy.type(YEAR, of('TZ1'), 'missing_reason', '未报'),
  ),
  seed('a qualifier of no list', 'word_unknown', (copy) =>
    copy.type(YEAR, of('TZ1'), 'qualifier', 'Exact'),
  ),
  seed('a day that does not exist', 'date_format', (copy) =>
    copy.type('synthetic/regions.csv', { region_code: '990123' }, 'valid_from', '2023-02-29'),
  ),
  seed('a period that a spreadsheet made a day', 'period_format', (copy) =>
    copy.type(YEAR, of('TZ1'), 'period', '2025年'),
  ),
  seed('a month 13', 'period_format', (copy) => copy.type(YEAR, of('TZ1'), 'period', '2025-13')),
  seed('TRUE for true', 'boolean_format', (copy) =>
    copy.type('reported/checks.csv', { check_id: 'CHK-LN-1' }, 'consistent', 'TRUE'),
  ),
  seed('broken JSON', 'json_format', (copy) =>
    copy.type('reported/events.csv', { event_id: 'EV-JL-06' }, 'numbers', '{awards:1}'),
  ),
];
