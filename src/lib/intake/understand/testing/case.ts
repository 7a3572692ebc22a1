/** A sheet as a drawing, and what has to be read of it. */
import type { SheetReading, Surroundings } from '../sheet-reading.ts';
import { gridOf, lines } from './grid.ts';
import { read, statements } from './told.ts';

/** First letters of the roles: one a row. */
const LETTERS: Readonly<Record<string, string>> = {
  blank: '.',
  title: 't',
  unit: 'u',
  header: 'h',
  repeated_header: 'r',
  note: 'n',
  total: 's',
  data: 'd',
  outside: 'x',
};

export interface Told {
  readonly roles: string;
  readonly layouts: string;
  /** `甲县 TZ1 2023 =45 项`. */
  readonly cells: readonly string[];
  /** `C5 computed TZ3`. */
  readonly asides: readonly string[];
  readonly unknown: readonly string[];
  /** `合计 sum TZ1 C7 of C4 C5`. */
  readonly totals: readonly string[];
  readonly questions: readonly string[];
  readonly faults: readonly string[];
}

const SHORT: Readonly<Record<string, string>> = {
  'syn-990121': '甲县',
  'syn-990123': '乙县',
  'syn-990124': '丙县',
  'syn-990101': '丁区',
  'syn-990221': '子县',
  'syn-990222': '寅县',
  'syn-990100': '一市',
};

const address = ({ row, column }: { row: number; column: number }) =>
  `${String.fromCharCode(65 + column)}${row + 1}`;

/** Reads a drawing (see `lines`) with merged places. */
export function told(
  drawing: string,
  merges: readonly string[] = [],
  surroundings: Partial<Surroundings> = {},
): Told {
  const grid = gridOf(lines(drawing), merges, surroundings.sheet ?? '');
  const reading = read(grid, surroundings);
  return {
    roles: reading.roles.map((role) => LETTERS[role] ?? '?').join(''),
    layouts: reading.layouts.join(' '),
    cells: statements(grid, reading).map((line) => line.replace(/^\S+/, (id) => SHORT[id] ?? id)),
    ...others(reading),
  };
}

const others = ({ asides, unknown, totals, questions, faults }: SheetReading) => ({
  asides: asides.map((aside) =>
    [address(aside), aside.why, ...(aside.indicator === undefined ? [] : [aside.indicator])].join(
      ' ',
    ),
  ),
  unknown: unknown.map((cell) => `${address(cell)} ${cell.headingText}`.trim()),
  totals: totals.map((total) =>
    [
      total.label,
      total.kind,
      total.indicator ?? '?',
      address(total),
      'of',
      ...total.of.map(address),
    ].join(' '),
  ),
  questions: questions.map(({ path, cells }) => `${path.join('/')} ×${cells}`),
  faults: faults.map((fault) => `${address(fault)} ${fault.fault}`),
});
