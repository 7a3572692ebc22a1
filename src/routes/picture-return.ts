/** What is done with a file that is dropped on the site; fetched when the first one is. */
import { readProvenance } from '#lib/export/read-provenance.ts';
import { rememberedMessages, type RememberedMessages } from '#lib/i18n/views/remembered.ts';
import {
  isGroup,
  type Locale,
  type Manifest,
  type Scheme,
  type SchemeNode,
} from '#lib/model/index.ts';
import { remembered, type RememberedNote } from '#lib/state/remembered.ts';

/** Far more than a picture at four times its size. */
const LARGEST = 60 * 1024 * 1024;

export interface PictureReturn {
  readonly lines: readonly string[];
  /** Below the site's root; null where there is nowhere to go. */
  readonly goTo: string | null;
  readonly close: string;
}

/** Changes of weights said before the rest is counted. */
const SAID = 4;

type WeightsNote = Extract<RememberedNote, { kind: 'weights_changed' }>;

function weightWords(
  { scheme, changes }: WeightsNote,
  schemes: readonly Scheme[],
  locale: Locale,
): string {
  const r = rememberedMessages(locale);
  const names = new Map<string, string>();
  const visit = (node: SchemeNode) => {
    names.set(node.code, node.name[locale]);
    if (isGroup(node)) node.children.forEach(visit);
  };
  const known = schemes.find(({ id }) => id === scheme);
  if (known) visit(known.index);
  const said = changes.slice(0, SAID).map(({ code, was, now }) => {
    const name = names.get(code) ?? code;
    if (was === null) return r.newWeight(name, now ?? '');
    return now === null ? r.goneWeight(name, was) : r.weight(name, was, now);
  });
  const rest = changes.length > SAID ? r.moreWeights(changes.length) : '';
  return r.weights_changed(known?.name[locale] ?? scheme, said.join(r.weightJoin) + rest);
}

type SimulationNote = Extract<RememberedNote, { kind: 'simulation_changed' }>;

const simulationWords = ({ was, now }: SimulationNote, r: RememberedMessages): string =>
  r.simulation_changed(
    r.simulated(was.seed, was.replicates),
    now ? r.nowSimulated(r.simulated(now.seed, now.replicates)) : r.notSimulated,
  );

function noteWords(note: RememberedNote, schemes: readonly Scheme[], locale: Locale): string {
  const r = rememberedMessages(locale);
  switch (note.kind) {
    case 'edition_missing':
      return r.edition_missing(note.edition);
    case 'edition_before':
      return r.edition_before(note.edition, note.now);
    case 'scheme_missing':
      return r.scheme_missing(note.scheme);
    case 'scheme_changed':
      return r.scheme_changed(note.scheme, note.now);
    case 'weights_changed':
      return weightWords(note, schemes, locale);
    case 'simulation_changed':
      return simulationWords(note, r);
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
  schemes: readonly Scheme[],
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
  const back = remembered(record, manifest, schemes);
  if (back.kind === 'no_view') return told(r.noView);
  // In the language of the page that the picture was saved from, which is where one will be.
  const language = back.path.startsWith('/en/') ? 'en' : 'zh';
  const there = rememberedMessages(language);
  const notes = back.notes.map((note) => noteWords(note, schemes, language));
  return {
    lines: notes.length === 0 ? [there.back(back.edition)] : [there.changed, ...notes],
    goTo: back.path + back.search,
    close: there.close,
  };
}
