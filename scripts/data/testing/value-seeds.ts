import { FACTS, of, seed, YEAR, type Seed } from './seed.ts';

const HEDGED = { indicator: 'F_LN_022' };

/** Cells of one row that do not go together. */
export const VALUE_SEEDS: readonly Seed[] = [
  seed('no value and no reason', 'value_absent', (copy) =>
    copy.type(YEAR, of('TZ4A'), 'value', ''),
  ),
  seed('a value and a reason', 'value_and_reason', (copy) =>
    copy.type(YEAR, of('TZ4A'), 'missing_reason', 'late'),
  ),
  seed('a reason that only the program gives', 'reason_reserved', (copy) => {
    copy.type(YEAR, of('TZ4A'), 'value', '');
    return copy.type(YEAR, of('TZ4A'), 'missing_reason', 'component_missing');
  }),
  seed('half a firm', 'value_not_integer', (copy) => copy.type(YEAR, of('TZ4A'), 'value', '536.5')),
  seed('a number for an indicator in words', 'value_text_kind', (copy) => {
    const words = {
      indicator: 'WORDS',
      unit: '级',
      data_type: 'text',
      range_min: '',
      range_max: '',
    };
    copy.repeat('indicators.csv', { indicator: 'CLASSA' }, words, 'indicator');
    const row = { indicator: 'WORDS', unit: '级', value_text: '良好' };
    return copy.repeat(YEAR, of('CLASSA'), row, 'value');
  }),
  seed('a class beyond A', 'value_range', (copy) => copy.type(YEAR, of('CLASSA'), 'value', '4')),
  seed('a negative count', 'value_range', (copy) => copy.type(YEAR, of('TZ4A'), 'value', '-5')),
  seed('a score above 100', 'value_range', (copy) => copy.type(YEAR, of('TZ6A'), 'value', '183')),
  seed('pieces for items', 'unit_mismatch', (copy) => copy.type(YEAR, of('TZ4C'), 'unit', '人')),
  seed('a hedge without its wording', 'qualifier_text_absent', (copy) => ({
    ...copy.type(YEAR, of('TZ4A'), 'qualifier', 'more_than'),
    ...copy.place(YEAR, of('TZ4A'), 'value_text'),
  })),
  seed('余 called exact', 'qualifier_mismatch', (copy) =>
    copy.type(FACTS, HEDGED, 'qualifier', 'exact'),
  ),
  seed('wording and number differ', 'value_text_number', (copy) => ({
    ...copy.type(FACTS, HEDGED, 'value', '360'),
    ...copy.place(FACTS, HEDGED, 'value_text'),
  })),
  seed('a typed ratio', 'ratio_typed', (copy) =>
    copy.repeat(YEAR, of('TZ3A'), { indicator: 'TZ3', value: '84.2', unit: '%' }, 'indicator'),
  ),
  seed('a cell of no file', 'origin_incomplete', (copy) => {
    const [header = [], ...rows] = copy.rows(YEAR);
    copy.putRows(YEAR, [
      [...header, 'origin_file', 'origin_sheet', 'origin_cell', 'raw_text', 'conversions'],
      ...rows.map((row) => [...row, '', '', '', '', '']),
    ]);
    return copy.type(YEAR, of('TZ4A'), 'origin_cell', 'D7');
  }),
  seed(
    'a row without institution',
    'subject_absent',
    (copy) => {
      const change = copy.place(YEAR, of('TZ1'), 'institution_id');
      copy.type(YEAR, of('TZ1'), 'institution_id', '');
      return change;
    },
    ['row_missing'],
  ),
  seed('a fact without its place', 'locator_absent', (copy) =>
    copy.type(FACTS, HEDGED, 'locator', ''),
  ),
  seed('a negative revision', 'revision_negative', (copy) =>
    copy.type(YEAR, of('TZ1'), 'revision', '-1'),
  ),
  seed(
    'last year in this year’s file',
    'period_outside_file',
    (copy) => copy.type(YEAR, of('TZ4A'), 'period', '2024'),
    ['duplicate_key'],
  ),
  seed('a period after the cut-off', 'period_after_cutoff', (copy) =>
    copy.type(FACTS, HEDGED, 'period', '2026'),
  ),
  seed(
    'an end before the beginning',
    'validity_order',
    (copy) =>
      copy.type('synthetic/regions.csv', { region_code: '990123' }, 'valid_to', '1999-12-31'),
    ['region_validity'],
  ),
  seed(
    'bounds the wrong way round',
    'range_order',
    (copy) => copy.type('indicators.csv', { indicator: 'SCI1' }, 'range_max', '-1'),
    ['value_range'],
  ),
  seed('a day where a month is promised', 'date_precision_mismatch', (copy) =>
    copy.type('reported/events.csv', { event_id: 'EV-JL-06' }, 'date', '2022-02-15'),
  ),
];
