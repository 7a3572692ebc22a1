/** Where the published files come from: a web server, a folder, a test. */
export interface DataSource {
  /**
   * The whole file as bytes. `path` is relative to the manifest. Rejects with EngineError
   * `not_found`, `fetch_failed`, `wrong_content`, `deadline` or `aborted`; never stays pending.
   */
  read(path: string, options?: ReadOptions): Promise<Uint8Array>;
}

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds for the whole file. */
  readonly deadline?: number | undefined;
  /** Bytes so far and in all; the total is 0 when unknown. */
  readonly onProgress?: ((loaded: number, total: number) => void) | undefined;
  /** The length the file must have. */
  readonly bytes?: number | undefined;
  readonly freshness?: Freshness | undefined;
}

/**
 * `immutable`: the name carries the content's hash, any stored copy will do.
 * `revalidate`: ask the server whether the stored copy still holds.
 * `reload`: pass by the stored copy, which was found to be bad.
 */
export type Freshness = 'immutable' | 'revalidate' | 'reload';

/** Milliseconds a file may take unless the caller says otherwise. */
export const READ_DEADLINE = 30_000;

/** A relative path that cannot leave its folder, its origin, or grow a query. */
export function isSafePath(path: string): boolean {
  return (
    path !== '' &&
    !/[:?#%\\]/.test(path) &&
    path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
  );
}
