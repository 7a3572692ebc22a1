/** The data folder that a locked edition was computed from, put together from what is there now. */
import { createHash } from 'node:crypto';
import { fileRole, readEdition, type Edition, type InputFile } from '#lib/intake/index.ts';
import type { ManifestEdition } from '#lib/model/index.ts';
import { editionFile, folderThen } from '../edition/folder-then.ts';
import { LEDGER, ledgerOf } from '../edition/plan.ts';
import { InputError, problem, stopOn, type Problem } from '../score/problem.ts';

export interface EditionThen {
  readonly entry: ManifestEdition;
  readonly files: readonly InputFile[];
  /** Tables among them that the edition did not lock: they are as they stand now. */
  readonly unlocked: readonly string[];
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const encode = (value: unknown) => new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);

/** Id of the edition that a data folder is working on; null where edition.json does not say. */
export function editionInForce(files: readonly InputFile[]): string | null {
  const file = files.find(({ path }) => path === 'edition.json');
  return (file && readEdition(file.path, file.bytes).edition?.id) ?? null;
}

/**
 * Exactly the locked tables, scheme and result of the edition `id`, the editions before it, and what
 * it takes to read them. Throws InputError where a locked file is missing or was changed since, or
 * there is no such edition.
 */
export function editionThen(files: readonly InputFile[], id: string): EditionThen {
  const editions = ledgerOf(files);
  const at = editions.findIndex((one) => one.id === id);
  const entry = editions[at];
  if (!entry) throw new InputError([unknown(id, editions, editionInForce(files))]);
  const bytesOf = new Map(files.map(({ path, bytes }) => [path, bytes]));
  const locked: readonly (readonly [path: string, sha256: string])[] = [
    ...entry.inputs.map((input) => [input.path, input.sha256] as const),
    [entry.scheme_path, entry.scheme_sha256],
    [entry.result_path, entry.result_sha256],
  ];
  stopOn(locked.flatMap(([path, expected]) => changed(id, path, expected, bytesOf.get(path))));

  const { cutoff, layer, scheme } = entry;
  const edition: Edition = { id, cutoff, layer, scheme };
  const isLocked = new Set(entry.inputs.map(({ path }) => path));
  const needed = new Set(folderThen(files, edition).map(({ path }) => path));
  const tables = files.filter(({ path }) => {
    const role = fileRole(path);
    if (role.kind !== 'table' || isLocked.has(path) || role.table === 'observation') return false;
    // Breaks between years are no part of the computation, and are told by reports all the same.
    return needed.has(path) || (role.layer === layer && role.table === 'series_break');
  });
  const before = editions.slice(0, at + 1);
  const kept = new Set([
    ...isLocked,
    ...before.flatMap((one) => [one.scheme_path, one.result_path]),
  ]);
  return {
    entry,
    unlocked: tables.map(({ path }) => path).sort(),
    files: [
      ...files.filter(({ path }) => kept.has(path)),
      ...tables,
      editionFile(edition),
      { path: `schemes/${scheme}.json`, bytes: bytesOf.get(entry.scheme_path)! },
      { path: LEDGER, bytes: encode(before) },
    ],
  };
}

function unknown(id: string, editions: readonly ManifestEdition[], inForce: string | null) {
  const ids = editions.map((one) => one.id);
  return problem(
    LEDGER,
    `没有 ${id} 版；已锁定：${ids.join('、') || '无'}；正在编：${inForce ?? '无'}`,
    `there is no edition ${id}; locked: ${ids.join(', ') || 'none'}; in work: ${inForce ?? 'none'}`,
  );
}

const short = (hash: string) => `${hash.slice(0, 12)}…`;

function changed(
  id: string,
  path: string,
  expected: string,
  bytes: Uint8Array | undefined,
): Problem[] {
  const [adviceZh, adviceEn] = [
    '取出锁定时的数据文件夹，再用 --data 指明它',
    'get the data folder as it was when the edition was locked, and name it by --data',
  ];
  if (!bytes)
    return [
      problem(
        path,
        `${id} 版锁定的文件不在了：${adviceZh}`,
        `locked by edition ${id}, is not there any more: ${adviceEn}`,
      ),
    ];
  const found = sha256(bytes);
  if (found === expected) return [];
  return [
    problem(
      path,
      `${id} 版锁定后改动过（锁定时 SHA-256 ${short(expected)}，现为 ${short(found)}）：${adviceZh}`,
      `was changed after edition ${id} was locked (SHA-256 ${short(expected)} then, ${short(found)} now): ${adviceEn}`,
    ),
  ];
}
