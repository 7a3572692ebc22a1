import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hashTree } from './hash-tree.ts';
import { runNpm } from './run.ts';
import type { RunResult } from './run.ts';

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

function readStamp(root: string): Partial<Stamp> {
  try {
    return JSON.parse(readFileSync(join(root, STAMP), 'utf8')) as Partial<Stamp>;
  } catch {
    return {};
  }
}

const below = (root: string, paths: readonly string[]): string[] =>
  paths.map((path) => join(root, path));

const hashInputs = (root: string): string => hashTree(below(root, INPUTS), below(root, GENERATED));
const hashOutputs = (root: string): string => hashTree(below(root, [BUILD]));

/**
 * Whether `build/` is byte for byte what the last build of exactly these inputs left.
 * Both sides are hashed, so an edited, half-copied or foreign build is not taken for a good one.
 */
export function isUpToDate(root = '.'): boolean {
  const stamp = readStamp(root);
  return (
    existsSync(join(root, BUILD, 'index.html')) &&
    stamp.inputs === hashInputs(root) &&
    stamp.outputs === hashOutputs(root)
  );
}

/**
 * Runs a build (`npm run build`: data, then site) and remembers what it made of what. False when
 * it failed; inputs that change meanwhile make the next `isUpToDate` false.
 */
export async function buildSite(
  root = '.',
  build: () => Promise<RunResult> = () => runNpm('build'),
): Promise<boolean> {
  rmSync(join(root, STAMP), { force: true });
  const inputs = hashInputs(root);
  const { code } = await build();
  if (code !== 0) return false;
  mkdirSync(dirname(join(root, STAMP)), { recursive: true });
  const stamp: Stamp = { inputs, outputs: hashOutputs(root) };
  writeFileSync(join(root, STAMP), `${JSON.stringify(stamp)}\n`);
  return true;
}
