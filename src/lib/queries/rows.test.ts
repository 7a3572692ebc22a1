import { describe, expect, it } from 'vitest';
import { EngineError } from '#lib/engine/engine.ts';
import type { EngineRow } from '#lib/engine/engine.ts';
import * as read from './rows.ts';

const WORDS = ['exact', 'about'] as const;

function failureOf(work: () => unknown): EngineError {
  try {
    work();
  } catch (error) {
    if (error instanceof EngineError) return error;
  }
  throw new Error('Expected an EngineError');
}

describe('the readers of a column', () => {
  it('hand over what the column promised, unconverted', () => {
    const row: EngineRow = { t: '', n: -0.1, c: 3, d: '2024-02-29', w: 'about', x: null };
    expect([
      read.text(row, 't'),
      read.nullableText(row, 'x'),
      read.number(row, 'n'),
      read.nullableNumber(row, 'x'),
      read.nullableNumber(row, 'n'),
      read.count(row, 'c'),
      read.day(row, 'd'),
      read.nullableDay(row, 'x'),
      read.word(row, 'w', WORDS),
      read.nullableWord(row, 'x', WORDS),
    ]).toEqual(['', null, -0.1, null, -0.1, 3, '2024-02-29', null, 'about', null]);
  });

  it.each<[string, (row: EngineRow) => unknown, EngineRow['x']]>([
    ['text', (row) => read.text(row, 'x'), 1],
    ['text', (row) => read.text(row, 'x'), null],
    ['nullableText', (row) => read.nullableText(row, 'x'), true],
    ['number', (row) => read.number(row, 'x'), '1'],
    ['number', (row) => read.number(row, 'x'), NaN],
    ['number', (row) => read.number(row, 'x'), Infinity],
    ['number', (row) => read.number(row, 'x'), null],
    ['nullableNumber', (row) => read.nullableNumber(row, 'x'), ''],
    ['count', (row) => read.count(row, 'x'), 1.5],
    ['count', (row) => read.count(row, 'x'), -1],
    ['day', (row) => read.day(row, 'x'), '2024'],
    ['day', (row) => read.day(row, 'x'), 19782],
    ['nullableDay', (row) => read.nullableDay(row, 'x'), '2024-2-9'],
    ['word', (row) => read.word(row, 'x', WORDS), 'exactly'],
    ['word', (row) => read.word(row, 'x', WORDS), null],
    ['nullableWord', (row) => read.nullableWord(row, 'x', WORDS), 'Exact'],
  ])('%s refuses other values (%#)', (_, reader, value) => {
    const error = failureOf(() => reader({ x: value }));
    expect(error).toMatchObject({ code: 'decode_failed', subject: 'x' });
    expect(error.message).toContain('column x: expected');
    expect(error.message).toContain(JSON.stringify(value));
  });

  it('a column that is not there is decode_failed also for the nullable readers', () => {
    for (const reader of [read.nullableText, read.nullableNumber, read.nullableDay])
      expect(failureOf(() => reader({}, 'x')).message).toContain('no such column');
  });
});
