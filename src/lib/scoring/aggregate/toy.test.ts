/** Aggregation of the toy reference table (COINr 1.1.14, vectors/toy.json). */
import { describe, expect, it } from 'vitest';
import type { AggregateMethod, SchemeGroup } from '#lib/model/index.ts';
import { rankInto } from '../rank/rank.ts';
import { score } from '../score.ts';
import { AS_GIVEN, group, indicator, schemeOf, tableOf } from '../testing/schemes.ts';
import { at, expectClose, expectRanks, numbers, vectors } from '../testing/vectors.ts';
import type { VectorTable } from '../testing/vectors.ts';
import { copeland } from './copeland.ts';
import { ARITHMETIC, GEOMETRIC, HARMONIC, generalised } from './means.ts';
import type { Mean } from './means.ts';
import { outranking } from './outranking.ts';

const toy = vectors('toy');
const CODES = ['x1', 'x2', 'x3'];
const columnsOf = (input: string): Record<string, Float64Array> => {
  const table = at<VectorTable>(toy, input);
  return Object.fromEntries(CODES.map((code) => [code, numbers(table[code]!)]));
};
const UNITS = ['A', 'B', 'C', 'D', 'E', 'F'];

/** x1 (weight 2) and x2 in P1 (0.75), x3 in P2 (0.25); the input is normalised and directed. */
function toyScheme(aggregate: AggregateMethod, more: Partial<SchemeGroup> = {}) {
  const p1 = [indicator('x1', 2), indicator('x2')];
  const dimensions = [
    group('P1', p1, 0.75, aggregate, more),
    group('P2', [indicator('x3')], 0.25, aggregate, more),
  ];
  return schemeOf(group('I', dimensions, 1, aggregate, more), { normalise: AS_GIVEN });
}

describe('toy: means and Copeland up the hierarchy', () => {
  it.each<[string, string, string, AggregateMethod, Partial<SchemeGroup>?]>([
    ['aggregation_withNA', 'inputN', 'amean', 'arithmetic'],
    ['aggregation_withNA', 'inputN', 'gmean', 'geometric'],
    ['aggregation_withNA', 'inputN', 'hmean', 'harmonic'],
    ['aggregation_withNA', 'inputN', 'amean_datthresh1', 'arithmetic', { min_availability: 1 }],
    ['aggregation_withNA', 'inputN', 'amean_datthresh0.6', 'arithmetic', { min_availability: 0.6 }],
    ['aggregation_withNA', 'inputN', 'amean_datthresh0.5', 'arithmetic', { min_availability: 0.5 }],
    ['aggregation_complete_tie', 'inputNcomplete', 'amean', 'arithmetic'],
    ['aggregation_complete_tie', 'inputNcomplete', 'gmean', 'geometric'],
    ['aggregation_complete_tie', 'inputNcomplete', 'hmean', 'harmonic'],
    ['aggregation_complete_tie', 'inputNcomplete', 'copeland_all', 'copeland'],
  ])('%s of %s: %s', (section, input, name, method, more) => {
    const { scores, ranks } = score(tableOf(columnsOf(input)), toyScheme(method, more));
    for (const code of ['P1', 'P2', 'I']) {
      expectClose(scores.get(code), at(toy, section, name, 'scores', code));
      // Our ranks cover the ranked rows only; the reference ranks whatever has a score.
      const ours = new Int32Array(6);
      rankInto(ours, scores.get(code)!, Int32Array.of(0, 1, 2, 3, 4, 5), 1e-9);
      expectRanks(ours, at(toy, section, name, 'ranks', code));
    }
    expectRanks(ranks.get('I'), at(toy, section, name, 'ranks', 'I'));
  });

  it('generalised mean of power 2: as the reference where nothing is missing, else of what is there', () => {
    const { scores } = score(tableOf(columnsOf('inputN')), toyScheme('generalised', { power: 2 }));
    const reference = at<(number | null)[]>(toy, 'aggregation_withNA', 'genmean2', 'scores', 'I');
    // The reference passes a gap on: D, E and F have no index there.
    expect(reference.slice(3)).toEqual([null, null, null]);
    expectClose(scores.get('I')!.subarray(0, 3), reference.slice(0, 3));
    // D: 25.75 in P1 (x2 alone), 50.5 in P2; F: 100 in P1, the only one.
    expectClose(scores.get('I')!.subarray(3, 4), [Math.sqrt(0.75 * 25.75 ** 2 + 0.25 * 50.5 ** 2)]);
    expectClose(scores.get('I')!.subarray(5), [100]);
  });
});

