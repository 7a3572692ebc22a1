/** The id that a cell of the matrix of events shares with the rows of the list beside it. */
export const cellId = (row: string, column: string): string => `${column}|${row}`;
