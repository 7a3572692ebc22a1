import { readFile } from 'node:fs/promises';
import type { Robustness, Scheme } from '#lib/model/index.ts';
import { validateScheme } from '../lib/validate-scheme.ts';
import type { Questions } from './options.ts';
import { InputError, problem, stopOn } from './problem.ts';

/** What is simulated, and who said so. */
export interface Assumed {
  readonly robustness: Robustness;
  /** `usual` where neither the scheme nor a file says anything. */
  readonly from: 'scheme' | 'file' | 'usual';
  /** Whether the number of replicates is that of the command line. */
  readonly asksReplicates: boolean;
}

/** Where nothing is said: every weight may be off by a quarter of itself. */
const USUAL: Robustness = {
  seed: 1,
  replicates: 1000,
  assumptions: [{ kind: 'weights', noise: 0.25 }],
};

/**
 * The assumptions to simulate: those of the file, else the scheme's, else the usual ones; seed and
 * replicates of the command line instead of theirs. Throws InputError with every fault of the file.
 */
export async function readRobustness(
  scheme: Scheme,
  { robustness: path, replicates, seed }: Questions,
): Promise<Assumed> {
  const assumed: Pick<Assumed, 'robustness' | 'from'> =
    path !== null
      ? { robustness: await fromFile(path, scheme), from: 'file' }
      : scheme.robustness
        ? { robustness: scheme.robustness, from: 'scheme' }
        : { robustness: USUAL, from: 'usual' };
  return {
    ...assumed,
    asksReplicates: replicates !== null,
    robustness: {
      ...assumed.robustness,
      ...(replicates !== null && { replicates }),
      ...(seed !== null && { seed }),
    },
  };
}

/** Reads a robustness object, by itself or as part of a larger one, as if the scheme had it. */
async function fromFile(path: string, scheme: Scheme): Promise<Robustness> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    throw new InputError([problem('--robustness', '找不到文件', 'no such file', { found: path })]);
  }
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new InputError([
      problem(path, '不是有效的 JSON', `is not valid JSON: ${(error as Error).message}`),
    ]);
  }
  const own =
    typeof value === 'object' && value !== null && 'robustness' in value ? value.robustness : value;
  const { faults } = validateScheme({ ...scheme, robustness: own });
  stopOn(
    faults
      .filter(({ severity, path: at }) => severity === 'error' && at.startsWith('/robustness'))
      .map(({ path: at, found, advice }) =>
        problem(`${path}#${at}`, advice.zh, advice.en, found === '' ? {} : { found }),
      ),
  );
  return own as Robustness;
}
