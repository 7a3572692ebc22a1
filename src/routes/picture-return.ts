/** What is done with a file that is dropped on the site; fetched when the first one is. */
import { readProvenance } from '#lib/export/read-provenance.ts';
import { rememberedMessages, type RememberedMessages } from '#lib/i18n/views/remembered.ts';
import type { Locale, Manifest } from '#lib/model/index.ts';
import { remembered, type RememberedNote } from '#lib/state/remembered.ts';

/** Far more than a picture at four times its size. */
const LARGEST = 60 * 1024 * 1024;

export interface PictureReturn {
  readonly lines: readonly string[];
  /** Below the site's root; null where there is nowhere to go. */
  readonly goTo: string | null;
  readonly close: string;
}

function noteWords(note: RememberedNote, r: RememberedMessages): string {
  switch (note.kind) {
    case 'edition_missing':
      return r.edition_missing(note.edition);
    case 'edition_before':
      return r.edition_before(note.edition, note.now);
    case 'scheme_missing':
      return r.scheme_missing(note.scheme);
    case 'scheme_changed':
      return r.scheme_changed(note.scheme, note.now);
    case 'data_changed':
    case 'local':
    case 'trial':
      return r[note.kind];
  }
}

const isTable = (name: string) => /\.(?:xlsx?|xlsb|ods|et|csv|tsv|parquet)$/i.test(name);

/** Reads the picture and says where it leads and what has changed; says why where it leads nowhere. */
export async function pictureReturn(
  files: readonly File[],
  manifest: Manifest,
  locale: Locale,
): Promise<PictureReturn> {
  const r = rememberedMessages(locale);
  const told = (...lines: readonly string[]) => ({ lines, goTo: null, close: r.close });
  const [file] = files;
  if (!file || files.length > 1) return told(r.several);
  if (isTable(file.name)) return told(r.table(file.name));
  if (file.size > LARGEST) return told(r.tooLarge);
  const record = readProvenance(new Uint8Array(await file.arrayBuffer()));
  if (!record) return told(r.none(file.name));
  const back = remembered(record, manifest);
  if (back.kind === 'no_view') return told(r.noView);
  // In the language of the page that the picture was saved from, which is where one will be.
  const there = rememberedMessages(back.path.startsWith('/en/') ? 'en' : 'zh');
  const notes = back.notes.map((note) => noteWords(note, there));
  return {
    lines: notes.length === 0 ? [there.back(back.edition)] : [there.changed, ...notes],
    goTo: back.path + back.search,
    close: there.close,
  };
}
