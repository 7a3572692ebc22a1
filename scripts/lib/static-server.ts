import { existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { join, normalize, resolve } from 'node:path';
import sirv from 'sirv';
import { ASK_AGAIN, FRAMING, KEEP_FOR_EVER, WORKER_POLICY } from './headers.ts';
import { contentType } from './mime.ts';

export interface SiteOptions {
  /** Folder of the built site. */
  dir: string;
  /** Path the site is served under, for example `/intranet/hengjian/`; `/` by default. */
  base?: string;
}

/** `sub/path`, `/sub/path` and `/sub/path/` all become `/sub/path/`. */
export function normaliseBase(base: string): string {
  const inner = base.split('/').filter(Boolean).join('/');
  return inner === '' ? '/' : `/${inner}/`;
}

/** Pages and workers have a policy to follow; for all other files it would be dead weight. */
function policyOf(pathname: string): string | undefined {
  if (/worker[^/]*\.js$/.test(pathname)) return WORKER_POLICY;
  return /(\/|\.html)$/.test(pathname) ? FRAMING : undefined;
}

function setHeaders(response: ServerResponse, pathname: string): void {
  const hashed = pathname.startsWith('/_app/immutable/');
  const type = contentType(pathname.endsWith('/') ? 'index.html' : pathname);
  if (type !== undefined) response.setHeader('Content-Type', type);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Cache-Control', hashed ? KEEP_FOR_EVER : ASK_AGAIN);
  const policy = policyOf(pathname);
  if (policy !== undefined) response.setHeader('Content-Security-Policy', policy);
}

function plain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(text);
}

/**
 * Path of a request inside the site (`/…`), or undefined when it lies outside the base path,
 * is not valid percent-encoding, or tries to climb out of the folder.
 */
export function sitePath(requestUrl: string, base: string): string | undefined {
  const raw = requestUrl.split(/[?#]/, 1)[0] ?? '/';
  if (!raw.startsWith(base)) return undefined;
  try {
    const path = decodeURIComponent(`/${raw.slice(base.length)}`);
    const climbs = path.split(/[/\\]/).includes('..');
    return climbs || /\0|\/\//.test(path) ? undefined : path;
  } catch {
    return undefined;
  }
}

/** File of the site that a path means (`/en/` is `/en/index.html`), or undefined. */
export function siteFile(dir: string, path: string): string | undefined {
  const file = normalize(join(resolve(dir), path.endsWith('/') ? `${path}index.html` : path));
  return existsSync(file) && statSync(file).isFile() ? file : undefined;
}

function isFolder(dir: string, path: string): boolean {
  const folder = join(resolve(dir), path);
  return existsSync(folder) && statSync(folder).isDirectory();
}

/**
 * Serves a folder of static files: right types, precompressed .br / .gz siblings when the client
 * accepts them, ETags, ranges, and a redirect from `/folder` to `/folder/`, without which the
 * relative links of its page would point one level too high.
 */
export function siteHandler(options: SiteOptions): RequestListener {
  const base = normaliseBase(options.base ?? '/');
  const files = sirv(options.dir, { etag: true, brotli: true, gzip: true, setHeaders });

  return (request: IncomingMessage, response: ServerResponse) => {
    const requestUrl = request.url ?? '/';
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      return plain(response, 405, 'Only GET and HEAD are served.');
    }
    if (`${requestUrl.split('?', 1)[0]}/` === base) {
      response.writeHead(301, { Location: base });
      return response.end();
    }
    const path = sitePath(requestUrl, base);
    if (path === undefined) return plain(response, 404, `Not found. The site is at ${base}`);
    if (!path.endsWith('/') && isFolder(options.dir, path)) {
      const query = requestUrl.slice(requestUrl.split('?', 1)[0]?.length);
      response.writeHead(301, { Location: `${base}${encodeURI(path.slice(1))}/${query}` });
      return response.end();
    }
    request.url = encodeURI(path).replace(/[?#]/g, encodeURIComponent);
    return files(request, response, () => plain(response, 404, `Not found: ${path}`));
  };
}

/** An HTTP server of the site; the caller listens and closes. */
export function siteServer(options: SiteOptions): Server {
  return createServer(siteHandler(options));
}
