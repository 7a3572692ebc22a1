import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ACTIVITY_KINDS,
  ACTIVITY_STATUSES,
  BREAK_KINDS,
  MISSING_REASONS,
  PERIOD_TYPES,
  RANK_STATUS_KINDS,
} from '#lib/model/index.ts';
import type { EngineRow, Query } from '#lib/engine/engine.ts';
import { makeNodeEngine } from '#lib/engine/testing/node-factory.ts';
import { publish, readerOf } from '#lib/engine/testing/publish.ts';
import {
  originOf,
  periods,
  READ_ALL,
  reportedFacts,
  schemeObservations,
  tableCounts,
} from './index.ts';
import { FIXTURE, observation } from './testing/fixture.ts';

/** Few different values, so that ties, revisions and gaps meet in every combination. */
const CODES = ['M01', 'M1', '%', "'", '人员'];
const observations = fc
  .array(
    fc.record({
      institution_id: fc.constantFrom(null, 'a', 'A', '所', '𠮷', '\uffee'),
      region_code: fc.constantFrom('990101', '990100', 'gone'),
      indicator: fc.constantFrom(...CODES),
      period: fc.constantFrom('2024', '2025'),
      period_type: fc.constantFrom('year', 'quarter'),
      period_start: fc.constantFrom('2024-01-01', '2025-01-01'),
      value: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
      missing_reason: fc.option(fc.constantFrom(...MISSING_REASONS)),
      revision: fc.integer({ min: -1, max: 2 }),
      data_status: fc.constantFrom('reported', 'synthetic', 'not_reported'),
      note: fc.option(fc.string({ unit: 'grapheme', maxLength: 5 })),
    }),
    { maxLength: 40 },
  )
  .map((rows): EngineRow[] =>
    rows.map((row, index) => observation({ ...row, obs_id: `${index}` })),
  );

/** A forest of regions, cycles included; nothing says that a table makes sense. */
const regions = fc
  .array(
    fc.record({
      parent_code: fc.constantFrom(null, 'r0', 'r1', 'r2', 'r3', 'gone'),
      level: fc.constantFrom('county', 'city', 'province', 'country'),
    }),
    { minLength: 4, maxLength: 6 },
  )
  .map((rows) =>
    rows.map((row, index) => ({ ...FIXTURE.region[0], ...row, region_code: `r${index}` })),
  );

const homes = fc
  .array(fc.constantFrom('r0', 'r1', 'r2', 'r3', 'gone'), { maxLength: 8 })
  .map((codes) =>
    codes.map((region_code, index) => ({
      ...FIXTURE.institution[0],
      region_code,
      institution_id: `i${index % 5}`,
      valid_from: `20${10 + index}-01-01`,
    })),
  );

/** The keys of the programme and of editions, which the order of the rows rests on. */
const activities = fc
  .array(
    fc.record({
      period: fc.constantFrom('2024-Q4', '2025-Q1', '2025-Q10'),
      kind: fc.constantFrom(...ACTIVITY_KINDS),
      status: fc.constantFrom(...ACTIVITY_STATUSES),
      institution_id: fc.constantFrom(null, 'a', '所'),
      needs: fc.option(fc.integer({ min: -5, max: 5 })),
      planned_for: fc.option(fc.constantFrom('2024-12-31', '2025-01-01')),
    }),
    { maxLength: 12 },
  )
  .map((rows): EngineRow[] =>
    rows.map((row, index) => ({ ...FIXTURE.activity[0], ...row, activity_id: `a${index}` })),
  );

const published = fc
  .uniqueArray(
    fc.record({
      edition: fc.constantFrom('2023', '2024', '2024-b'),
      institution_id: fc.constantFrom('a', 'A', '𠮷', '\uffee'),
      element: fc.constantFrom('INDEX', 'T1'),
      score: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
      rank: fc.option(fc.integer({ min: 1, max: 40 })),
      status: fc.constantFrom(...RANK_STATUS_KINDS),
    }),
    { maxLength: 12, selector: (row) => `${row.edition}/${row.institution_id}/${row.element}` },
  )
  .map((rows): EngineRow[] => rows.map((row) => ({ ...FIXTURE.published[0], ...row })));

const breaks = fc
  .array(
    fc.record({
      period: fc.constantFrom('2023', '2024'),
      kind: fc.constantFrom(...BREAK_KINDS),
      indicator: fc.constantFrom(null, ...CODES),
      institution_id: fc.constantFrom(null, 'a', '所'),
    }),
    { maxLength: 8 },
  )
  .map((rows): EngineRow[] =>
    rows.map((row, index) => ({ ...FIXTURE.series_break[0], ...row, break_id: `b${index}` })),
  );

describe('SQL and plain function', () => {
  it('agree on random tables', async () => {
    await fc.assert(
      fc.asyncProperty(
        observations,
        regions,
        homes,
        fc.record({ activity: activities, published, series_break: breaks }),
        fc.subarray(CODES),
        fc.constantFrom(...PERIOD_TYPES),
        async (observation, region, institution, beside, indicators, period_type) => {
          const tables = { ...FIXTURE, ...beside, observation, region, institution };
          const reader = readerOf(tables);
          const engine = await makeNodeEngine(publish('synthetic', tables));
          const agree = async <Params, Row>(query: Query<Params, Row>, params: Params) =>
            expect(await engine.query(query, params)).toEqual(
              query.plain(reader, params).map((row) => query.decode(row)),
            );
          try {
            await agree(schemeObservations, { indicators, period_type });
            await agree(periods, { period_type });
            await agree(originOf, { obs_id: '0' });
            await agree(reportedFacts, {});
            await agree(tableCounts, {});
            for (const query of Object.values(READ_ALL))
              await agree(query as Query<Record<string, never>, object>, {});
          } finally {
            await engine.close();
          }
        },
      ),
      { numRuns: 30 },
    );
  }, 120_000);
});
