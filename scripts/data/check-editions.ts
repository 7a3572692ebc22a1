import { sha256Hex } from '#lib/engine/load/sha256.ts';
import type { ManifestEdition } from '#lib/model/index.ts';
import {
  fileRole,
  ledgerColumn,
  makeFinding,
  readEdition,
  readLedger,
  type Finding,
  type InputFile,
} from '#lib/intake/index.ts';

/**
 * The bytes of every locked scheme and result against the ledger, and the tables of the edition in
 * force once it is locked. A file that is absent and a ledger that cannot be read are reported by
 * intake.
 */
export function checkEditions(files: readonly InputFile[]): Finding[] {
  const ledger = files.find(({ path }) => fileRole(path).kind === 'ledger');
  if (!ledger) return [];
  const bytesOf = new Map(files.map(({ path, bytes }) => [path, bytes]));
  const { editions } = readLedger(ledger.path, ledger.bytes);
  const locked = editions.flatMap((edition, index) =>
    (['scheme', 'result'] as const).flatMap((what) => {
      const path = edition[`${what}_path`];
      const expected = edition[`${what}_sha256`];
      const bytes = bytesOf.get(path);
      const found = bytes ? sha256Hex(bytes) : expected;
      if (found === expected) return [];
      const column = `${ledger.path} ${ledgerColumn(index, `${what}_sha256`)}`;
      const params = { edition: edition.id, expected };
      return [makeFinding('ledger_hash', { file: path, column }, { found, params })];
    }),
  );
  return [...locked, ...inForce(editions, bytesOf)];
}

/** What is ranked under the name of a locked edition is what was locked. */
function inForce(
  editions: readonly ManifestEdition[],
  bytesOf: ReadonlyMap<string, Uint8Array>,
): Finding[] {
  const file = 'edition.json';
  const bytes = bytesOf.get(file);
  const now = bytes ? readEdition(file, bytes).edition : null;
  // Another one of the same name is reported by intake.
  const entry = editions.find(
    ({ id, layer, cutoff, scheme }) =>
      id === now?.id && layer === now.layer && cutoff === now.cutoff && scheme === now.scheme,
  );
  if (!entry) return [];
  const inputs = new Map([
    ...entry.inputs.map(({ path, sha256 }): [string, string] => [path, sha256]),
    [`schemes/${entry.scheme}.json`, entry.scheme_sha256],
  ]);
  return [...inputs].flatMap(([path, expected]) => {
    const now = bytesOf.get(path);
    const found = now ? sha256Hex(now) : '';
    if (found === expected) return [];
    const params = { edition: entry.id, path, next: nextId(entry.id, editions) };
    return [makeFinding('edition_locked', { file, column: 'id' }, { found: entry.id, params })];
  });
}

/** An id that is still free: 2025-2 after 2025. */
function nextId(id: string, editions: readonly ManifestEdition[]): string {
  const year = id.slice(0, 4);
  let number = 2;
  while (editions.some((edition) => edition.id === `${year}-${number}`)) number += 1;
  return `${year}-${number}`;
}
