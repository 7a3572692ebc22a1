import type { Layer, Locale, Scheme } from '#lib/model/index.ts';
import { readEdition } from './read-edition.ts';
import { readTable } from './read-table.ts';
import type { SourcedTable } from './report.ts';
import { toUnitTable } from './unit-table.ts';

/** Where data are found that a flag names. */
export interface DataOptions {
  readonly editionFolder: string;
  readonly layer: Layer | null;
  readonly locale: Locale;
}

/** Reads what a scheme needs from a file, or from the published data. Throws InputError. */
export async function readData(
  name: string,
  flag: string,
  scheme: Scheme,
  { editionFolder, layer, locale }: DataOptions,
): Promise<SourcedTable> {
  if (name === 'edition') return readEdition(editionFolder, scheme, layer, locale);
  return {
    ...toUnitTable(await readTable(name, flag), scheme),
    source: { file: name, edition: null, layer: null },
  };
}
