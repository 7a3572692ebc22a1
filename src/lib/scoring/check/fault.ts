import type { LocalText } from '#lib/model/index.ts';
import type { walk } from '../structure/hierarchy.ts';

/** Something in a scheme that its JSON Schema cannot see. */
export interface SchemeFault {
  /** An error makes the scheme unusable; a warning does not. */
  readonly severity: 'error' | 'warning';
  /** JSON Pointer into the scheme file. */
  readonly path: string;
  /** What stands there. */
  readonly found: string;
  /** What to do. */
  readonly advice: LocalText;
}

/** A node of the scheme and its JSON path. */
export type Place = ReturnType<typeof walk> extends Generator<infer T> ? T : never;

export const fault = (
  path: string,
  found: unknown,
  zh: string,
  en: string,
  severity: SchemeFault['severity'] = 'error',
): SchemeFault => ({ severity, path, found: JSON.stringify(found), advice: { zh, en } });
