export interface Count {
  passed: number;
  failed: number;
  /** What failed and why, a line each; told again at the end of a log that may be cut above it. */
  faults: readonly string[];
}

/** The fields of vitest's JSON report that are read here. */
interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults?: readonly {
    readonly name: string;
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages?: readonly string[] | null;
    }[];
  }[];
}

/** Letters of a message that a line of the summary holds: a property test's seed stands first. */
const MOST_LETTERS = 400;

function isReport(value: unknown): value is VitestReport {
  if (typeof value !== 'object' || value === null) return false;
  const fields = ['numPassedTests', 'numFailedTests', 'numPendingTests', 'numTodoTests'];
  return fields.every((field) => Number.isInteger((value as Record<string, unknown>)[field]));
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** A check without tests of its own counts as one. */
export const countCheck = (passed: boolean): Count =>
  passed ? { passed: 1, failed: 0, faults: [] } : { passed: 0, failed: 1, faults: [] };

/**
 * Counts one vitest run from its JSON report and exit code. Skipped and todo tests count as failed:
 * what did not run has not been shown. A run that ended badly without a failed test (a crash, a
 * file that does not load, no report, not one test) counts as one failure more.
 */
export function countVitest(json: string, exitCode: number): Count {
  const report = parsed(json);
  if (!isReport(report)) return { passed: 0, failed: 1, faults: ['no report of the tests'] };
  const passed = report.numPassedTests;
  const failed = report.numFailedTests + report.numPendingTests + report.numTodoTests;
  const unexplained = failed === 0 && (exitCode !== 0 || passed === 0);
  const faults = faultsOf(report);
  return unexplained
    ? {
        passed,
        failed: 1,
        faults: [...faults, `ended with code ${exitCode} without a failed test`],
      }
    : { passed, failed, faults };
}

/** A line for each test that failed or did not run, and for each file that could not be loaded. */
const faultsOf = ({ testResults = [] }: VitestReport): string[] =>
  testResults.flatMap(({ name, message = '', assertionResults }) => {
    const tests = assertionResults
      .filter(({ status }) => status !== 'passed')
      .map(({ fullName, status, failureMessages }) =>
        line(name, fullName, failureMessages?.[0] ?? status),
      );
    return tests.length === 0 && message !== '' ? [line(name, message)] : tests;
  });

const line = (...parts: readonly string[]): string =>
  parts.join(': ').replace(/\s+/gu, ' ').slice(0, MOST_LETTERS);

export function sum(counts: Iterable<Count>): Count {
  const all = [...counts];
  const total = (of: 'passed' | 'failed') => all.reduce((before, count) => before + count[of], 0);
  return {
    passed: total('passed'),
    failed: total('failed'),
    faults: all.flatMap(({ faults }) => faults),
  };
}
