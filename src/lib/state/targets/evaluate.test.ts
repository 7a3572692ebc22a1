import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baseYear, evaluateTarget, firstQuarter, memberOf } from './evaluate.ts';
import { indexEvidence, packCell } from './evidence.ts';
import { sampleEvidence, target, type SampleInput } from './testing/sample-evidence.ts';
import type { TargetRow } from '#lib/queries/index.ts';

const NOW = { period: '2025', day: '2025-12-31' };
const judge = (input: SampleInput, part: Partial<TargetRow> = {}, asOf = NOW) =>
  evaluateTarget(target(part), sampleEvidence(input), asOf);
const counties = (...values: (number | null)[]) =>
  Object.fromEntries(values.map((value, i) => [`c${i}`, { 2025: value }]));

describe('each institution', () => {
  it('fails where one fails, however high the mean is', () => {
    const { verdict, measure, distance } = judge({ counties: counties(100, 100, 100, 79.9) });
    expect(verdict).toBe('not_met');
    expect(measure).toMatchObject({ met: 3, notMet: 1, unknown: 0, minimum: 79.9, lowest: ['c3'] });
    expect(distance).toMatchObject({ kind: 'short', amount: 1, unit: 'institutions' });
  });

  it('is met by exactly the threshold', () => {
    expect(judge({ counties: counties(80, (4 / 5) * 100) }).verdict).toBe('met');
  });

  it('is open where one is missing and none fails; the missing one is named', () => {
    const evaluation = judge({ counties: counties(90, null) });
    expect(evaluation).toMatchObject({ verdict: 'undecided', reason: 'missing' });
    expect(memberOf(evaluation, 'c1')).toMatchObject({ status: 'unknown', why: 'missing' });
    expect(judge({ counties: { a: {}, b: { 2025: 90 } } }).verdict).toBe('undecided');
  });

  it('is open where hedged numbers leave it open, and says so', () => {
    const hedged = { counties: { a: { 2025: { value: 75, qualifier: 'at_least' as const } } } };
    expect(judge(hedged)).toMatchObject({ verdict: 'bounds_only', reason: 'hedged' });
    const enough = { counties: { a: { 2025: { value: 80, qualifier: 'at_least' as const } } } };
    expect(judge(enough).verdict).toBe('met');
  });

  it('without institutions is not judged', () => {
    expect(judge({})).toMatchObject({ verdict: 'undecided', reason: 'no_members' });
  });

  it('never depends on the mean: every order and every rise of a passing one changes nothing', () => {
    const share = fc.option(fc.integer({ min: 0, max: 100 }), { nil: null });
    fc.assert(
      fc.property(fc.array(share, { minLength: 1, maxLength: 12 }), fc.nat(), (values, at) => {
        const { verdict, measure } = judge({ counties: counties(...values) });
        const known = values.filter((value) => value !== null);
        const expected = known.some((value) => value < 80)
          ? 'not_met'
          : known.length < values.length
            ? 'undecided'
            : 'met';
        expect(verdict).toBe(expected);
        const raised = values.map((value, i) =>
          i === at % values.length && value !== null && value >= 80 ? 100 : value,
        );
        expect(judge({ counties: counties(...[...raised].reverse()) }).verdict).toBe(verdict);
        expect(measure).toMatchObject({
          met: known.filter((value) => value >= 80).length,
          unknown: values.length - known.length,
          minimum: known.length > 0 ? Math.min(...known) : null,
        });
      }),
    );
  });

  it('is not projected', () => {
    const { outlook } = judge(
      { counties: { a: { 2023: 60, 2024: 70 } } },
      {},
      {
        period: '2024',
        day: '2024-12-31',
      },
    );
    expect(outlook).toEqual({ kind: 'none', why: 'each' });
  });
});

describe('missing numbers', () => {
  const scopes = ['each_institution', 'count_of_institutions', 'region_total'] as const;
  it.each(scopes)('are neither met nor zero in %s', (scope) => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 20 }),
        fc.nat(),
        (values, wanted, at) => {
          const gap = at % values.length;
          const years = (value: number) => ({ 2021: 0, 2022: 0, 2023: 0, 2024: 0, 2025: value });
          const all = (fill: number | null) => ({
            counties: Object.fromEntries(
              values.map((value, i) => [
                `c${i}`,
                i === gap ? { ...years(0), 2025: fill } : years(value),
              ]),
            ),
            kind: 'flow' as const,
          });
          const part = { scope, value: wanted, unit: '项' };
          const open = judge(all(null), part).verdict;
          // Whatever the missing number may be, what is said of it must be true.
          for (const fill of [0, 1, 50]) {
            const real = judge(all(fill), part).verdict;
            expect(open === 'undecided' || open === real).toBe(true);
          }
        },
      ),
    );
  });
});

