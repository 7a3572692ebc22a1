/** Rows as a CSV file on the reader's machine, marked with the layer they come from. */
import { watermarkInForce } from '#lib/figure/watermark.svelte.ts';
import { formatDay, localWords, type Messages } from '#lib/i18n/index.ts';
import type { Layer, LayerState, Locale } from '#lib/model/index.ts';

export interface Download {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
  readonly layer: Layer;
  readonly state: LayerState;
  readonly locale: Locale;
  readonly title: string;
  readonly cutoff: string;
  readonly m: Messages;
}

/** Saves the file; returns what to tell the reader. */
export async function downloadCsv(order: Download): Promise<string> {
  const { columns, rows, layer, state, locale, title, cutoff, m } = order;
  const files = await import('#lib/export/index.ts').catch(() => null);
  if (files === null) return m.export.notLoaded;
  const csv = files.csvFile({
    columns,
    // What a cell cannot hold (infinities, true and false) is written as a word.
    rows: rows.map((row) =>
      row.map((cell) =>
        typeof cell === 'boolean' || (typeof cell === 'number' && !Number.isFinite(cell))
          ? String(cell)
          : cell,
      ),
    ),
    layer,
    ...state,
    locale,
    provenance: [
      title,
      m.export.source(m.layerSource[layer]),
      m.export.cutoff(formatDay(cutoff, locale)),
    ],
    watermark: watermarkInForce(),
  });
  const name = files.fileName(
    [...(state.local ? [localWords(locale).short] : []), m.layer[layer], title],
    cutoff,
    'csv',
  );
  files.download(csv, name, 'text/csv;charset=utf-8');
  return m.export.saved(name);
}
