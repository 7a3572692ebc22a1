/**
 * Values of rows that passed every check. A null here is a fault of this program, not of the
 * data, so it stops the run.
 */
export function must<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined)
    throw new Error(`intake: ${what} is absent in a row that passed all checks`);
  return value;
}
