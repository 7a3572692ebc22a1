/** Every question that the command takes, against the functions themselves. */
import { describe, expect, it } from 'vitest';
import type { Robustness } from '#lib/model/index.ts';
import {
  compare,
  explain,
  importance,
  missingValues,
  multivariate,
  rankBounds,
  score,
  sensitivity,
  simulationOf,
  smallestRise,
  smallestSwap,
  uncertainty,
} from '#lib/scoring/index.ts';
import { readTable } from './read-table.ts';
import { CSV, OTHER, problemsOf, SCHEME, smallCommand } from './testing.ts';
import { toUnitTable } from './unit-table.ts';

const { file, output } = smallCommand();

type Row = Readonly<Record<string, unknown>>;
interface Json {
  readonly analyses: Readonly<Record<string, Readonly<Record<string, readonly Row[]>>>>;
}

/** The analysis by its key, from the JSON that the flags give. */
async function analysis(key: string, ...flags: readonly string[]) {
  const { analyses } = JSON.parse(await output(...flags, '--format', 'json')) as Json;
  expect(Object.keys(analyses)).toEqual([key]);
  return analyses[key]!;
}

async function table(content = CSV) {
  return toUnitTable(await readTable(await file('direct.csv', content)), SCHEME).table;
}

const column = (rows: readonly Row[] | undefined, key: string) => rows!.map((row) => row[key]);
/** As JSON has it. */
const plain = (xs: ArrayLike<number>) => Array.from(xs, (x) => (Number.isNaN(x) ? null : x));

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

describe('--compare', () => {
  it('another period: the printed one minus that', async () => {
    const result = await analysis('compare', '--compare', '2024');
    const data = await table();
    const { comparison, splitOf } = compare(
      { table: data, scheme: SCHEME, period: '2024' },
      { table: data, scheme: SCHEME, period: '2025' },
    );
    const [peers] = comparison.groups;
    expect(column(result['units'], 'unit')).toEqual(peers!.movers.map(({ unit }) => unit));
    for (const [i, { unit, group: of, change, after }] of peers!.movers.entries()) {
      const split = splitOf({ unit, group: of });
      if (split.kind !== 'split') throw new Error(`no split for ${unit}`);
      expect(result['units']![i]).toMatchObject({
        before: '2024',
        after: '2025',
        rank_after: after!.rank,
        rank_change: change!.rank,
        score_change: change!.score,
        score_own: split.score.own,
        score_peers: split.score.peers,
        score_scheme: 0,
        rank_own: split.rank_sixths.own / 6,
      });
    }
    expect(result['agreement']).toMatchObject([
      { units: 5, spearman: peers!.agreement.spearman.r, most_moved: peers!.agreement.most_moved },
    ]);
    expect(result['indicators']!.length).toBe(3 * 5);
  });

  it('another scheme, on the columns that it asks for', async () => {
    const other = await file('other.json', JSON.stringify(OTHER));
    const result = await analysis('compare', '--compare', other, '--period', '2025');
    expect(result).toMatchObject({ before_scheme: 'other v1.0.0', after_scheme: 'test v1.0.0' });
    const parts = result['units']!.map(({ score_own, score_peers }) => [score_own, score_peers]);
    // The data are the same, so all of the change is the method's.
    expect(parts).toEqual(result['units']!.map(() => [0, 0]));
    expect(column(result['units'], 'score_scheme')).toEqual(
      column(result['units'], 'score_change'),
    );
  });

  it('another table, by itself or with a period of it', async () => {
    const later = await file('later.csv', CSV.replaceAll('2024', '2023').replace('9,9,3', '1,1,9'));
    const same = await analysis('compare', '--compare-data', later);
    expect(column(same['agreement'], 'before')).toEqual(['2025']);
    const flags = ['--compare-data', later, '--compare', '2023', '--period', '2024'];
    const result = await analysis('compare', ...flags);
    expect(result['agreement']).toMatchObject([{ before: '2023', after: '2024', unchanged: 5 }]);
  });

  it('names the period of either side, and says which way a change of place is', async () => {
    const lines = await output('--compare', '2024', '--lang', 'en');
    expect(lines).toContain('before: period: 2024\n');
    expect(lines).toContain('after: period: 2025\n');
    expect(lines).toContain('change of place (negative: climbed)');
    const result = await analysis('compare', '--compare', '2024');
    expect(result).toMatchObject({ before_period: '2024', after_period: '2025' });
    for (const of of result['units']!)
      expect(of['rank_change']).toBe((of['rank_after'] as number) - (of['rank_before'] as number));
  });

  it('names the periods there are when X is neither period nor scheme', async () => {
    expect(await problemsOf(() => output('--compare', '1999'))).toEqual([
      '✗ --compare, found "1999": is no scheme, nor a period of the data (there are: 2024, 2025)',
    ]);
    expect((await problemsOf(() => output('--compare', '2025')))[0]).toMatch(
      /name another by --period/,
    );
    const old = await file(
      'old.csv',
      CSV.replaceAll(/202[45]/g, (year) => `1${year}`),
    );
    expect((await problemsOf(() => output('--compare-data', old)))[0]).toMatch(
      /no period in common: .*12024, 12025/,
    );
    expect((await problemsOf(() => output('--compare-data', 'nowhere.csv')))[0]).toMatch(
      /^✗ --compare-data, found "nowhere.csv": no such file/,
    );
  });
});

