import { describe } from 'vitest';
import { LAYERS } from '#lib/model/index.ts';
import { fixtureContracts, publishedContract } from '#lib/queries/testing/contract-data.ts';
import { engineContract } from '../contract.ts';
import { fetchSource } from '../load/fetch.ts';
import { createTableLoader } from '../load/load-tables.ts';
import { loadManifest } from '../load/manifest.ts';
import { PlainEngine } from '../plain/plain-engine.ts';
import { openWasmEngine } from './index.ts';

const source = fetchSource(new URL('/data/', location.href).href);
// The data folder is built, not committed; without it the made data still holds the contract.
const isPublished = await loadManifest(source).then(
  () => true,
  () => false,
);
const published = isPublished
  ? await Promise.all(LAYERS.map((layer) => publishedContract(source, layer)))
  : [];
const data = [...fixtureContracts(), ...published];

describe('in the browser', () => {
  engineContract(
    'duckdb-wasm',
    ({ source, manifest, layer }) => openWasmEngine(createTableLoader(source, manifest, layer)),
    data,
  );

  engineContract(
    'typescript',
    ({ source, manifest, layer }) =>
      Promise.resolve(new PlainEngine(createTableLoader(source, manifest, layer))),
    data,
  );
});
