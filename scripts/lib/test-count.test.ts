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
    expect(countVitest(report(), 0)).toEqual({ passed: 3, failed: 0, faults: [] });
    expect(countVitest(report({ numFailedTests: 2 }), 1)).toMatchObject({ passed: 3, failed: 2 });
  });

  it('names what failed, with the first of its message, and files that could not be loaded', () => {
    const failed = {
      fullName: 'sums add up',
      status: 'failed',
      failureMessages: ['Seed 7\n at x'],
    };
    const passed = { fullName: 'is there', status: 'passed', failureMessages: [] };
    const testResults = [
      { name: 'a.test.ts', message: '', assertionResults: [passed, failed] },
      { name: 'b.test.ts', message: 'No such\nmodule', assertionResults: [] },
    ];
    expect(countVitest(report({ numFailedTests: 1, testResults }), 1).faults).toEqual([
      'a.test.ts: sums add up: Seed 7 at x',
      'b.test.ts: No such module',
    ]);
  });

  it('counts skipped and todo tests as failed', () => {
    const skipped = report({ numPendingTests: 1, numTodoTests: 1 });
    expect(countVitest(skipped, 0)).toMatchObject({ passed: 3, failed: 2 });
  });

  it('counts a bad end without a failed test as one failure', () => {
    expect(countVitest(report(), 1)).toMatchObject({ passed: 3, failed: 1 });
  });

  it('counts a run without a report, with a broken one or without tests as one failure', () => {
    for (const json of ['', '{', 'null', '{}', report({ numPassedTests: 0 })])
      expect(countVitest(json, 0)).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe('sum', () => {
  it('adds counts; none is zero', () => {
    expect(sum([])).toEqual({ passed: 0, failed: 0, faults: [] });
    const more = { passed: 4, failed: 2, faults: ['one', 'two'] };
    expect(sum([countCheck(true), countCheck(false), more])).toEqual({
      passed: 5,
      failed: 3,
      faults: ['one', 'two'],
    });
  });
});
