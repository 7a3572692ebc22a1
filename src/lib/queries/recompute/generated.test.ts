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

  it('over 10,000 rows, with every status, failed means and thousands of ties', () => {
    const statuses = results.flatMap(({ status }) => status.map(({ kind }) => kind));
    expect(statuses.length).toBeGreaterThanOrEqual(10_000);
    expect(new Set(statuses).size).toBe(7);
    const reasons = results.flatMap(({ status }) =>
      status.flatMap((one) => (one.kind === 'not_computable' ? [one.reason] : [])),
    );
    expect(new Set(reasons)).toContain('nonpositive_value');
    const places = results.flatMap(({ ranks, rows }) =>
      [...ranks].flatMap(([element, column]) =>
        rows.map(({ period, group }, at) => `${element} ${period} ${group} ${column[at]}`),
      ),
    );
    const ranked = places.filter((place) => !place.endsWith(' 0'));
    expect(ranked.length - new Set(ranked).size, 'places that are shared').toBeGreaterThan(5_000);
  });
});
