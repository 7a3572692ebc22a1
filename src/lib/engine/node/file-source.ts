import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withDeadline } from '../deadline.ts';
import { EngineError } from '../engine.ts';
import { isSafePath, READ_DEADLINE } from '../load/source.ts';
import type { DataSource } from '../load/source.ts';

/** Reads from a folder on this machine, for scripts, prerender and tests. */
export function fileSource(folder: string): DataSource {
  return {
    read(path, { signal, deadline = READ_DEADLINE, bytes, onProgress } = {}) {
      if (!isSafePath(path)) return Promise.reject(notFound(path));
      return withDeadline(
        async (stop) => {
          const content = await readWhole(join(folder, path), path, stop);
          if (bytes !== undefined && content.length !== bytes)
            throw new EngineError(
              'wrong_content',
              `${path} should have ${bytes} bytes but has ${content.length}.`,
              { subject: path },
            );
          onProgress?.(content.length, bytes ?? content.length);
          return content;
        },
        { signal, deadline, subject: path },
      );
    },
  };
}

async function readWhole(file: string, path: string, signal: AbortSignal): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(file, { signal }));
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')
      throw notFound(path, cause);
    throw new EngineError('fetch_failed', `${path} could not be read.`, { subject: path, cause });
  }
}

const notFound = (path: string, cause?: unknown) =>
  new EngineError('not_found', `${path} is not in the data folder.`, { subject: path, cause });
