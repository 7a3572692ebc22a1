import { createServer } from 'node:http';
import { close, listen } from '../../scripts/lib/ports.ts';

/** Stands where the Internet would be. */
export interface OutsideWorld {
  /** Proxy address for the browser. */
  readonly proxy: string;
  /** Everything the browser asked of any other machine: absolute URL, or host:port for https. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

/**
 * A proxy that refuses everything and writes down what was asked for. Browsers send requests to
 * this very machine past it, so whatever arrives here went off-origin: from pages, workers and
 * service workers alike, preconnects and prefetches included.
 */
export async function startOutsideWorld(): Promise<OutsideWorld> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(502, { 'Content-Type': 'text/plain' }).end('There is no Internet here.');
  });
  server.on('connect', (request, socket) => {
    asked.push(request.url ?? '');
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  const port = await listen(server, 0, '127.0.0.1');
  return { proxy: `http://127.0.0.1:${port}`, asked, close: () => close(server) };
}
