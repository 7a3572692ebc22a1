/** The reference tables of COINr 1.1.14 (vectors/, MIT): scores to 1e-12 relative, ranks exact. */
import { describe, expect, it } from 'vitest';
import { rankInto } from './rank/rank.ts';
import { score } from './score.ts';
import { asemScheme } from './testing/asem.ts';
import { group, indicator, schemeOf, tableOf } from './testing/schemes.ts';
import { at, expectClose, expectRanks, numbers, vectors } from './testing/vectors.ts';
import type { VectorTable } from './testing/vectors.ts';

const toy = vectors('toy');
const indicators = (table: VectorTable): Record<string, Float64Array> =>
  Object.fromEntries(
    Object.entries(table)
      .filter(([name]) => !['uCode', 'uName', 'G', 'Time'].includes(name))
      .map(([name, cells]) => [name, numbers(cells)]),
  );

/** The toy hierarchy: x1 (weight 2) and reversed x2 in P1 (0.75), x3 in P2 (0.25). */
const TOY_INDEX = group('I', [
  group('P1', [indicator('x1', 2), indicator('x2', 1, { direction: -1 })], 0.75),
  group('P2', [indicator('x3')], 0.25),
]);

describe('toy: weights and the whole way', () => {
  it('effective weights', () => {
    const { weights } = score(tableOf(indicators(at(toy, 'data'))), schemeOf(TOY_INDEX));
    const codes = at<string[]>(toy, 'effectiveWeights', 'iCode');
    expectClose(
      codes.map((code) => weights.get(code)!.effective),
      at(toy, 'effectiveWeights', 'EffWeight'),
    );
    expect(codes.map((code) => weights.get(code)!.level)).toEqual(
      at(toy, 'effectiveWeights', 'Level'),
    );
  });

  it('the whole way from imputed data: min-max, arithmetic, ranks', () => {
    const pipeline = at<Record<string, VectorTable>>(
      toy,
      'pipeline_groupmean_treat_minmax0_100_amean',
    );
    const result = score(tableOf(indicators(at(pipeline, 'Treated'))), schemeOf(TOY_INDEX));
    for (const code of ['x1', 'x2', 'x3'])
      expectClose(result.normalised.get(code), at(pipeline, 'Normalised', code));
    for (const code of ['P1', 'P2', 'I']) {
      expectClose(result.scores.get(code), at(pipeline, 'Aggregated', code));
      expectRanks(result.ranks.get(code), at(pipeline, 'ranks', code));
    }
  });

  it('ranks: ties get the lowest, missing scores none', () => {
    const scores = numbers(at(toy, 'rankTies', 'input'));
    const ranks = new Int32Array(scores.length);
    rankInto(ranks, scores, Int32Array.from(scores.keys()), 0);
    expectRanks(ranks, at(toy, 'rankTies', 'rank_desc_min'));
    const exact = new Int32Array(2);
    const rounded = new Int32Array(2);
    rankInto(exact, Float64Array.of(0.1 + 0.2, 0.3), Int32Array.of(0, 1), 0);
    rankInto(rounded, Float64Array.of(0.1 + 0.2, 0.3), Int32Array.of(0, 1), 1e-9);
    expectRanks(exact, at(toy, 'rankTies', 'floatTie_0.1plus0.2_vs_0.3'));
    expectRanks(rounded, [1, 1]);
  });
});

describe('ASEM: 51 units x 49 indicators, three levels above them', () => {
  it('treated → normalised → aggregated → ranks → effective weights', () => {
    const pipeline = vectors('asem_pipeline_default');
    const treated = at<VectorTable>(pipeline, 'Treated');
    const table = tableOf(indicators(treated), treated['uCode'] as string[]);
    const result = score(table, asemScheme());
    for (const [code, values] of result.normalised)
      expectClose(values, at(pipeline, 'Normalised', code));
    expect(result.scores.size).toBe(11);
    for (const [code, values] of result.scores) {
      expectClose(values, at(pipeline, 'Aggregated', code));
      expectRanks(result.ranks.get(code), at(pipeline, 'ranks', code));
    }
    for (const [code, values] of result.normalised) {
      const ranks = new Int32Array(values.length);
      // Exactly as the reference does, which sets two equal TolMin apart by their last bit.
      rankInto(ranks, values, Int32Array.from(values.keys()), 0);
      expectRanks(ranks, at(pipeline, 'ranks', code));
    }
    const codes = at<string[]>(pipeline, 'effectiveWeights', 'iCode');
    expectClose(
      codes.map((code) => result.weights.get(code)!.effective),
      at(pipeline, 'effectiveWeights', 'EffWeight'),
    );
    expect(result.status.every(({ kind }) => kind === 'ranked')).toBe(true);
    expect(result.issues).toEqual([]);
  });
});
