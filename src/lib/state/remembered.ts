/** From what a picture says of itself to the view it shows, and what has changed since. */
import {
  dataHash,
  LAYERS,
  schemeWeights,
  weightChanges,
  type Manifest,
  type Scheme,
  type WeightChange,
} from '#lib/model/index.ts';

/** What a reader has to know before taking the view for the picture. */
export type RememberedNote =
  /** The picture's edition is none that this site knows. */
  | { readonly kind: 'edition_missing'; readonly edition: string }
  /** A locked edition: its year is shown as it stands now, with later corrections. */
  | { readonly kind: 'edition_before'; readonly edition: string; readonly now: string }
  | { readonly kind: 'scheme_missing'; readonly scheme: string }
  | { readonly kind: 'scheme_changed'; readonly scheme: string; readonly now: string }
  | {
      readonly kind: 'weights_changed';
      readonly scheme: string;
      readonly changes: readonly WeightChange[];
    }
  /** The places it tells as possible were simulated in another way. */
  | {
      readonly kind: 'simulation_changed';
      readonly was: Simulation;
      readonly now: Simulation | null;
    }
  | { readonly kind: 'data_changed' }
  /** Made from data that were in somebody's browser only. */
  | { readonly kind: 'local' }
  | { readonly kind: 'trial' };

/** What a simulation is begun with; the same gives the same places. */
export interface Simulation {
  readonly seed: string;
  readonly replicates: string;
}

/** Far more changes than anybody reads. */
const MOST_CHANGES = 100;

export type Remembered =
  | {
      readonly kind: 'view';
      /** Below the site's root, starting with a slash. */
      readonly path: string;
      readonly search: string;
      readonly edition: string;
      readonly notes: readonly RememberedNote[];
    }
  /** The record names no page of this site. */
  | { readonly kind: 'no_view' };

const PAGE = /^\/(?:[\w-]+\/)*$/;

/** Of a scheme that is still here, under whatever version: what the picture was computed with. */
function schemeNotes(
  { weights, seed, replicates = '' }: Readonly<Record<string, string>>,
  scheme: Scheme,
): RememberedNote[] {
  const notes: RememberedNote[] = [];
  // Pictures of earlier days say nothing of it.
  if (weights !== undefined) {
    const changes = weightChanges(weights, schemeWeights(scheme)).slice(0, MOST_CHANGES);
    if (changes.length > 0) notes.push({ kind: 'weights_changed', scheme: scheme.id, changes });
  }
  if (seed !== undefined) {
    const was = { seed, replicates };
    const { robustness } = scheme;
    const now = robustness
      ? { seed: String(robustness.seed), replicates: String(robustness.replicates) }
      : null;
    if (now?.seed !== seed || now.replicates !== replicates)
      notes.push({ kind: 'simulation_changed', was, now });
  }
  return notes;
}

function notesOf(
  record: Readonly<Record<string, string>>,
  manifest: Manifest,
  schemes: readonly Scheme[],
): RememberedNote[] {
  const notes: RememberedNote[] = [];
  const { edition = '', scheme = '', schemeHash = '', data = '', layer = '' } = record;
  const now = manifest.edition.id;
  if (edition !== now) {
    const known = manifest.editions.some(({ id }) => id === edition);
    notes.push(
      known ? { kind: 'edition_before', edition, now } : { kind: 'edition_missing', edition },
    );
  }
  if (scheme !== '') {
    const [id = ''] = scheme.split(' ');
    const current = manifest.schemes.find((one) => one.id === id);
    if (!current) notes.push({ kind: 'scheme_missing', scheme });
    else if (schemeHash !== '' && current.sha256 !== schemeHash)
      notes.push({ kind: 'scheme_changed', scheme, now: `${id} ${current.version}` });
    const known = schemes.find((one) => one.id === id);
    if (known) notes.push(...schemeNotes(record, known));
  }
  const known = LAYERS.find((one) => one === layer);
  const local = record['local'] !== undefined && record['local'] !== 'false';
  if (local) notes.push({ kind: 'local' });
  else if (known && data !== '' && dataHash(manifest, known) !== data)
    notes.push({ kind: 'data_changed' });
  if (record['trial'] === 'true') notes.push({ kind: 'trial' });
  return notes;
}

/**
 * The view of a picture's record (export/read-provenance.ts); what it was computed with is compared
 * with the schemes that are given. An address tells only what differed
 * from the defaults of the picture's own edition, so under another edition what those were is
 * written out: layer, year and scheme.
 */
export function remembered(
  record: Readonly<Record<string, string>>,
  manifest: Manifest,
  schemes: readonly Scheme[] = [],
): Remembered {
  const { page = '', view = '', edition = '', layer = '', scheme = '' } = record;
  if (!PAGE.test(page) && page !== '/') return { kind: 'no_view' };
  if (view !== '' && !view.startsWith('?')) return { kind: 'no_view' };
  const params = new URLSearchParams(view);
  if (edition !== '' && edition !== manifest.edition.id) {
    const year =
      manifest.editions.find(({ id }) => id === edition)?.period ?? /^\d{4}/.exec(edition)?.[0];
    const defaults = { data: layer, year, scheme: scheme.split(' ')[0] };
    for (const [name, value] of Object.entries(defaults))
      if (value && !params.has(name)) params.set(name, value);
  }
  const search = params.toString();
  return {
    kind: 'view',
    path: page,
    search: search === '' ? '' : `?${search}`,
    edition,
    notes: notesOf(record, manifest, schemes),
  };
}
