/** The rows that queries give on the data folder itself, for tests on what is really published. */
import type { EngineRow, Query, TableReader } from '#lib/engine/engine.ts';
import { checkData, fileRole } from '#lib/intake/index.ts';
import type { Layer } from '#lib/model/index.ts';
import { readFolder } from '../read-folder.ts';

/** Answers parameterless queries over one layer of `data/`, as the plain engine would. */
export async function realRows(
  layer: Layer,
): Promise<<Row>(query: Query<Record<string, never>, Row>) => Row[]> {
  const files = (await readFolder('data')).filter(({ path }) => fileRole(path).kind !== 'ignored');
  const { output } = checkData(files);
  if (!output) throw new Error('The data folder has errors; run `npm run data`.');
  const reader: TableReader = {
    rows: (name) =>
      (output.tables.find(({ layer: of, table }) => of === layer && table === name)?.rows ??
        []) as readonly EngineRow[],
  };
  return (query) => query.plain(reader, {}).map((row) => query.decode(row));
}
