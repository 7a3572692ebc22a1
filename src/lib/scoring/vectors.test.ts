/** The reference tables of COINr 1.1.14 (vectors/, MIT): scores to 1e-12 relative, ranks exact. */
import { describe, expect, it } from 'vitest';
import { MEANS } from './aggregate/means.ts';
import { rankInto } from './rank/rank.ts';
import { score } from './score.ts';
import { asemScheme } from './testing/asem.ts';
import { AS_GIVEN, group, indicator, schemeOf, tableOf } from './testing/schemes.ts';
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
function toyIndex(direction: 1 | -1, aggregate: 'arithmetic' | 'geometric', minimum = 0) {
  const more = { min_availability: minimum };
  const p1 = [indicator('x1', 2), indicator('x2', 1, { direction })];
  return group(
    'I',
    [group('P1', p1, 0.75, aggregate, more), group('P2', [indicator('x3')], 0.25, aggregate, more)],
    1,
    aggregate,
    more,
  );
}

describe('toy: aggregation', () => {
  it.each([
    ['aggregation_withNA', 'inputN', 'amean', 'arithmetic', 0],
    ['aggregation_withNA', 'inputN', 'gmean', 'geometric', 0],
    ['aggregation_withNA', 'inputN', 'amean_datthresh1', 'arithmetic', 1],
    ['aggregation_withNA', 'inputN', 'amean_datthresh0.6', 'arithmetic', 0.6],
    ['aggregation_withNA', 'inputN', 'amean_datthresh0.5', 'arithmetic', 0.5],
    ['aggregation_complete_tie', 'inputNcomplete', 'amean', 'arithmetic', 0],
    ['aggregation_complete_tie', 'inputNcomplete', 'gmean', 'geometric', 0],
  ] as const)('%s of %s: %s', (section, input, name, method, minimum) => {
    // The input is normalised already, reversed indicators included.
    const scheme = schemeOf(toyIndex(1, method, minimum), { normalise: AS_GIVEN });
    const { scores, ranks } = score(tableOf(indicators(at(toy, input))), scheme);
    for (const code of ['P1', 'P2', 'I']) {
      expectClose(scores.get(code), at(toy, section, name, 'scores', code));
      // Our ranks cover the ranked rows only; the reference ranks whatever has a score.
      const ours = new Int32Array(6);
      rankInto(ours, scores.get(code)!, Int32Array.of(0, 1, 2, 3, 4, 5), 1e-9);
      expectRanks(ours, at(toy, section, name, 'ranks', code));
    }
    expectRanks(ranks.get('I'), at(toy, section, name, 'ranks', 'I'));
  });

  it.each([
    'plain',
    'withNA',
    'allNA',
    'zero',
    'negative',
    'zeroWeights',
    'zeroWeightOnNA',
    'onlyZeroWeightAvailable',
  ])('scalar means: %s', (name) => {
    const x = numbers(at(toy, 'scalarMeans', name, 'x'));
    const w = numbers(at(toy, 'scalarMeans', name, 'w'));
    expectClose([MEANS.arithmetic.of(x, w)], at(toy, 'scalarMeans', name, 'amean'));
    const geometric = at<unknown>(toy, 'scalarMeans', name, 'gmean');
    // Where the reference stops, the mean names the value it cannot take.
    if (!Array.isArray(geometric)) expect(MEANS.geometric.forbids(x, w)).toBe(0);
    else expectClose([MEANS.geometric.of(x, w)], geometric);
  });

  it('effective weights', () => {
    const { weights } = score(
      tableOf(indicators(at(toy, 'data'))),
      schemeOf(toyIndex(-1, 'arithmetic')),
    );
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
    const result = score(
      tableOf(indicators(at(pipeline, 'Treated'))),
      schemeOf(toyIndex(-1, 'arithmetic')),
    );
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
