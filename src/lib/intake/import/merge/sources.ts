/** A source for every file that something was taken from. */
import type { Layer } from '#lib/model/index.ts';
import { columnsOfHeader, rowFor } from './header.ts';
import { joinRecords, splitRecords } from './csv-records.ts';
import { tidyText } from './observation-record.ts';
import type { Folder } from '../folder.ts';

/** From the content of the file: the same file is the same source, whatever it is called. */
export const sourceId = (layer: Layer, sha256: string): string =>
  `import-${layer}-${sha256.slice(0, 12)}`;

export interface SourceFile {
  readonly layer: Layer;
  readonly file: string;
  readonly sha256: string;
}

const SOURCES = 'sources.csv';

/** sources.csv with a row for each file that has none yet; null where all have one. */
export function withSources(folder: Folder, used: readonly SourceFile[]): string | null {
  const missing = used.filter(
    ({ layer, sha256 }) => folder.catalogue.source(sourceId(layer, sha256)) === undefined,
  );
  const input = folder.files.find(({ path }) => path === SOURCES);
  if (missing.length === 0 || !input) return null;
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(input.bytes);
  const table = splitRecords(text);
  const columns = columnsOfHeader(table.records[0] ?? '');
  for (const { layer, file, sha256 } of missing)
    table.records.push(
      rowFor(columns, {
        source_id: sourceId(layer, sha256),
        title: tidyText(file),
        quality: '本机导入的文件',
        layer,
        note: `由使用者在本机导入，来历未经核对；SHA-256 ${sha256}`,
      }),
    );
  return joinRecords(table);
}
