import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Scheme } from '#lib/model/index.ts';
import { parseScheme } from '../lib/validate-scheme.ts';
import { InputError, problem } from './problem.ts';

const FOLDER = 'data/schemes';

export interface SchemeFile {
  readonly path: string;
  readonly scheme: Scheme;
}

/** The path itself, or that of the scheme in data/schemes with this id. */
export function schemePath(name: string): string {
  const shipped = join(FOLDER, `${name}.json`);
  return !existsSync(name) && /^[a-z0-9-]+$/.test(name) && existsSync(shipped) ? shipped : name;
}

/** Reads a scheme by path or by its id in data/schemes. Throws InputError with all its faults. */
export async function readScheme(name: string, flag = '--scheme'): Promise<SchemeFile> {
  const path = schemePath(name);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    throw new InputError([
      problem(
        flag,
        `找不到方案文件，也不是 ${FOLDER} 中的方案代码`,
        `no such file, nor the id of a scheme in ${FOLDER}`,
        {
          found: name,
        },
      ),
    ]);
  }
  const { scheme, faults } = parseScheme(text);
  if (scheme) return { path, scheme };
  throw new InputError(
    faults
      .filter(({ severity }) => severity === 'error')
      .map(({ path: at, found, advice }) =>
        problem(`${path}#${at}`, advice.zh, advice.en, found === '' ? {} : { found }),
      ),
  );
}