describe('classes since a base year', () => {
  const kind = 'category' as const;
  const letter = (value_text: string) => ({
    value: { A: 3, B: 2, C: 1 }[value_text] ?? null,
    value_text,
  });
  const part = { scope: 'count_of_institutions', value: 2, unit: '家' };
  const years = (base: string, now: string) => ({ 2022: letter(base), 2025: letter(now) });

  it('count who became A, not who was, nor who lost it', () => {
    const evaluation = judge(
      { kind, counties: { new: years('B', 'A'), old: years('A', 'A'), lost: years('A', 'B') } },
      part,
    );
    expect(evaluation).toMatchObject({ verdict: 'not_met', measure: { met: 1, base: '2022' } });
    expect(memberOf(evaluation, 'old')?.why).toBe('already');
    expect(memberOf(evaluation, 'lost')?.why).toBe('lost');
    expect(evaluation.distance).toMatchObject({ kind: 'short', amount: 1 });
  });

  it('leave it open where the missing ones could do', () => {
    const one = { new: years('B', 'A'), gone: { 2022: letter('B'), 2025: null } };
    expect(judge({ kind, counties: one }, part)).toMatchObject({
      verdict: 'undecided',
      reason: 'missing',
    });
    expect(judge({ kind, counties: { gone: one.gone } }, part).verdict).toBe('not_met');
  });

  it('need a base year, and years after it', () => {
    const counties = { new: years('B', 'A') };
    expect(judge({ kind, counties }, { ...part, note: null }).reason).toBe('no_base');
    const early = { period: '2022', day: '2022-12-31' };
    expect(judge({ kind, counties }, part, early).reason).toBe('not_begun');
  });
});

describe('first projects', () => {
  const part = { scope: 'count_of_institutions', value: 1, unit: '家' };
  const flow = (...values: (number | null)[]) =>
    Object.fromEntries(values.map((value, i) => [String(2021 + i), value]));
  const why = (...values: (number | null)[]) =>
    memberOf(judge({ kind: 'flow', counties: { c: flow(...values) } }, part), 'c')?.why;

  it('are after none at all, in any later year', () => {
    expect(why(0, 0, 1, 0, 0)).toBe('first');
    expect(why(0, 0, 0, 0, 0)).toBe('none_yet');
    expect(why(1, 0, 0, 0, 2)).toBe('earlier');
  });

  it('are uncertain where an earlier or the only later year is missing', () => {
    expect(why(null, 0, 0, 0, 1)).toBe('missing');
    expect(why(0, 0, 0, 0, null)).toBe('missing');
    expect(why(null, 0, 0, 0, 0)).toBe('none_yet');
  });
});

describe('training every quarter', () => {
  const part = { scope: 'each_quarter', value: 1, unit: '次/季度', indicator: null };
  const held = (...quarters: string[]) =>
    quarters.map((period) => ({ period, status: 'done' as const }));
  const all = held('2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4');

  it('is met by one in each quarter', () => {
    expect(judge({ activities: all }, part).verdict).toBe('met');
  });

  it('is not met by four in one quarter and one called off', () => {
    const activities = [
      ...held('2025-Q1', '2025-Q1', '2025-Q3', '2025-Q4'),
      { period: '2025-Q2', status: 'not_done' as const },
    ];
    expect(judge({ activities }, part)).toMatchObject({
      verdict: 'not_met',
      distance: { amount: 1, unit: 'quarters' },
    });
  });

  it('is open where one is planned and nobody said whether it was held, or nothing is known', () => {
    const planned = [...all.slice(0, 3), { period: '2025-Q4', status: 'planned' as const }];
    expect(judge({ activities: planned }, part)).toMatchObject({ verdict: 'undecided' });
    expect(judge({ activities: all.slice(0, 3) }, part)).toMatchObject({ verdict: 'undecided' });
  });

  it('asks only for quarters that have ended, of the whole city', () => {
    const march = { period: '2025', day: '2025-06-29' };
    expect(judge({ activities: all.slice(0, 1) }, part, march).verdict).toBe('met');
    const ofOne = [{ ...all[0], institution_id: 'c' }, ...all.slice(1)];
    expect(judge({ activities: ofOne }, part).verdict).toBe('undecided');
  });
});

