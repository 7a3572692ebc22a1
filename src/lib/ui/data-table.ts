/** What ui/DataTable.svelte shows. */
export interface TableColumn {
  readonly label: string;
  /** Said once, in the header. */
  readonly unit?: string;
  /** Numbers stand flush right, in figures of one width. */
  readonly numeric?: boolean;
  /** Short words that must not break: dates, codes. */
  readonly whole?: boolean;
}

export interface TableCell {
  /** As shown: formatted, with its qualifier; a gap in words where `missing`. */
  readonly text: string;
  /** Hatched: there is no value, which is not zero. */
  readonly missing?: boolean;
  /** Below the text, smaller. */
  readonly sub?: string;
  readonly href?: string;
  /** Name of the observation that it is: pressing it shows where it comes from. */
  readonly origin?: string;
}

export interface TableRow {
  /** What it stands for, shared with the chart beside; null for none. */
  readonly id: string | null;
  /** As many as there are columns; the first names the row. */
  readonly cells: readonly (TableCell | string)[];
}
