/** Every question that the command takes, against the functions themselves. */
import { describe, expect, it } from 'vitest';
import type { Robustness } from '#lib/model/index.ts';
import { sensitivity, simulationOf, uncertainty } from '#lib/scoring/index.ts';
import { SCHEME } from './testing.ts';
import { file, output, analysis, table, column, plain } from './testing-analyses.ts';

const NOISE: Robustness = {
  seed: 1,
  replicates: 1000,
  assumptions: [{ kind: 'weights', noise: 0.25 }],
};

describe('--uncertainty', () => {
  it('gives what the simulation gives, ±25 % on weights, 1000 replicates, seed 1', async () => {
    const result = await analysis('uncertainty', '--uncertainty', '--period', '2025');
    const expected = uncertainty(simulationOf(await table(), SCHEME, NOISE, '2025'), {
      seed: 1,
      replicates: 1000,
    });
    const inOrder = (xs: ArrayLike<number>) => plain(Array.from(expected.order, (at) => xs[at]!));
    expect(result).toMatchObject({ assumptions_from: 'usual', seed: 1, replicates: 1000 });
    for (const [key, xs] of [
      ['rank', expected.nominal.ranks],
      ['rank_p5', expected.ranks.p5],
      ['rank_median', expected.ranks.median],
      ['rank_p95', expected.ranks.p95],
      ['rank_mean', expected.ranks.mean],
      ['rank_min', expected.ranks.min],
      ['rank_max', expected.ranks.max],
      ['score_p5', expected.scores.p5],
      ['score_p95', expected.scores.p95],
      ['tier', expected.tiers],
    ] as const)
      expect(column(result['units'], key)).toEqual(inOrder(xs));
    expect(column(result['units'], 'beats_next').slice(0, -1)).toEqual(
      plain(expected.contests.probability),
    );
    expect(result['wins']).toHaveLength((5 * 4) / 2);
    expect(JSON.parse(column(result['assumptions'], 'specification')[0] as string)).toEqual(
      NOISE.assumptions[0],
    );
  });

  it('gives the same bytes twice, and others with another seed', async () => {
    const first = await output('--uncertainty', '--format', 'json');
    expect(await output('--uncertainty', '--format', 'json')).toBe(first);
    expect(await output('--uncertainty', '--format', 'json', '--seed', '2')).not.toBe(first);
  });

  it('takes the assumptions of a file, and seed and replicates of the command line', async () => {
    const own = { ...NOISE, seed: 5, assumptions: [{ kind: 'leave_out', of: 'indicators' }] };
    const path = await file('robustness.json', JSON.stringify({ robustness: own }));
    const flags = ['--uncertainty', '--robustness', path];
    expect(await analysis('uncertainty', ...flags)).toMatchObject({
      assumptions_from: 'file',
      seed: 5,
      replicates: 1000,
      assumptions: [{ kind: 'leave_out' }],
    });
    expect(
      await analysis('uncertainty', ...flags, '--seed', '0', '--replicates', '50'),
    ).toMatchObject({ seed: 0, replicates: 50 });
    const bare = await file('bare.json', JSON.stringify(own));
    expect(await output('--uncertainty', '--robustness', bare)).toBe(await output(...flags));
  });

  it('says in words what was assumed', async () => {
    const lines = await output('--uncertainty', '--replicates', '20', '--lang', 'en');
    expect(lines).toContain('◆ Uncertainty: Monte-Carlo simulation\n');
    expect(lines).toContain('assumptions: none in the scheme: weights ±25 % are assumed\n');
    expect(lines).toMatch(/replicates: 20\n/);
    expect(lines).toMatch(/2025 +u4 +Four +1 +1 +1\.00/);
  });

  it('prints the seed as it is, and calls a tier another word than a level', async () => {
    const flags = ['--uncertainty', '--replicates', '20', '--seed', '20250101'];
    const lines = await output(...flags);
    expect(lines).toContain('种子：20250101\n');
    expect(lines).toContain('分组（梯队）的置信水平：95.0%\n');
    expect(lines).toContain('抽样：伪随机\n');
    expect(lines).toMatch(/名称 +组（梯队） +名次/);
    expect(lines).not.toContain('层级');
    expect(await output(...flags, '--lang', 'en')).toContain('sampling: pseudo-random\n');
    expect(await analysis('uncertainty', ...flags)).toMatchObject({ sampling: 'random' });
  });

  it('says where quantiles of scores mix scales (R96)', async () => {
    const note = 'the alternatives give scores on different scales';
    const alternatives = [{ method: 'geometric', range: [1, 100] }];
    const mixed = { ...NOISE, assumptions: [{ kind: 'aggregate', alternatives }] };
    const path = await file('mixed.json', JSON.stringify(mixed));
    const flags = ['--uncertainty', '--replicates', '20', '--lang', 'en'];
    expect(await output(...flags, '--robustness', path)).toContain(note);
    expect(await output(...flags)).not.toContain(note);
  });
});

describe('--sensitivity', () => {
  it('gives what the analysis gives, with at least as many replicates as asked', async () => {
    const flags = ['--sensitivity', '--period', '2025', '--replicates', '100'];
    const result = await analysis('sensitivity', ...flags);
    const samples = 64;
    const expected = sensitivity(simulationOf(await table(), SCHEME, NOISE, '2025'), {
      seed: 1,
      samples,
    });
    expect(result).toMatchObject({ samples, replicates: 192 });
    const [shift] = result['factors']!;
    expect(shift).toMatchObject({
      factor: { zh: '权重', en: 'weights' },
      first: expected.rank_shift.first[0]!.value,
      total_high: expected.rank_shift.total[0]!.high,
    });
    expect(column(result['units'], 'output')).toEqual(
      expected.units.flatMap(() => ['score', 'rank']),
    );
    expect(column(result['units'], 'first').filter((_, i) => i % 2 === 0)).toEqual(
      plain(expected.units.map((unit) => unit.score.first[0]!.value)),
    );
    expect(result['notes']?.length ?? 0).toBe(expected.warnings.length);
  });

  it('1024 sample points where only the scheme says how many, else as many as asked; few are told', async () => {
    const own = {
      ...NOISE,
      assumptions: [...NOISE.assumptions, { kind: 'leave_out', of: 'indicators' }],
    };
    const flags = ['--sensitivity', '--robustness', await file('two.json', JSON.stringify(own))];
    expect(await analysis('sensitivity', ...flags)).toMatchObject({
      samples: 1024,
      replicates: 4096,
    });
    const few = [...flags, '--replicates', '1000'];
    expect(await analysis('sensitivity', ...few)).toMatchObject({ samples: 256 });
    const told = 'fewer than 1024 sample points: the intervals of first-order indices';
    expect(await output(...few, '--lang', 'en')).toContain(told);
    expect(await output(...flags, '--lang', 'en')).not.toContain(told);
  });
});
