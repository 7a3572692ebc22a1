/** Decimals as written, so that 万 and % move the point and nothing is rounded on the way. */

/** digits × 10^exponent; `digits` is a text of 0-9, at least one. */
export interface Decimal {
  readonly negative: boolean;
  readonly digits: string;
  readonly exponent: number;
}

/** What a plain decimal without a sign means: 1234.50, .5, 007. */
export function decimalOf(text: string): Decimal {
  const [whole = '', fraction = ''] = text.split('.');
  return { negative: false, digits: whole + fraction, exponent: -fraction.length };
}

/** The shortest decimal that is read back as this double. */
export function decimalOfNumber(value: number): Decimal {
  const [mantissa = '', exponent = '0'] = Math.abs(value).toString().split('e');
  return { ...shift(decimalOf(mantissa), Number(exponent)), negative: value < 0 };
}

/** The decimal times 10^places. */
export const shift = (decimal: Decimal, places: number): Decimal => ({
  ...decimal,
  exponent: decimal.exponent + places,
});

export const negate = (decimal: Decimal): Decimal => ({ ...decimal, negative: !decimal.negative });

/** The nearest double; null where it would be infinite, or 0 though the decimal is not. Never -0. */
export function toDouble({ negative, digits, exponent }: Decimal): number | null {
  const size = Number(`${digits}e${exponent}`);
  if (!Number.isFinite(size) || (size === 0 && /[1-9]/.test(digits))) return null;
  return negative && size !== 0 ? -size : size;
}

/** Digits from the first that is not 0 on, zeros at the end included. */
export const significantDigits = ({ digits }: Decimal): number => digits.replace(/^0+/, '').length;
