import { expect, test } from 'vitest';
import type { CellContent } from '../workbook/grid.ts';
import { GAPS } from './gaps.ts';
import { readValue, type ValueContext } from './read-value.ts';
import { COUNT, MISSING, UNCLEAR, VALUES } from './testing/written-forms.ts';

const text = (written: string): CellContent => ({ kind: 'text', text: written });

test.each(VALUES.map(([written, value, more]) => ({ written, value, ...more })))(
  '“$written” is $value $unit $qualifier',
  ({ written, value, unit = null, qualifier = 'exact', rules, of = COUNT }) => {
    const read = readValue(text(written), of);
    expect(read).toMatchObject({ kind: 'value', value, unit, qualifier });
    if (rules) expect(read.kind === 'value' && read.conversions.join(' ')).toBe(rules);
  },
);

test.each(MISSING)('“%s” is missing: %s', (written, reason) => {
  expect(readValue(text(written), COUNT)).toEqual({ kind: 'missing', reason, text: written });
});

test.each(UNCLEAR)('“%s” is unclear: %s', (written, why) => {
  expect(readValue(text(written), COUNT)).toEqual({ kind: 'unclear', why, text: written });
});

test('at least 150 written forms are listed, each once', () => {
  const forms = [...VALUES, ...MISSING, ...UNCLEAR].map(([form]) => form);
  expect(forms.length).toBeGreaterThanOrEqual(150);
  const inContext = VALUES.flatMap(([form, , more]) => (more?.of ? [form] : []));
  const plain = forms.filter((form) => !inContext.includes(form));
  expect(new Set(plain).size).toBe(plain.length);
});

test.each(['', ' ', '\u00a0\u3000', '\n', "'", '\u200b\ufeff'])('%j is empty', (written) => {
  expect(readValue(text(written), COUNT)).toEqual({ kind: 'empty' });
});

test('no cell is empty', () => {
  expect(readValue(null, COUNT)).toEqual({ kind: 'empty' });
});

test('another table of gaps replaces the one given', () => {
  const gaps = new Map([...GAPS, ['保密', 'not_collected'] as const]);
  gaps.delete('无');
  expect(readValue(text('保密'), COUNT, gaps)).toMatchObject({ reason: 'not_collected' });
  expect(readValue(text('无'), COUNT, gaps)).toMatchObject({ kind: 'unclear', why: 'words' });
});

const RATIO: ValueContext = { unit: '%', ratio: true };
const number = (value: number, shown: string): CellContent => ({
  kind: 'number',
  value,
  text: shown,
});

test.each<[string, CellContent, ValueContext, object]>([
  ['a plain number', number(12.5, '12.5'), COUNT, { value: 12.5, conversions: [] }],
  ['more digits than shown', number(12.345, '12.3'), COUNT, { value: 12.345, conversions: [] }],
  ['zero', number(0, '0'), COUNT, { value: 0 }],
  ['minus zero', number(-0, '0'), COUNT, { value: 0 }],
  [
    'zero shown as a dash',
    number(0, '-'),
    COUNT,
    { kind: 'value', value: 0, conversions: ['stored_value'] },
  ],
  ['separators drawn', number(1234567, '1,234,567'), COUNT, { value: 1234567, conversions: [] }],
  [
    'a percent format',
    number(0.855, '85.5%'),
    RATIO,
    { value: 85.5, unit: '%', conversions: ['percent'] },
  ],
  ['a rounded percentage', number(0.85549, '85.5%'), RATIO, { value: 85.549, unit: '%' }],
  ['a percentage of no decimals', number(0.004, '0%'), RATIO, { value: 0.4, unit: '%' }],
  ['a hundred percent', number(1, '100%'), RATIO, { value: 100, unit: '%' }],
  ['a % that is only drawn', number(85.5, '85.5%'), RATIO, { value: 85.5, unit: '%' }],
  ['a ratio without percent', number(0.855, '0.855'), RATIO, { value: 0.855, unit: null }],
  ['percent of nothing shown', number(0.855, '12.0%'), RATIO, { kind: 'unclear', why: 'words' }],
  ['a unit in the format', number(45, '45台'), COUNT, { value: 45, unit: '台(件)' }],
  ['a hedge in the format', number(630, '630余家'), COUNT, { qualifier: 'more_than', unit: '家' }],
  ['万 in the format', number(12345, '1.2万'), COUNT, { value: 12345, conversions: [] }],
  [
    '万 in the format and the heading',
    number(12345, '1.2万'),
    { unit: '万元', ratio: false },
    { value: 1.2345, conversions: ['header_scale'] },
  ],
  ['a negative shown in brackets', number(-5.2, '(5.2)'), COUNT, { value: -5.2, conversions: [] }],
  [
    'a negative shown without sign',
    number(-5.2, '5.2'),
    COUNT,
    { value: -5.2, conversions: ['stored_value'] },
  ],
  ['17 digits of a formula', number(0.1 + 0.2, '0.3'), COUNT, { value: 0.1 + 0.2 }],
  ['no number', number(Number.NaN, 'NaN'), COUNT, { kind: 'unclear', why: 'spreadsheet_error' }],
  [
    'a date',
    { kind: 'date', day: '2023-12-01', text: '2023年12月' },
    COUNT,
    { kind: 'unclear', why: 'date' },
  ],
  [
    'a boolean',
    { kind: 'boolean', value: true, text: 'TRUE' },
    COUNT,
    { kind: 'unclear', why: 'boolean' },
  ],
  [
    'an error',
    { kind: 'error', text: '#DIV/0!' },
    COUNT,
    { kind: 'unclear', why: 'spreadsheet_error' },
  ],
])('%s in a cell of its own kind', (_, cell, of, expected) => {
  expect(readValue(cell, of)).toMatchObject(expected);
});