describe('--multivariate', () => {
  it('gives correlations, consistency, eigenvalues and importance as the functions do', async () => {
    const result = await analysis('multivariate', '--multivariate', '--period', '2025');
    const scored = score(await table(), SCHEME);
    const selection = { period: '2025', group: '' } as const;
    const expected = multivariate(scored, SCHEME, { ...selection, stage: 'normalised' });
    const pair = expected.correlations.get('spearman')!;
    const [i, j] = [expected.elements.indexOf('a'), expected.elements.indexOf('b')];
    expect(
      result['correlations']!.find(
        ({ method, element, other }) => method === 'spearman' && element === 'a' && other === 'b',
      ),
    ).toMatchObject({ r: pair.r[i]![j], units: 5, p: pair.p[i]![j] });
    expect(column(result['consistency'], 'alpha')).toEqual(
      plain([...expected.structures, expected.overall].map(({ consistency }) => consistency.alpha)),
    );
    const values = [...expected.structures, expected.overall].flatMap(({ components }) =>
      plain(components?.eigenvalues ?? []),
    );
    expect(column(result['components'], 'eigenvalue')).toEqual(values);
    const { elements } = importance(scored, SCHEME, '2025', '');
    expect(column(result['importance'], 'pearson2')).toEqual(
      plain(elements.map(({ pearson2 }) => pearson2)),
    );
  });
});

describe('--inverse', () => {
  it('gives bounds, smallest rises and what missing cells could do', async () => {
    const result = await analysis('inverse', '--inverse', 'u5', '--period', '2025');
    const data = await table();
    const row = data.rows.findIndex(({ unit, period }) => unit === 'u5' && period === '2025');
    const bounds = rankBounds(
      data,
      SCHEME,
      { period: '2025', group: '' },
      { box: { relative: 0.25 } },
    );
    if (bounds.kind !== 'bounds') throw new Error(bounds.kind);
    const { best, worst } = bounds.units.find((of) => of.row === row)!;
    expect(column(result['bounds'], 'place')).toEqual([best.place, worst.place]);
    expect(column(result['weights'], 'best')).toEqual([...best.weights.values()]);
    const rises = smallestRise(data, SCHEME, row);
    if (rises.kind !== 'rises') throw new Error(rises.kind);
    expect(column(result['rises'], 'needed')).toEqual(
      rises.rises.map(({ outcome }) => (outcome.kind === 'gains' ? outcome.needed : null)),
    );
    const [cell] = missingValues(data, SCHEME, row);
    if (cell?.kind !== 'range') throw new Error(cell?.kind);
    expect(result['missing']).toMatchObject([
      {
        indicator: 'c',
        best_place: cell.best!.place,
        best_value: cell.best!.value,
        lowest_score: cell.lowest!.score,
      },
    ]);
  });

  it('tells the place now, the goal, the place gained, and apart from it the place at the cap', async () => {
    const outcomes = new Set<unknown>();
    for (const unit of ['u1', 'u2', 'u3', 'u5']) {
      const { rises } = await analysis('inverse', '--inverse', unit, '--period', '2025');
      const ranks = score(await table(), SCHEME).ranks.get('I')!;
      const { rows } = await table();
      const now = ranks[rows.findIndex((row) => row.unit === unit && row.period === '2025')]!;
      for (const of of rises!) {
        outcomes.add(of['outcome']);
        expect([of['place_now'], of['goal']]).toEqual([now, now - 1]);
        const isGain = of['outcome'] === 'gains';
        expect(of['place'] !== null).toBe(isGain);
        expect(of['place_at_cap'] !== null).toBe(of['outcome'] === 'not_attainable');
      }
    }
    expect(outcomes).toEqual(new Set(['gains', 'not_attainable', 'missing']));
    const lines = await output('--inverse', 'u1', '--period', '2025', '--lang', 'en');
    expect(lines).toContain('Smallest rise that gains a place, all else equal\n');
    expect(lines).toMatch(/place now +goal +place gained +not reached: place at the most/);
  });

  it('says that the first cannot rise', async () => {
    const lines = await output('--inverse', 'u4', '--period', '2025', '--lang', 'en');
    expect(lines).toContain('is first already: there is no better place');
  });
});

