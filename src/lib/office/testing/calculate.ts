/**
 * A calculator for the formulas that this program writes: enough of a spreadsheet's rules to work
 * them out from their text and the numbers in other cells, without the results stored with them.
 */
import type { SheetModel } from '../xlsx/workbook-model.ts';

type Scalar = number | string | boolean | null;
type Value = Scalar | readonly Scalar[];

const TOKENS =
  /\s*("(?:[^"]|"")*"|\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?|\d+(?:\.\d+)?(?:E[-+]?\d+)?|[A-Z]+(?=\()|>=|<=|<>|[-+*/^(),=<>])/y;

function tokenise(formula: string): string[] {
  const tokens: string[] = [];
  TOKENS.lastIndex = 0;
  while (TOKENS.lastIndex < formula.length) {
    const at = TOKENS.lastIndex;
    const token = TOKENS.exec(formula)?.[1];
    if (token === undefined) throw new Error(`cannot read ${formula.slice(at)}`);
    tokens.push(token);
  }
  return tokens;
}

const flat = (values: readonly Value[]): Scalar[] => values.flat<readonly Value[]>();

function toNumber(value: Scalar): number {
  if (typeof value === 'string') throw new Error('#VALUE!');
  return Number(value ?? 0);
}

/** Element by element, as in an array formula. */
function zip(a: Value, b: Value, of: (a: Scalar, b: Scalar) => Scalar): Value {
  if (!Array.isArray(a) && !Array.isArray(b)) return of(a as Scalar, b as Scalar);
  const length = Array.isArray(a) ? a.length : (b as readonly Scalar[]).length;
  const item = (value: Value, i: number) =>
    Array.isArray(value) ? (value[i] as Scalar) : (value as Scalar);
  return Array.from({ length }, (_, i) => of(item(a, i), item(b, i)));
}

const BINARY: Readonly<Record<string, (a: Scalar, b: Scalar) => Scalar>> = {
  '+': (a, b) => toNumber(a) + toNumber(b),
  '-': (a, b) => toNumber(a) - toNumber(b),
  '*': (a, b) => toNumber(a) * toNumber(b),
  '/': (a, b) => {
    if (toNumber(b) === 0) throw new Error('#DIV/0!');
    return toNumber(a) / toNumber(b);
  },
  '^': (a, b) => toNumber(a) ** toNumber(b),
  '=': (a, b) => a === b,
  '>': (a, b) => toNumber(a) > toNumber(b),
};
const LEVELS = [['=', '>'], ['+', '-'], ['*', '/'], ['^']] as const;

const each = (value: Value, of: (one: Scalar) => Scalar): Value =>
  Array.isArray(value) ? (value as readonly Scalar[]).map(of) : of(value as Scalar);

const numbers = (values: readonly Value[]) =>
  flat(values).filter((one): one is number => typeof one === 'number');

const FUNCTIONS: Readonly<Record<string, (values: readonly Value[]) => Value>> = {
  ISNUMBER: ([value = null]) => each(value, (one) => typeof one === 'number'),
  LN: ([value = null]) => each(value, (one) => Math.log(toNumber(one))),
  EXP: ([value = null]) => each(value, (one) => Math.exp(toNumber(one))),
  ROUND: ([value = null, digits = 0]) =>
    each(value, (one) => Number(toNumber(one).toFixed(toNumber(digits as Scalar)))),
  MAX: (values) => Math.max(...numbers(values)),
  MIN: (values) => Math.min(...numbers(values)),
  SUM: (values) => numbers(values).reduce((sum, one) => sum + one, 0),
  SUMPRODUCT: (values) => {
    const [first = [], ...others] = values.map((value) => flat([value]));
    // What is no number counts as 0.
    const factor = (one: Scalar | undefined) => (typeof one === 'number' ? one : 0);
    return first.reduce<number>(
      (sum, one, i) => sum + others.reduce((all, other) => all * factor(other[i]), factor(one)),
      0,
    );
  },
};

/** A part of a formula, worked out when it is asked for: the branch of IF not taken never is. */
type Part = () => Value;

class Reader {
  #at = 0;
  constructor(
    private readonly tokens: readonly string[],
    private readonly cell: (row: number, column: number) => Scalar,
  ) {}

  whole(): Part {
    const part = this.#level(0);
    if (this.#at !== this.tokens.length) throw new Error(`left over: ${this.tokens[this.#at]}`);
    return part;
  }

  #take(token: string): boolean {
    if (this.tokens[this.#at] !== token) return false;
    this.#at++;
    return true;
  }

  #expect(token: string): void {
    if (!this.#take(token)) throw new Error(`${this.tokens[this.#at]} instead of ${token}`);
  }

  #level(level: number): Part {
    const operators: readonly string[] | undefined = LEVELS[level];
    if (!operators) return this.#unary();
    let left = this.#level(level + 1);
    for (;;) {
      const operator = this.tokens[this.#at] ?? '';
      const of = operators.includes(operator) ? BINARY[operator] : undefined;
      if (!of) return left;
      this.#at++;
      const [first, second] = [left, this.#level(level + 1)];
      left = () => zip(first(), second(), of);
    }
  }

  #unary(): Part {
    if (!this.#take('-')) return this.#primary();
    const part = this.#unary();
    return () => each(part(), (one) => -toNumber(one));
  }

  #primary(): Part {
    const token = this.tokens[this.#at++] ?? '';
    if (token === '(') {
      const part = this.#level(0);
      this.#expect(')');
      return part;
    }
    if (token.startsWith('"')) return () => token.slice(1, -1).replaceAll('""', '"');
    if (/^\d/.test(token)) return () => Number(token);
    if (/\d$/.test(token)) return () => this.#reference(token.replaceAll('$', ''));
    const parts = this.#arguments();
    if (token === 'IF') return () => (parts[0]?.() === true ? parts[1] : parts[2])?.() ?? null;
    const of = FUNCTIONS[token];
    if (!of) throw new Error(`no function ${token}`);
    return () => of(parts.map((part) => part()));
  }

  #arguments(): Part[] {
    this.#expect('(');
    const parts: Part[] = [];
    do parts.push(this.#level(0));
    while (this.#take(','));
    this.#expect(')');
    return parts;
  }

  #reference(text: string): Value {
    const [first = '', last = first] = text.split(':');
    const [top, left] = placeOf(first);
    const [bottom, right] = placeOf(last);
    if (first === last) return this.cell(top, left);
    const values: Scalar[] = [];
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) values.push(this.cell(row, column));
    return values;
  }
}

function placeOf(address: string): [row: number, column: number] {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return [Number(digits) - 1, column - 1];
}

/** Values of a sheet by zero-based row and column, every formula worked out from its text. */
export function calculate(
  sheet: Pick<SheetModel, 'rows'>,
): (row: number, column: number) => Scalar {
  const known = new Map<string, Scalar>();
  const cell = (row: number, column: number): Scalar => {
    const found = sheet.rows[row]?.cells[column] ?? null;
    if (typeof found !== 'object' || found === null) return found;
    if (found.formula === undefined) return found.value;
    const key = `${row},${column}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = new Reader(tokenise(found.formula), cell).whole()();
    if (Array.isArray(value)) throw new Error('an array in a cell');
    known.set(key, value as Scalar);
    return value as Scalar;
  };
  return cell;
}
