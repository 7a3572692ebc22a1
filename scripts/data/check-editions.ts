import {
  fileRole,
  ledgerColumn,
  makeFinding,
  readLedger,
  type Finding,
  type InputFile,
} from '#lib/intake/index.ts';
import { sha256Of } from './pack.ts';

/**
 * The bytes of every locked scheme and result against the ledger. A file that is absent and a
 * ledger that cannot be read are reported by intake.
 */
export function checkEditions(files: readonly InputFile[]): Finding[] {
  const ledger = files.find(({ path }) => fileRole(path).kind === 'ledger');
  if (!ledger) return [];
  const bytesOf = new Map(files.map(({ path, bytes }) => [path, bytes]));
  return readLedger(ledger.path, ledger.bytes).editions.flatMap((edition, index) =>
    (['scheme', 'result'] as const).flatMap((what) => {
      const path = edition[`${what}_path`];
      const expected = edition[`${what}_sha256`];
      const bytes = bytesOf.get(path);
      const found = bytes ? sha256Of(bytes) : expected;
      if (found === expected) return [];
      const column = `${ledger.path} ${ledgerColumn(index, `${what}_sha256`)}`;
      const params = { edition: edition.id, expected };
      return [makeFinding('ledger_hash', { file: path, column }, { found, params })];
    }),
  );
}
