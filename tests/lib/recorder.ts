import type { BrowserContext, Request } from 'playwright';

/** Kept by the page itself through `addInitScript`; also seen when a violation is only reported. */
interface Violation {
  directive: string;
  blocked: string;
}

export interface Recorder {
  /** URLs requested by the page, its frames and its workers, in order. */
  readonly requests: readonly string[];
  /** What went to another origin, as the page saw it and as the world outside saw it. */
  foreign(): string[];
  /** Console errors, uncaught errors of page and workers, and CSP violations, in words. */
  readonly problems: readonly string[];
  /** Bytes on the wire (headers and compressed bodies) of all requests finished so far. */
  bytes(): Promise<number>;
  /**
   * Throws when anything went to another origin or was written to the console as an error.
   * `expected` names the errors that the test itself provokes; each must have occurred.
   */
  assertClean(expected?: RegExp[]): void;
}

async function bytesOf(request: Request): Promise<number> {
  const response = await request.response();
  if (response === null || response.fromServiceWorker()) return 0;
  const sizes = await request.sizes();
  return sizes.responseHeadersSize + sizes.responseBodySize;
}

/**
 * Starts recording; call before the first page of the context is opened.
 * `outside` is the growing list of what reached the proxy in place of the Internet.
 */
export async function record(
  context: BrowserContext,
  origin: string,
  outside: readonly string[],
): Promise<Recorder> {
  const requests: string[] = [];
  const finished: Request[] = [];
  const problems: string[] = [];

  context.on('request', (request) => requests.push(request.url()));
  context.on('requestfinished', (request) => finished.push(request));
  context.on('console', (message) => {
    if (message.type() !== 'error') return;
    problems.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => problems.push(`uncaught: ${error.error().message}`));
  await context.exposeBinding('reportViolation', (_source, violation: Violation) => {
    problems.push(`CSP ${violation.directive}: ${violation.blocked}`);
  });
  await context.addInitScript(() => {
    type Reporter = { reportViolation: (violation: Violation) => void };
    document.addEventListener('securitypolicyviolation', (event) => {
      (window as unknown as Reporter).reportViolation({
        directive: event.effectiveDirective,
        blocked: event.blockedURI,
      });
    });
  });

  const isForeign = (url: string): boolean =>
    !url.startsWith(`${origin}/`) && !/^(data|blob|about):/.test(url);
  const foreign = (): string[] => [...new Set([...requests.filter(isForeign), ...outside])];

  return {
    requests,
    problems,
    foreign,
    bytes: async () => {
      const sizes = await Promise.all(finished.map(bytesOf));
      return sizes.reduce((sum, size) => sum + size, 0);
    },
    assertClean: (expected = []) => {
      const unexpected = problems.filter((line) => !expected.some((known) => known.test(line)));
      const absent = expected.filter((known) => !problems.some((line) => known.test(line)));
      const report = [
        ...foreign().map((url) => `request to another origin: ${url}`),
        ...unexpected,
        ...absent.map((known) => `expected but did not occur: ${known.source}`),
      ];
      if (report.length > 0) throw new Error(report.join('\n'));
    },
  };
}
