import { describe, expect, it } from 'vitest';
import { countCheck, countVitest, sum } from './test-count.ts';

const report = (fields: object = {}): string =>
  JSON.stringify({
    numPassedTests: 3,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    ...fields,
  });

describe('countVitest', () => {
  it('counts passed and failed tests', () => {
    expect(countVitest(report(), 0)).toEqual({ passed: 3, failed: 0 });
    expect(countVitest(report({ numFailedTests: 2 }), 1)).toEqual({ passed: 3, failed: 2 });
  });

  it('counts skipped and todo tests as failed', () => {
    const skipped = report({ numPendingTests: 1, numTodoTests: 1 });
    expect(countVitest(skipped, 0)).toEqual({ passed: 3, failed: 2 });
  });

  it('counts a bad end without a failed test as one failure', () => {
    expect(countVitest(report(), 1)).toEqual({ passed: 3, failed: 1 });
  });

  it('counts a run without a report, with a broken one or without tests as one failure', () => {
    for (const json of ['', '{', 'null', '{}', report({ numPassedTests: 0 })])
      expect(countVitest(json, 0)).toEqual({ passed: 0, failed: 1 });
  });
});

describe('sum', () => {
  it('adds counts; none is zero', () => {
    expect(sum([])).toEqual({ passed: 0, failed: 0 });
    expect(sum([countCheck(true), countCheck(false), { passed: 4, failed: 2 }])).toEqual({
      passed: 5,
      failed: 3,
    });
  });
});