describe('--swap', () => {
  it('gives the smallest change of weights, period by period', async () => {
    const result = await analysis('swap', '--swap', 'u1,u2');
    const data = await table();
    const rowOf = (unit: string) =>
      data.rows.findIndex((row) => row.unit === unit && row.period === '2025');
    const expected = smallestSwap(data, SCHEME, [rowOf('u1'), rowOf('u2')]);
    if (expected.kind !== 'swap') throw new Error(expected.kind);
    expect(column(result['swaps'], 'period')).toEqual(['2024', '2025']);
    expect(result['swaps']![1]).toMatchObject({
      outcome: 'swap',
      ahead: data.rows[expected.ahead]!.unit,
      moved_to_tie: expected.boundary.moved,
    });
    expect(result['shares']!.filter(({ period }) => period === '2025')).toMatchObject(
      expected.single.map(({ code, from, to }) => ({ element: code, from, single: to })),
    );
  });

  it('tells percentage points, rounded up, and which weights were allowed', async () => {
    const { swaps } = await analysis('swap', '--swap', 'u1,u2', '--period', '2025');
    const moved = Math.ceil((swaps![0]!['moved_to_swap'] as number) * 10_000) / 100;
    const lines = await output('--swap', 'u1,u2', '--period', '2025', '--lang', 'en');
    expect(lines).toMatch(/percentage points moved to tie +percentage points moved to swap/);
    expect(lines).toMatch(new RegExp(` ${moved.toFixed(2)}\n`));
    expect(lines).toContain('weights allowed: any of the index’s children, 0 or more');
  });

  it('says which of the two lacks what', async () => {
    const lines = await output('--swap', 'u1,u5', '--lang', 'en');
    expect(lines).toContain('2024: u5 lacks “c”');
  });

  it('refuses units that are never peers', async () => {
    const data = await file(
      'apart.csv',
      CSV.replace('u2,Two,2024', 'v2,Two,2024').replace('u1,One,2025', 'v1,One,2025'),
    );
    const attempt = () => output('--data', data, '--swap', 'u1,u2');
    expect(await problemsOf(attempt)).toEqual([
      '✗ --swap, found "u1,u2": the two are never in the same period and peer group',
    ]);
  });
});

describe('--explain', () => {
  it('gives the chain of one unit with the rules', async () => {
    const result = await analysis('explain', '--explain', 'u2', '--period', '2025');
    const data = await table();
    const row = data.rows.findIndex(({ unit, period }) => unit === 'u2' && period === '2025');
    const expected = explain(score(data, SCHEME), SCHEME, row);
    expect(column(result['elements'], 'contribution')).toEqual(
      expected.map(({ contribution }) => contribution),
    );
    expect(
      result['steps']!.map(({ element, step, value, rule }) => [element, step, value, rule]),
    ).toEqual(
      expected.flatMap(({ code, steps }) =>
        steps.map(({ step, value, rule }) => [code, step, value, rule]),
      ),
    );
  });
});
