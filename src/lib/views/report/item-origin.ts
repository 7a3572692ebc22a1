/** Where a collected figure is from, and what has changed on the site since. */
import type { KeptFigure } from '#lib/figure/tray/kept-figure.ts';
import type { TrayMessages } from '#lib/i18n/views/tray.ts';
import type { Locale, Manifest } from '#lib/model/index.ts';
import { remembered, type RememberedNote } from '#lib/state/remembered.ts';

export interface ItemOrigin {
  /** The view below the site's root; null where the figure names none. */
  readonly path: string | null;
  readonly search: string;
  /** What differs now, each in a sentence. */
  readonly notes: readonly string[];
}

export function itemOrigin(
  { provenance, trial, locale }: KeptFigure,
  manifest: Manifest,
  pageLocale: Locale,
  words: TrayMessages['notes'],
): ItemOrigin {
  const back = remembered({ ...provenance, trial: String(trial) }, manifest);
  const said = back.kind === 'view' ? back.notes.flatMap((note) => noteOf(note, words)) : [];
  return {
    path: back.kind === 'view' ? back.path : null,
    search: back.kind === 'view' ? back.search : '',
    notes: [...said, ...(locale === pageLocale ? [] : [words.language])],
  };

  /** That numbers are the reader's own, or on trial, is said by their mark. */
  function noteOf(note: RememberedNote, w: TrayMessages['notes']): string[] {
    switch (note.kind) {
      case 'edition_missing':
      case 'edition_before':
        return [w.edition(note.edition, manifest.edition.id)];
      case 'scheme_missing':
      case 'scheme_changed':
      case 'weights_changed':
        return [w.scheme(note.scheme)];
      case 'data_changed':
        return [w.data];
      case 'simulation_changed':
      case 'local':
      case 'trial':
        return [];
    }
  }
}
