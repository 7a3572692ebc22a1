import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messagesFor } from '#lib/i18n/index.ts';
import { programmeMessages } from '#lib/i18n/views/programme.ts';
import { targetsMessages } from '#lib/i18n/views/targets.ts';
import { ACTIVITY_KINDS, ACTIVITY_STATUSES } from '#lib/model/index.ts';
import type { Activity } from '#lib/model/index.ts';
import { PROGRAMME_DEFAULTS, type ProgrammeView } from '#lib/state/programme-view.ts';
import { CITY, sampleEvidence, target } from '#lib/state/targets/testing/sample-evidence.ts';
import { programmeSheet } from './figure.ts';
import { programmeModel, stateOf } from './model.ts';
import { findingSentence } from './words.ts';

const CUTOFF = '2025-12-31';
const quarterly = target({ scope: 'each_quarter', value: 1, indicator: null });

const modelOf = (
  activities: readonly Partial<Activity>[],
  view: Partial<ProgrammeView> = {},
  cutoff = CUTOFF,
) =>
  programmeModel(
    sampleEvidence({ activities, targets: [quarterly], counties: { c1: {}, c2: {} } }),
    { ...PROGRAMME_DEFAULTS, ...view },
    cutoff,
  );

const activity = (part: Partial<Activity>) => part as Activity;

describe('what is overdue', () => {
  const planned = activity({ status: 'planned', planned_for: '2025-11-06', period: '2025-Q4' });

  it('is by the day the edition was closed, not by today', () => {
    expect(stateOf(planned, '2025-12-31')).toBe('planned_overdue');
    expect(stateOf(planned, '2025-11-06')).toBe('planned');
    expect(stateOf(planned, '2025-10-01')).toBe('planned');
  });

  it('is by the quarter where no day is set', () => {
    const collecting = activity({ status: 'collecting', planned_for: null, period: '2025-Q4' });
    expect(stateOf(collecting, '2025-12-31')).toBe('collecting_overdue');
    expect(stateOf(collecting, '2025-12-30')).toBe('collecting');
  });

  it('is never what was held, nor what was said not to be', () => {
    for (const status of ['done', 'not_done'] as const)
      expect(
        stateOf(activity({ status, planned_for: '2020-01-01', period: '2020-Q1' }), CUTOFF),
      ).toBe(status);
  });
});

const anyActivity = fc.record({
  kind: fc.constantFrom(...ACTIVITY_KINDS),
  status: fc.constantFrom(...ACTIVITY_STATUSES),
  period: fc.constantFrom('2024-Q1', '2024-Q4', '2025-Q2', '2025-Q4'),
  institution_id: fc.constantFrom(null, 'c1', 'c2'),
  needs: fc.option(fc.nat(30), { nil: null }),
  planned_for: fc.constantFrom(null, '2025-11-06'),
});

describe('the programme', () => {
  it('loses no activity between list, summary and matrix, however rows are chosen', () => {
    fc.assert(
      fc.property(
        fc.array(anyActivity, { maxLength: 20 }),
        fc.constantFrom('kind' as const, 'county' as const),
        (activities, rows) => {
          const { entries, matrix, summary } = modelOf(activities, { rows });
          const inMatrix = matrix
            .flatMap(({ cells }) => cells)
            .flatMap((cell) => Object.values(cell ?? {}))
            .reduce((sum, n) => sum + n, 0);
          expect([entries.length, inMatrix]).toEqual([activities.length, activities.length]);
          for (const { all, done, open, collecting, notDone } of summary)
            expect(done + open + collecting + notDone).toBe(all);
        },
      ),
    );
  });

  it('has a column for each quarter, also those without any entry', () => {
    const { quarters, matrix } = modelOf([{ period: '2025-Q1' }, { period: '2025-Q4' }]);
    expect(quarters).toEqual(['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4']);
    expect(matrix[0]?.cells.map((cell) => cell?.done ?? null)).toEqual([1, null, null, 1]);
  });

  it('counts needs that nobody counted apart, not as zero', () => {
    const { summary } = modelOf([
      { needs: 5 },
      { needs: null },
      { kind: 'competition', needs: null },
    ]);
    expect(summary[0]).toMatchObject({ kind: 'training', needs: 5, uncounted: 1 });
    expect(summary[1]).toMatchObject({ kind: 'competition', needs: null });
  });

  it('tests every quarter whatever is filtered', () => {
    const held = ['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4'].map((period) => ({ period }));
    const { checks, entries } = modelOf(held, { status: 'not_done', year: '2025' });
    expect(entries).toEqual([]);
    expect(checks[0]?.evaluation.verdict).toBe('met');
  });

  it('follows its filters', () => {
    const all: Partial<Activity>[] = [
      { period: '2024-Q4', kind: 'help' },
      { period: '2025-Q4', status: 'planned', planned_for: '2025-11-06' },
    ];
    const n = (view: Partial<ProgrammeView>) => modelOf(all, view).entries.length;
    expect([n({}), n({ year: '2024' }), n({ kind: 'help' }), n({ status: 'overdue' })]).toEqual([
      2, 1, 1, 1,
    ]);
    expect([n({ city: CITY }), n({ city: '990200' }), n({ status: 'collecting' })]).toEqual([
      2, 0, 0,
    ]);
  });
});

describe('what is said of it', () => {
  const words = (locale: 'zh' | 'en') => ({
    locale,
    m: messagesFor(locale),
    p: programmeMessages(locale),
    t: targetsMessages(locale),
  });
  const model = modelOf([
    { period: '2025-Q1' },
    { period: '2025-Q4', status: 'planned', planned_for: '2025-11-06' },
  ]);

  it('names counts, what is overdue and the verdict of each city', () => {
    expect(findingSentence(model, words('zh'))).toBe(
      '示例省 2025 年共列 2 项活动：已办 1 项，计划中 1 项，计划中和收集需求的活动里有 1 项截至2025年12月31日已过期；每季度至少一次培训：某市尚不能判定。',
    );
    expect(findingSentence(model, words('en'))).toBe(
      'Example Province 2025: 2 activities: 1 held, 1 planned, 1 of the planned and collecting ones overdue as of 31 December 2025; training at least once a quarter: City cannot be judged yet.',
    );
  });

  it('has one row an activity in the file', () => {
    const { columns, rows } = programmeSheet(model, words('zh'));
    expect(rows).toHaveLength(2);
    expect(rows.every((row) => row.length === columns.length)).toBe(true);
    expect(rows[1]).toEqual(expect.arrayContaining(['计划中', '是', '2025-11-06']));
  });
});
