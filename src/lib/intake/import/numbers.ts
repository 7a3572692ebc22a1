/** Doubles as the plain decimals that the tables of data/ hold. */
import {
  decimalOfNumber,
  shift,
  significantDigits,
  toDouble,
  type Decimal,
} from '../values/decimal.ts';

/** A double holds 15 digits of any decimal; a table holds no more of them. */
export const MOST_DIGITS = 15;

export const needsRounding = (value: number): boolean =>
  significantDigits(decimalOfNumber(value)) > MOST_DIGITS;

export const rounded = (value: number): number => Number(value.toPrecision(MOST_DIGITS));

/** The value times 10^places, exact in decimals; null where no double can hold it. */
export const scaleBy = (value: number, places: number): number | null =>
  places === 0 ? value : toDouble(shift(decimalOfNumber(value), places));

function plain({ negative, digits, exponent }: Decimal): string {
  const point = digits.length + exponent;
  const whole = digits.slice(0, Math.max(0, point)).padEnd(Math.max(0, point), '0');
  const fraction = '0'.repeat(Math.max(0, -point)) + digits.slice(Math.max(0, point));
  const sign = negative ? '-' : '';
  const head = sign + (whole.replace(/^0+(?=\d)/, '') || '0');
  const tail = fraction.replace(/0+$/, '');
  return tail === '' ? head : `${head}.${tail}`;
}

/** 1234.5, 0.000001, -3: never 1e21. Read back it is the same double. */
export const plainDecimal = (value: number): string => plain(decimalOfNumber(value));