describe('toy: scalar means', () => {
  it.each([
    'plain',
    'withNA',
    'allNA',
    'zero',
    'negative',
    'zeroWeights',
    'zeroWeightOnNA',
    'onlyZeroWeightAvailable',
  ])('%s', (name) => {
    const x = numbers(at(toy, 'scalarMeans', name, 'x'));
    const w = numbers(at(toy, 'scalarMeans', name, 'w'));
    const columns = Array.from(x, (value) => Float64Array.of(value));
    const least = Math.min(...x.filter((value) => !Number.isNaN(value)));
    const takes = ({ domain }: Mean) =>
      domain === 'any' || (domain === 'positive' ? !(least <= 0) : !(least < 0));
    const agrees = (mean: Mean, reference: string) => {
      const expected = at<unknown>(toy, 'scalarMeans', name, reference);
      // Where the reference stops, the mean does not take the values.
      if (!Array.isArray(expected)) expect(takes(mean)).toBe(false);
      else if (takes(mean)) expectClose(mean.of(columns, w), expected);
    };
    agrees(ARITHMETIC, 'amean');
    agrees(GEOMETRIC, 'gmean');
    agrees(HARMONIC, 'hmean');
    // The reference's power mean passes gaps on.
    if (!x.some(Number.isNaN)) agrees(generalised(2), 'genmean2');
    // It also takes what it should not: a harmonic mean of -12 for -1, 2, 4.
    if (name === 'negative') expect([HARMONIC, generalised(2)].map(takes)).toEqual([false, false]);
  });
});

describe('toy: outranking (R61, R62)', () => {
  const peers = (input: string, order: readonly number[] = [0, 1, 2, 3, 4, 5]) => ({
    columns: CODES.map((code) => Float64Array.from(order, (i) => columnsOf(input)[code]![i]!)),
    weights: Float64Array.from(at<number[]>(toy, 'outranking', 'weights')),
  });

  it('complete: the matrix and the scores of the reference', () => {
    const { margin } = outranking(peers('inputNcomplete'));
    const matrix = at<number[][]>(toy, 'outranking', 'complete', 'matrix');
    for (const [a, row] of matrix.entries())
      expectClose(
        row.map((_, b) => (a === b ? 0 : (1 + margin(a, b)) / 2)),
        row,
      );
    const { scores } = copeland(peers('inputNcomplete'));
    expectClose(scores, at(toy, 'outranking', 'complete', 'copeland'));
  });

  it('with gaps: does not depend on the order of the rows, as the reference does', () => {
    const forwards = [...copeland(peers('inputN')).scores];
    const backwards = [...copeland(peers('inputN', [5, 4, 3, 2, 1, 0])).scores].reverse();
    expect(forwards).toEqual(backwards);
    const reference = (name: string) => at<number[]>(toy, 'outranking', name, 'copeland');
    expect(reference('withNA')).not.toEqual(reference('withNA_rowsReversed_thenReordered'));
    expect(forwards.reduce((a, b) => a + b)).toBe(0);
    const scheme = toyScheme('copeland');
    const reversed = Object.fromEntries(
      Object.entries(columnsOf('inputN')).map(([code, column]) => [code, column.toReversed()]),
    );
    const index = score(tableOf(columnsOf('inputN'), UNITS), scheme).scores.get('I')!;
    const turned = score(tableOf(reversed, UNITS.toReversed()), scheme).scores.get('I')!;
    expect([...turned].reverse()).toEqual([...index]);
  });
});
