/** What the build knows of the published data: read once, shared by every prerendered page. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileSource } from '#lib/engine/node/file-source.ts';
import { openNodeEngine } from '#lib/engine/node/node-engine.ts';
import { loadManifest } from '#lib/engine/load/manifest.ts';
import type { Layer, Manifest, Scheme, ScoreResult, Source } from '#lib/model/index.ts';
import { LAYERS } from '#lib/model/index.ts';
import { sources } from '#lib/queries/index.ts';
import { score } from '#lib/scoring/index.ts';
import type { Ask } from '../layer-tables/ask.ts';
import { askChoices } from '../ask-choices.ts';
import type { Choices } from '../choices.ts';
import { makeDataset, queryDataset, unitTable, type Dataset } from '../dataset.ts';

/** Where `npm run data` puts the published data. */
export const DATA_FOLDER = join(process.cwd(), 'static', 'data');

export interface Site {
  readonly manifest: Manifest;
  readonly schemes: readonly Scheme[];
  readonly choices: Choices;
  readonly sources: Readonly<Record<Layer, readonly Source[]>>;
}

/** A folder of published data, each part of it read once. */
export interface PublishedFolder {
  readonly folder: string;
  /** Rejects when `npm run data` has not been run, which stops the build with that message. */
  readonly readSite: () => Promise<Site>;
  /** One layer scored by one scheme, through the native engine and the page's own scoring code. */
  readonly scoreLayer: (layer: Layer, schemeId: string) => Promise<Scored>;
}

/** Reads nothing yet. */
export function publishedFolder(folder: string): PublishedFolder {
  let site: Promise<Site> | undefined;
  const readSite = () => (site ??= open(folder));
  const scored = new Map<string, Promise<Scored>>();
  const scoreLayer = (layer: Layer, schemeId: string) => {
    const key = `${layer} ${schemeId}`;
    const known =
      scored.get(key) ??
      readSite().then(({ schemes }) => scoreOnce(folder, schemes, layer, schemeId));
    scored.set(key, known);
    return known;
  };
  return { folder, readSite, scoreLayer };
}

/** What this site publishes. */
export const PUBLISHED = publishedFolder(DATA_FOLDER);
export const { readSite, scoreLayer } = PUBLISHED;

async function open(folder: string): Promise<Site> {
  const manifest = await loadManifest(fileSource(folder));
  const schemes = await Promise.all(
    manifest.schemes.map(
      async ({ path }) => JSON.parse(await readFile(join(folder, path), 'utf8')) as Scheme,
    ),
  );
  const isDefault = ({ id }: Scheme) => Number(id === manifest.edition.scheme);
  schemes.sort((a, b) => isDefault(b) - isDefault(a));
  const perLayer = await Promise.all(LAYERS.map((layer) => readLayer(folder, layer)));
  return {
    manifest,
    schemes,
    choices: Object.fromEntries(perLayer.map(({ layer, choices }) => [layer, choices])),
    sources: Object.fromEntries(perLayer.map(({ layer, sources }) => [layer, sources])) as Record<
      Layer,
      Source[]
    >,
  };
}

async function readLayer(folder: string, layer: Layer) {
  const engine = await openNodeEngine(folder, layer);
  try {
    const ask: Ask = (query, params) => engine.query(query, params);
    return { layer, choices: await askChoices(ask), sources: await ask(sources, {}) };
  } finally {
    await engine.close();
  }
}

export interface Scored {
  readonly dataset: Dataset;
  readonly scheme: Scheme;
  readonly result: ScoreResult;
}

async function scoreOnce(
  folder: string,
  schemes: readonly Scheme[],
  layer: Layer,
  schemeId: string,
): Promise<Scored> {
  const scheme = schemes.find(({ id }) => id === schemeId);
  if (!scheme) throw new Error(`There is no scheme ${schemeId} in the manifest.`);
  const engine = await openNodeEngine(folder, layer);
  try {
    const dataset = makeDataset(layer, await queryDataset(engine, scheme));
    return { dataset, scheme, result: score(unitTable(dataset, scheme), scheme) };
  } finally {
    await engine.close();
  }
}
