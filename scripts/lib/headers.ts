/**
 * Security headers that a page cannot set for itself in its own <meta> element. The same strings
 * stand in static/server-samples, and a test keeps them equal.
 */
export const FRAMING = "frame-ancestors 'self'";

/** A worker follows the policy of its own response, not that of the page which starts it. */
export const WORKER_POLICY =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self' blob:; object-src 'none'; base-uri 'none'";

/** Content-hashed names never change their bytes. */
export const KEEP_FOR_EVER = 'public, max-age=31536000, immutable';

/** Everything else is asked for again; an unchanged file costs an ETag only. */
export const ASK_AGAIN = 'no-cache';