describe('a total of the region', () => {
  const part = { scope: 'region_total', value: 100, unit: '项' };
  const kind = 'stock' as const;

  it('adds counties and the city’s institute', () => {
    const input = { kind, counties: counties(30, 30), city: { 2025: 40 } };
    expect(judge(input, part)).toMatchObject({ verdict: 'met', distance: { kind: 'even' } });
  });

  it('is not met by what is known when the rest is missing, and not missed either', () => {
    const input = { kind, counties: counties(30, null), city: { 2025: 40 } };
    expect(judge(input, part)).toMatchObject({
      verdict: 'undecided',
      distance: { kind: 'short', amount: 30, bound: 'at_most' },
    });
    expect(judge({ kind, counties: counties(120, null) }, part).verdict).toBe('met');
  });

  it('of shares is not judged', () => {
    expect(judge({ counties: counties(90, 95) }, part).reason).toBe('not_additive');
  });

  it('is projected by the straight line through complete years', () => {
    const input = { kind, counties: { a: { 2021: 10, 2022: null, 2023: 50, 2024: 70 } } };
    const asOf = { period: '2024', day: '2024-12-31' };
    expect(judge(input, part, asOf).outlook).toMatchObject({
      kind: 'projected',
      years: [{ period: '2021' }, { period: '2023' }, { period: '2024' }],
      slope: expect.closeTo(20) as number,
      value: expect.closeTo(90) as number,
      onTrack: false,
    });
    expect(judge(input, part).outlook).toEqual({ kind: 'none', why: 'due' });
    const one = { kind, counties: { a: { 2024: 70 } } };
    expect(judge(one, part, asOf).outlook).toEqual({ kind: 'none', why: 'too_few_years' });
  });
});

describe('published targets', () => {
  const part = { data_status: 'reported', scope: 'region_total', unit: '家' } as const;
  const unit = '家';

  it('are judged by the published number of the same thing and place', () => {
    const facts = [{ value: 3043, unit }];
    expect(judge({ facts }, { ...part, value: 3000 })).toMatchObject({
      verdict: 'met',
      distance: { kind: 'over', amount: 43 },
    });
  });

  it('never by institutions, by the goal itself, by another place or by one body in it', () => {
    const open = { verdict: 'undecided', reason: 'not_published' };
    expect(judge({ counties: counties(100) }, { ...part, value: 80 })).toMatchObject(open);
    for (const fact of [
      { measure_kind: 'target' as const, value_text: '80家以上' },
      { region_code: '990200' },
      { entity: '某所' },
      { period_end: '2026-12-31' },
    ])
      expect(
        judge({ facts: [{ value: 99, unit, ...fact }] }, { ...part, value: 80 }),
      ).toMatchObject(open);
  });

  it('hedged on both sides have bounds only', () => {
    const facts = [{ indicator: 'F_AH_037', value: 50, qualifier: 'more_than' as const, unit }];
    const note = '事实AH-036；完成或在建50余家(AH-037)';
    expect(judge({ facts }, { ...part, comparator: 'more_than', value: 300, note })).toMatchObject({
      verdict: 'bounds_only',
      distance: null,
    });
  });

  it('are met where the words say so', () => {
    const facts = [{ measure_kind: 'target' as const, value: 80, value_text: '完成80家目标' }];
    expect(judge({ facts }, { ...part, value: 80 })).toMatchObject({
      verdict: 'met',
      measure: { stated: true },
    });
  });
});

describe('what the words of a target say', () => {
  it('gives its base year and its first quarter', () => {
    expect(baseYear({ note: '虚构；基期2022年，等次编码A=3' })).toBe('2022');
    expect(firstQuarter({ test: '2023年第1季度起，每个季度' })).toBe('2023-Q1');
    expect([baseYear({ note: null }), firstQuarter({ test: '每个季度' })]).toEqual([null, null]);
  });

  it('without a number is not judged', () => {
    expect(judge({ counties: counties(90) }, { value: null }).reason).toBe('words_only');
    expect(judge({ counties: counties(90) }, { scope: 'other' }).reason).toBe('unknown_test');
    expect(judge({ counties: counties(90) }, { comparator: 'other' }).reason).toBe('unknown_test');
  });
});

describe('packed cells', () => {
  it('come back as they were', () => {
    const evidence = sampleEvidence({
      counties: { a: { 2024: null, 2025: { value: 30, qualifier: 'more_than', note: '注' } } },
    });
    const whole = ['2024', '2025'].map((year) => evidence.cell('a', year, 'X')!);
    const packed = whole.map(packCell);
    expect(JSON.stringify(packed)).not.toContain('null');
    const again = indexEvidence({ ...evidence, cells: packed });
    expect(['2024', '2025'].map((year) => again.cell('a', year, 'X'))).toEqual(whole);
  });
});
