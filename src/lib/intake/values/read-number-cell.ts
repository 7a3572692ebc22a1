/** A cell that holds a number and shows it in some format: 0.855 as 85.5%, 630 as 630余家. */
import { decimalOfNumber, shift, toDouble, type Decimal } from './decimal.ts';
import { readWritten, type Written } from './read-text.ts';
import type { Conversion, ValueContext, ValueRead } from './read-value.ts';
import { splitUnit } from './units.ts';

/** What a format does to the meaning; that it also draws separators converts nothing. */
const TAKEN_FROM_SHOWN: readonly Conversion[] = [
  'percent',
  'per_mille',
  'qualifier',
  'unit',
  'header_scale',
];

/** The number is, up to the rounding of what is shown, the one shown. */
function agrees(stored: Decimal, shown: Written): boolean {
  const [a, b] = [toDouble(stored), toDouble(shown.decimal)];
  if (a === null || b === null) return false;
  const step = 10 ** shown.decimal.exponent;
  return Math.abs(a - b) <= step / 2 + Math.abs(a) * 1e-12;
}

/**
 * The number stored counts, to its last digit; what is shown gives the unit, the hedge and whether
 * it is a percentage. A zero that is shown as a dash is the zero somebody stored.
 */
export function readNumberCell(value: number, text: string, of: ValueContext): ValueRead {
  if (!Number.isFinite(value)) return { kind: 'unclear', why: 'spreadsheet_error', text };
  const plain = (conversions: readonly Conversion[]): ValueRead => ({
    kind: 'value',
    value: value === 0 ? 0 : value,
    qualifier: 'exact',
    unit: null,
    conversions,
  });
  if (text === String(value)) return plain([]);
  const shown = readWritten(text, of);
  const stored = decimalOfNumber(value);
  if (!('why' in shown)) {
    const heading = of.unit === null ? 0 : splitUnit(of.unit).places;
    const places = [...(shown.unit === '%' ? [2] : []), 0, ...(heading > 0 ? [-heading] : [])];
    const fitting = places.find((by) => agrees(shift(stored, by), shown));
    const exact = fitting === undefined ? null : toDouble(shift(stored, fitting));
    if (exact !== null) {
      const { qualifier, unit } = shown;
      const conversions = shown.conversions.filter((rule) => TAKEN_FROM_SHOWN.includes(rule));
      return { kind: 'value', value: exact, qualifier, unit, conversions };
    }
  }
  if (/[%％‰]/.test(text)) return { kind: 'unclear', why: 'words', text };
  return plain(['stored_value']);
}
