import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NodeEngine } from '#lib/engine/node/node-engine.ts';
import { makeNodeEngine } from '#lib/engine/testing/node-factory.ts';
import { publish } from '#lib/engine/testing/publish.ts';
import { checkScheme, score } from '#lib/scoring/index.ts';
import type { ScoreResult } from '#lib/model/index.ts';
import { makeDataset, queryDataset, unitTable } from '../dataset.ts';
import { checkAgreement, recomputation, uncovered } from './index.ts';
import { generatedCases } from './testing/cases.ts';

const CASES = 70;
const { schemes, tables } = generatedCases(CASES, 130);

let engine: NodeEngine;
const results: ScoreResult[] = [];
beforeAll(async () => {
  engine = await makeNodeEngine(publish('synthetic', tables));
}, 120_000);
afterAll(() => engine.close());

describe('SQL and scoring code on generated tables (R130–R136)', () => {
  it.each(schemes.map((scheme) => [scheme.id, scheme] as const))(
    '%s',
    async (_, scheme) => {
      expect(checkScheme(scheme).filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(uncovered(scheme)).toBeNull();
      const dataset = makeDataset('synthetic', await queryDataset(engine, scheme));
      const result = score(unitTable(dataset, scheme), scheme);
      results.push(result);
      const verdict = checkAgreement(result, await engine.query(recomputation(scheme), null));
      expect(verdict).toMatchObject({ kind: 'agrees', rows: result.rows.length });
    },
    60_000,
  );

  it('over 10,000 rows, with every status and with ties, chains of ties and failed means', () => {
    const statuses = results.flatMap(({ status }) => status.map(({ kind }) => kind));
    expect(statuses.length).toBeGreaterThanOrEqual(10_000);
    expect(new Set(statuses).size).toBe(7);
    const shared = results.map(
      ({ ranks }) => [...ranks.values()].flatMap((column) => [...column]).filter(Boolean).length,
    );
    expect(shared.every((count) => count > 0)).toBe(true);
  });
});
