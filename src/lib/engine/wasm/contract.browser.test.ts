import { describe } from 'vitest';
import { fixtureContracts } from '#lib/queries/testing/contract-data.ts';
import { engineContract } from '../contract.ts';
import { createTableLoader } from '../load/load-tables.ts';
import { PlainEngine } from '../plain/plain-engine.ts';
import { openWasmEngine } from './index.ts';

describe('in the browser', () => {
  engineContract(
    'duckdb-wasm',
    ({ source, manifest, layer }) => openWasmEngine(createTableLoader(source, manifest, layer)),
    fixtureContracts(),
  );

  engineContract(
    'typescript',
    ({ source, manifest, layer }) =>
      Promise.resolve(new PlainEngine(createTableLoader(source, manifest, layer))),
    fixtureContracts(),
  );
});
