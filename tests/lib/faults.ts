import { readFileSync } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { contentType } from '../../scripts/lib/mime.ts';
import { siteFile } from '../../scripts/lib/static-server.ts';

/** One thing that a real server gets wrong, for the paths that match. Fields may be combined. */
export interface Fault {
  /** Tested against the path inside the site, for example `/\.wasm$/`. */
  match: RegExp;
  /** Apply it to this many requests, then heal; always when left out. */
  times?: number;
  /** Answer with this status; without `body` the body is a short text. */
  status?: number;
  /** Replaces the content type; `''` sends none. */
  mime?: string;
  /** Replaces the body, for example by the HTML of a sign-in page. */
  body?: string | Uint8Array;
  /** Sends only the first so many bytes, as a complete answer. */
  truncate?: number;
  /** Flips this bit of the body (bit 0 is the lowest of the first byte), as bit rot does. */
  flipBit?: number;
  /** Holds the answer back, in milliseconds. */
  delayMs?: number;
  /** Extra headers, for example a Content-Security-Policy on worker files. */
  headers?: Record<string, string>;
  /** Compresses on the fly, whatever the client accepts. */
  gzip?: boolean;
  /** Ignores Range headers and announces none. */
  noRange?: boolean;
  /** Breaks the connection without an answer, as a pulled cable does. */
  drop?: boolean;
}

interface Exchange {
  root: string;
  path: string;
  fault: Fault;
  request: IncomingMessage;
  response: ServerResponse;
  /** What a server without faults would do. */
  healthy: RequestListener;
}

function flip(body: Buffer, bit: number): Buffer {
  const copy = Buffer.from(body);
  const byte = Math.floor(bit / 8);
  const value = copy[byte];
  if (value === undefined) throw new RangeError(`bit ${bit} lies behind ${copy.length} bytes`);
  copy[byte] = value ^ (1 << (bit % 8));
  return copy;
}

/** The body after the fault, or undefined when there is no file and nothing to replace it. */
function faultyBody({ root, path, fault }: Exchange): Buffer | undefined {
  const file = siteFile(root, path);
  let body: Buffer | undefined;
  if (fault.body !== undefined) body = Buffer.from(fault.body);
  else if (fault.status !== undefined) body = Buffer.from(`status ${fault.status}`);
  else if (file !== undefined) body = readFileSync(file);
  if (body === undefined) return undefined;
  if (fault.flipBit !== undefined) body = flip(body, fault.flipBit);
  if (fault.truncate !== undefined) body = body.subarray(0, fault.truncate);
  return fault.gzip ? gzipSync(body) : body;
}

function send(exchange: Exchange): void {
  const { fault, path, request, response, healthy } = exchange;
  if (fault.drop) return void request.socket.destroy();
  const body = faultyBody(exchange);
  if (body === undefined) return healthy(request, response);
  const mime = fault.mime ?? contentType(path.endsWith('/') ? 'index.html' : path);
  response.writeHead(fault.status ?? 200, {
    ...(mime ? { 'Content-Type': mime } : {}),
    ...(fault.gzip ? { 'Content-Encoding': 'gzip' } : {}),
    ...(fault.noRange ? { 'Accept-Ranges': 'none' } : {}),
    'Content-Length': body.length,
    'Cache-Control': 'no-store',
    ...fault.headers,
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Answers one request as the faulty server would. */
export function serveWithFault(exchange: Exchange): void {
  const { delayMs } = exchange.fault;
  if (delayMs === undefined) send(exchange);
  else setTimeout(() => send(exchange), delayMs);
}
