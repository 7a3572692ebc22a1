/** What goes along from page to page: the scope, and who was picked. */
import { CARRIED } from './scope.ts';

/**
 * A page's own last query string with the carried parameters of the last scoped page: its own
 * filters as they were left, the common ones as they are now.
 */
export function carrySearch(own: string, carried: string): string {
  const params = new URLSearchParams(own);
  const current = new URLSearchParams(carried);
  for (const name of CARRIED) {
    const value = current.get(name);
    if (value === null) params.delete(name);
    else params.set(name, value);
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}
