export interface Count {
  passed: number;
  failed: number;
}

/** The fields of vitest's JSON report that are read here. */
interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
}

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
  passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };

/**
 * Counts one vitest run from its JSON report and exit code. Skipped and todo tests count as failed:
 * what did not run has not been shown. A run that ended badly without a failed test (a crash, a
 * file that does not load, no report, not one test) counts as one failure more.
 */
export function countVitest(json: string, exitCode: number): Count {
  const report = parsed(json);
  if (!isReport(report)) return { passed: 0, failed: 1 };
  const passed = report.numPassedTests;
  const failed = report.numFailedTests + report.numPendingTests + report.numTodoTests;
  const unexplained = failed === 0 && (exitCode !== 0 || passed === 0);
  return { passed, failed: failed + (unexplained ? 1 : 0) };
}

export function sum(counts: Iterable<Count>): Count {
  const total = { passed: 0, failed: 0 };
  for (const { passed, failed } of counts) {
    total.passed += passed;
    total.failed += failed;
  }
  return total;
}
