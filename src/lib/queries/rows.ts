import { EngineError } from '#lib/engine/engine.ts';
import type { EngineRow, SqlValue } from '#lib/engine/engine.ts';

/**
 * Readers of one column of an answered row. Each throws EngineError `decode_failed`, naming the
 * column, when the value is not what it promises; none converts.
 */

export function text(row: EngineRow, column: string): string {
  const value = valueOf(row, column);
  return typeof value === 'string' ? value : unexpected(column, 'text', value);
}

export function nullableText(row: EngineRow, column: string): string | null {
  return valueOf(row, column) === null ? null : text(row, column);
}

/** A finite number. */
export function number(row: EngineRow, column: string): number {
  const value = valueOf(row, column);
  return typeof value === 'number' && Number.isFinite(value)
    ? value
    : unexpected(column, 'a number', value);
}

export function nullableNumber(row: EngineRow, column: string): number | null {
  return valueOf(row, column) === null ? null : number(row, column);
}

/** A non-negative whole number. */
export function count(row: EngineRow, column: string): number {
  const value = number(row, column);
  return Number.isSafeInteger(value) && value >= 0 ? value : unexpected(column, 'a count', value);
}

/** An ISO day, YYYY-MM-DD. */
export function day(row: EngineRow, column: string): string {
  const value = text(row, column);
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : unexpected(column, 'a day', value);
}

export function nullableDay(row: EngineRow, column: string): string | null {
  return valueOf(row, column) === null ? null : day(row, column);
}

/** True or false. */
export function flag(row: EngineRow, column: string): boolean {
  const value = valueOf(row, column);
  return typeof value === 'boolean' ? value : unexpected(column, 'true or false', value);
}

/** A word of a closed list of the model. */
export function word<Word extends string>(
  row: EngineRow,
  column: string,
  words: readonly Word[],
): Word {
  const value = valueOf(row, column);
  return words.find((known) => known === value) ?? unexpected(column, words.join(' | '), value);
}

export function nullableWord<Word extends string>(
  row: EngineRow,
  column: string,
  words: readonly Word[],
): Word | null {
  return valueOf(row, column) === null ? null : word(row, column, words);
}

function valueOf(row: EngineRow, column: string): SqlValue {
  const value = row[column];
  return value === undefined ? unexpected(column, 'a value', value) : value;
}

function unexpected(column: string, expected: string, value: SqlValue | undefined): never {
  const found = value === undefined ? 'no such column' : JSON.stringify(value);
  throw new EngineError('decode_failed', `column ${column}: expected ${expected}, found ${found}`, {
    subject: column,
  });
}
