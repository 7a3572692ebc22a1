import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { Scheme } from '#lib/model/index.ts';
import { group, indicator, schemeOf } from '#lib/scoring/testing/schemes.ts';
import { parseOptions } from './options.ts';
import { InputError, formatProblems } from './problem.ts';
import { run } from './run.ts';

/** A folder for a test file’s own files, gone after its tests. */
export function temporaryFolder() {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'score-'));
  });
  afterAll(() => rm(folder, { recursive: true }));
  return {
    folder: () => folder,
    file: async (name: string, content: string | Uint8Array): Promise<string> => {
      const path = join(folder, name);
      await writeFile(path, content);
      return path;
    },
  };
}

/** The problems in English that something stops with; fails when it does not. */
export async function problemsOf(attempt: () => Promise<unknown>): Promise<string[]> {
  const error: unknown = await attempt().then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof InputError)) throw new Error('expected an InputError', { cause: error });
  return formatProblems(error.problems, 'en');
}

/** Two dimensions, one of them a reversed indicator, in two years. */
export const SCHEME: Scheme = {
  ...schemeOf(
    group('I', [
      group('D', [indicator('a'), indicator('b', 2)]),
      indicator('c', 2, { direction: -1, column: 'c column' }),
    ]),
  ),
  input: { unit: 'code', name: 'name', period: 'year' },
};
/** Other weights, and an indicator more. */
export const OTHER: Scheme = {
  ...SCHEME,
  id: 'other',
  index: group('I', [
    group('D', [indicator('a', 3), indicator('b')]),
    indicator('c', 1, { direction: -1, column: 'c column' }),
    indicator('d'),
  ]),
};

export const CSV = `code,name,year,a,b,c column,d
u1,One,2024,1,7,9,3
u2,Two,2024,4,3,5,1
u3,Three,2024,6,2,6,2
u4,Four,2024,9,9,2,5
u5,Five,2024,2,5,,4
u1,One,2025,3,8,7,3
u2,Two,2025,4,6,4,2
u3,Three,2025,5,2,6,2
u4,Four,2025,9,9,3,5
u5,Five,2025,8,4,,4
`;

/** The command on the scheme and table above, in this process. */
export function smallCommand() {
  const { file } = temporaryFolder();
  const output = async (...flags: readonly string[]): Promise<string> => {
    const scheme = await file('scheme.json', JSON.stringify(SCHEME));
    const data = await file('data.csv', CSV);
    return run(parseOptions(['--scheme', scheme, '--data', data, ...flags])!);
  };
  return { file, output };
}
