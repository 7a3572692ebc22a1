/** The files that paths, folders and patterns of the command line mean. */
import type { Dirent } from 'node:fs';
import { access, constants, readdir, stat } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { problem, stopOn, type Problem } from '../score/problem.ts';

export interface FoundFile {
  /** What the report calls it: its name, or its path below the folder that was given. */
  readonly name: string;
  readonly path: string;
  readonly size: number;
}

/** Of a folder only tables are taken; a file that was named is taken whatever it is called. */
const TABLE = /\.(xlsx|xlsm|xltx|xltm|xlsb|xls|xlt|et|ett|ods|ots|csv|tsv|txt|tab)$/i;
/** A spreadsheet program keeps these beside a file it has open. */
const LOCK = /^(~\$|\.~|\.)/;

const slashed = (path: string) => path.split(sep).join('/');
const isPattern = (path: string) => /[*?]/.test(path);

/** 2026/*.xlsx, **\/*.csv: * and ? stay within a folder. */
function patternOf(glob: string): RegExp {
  const source = slashed(glob)
    .replace(/^\.\//, '')
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*\*\/|\*\*|\*|\?/g, (sign) =>
      sign === '**/' ? '(?:.*/)?' : sign === '**' ? '.*' : sign === '*' ? '[^/]*' : '[^/]',
    );
  return new RegExp(`^${source}$`);
}

/** Files below a folder, by path; links are not followed out of it. */
async function below(folder: string): Promise<string[]> {
  const entries: Dirent[] = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !LOCK.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort((a, b) => (a < b ? -1 : 1));
}

async function matching(glob: string): Promise<string[]> {
  const parts = slashed(glob).split('/');
  const fixed = parts.slice(0, parts.findIndex(isPattern));
  const start = fixed.length === 0 ? '.' : fixed.join('/') || '/';
  const pattern = patternOf(glob);
  const found = await below(start).catch(() => []);
  return found.filter((path) => pattern.test(slashed(path).replace(/^\.\//, '')));
}

async function expand(path: string): Promise<{ name: string; path: string }[] | Problem> {
  const info = await stat(path).catch(() => null);
  if (info?.isFile()) return [{ name: basename(path), path }];
  if (info?.isDirectory()) {
    const files = (await below(path)).filter((file) => TABLE.test(file));
    if (files.length === 0)
      return problem(path, '文件夹里没有表格文件', 'there is no table file in this folder');
    return files.map((file) => ({ name: slashed(file.slice(join(path, sep).length)), path: file }));
  }
  if (info) return problem(path, '不是普通文件', 'is no ordinary file');
  if (!isPattern(path)) return problem(path, '没有这个文件或文件夹', 'no such file or folder');
  const files = await matching(path);
  return files.length === 0
    ? problem(path, '没有符合的文件', 'no file is called so')
    : files.map((file) => ({ name: basename(file), path: file }));
}

/** Names that occur twice are told apart by their paths, then by a number. */
function distinct(files: readonly { name: string; path: string }[]) {
  const count = new Map<string, number>();
  for (const { name } of files) count.set(name, (count.get(name) ?? 0) + 1);
  const taken = new Set<string>();
  return files.map(({ name, path }) => {
    const wanted = (count.get(name) ?? 0) > 1 ? slashed(path) : name;
    let unique = wanted;
    for (let n = 2; taken.has(unique); n++) unique = `${wanted} (${n})`;
    taken.add(unique);
    return { name: unique, path };
  });
}

/** All files, each once, in the order of their names. Throws InputError for what cannot be found or read. */
export async function findFiles(paths: readonly string[]): Promise<FoundFile[]> {
  const expanded = await Promise.all(paths.map(expand));
  const byPath = new Map<string, { name: string; path: string }>();
  const problems: Problem[] = [];
  for (const found of expanded)
    if (Array.isArray(found)) for (const file of found) byPath.set(file.path, file);
    else problems.push(found);
  stopOn(problems);
  const files = await Promise.all(
    distinct([...byPath.values()]).map(async (file) => ({
      ...file,
      size: (await stat(file.path)).size,
    })),
  );
  stopOn(
    (
      await Promise.all(
        files.map(({ path }) =>
          access(path, constants.R_OK).then(
            () => [],
            () => [problem(path, '没有权限读取', 'may not be read')],
          ),
        ),
      )
    ).flat(),
  );
  return files.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
