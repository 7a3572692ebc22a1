/** Total rows held against the rows that they add up. */
import type { Params } from '../findings/finding.ts';
import { decimalOfNumber, shift, toDouble } from '../values/decimal.ts';
import { readValue, type ValueRead } from '../values/read-value.ts';
import { splitUnit } from '../values/units.ts';
import type { TotalCell } from '../understand/sheet-reading.ts';
import { placeOf, type SheetInput } from './drafts.ts';
import { importFinding, type ImportCode } from './findings/import-finding.ts';
import type { ImportFinding } from './outcome.ts';
import { plainDecimal } from './numbers.ts';

/** The number counted without 万 and 亿, so that cells which write them add up with those that do not. */
function plainNumber(read: ValueRead, unit: string | null): number | null {
  if (read.kind !== 'value') return null;
  return toDouble(shift(decimalOfNumber(read.value), splitUnit(read.unit ?? unit ?? '').places));
}

const near = (a: number, b: number) =>
  Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

const WHY: Readonly<
  Record<'mean' | 'other' | 'hedged' | 'unclear' | 'no_rows', { zh: string; en: string }>
> = {
  mean: { zh: '是平均数', en: 'it is a mean' },
  other: { zh: '不是各行之和', en: 'it is no sum of the rows' },
  hedged: { zh: '含“约”“余”等，不是精确数', en: 'it has hedged numbers' },
  unclear: { zh: '有读不出的数', en: 'a number cannot be read' },
  no_rows: { zh: '没有对应的行', en: 'it has no rows' },
};

type Judged =
  | { readonly kind: 'none' | 'holds' }
  | { readonly kind: 'said'; readonly code: ImportCode; readonly params: Params };

const unchecked = (label: string, why: keyof typeof WHY): Judged => ({
  kind: 'said',
  code: 'total_unchecked',
  params: { label, why: WHY[why] },
});

function judge(total: TotalCell, { grid }: SheetInput, unit: string | null): Judged {
  const of = { unit, ratio: false };
  const read = readValue(grid.cell(total.row, total.column), of);
  if (read.kind === 'empty' || read.kind === 'missing') return { kind: 'none' };
  if (total.kind !== 'sum') return unchecked(total.label, total.kind);
  if (total.of.length === 0) return unchecked(total.label, 'no_rows');
  const parts = total.of.map(({ row, column }) => readValue(grid.cell(row, column), of));
  if (read.kind === 'unclear' || parts.some(({ kind }) => kind === 'unclear'))
    return unchecked(total.label, 'unclear');
  const hedged = [read, ...parts].some(
    (part) => part.kind === 'value' && part.qualifier !== 'exact',
  );
  if (hedged) return unchecked(total.label, 'hedged');
  const numbers = parts.flatMap((part) => plainNumber(part, unit) ?? []);
  const stated = plainNumber(read, unit) ?? 0;
  // Added in order of size, so that the order of the rows does not show in the last digit.
  const sum = numbers.sort((a, b) => a - b).reduce((whole, part) => whole + part, 0);
  if (near(stated, sum)) return { kind: 'holds' };
  const gaps = total.of.length - numbers.length;
  const tidy = (number: number) => plainDecimal(Number(number.toPrecision(15)));
  return {
    kind: 'said',
    code: 'total_differs',
    params: {
      label: total.label,
      stated: tidy(stated),
      sum: tidy(sum),
      difference: tidy(stated - sum),
      gaps: {
        zh: gaps > 0 ? `（另有 ${gaps} 行没有数）` : '',
        en: gaps > 0 ? ` (${gaps} rows have no number)` : '',
      },
    },
  };
}

/** One warning for each total that differs; one piece of information for those of a row that hold. */
export function checkTotals(input: SheetInput, findings: ImportFinding[]): void {
  const { grid, reading } = input;
  const unitOf = new Map(reading.cells.map((cell) => [`${cell.row}/${cell.column}`, cell.unit]));
  const holding = new Map<number, { count: number; column: number }>();
  for (const total of reading.totals) {
    const [first] = total.of;
    const unit = first ? (unitOf.get(`${first.row}/${first.column}`) ?? null) : null;
    const judged = judge(total, input, unit);
    if (judged.kind === 'holds') {
      const { count } = holding.get(total.row) ?? { count: 0 };
      holding.set(total.row, { count: count + 1, column: total.column });
    }
    if (judged.kind !== 'said') continue;
    const raw = grid.cell(total.row, total.column)?.text ?? '';
    const place = placeOf(input, total.row, total.column);
    findings.push(importFinding(judged.code, place, { raw, params: judged.params }));
  }
  for (const [row, { count }] of holding) {
    const place = { ...placeOf(input, row, 0), cell: null };
    findings.push(importFinding('total_holds', place, { params: { count } }));
  }
}
