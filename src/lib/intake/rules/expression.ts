/** The small language of data/rules.csv: indicator codes and numbers joined by + and -. */

export interface Term {
  readonly sign: 1 | -1;
  /** An indicator code, or null for a constant. */
  readonly indicator: string | null;
  /** The constant; 1 for an indicator. */
  readonly constant: number;
}

export type Linear = readonly Term[];

export interface Ratio {
  readonly numerator: Linear;
  readonly denominator: Linear;
}

const TOKEN = /\s*([+-]?)\s*([A-Za-z][A-Za-z0-9_]*|\d+(?:\.\d+)?)/y;

/** Parses `TZ3A + TZ3B - 2`; null when the text is anything else. */
export function parseLinear(text: string): Linear | null {
  const terms: Term[] = [];
  const trimmed = text.trim();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < trimmed.length) {
    const match = TOKEN.exec(trimmed);
    if (!match) return null;
    const [, sign, operand = ''] = match;
    if (terms.length > 0 && sign === '') return null;
    const isNumber = /^\d/.test(operand);
    terms.push({
      sign: sign === '-' ? -1 : 1,
      indicator: isNumber ? null : operand,
      constant: isNumber ? Number(operand) : 1,
    });
  }
  return terms.length > 0 ? terms : null;
}

/** Parses `TZ3A+TZ3B/TZ3D` as (TZ3A+TZ3B) / TZ3D; brackets around either side are allowed. */
export function parseRatio(text: string): Ratio | null {
  const sides = text.split(/[/÷]/).map((side) => side.trim().replace(/^\((.*)\)$/, '$1'));
  if (sides.length !== 2) return null;
  const [numerator, denominator] = sides.map(parseLinear);
  return numerator && denominator ? { numerator, denominator } : null;
}

/** The indicator codes of an expression, in order, each once. */
export function indicatorsOf(linear: Linear): string[] {
  return [...new Set(linear.flatMap((term) => term.indicator ?? []))];
}

/**
 * Value of the expression; `read` gives an indicator's value, null where it is missing.
 * Null as soon as one indicator is missing: a missing value is never taken for zero.
 */
export function evaluate(
  linear: Linear,
  read: (indicator: string) => number | null,
): number | null {
  let total = 0;
  for (const term of linear) {
    const value = term.indicator === null ? term.constant : read(term.indicator);
    if (value === null) return null;
    total += term.sign * value;
  }
  return total;
}

/** The expression as people read it. */
export function formatLinear(linear: Linear): string {
  return linear
    .map((term, index) => {
      const sign = term.sign < 0 ? ' - ' : index > 0 ? ' + ' : '';
      return sign + (term.indicator ?? String(term.constant));
    })
    .join('')
    .trim();
}
