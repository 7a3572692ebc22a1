import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hashTree } from './hash-tree.ts';
import { runNpm } from './run.ts';

/** Everything that decides what the built site is. */
const INPUTS = [
  'data',
  'scripts',
  'src',
  'static',
  'package.json',
  'package-lock.json',
  'svelte.config.js',
  'tsconfig.json',
  'vite.config.ts',
];
/** Written by the build itself from `data/`. */
const GENERATED = [join('static', 'data')];

const BUILD = 'build';
const STAMP = join('.cache', 'build.json');

interface Stamp {
  inputs: string;
  outputs: string;
}

function readStamp(): Partial<Stamp> {
  try {
    return JSON.parse(readFileSync(STAMP, 'utf8')) as Partial<Stamp>;
  } catch {
    return {};
  }
}

/**
 * Whether `build/` is byte for byte what the last build of exactly these inputs left.
 * Both sides are hashed, so an edited, half-copied or foreign build is not taken for a good one.
 */
export function isUpToDate(): boolean {
  const stamp = readStamp();
  return (
    existsSync(join(BUILD, 'index.html')) &&
    stamp.inputs === hashTree(INPUTS, GENERATED) &&
    stamp.outputs === hashTree([BUILD])
  );
}

/** Runs `npm run build` (data, then site) and remembers what it made. False when it failed. */
export async function buildSite(): Promise<boolean> {
  rmSync(STAMP, { force: true });
  const inputs = hashTree(INPUTS, GENERATED);
  const { code } = await runNpm('build');
  if (code !== 0) return false;
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, `${JSON.stringify({ inputs, outputs: hashTree([BUILD]) })}\n`);
  return true;
}
