import { extname } from 'node:path';

/**
 * Types that sirv's table lacks, or gives without the charset that Chinese text needs.
 * A wrong type on wasm or a script is the commonest deployment fault, so the server is strict here.
 */
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.parquet': 'application/vnd.apache.parquet',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff': 'font/woff',
  '.xml': 'application/xml; charset=utf-8',
};

/**
 * Content type of a file name, or undefined where sirv's own table is to decide.
 * Compressed siblings (.br, .gz) have the type of what they hold.
 */
export function contentType(name: string): string | undefined {
  return TYPES[extname(name.toLowerCase().replace(/\.(br|gz)$/, ''))];
}
