/** What the generator fills: a cell for every institution, year and raw indicator. */
import type { MissingReason, Qualifier } from '#lib/model/index.ts';

export const YEARS = [2021, 2022, 2023, 2024, 2025] as const;
export type Year = (typeof YEARS)[number];

/** Units of the raw indicators; composites and ratios are computed later and never typed. */
export const UNITS = {
  TZ1: '项',
  TZ1N: '项',
  TZ_ALL: '项',
  TZ2: '项',
  TZ2N: '项',
  TZ2X: '项',
  TZ2H: '项',
  TZ3A: '人',
  TZ3B: '人',
  TZ3D: '人',
  TZ4A: '家',
  TZ4B: '个',
  TZ4C: '人次',
  TZ4D: '家',
  TZ5: '个',
  TZ5R: '项',
  TZ6A: '分',
  TZ6B: '分',
  TZ6C: '分',
  TZ6D: '分',
} as const;

export type RawIndicator = keyof typeof UNITS;
export const RAW_INDICATORS = Object.keys(UNITS) as RawIndicator[];

/** Raw indicators that are counted at the end of the year. */
export const STOCKS: readonly RawIndicator[] = [
  'TZ1',
  'TZ1N',
  'TZ_ALL',
  'TZ2',
  'TZ2H',
  'TZ3A',
  'TZ3B',
  'TZ3D',
  'TZ4D',
  'TZ5',
];

export interface Cell {
  readonly value: number | null;
  readonly missing?: MissingReason;
  readonly text?: string;
  readonly qualifier?: Qualifier;
  readonly revision?: number;
  readonly notes?: readonly string[];
}

export type YearValues = Record<RawIndicator, number>;

/** Cells by place (county or city name), year and indicator. */
export class Panel {
  readonly #cells = new Map<string, Cell>();

  get(place: string, year: number, indicator: RawIndicator): Cell {
    const cell = this.#cells.get(`${place}/${year}/${indicator}`);
    if (!cell) throw new Error(`No cell for ${place} ${year} ${indicator}`);
    return cell;
  }

  set(place: string, year: number, indicator: RawIndicator, cell: Cell): void {
    this.#cells.set(`${place}/${year}/${indicator}`, cell);
  }

  /** Adds a sentence to the note of a cell and leaves its value. */
  annotate(place: string, year: number, indicator: RawIndicator, note: string): void {
    const cell = this.get(place, year, indicator);
    this.set(place, year, indicator, { ...cell, notes: [...(cell.notes ?? []), note] });
  }

  fill(place: string, year: number, values: YearValues): void {
    for (const indicator of RAW_INDICATORS)
      this.set(place, year, indicator, { value: values[indicator] });
  }
}
