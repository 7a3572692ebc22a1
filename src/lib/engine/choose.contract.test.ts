import { fixtureContracts } from '#lib/queries/testing/contract-data.ts';
import { createEngineHost } from './choose.ts';
import type { MortalEngine } from './choose.ts';
import { engineContract } from './contract.ts';
import type { TableLoader } from './load/load-tables.ts';
import { PlainEngine } from './plain/plain-engine.ts';

/** The plain engine in DuckDB's place: what the host adds must not show. It is never lost. */
function standIn(loader: TableLoader): MortalEngine {
  const plain = new PlainEngine(loader);
  return {
    kind: 'duckdb-wasm',
    layer: plain.layer,
    bundle: 'eh',
    query: (query, params, options) => plain.query(query, params, options),
    onEnd: () => undefined,
    close: () => plain.close(),
  };
}

engineContract(
  'typescript',
  (published) => Promise.resolve(createEngineHost(published).engine),
  fixtureContracts(),
);

engineContract(
  'duckdb-wasm',
  async (published) => {
    const host = createEngineHost({
      ...published,
      openDuckDb: (loader) => Promise.resolve(standIn(loader)),
    });
    await host.startDuckDb();
    return host.engine;
  },
  fixtureContracts(),
);
