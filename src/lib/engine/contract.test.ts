import { existsSync } from 'node:fs';
import { LAYERS } from '#lib/model/index.ts';
import { fixtureContracts, publishedContract } from '#lib/queries/testing/contract-data.ts';
import { engineContract } from './contract.ts';
import { createTableLoader } from './load/load-tables.ts';
import { fileSource } from './node/file-source.ts';
import { PlainEngine } from './plain/plain-engine.ts';
import { makeNodeEngine } from './testing/node-factory.ts';

const FOLDER = 'static/data';

// The data folder is built, not committed; without it the made data still holds the contract.
const published = existsSync(`${FOLDER}/manifest.json`)
  ? await Promise.all(LAYERS.map((layer) => publishedContract(fileSource(FOLDER), layer)))
  : [];
const data = [...fixtureContracts(), ...published];

engineContract(
  'typescript',
  ({ source, manifest, layer }) =>
    Promise.resolve(new PlainEngine(createTableLoader(source, manifest, layer))),
  data,
);

engineContract('duckdb-node', makeNodeEngine, data);
