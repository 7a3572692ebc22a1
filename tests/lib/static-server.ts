import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { close, listen } from '../../scripts/lib/ports.ts';
import { normaliseBase, siteHandler, sitePath } from '../../scripts/lib/static-server.ts';
import { serveWithFault } from './faults.ts';
import type { Fault } from './faults.ts';

export interface TestServerOptions {
  /** Folder to serve; the built site by default. */
  root?: string;
  /** Path it is served under; a sub-path by default, so that a root-relative URL is a 404. */
  base?: string;
  faults?: Fault[];
}

export interface LoggedRequest {
  method: string;
  /** Path inside the site (`/data/manifest.json`), or the raw URL when it lies outside the base. */
  path: string;
  acceptEncoding: string;
  /** Whether a fault was applied to the answer. */
  faulty: boolean;
}

/** A server of the built folder on a free port of this machine. Read-only from the outside. */
export interface TestServer {
  readonly origin: string;
  readonly base: string;
  /** Absolute URL of a path inside the site; `''` is the first page. */
  url(path?: string): string;
  /** Every request since the start or the last `clearLog`, in order of arrival. */
  readonly log: readonly LoggedRequest[];
  clearLog(): void;
  /** Replaces the faults for all requests from now on. */
  setFaults(faults: Fault[]): void;
  close(): Promise<void>;
}

/**
 * Serves a folder like `npm run preview` does, with faults of real deployments per path
 * (see `Fault`) and a log of all requests. The first matching fault wins.
 */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const root = options.root ?? 'build';
  const base = normaliseBase(options.base ?? '/intranet/hengjian/');
  const healthy = siteHandler({ dir: root, base });
  const log: LoggedRequest[] = [];
  let faults = (options.faults ?? []).map((fault) => ({ ...fault }));

  const takeFault = (path: string): Fault | undefined => {
    const fault = faults.find(({ match, times }) => match.test(path) && times !== 0);
    if (fault?.times !== undefined) fault.times -= 1;
    return fault;
  };

  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const inside = sitePath(request.url ?? '/', base);
    const path = inside ?? request.url ?? '/';
    const fault = inside === undefined ? undefined : takeFault(inside);
    log.push({
      method: request.method ?? 'GET',
      path,
      acceptEncoding: String(request.headers['accept-encoding'] ?? ''),
      faulty: fault !== undefined,
    });
    if (fault === undefined) healthy(request, response);
    else serveWithFault({ root, path, fault, request, response, healthy });
  };

  const server = createServer(answer);
  const origin = `http://127.0.0.1:${await listen(server, 0, '127.0.0.1')}`;
  return {
    origin,
    base,
    log,
    url: (path = '') => `${origin}${base}${path.replace(/^\//, '')}`,
    clearLog: () => void log.splice(0),
    setFaults: (next) => {
      faults = next.map((fault) => ({ ...fault }));
    },
    close: () => close(server),
  };
}
