/**
 * Whether DuckDB cannot be trusted any more after this error. Errors from the worker arrive as
 * plain Error objects that carry the name they had there: `Error` for DuckDB's own, and
 * RuntimeError, RangeError or ReferenceError for a fault of the wasm program itself, after which
 * its memory may hold anything.
 */
export function isCrash(error: unknown): boolean {
  if (!(error instanceof Error) || Object.getPrototypeOf(error) !== Error.prototype) return false;
  return (
    error.name !== 'Error' || /^(FATAL|INTERNAL) Error|has been invalidated/.test(error.message)
  );
}

/** DuckDB's message; some come wrapped in JSON: `{"exception_type":"Parser", …}`. */
export function duckdbMessage(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (!message.startsWith('{"exception_type"')) return message;
  const detail = JSON.parse(message) as { exception_type: string; exception_message?: string };
  return `${detail.exception_type} Error: ${detail.exception_message ?? ''}`;
}
