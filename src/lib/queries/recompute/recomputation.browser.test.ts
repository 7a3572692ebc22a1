import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '#lib/engine/engine.ts';
import { createTableLoader } from '#lib/engine/load/load-tables.ts';
import { publish } from '#lib/engine/testing/publish.ts';
import { openWasmEngine } from '#lib/engine/wasm/index.ts';
import { score } from '#lib/scoring/index.ts';
import { makeDataset, queryDataset, unitTable } from '../dataset.ts';
import { recompute } from './index.ts';
import { generatedCases } from './testing/cases.ts';

const { schemes, tables } = generatedCases(12, 131);

describe('SQL in DuckDB-WASM and the scoring code in the browser (R138)', () => {
  let engine: Engine;
  beforeAll(async () => {
    const { source, manifest, layer } = publish('synthetic', tables);
    engine = await openWasmEngine(createTableLoader(source, manifest, layer));
  });
  afterAll(() => engine.close());

  it.each(schemes.map((scheme) => [scheme.id, scheme] as const))('%s agrees', async (_, scheme) => {
    const dataset = makeDataset('synthetic', await queryDataset(engine, scheme));
    const result = score(unitTable(dataset, scheme), scheme);
    expect(await recompute(engine, scheme, result)).toMatchObject({
      kind: 'agrees',
      rows: result.rows.length,
    });
  });
});
