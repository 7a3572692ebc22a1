/** Every question that the command takes, against the functions themselves. */
import { describe, expect, it } from 'vitest';
import {
  compare,
  explain,
  importance,
  missingValues,
  multivariate,
  rankBounds,
  score,
  smallestRise,
  smallestSwap,
} from '#lib/scoring/index.ts';
import { CSV, OTHER, problemsOf, SCHEME } from './testing.ts';
import { file, output, analysis, table, column, plain } from './testing-analyses.ts';

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
