/** How large a file may be, so that opening it can be promised to end. */

export interface WorkbookLimits {
  /** Bytes of the file itself. */
  readonly bytes: number;
  /** Files inside a zip; only a few of them are ever unpacked (a picture is not). */
  readonly parts: number;
  /** Bytes of all files inside a zip together, unpacked. */
  readonly unpackedBytes: number;
  /** Unpacked bytes for one packed byte, of a part and of the whole; small parts are not asked. */
  readonly ratio: number;
  /** Rows of a sheet of a workbook: 20 000 units and room for a head and notes. */
  readonly rows: number;
  /** Rows of a text file. */
  readonly textRows: number;
  readonly columns: number;
  /** Cells with content of all sheets together. */
  readonly cells: number;
}

export const WORKBOOK_LIMITS: WorkbookLimits = {
  bytes: 20 * 1024 * 1024,
  parts: 2_000,
  unpackedBytes: 200 * 1024 * 1024,
  ratio: 100,
  rows: 20_100,
  textRows: 200_100,
  columns: 500,
  cells: 1_500_000,
};
