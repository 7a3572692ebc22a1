import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { score } from '#lib/scoring/index.ts';
import { unitTable } from '#lib/state/dataset.ts';
import { indicatorsOf } from './against.ts';
import { answerBackwards, askBackwards, MOST_PEERS, placeWith } from './backwards.ts';
import { scheme, smallDataset, VALUES, type Values } from './testing/small-layer.ts';

function ask(values: Values, at: number, by = scheme) {
  const table = unitTable(smallDataset(values), by);
  const result = score(table, by);
  const question = { table, scheme: by, result, unit: `u${at}`, period: '2025' };
  const row = table.rows.findIndex((one) => one.unit === `u${at}` && one.period === '2025');
  const place = result.ranks.get('I')?.[row] ?? 0;
  return { answers: answerBackwards(question)!, question, table, row, place };
}

/** Counties by number with one year of values: counts, and shares with two decimals. */
const counties = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 10_000 })), {
    minLength: 3,
    maxLength: 9,
  })
  .map((list): Values =>
    Object.fromEntries(list.map(([n, p], i) => [`县${i}`, { '2025': [n, p / 100] as const }])),
  );

describe('what would gain a place', () => {
  it('gains it when put in and computed again, and one unit less does not', () => {
    let gained = 0;
    fc.assert(
      fc.property(counties, fc.nat(), (values, pick) => {
        const at = pick % Object.keys(values).length;
        const { answers, table, row, place } = ask(values, at);
        if (answers.rise.kind !== 'rises') {
          expect(place).toBe(answers.rise.kind === 'first' ? 1 : 0);
          return;
        }
        for (const line of answers.rise.lines) {
          const indicator = indicatorsOf(scheme.index).find(({ code }) => code === line.indicator)!;
          const placeAt = (value: number) => placeWith(table, scheme, row, indicator, value);
          if (line.outcome.kind !== 'gains') {
            const [, most] = indicator.value_range!;
            expect(placeAt(most)).toBeGreaterThanOrEqual(place);
            continue;
          }
          gained += 1;
          const { needed } = line.outcome;
          // The rise is a whole number for a count, else what two decimals can say.
          const unit = indicator.integer ? 1 : 0.01;
          expect(placeAt(needed)).toBe(line.outcome.place);
          expect(placeAt(needed)).toBeLessThan(place);
          const less = Number((needed - unit).toFixed(2));
          if (less > line.value) expect(placeAt(less)).toBeGreaterThanOrEqual(place);
        }
      }),
      { numRuns: 150, seed: 4 },
    );
    expect(gained).toBeGreaterThan(100);
  });

  it('names the cheapest first, by the share of the range of the peers', () => {
    const { answers } = ask(VALUES, 2);
    if (answers.rise.kind !== 'rises') throw new Error(answers.rise.kind);
    const costs = answers.rise.lines.flatMap(({ outcome }) =>
      outcome.kind === 'gains' ? [outcome.cost] : [],
    );
    expect(costs.length).toBeGreaterThan(0);
    expect(costs).toEqual([...costs].sort((a, b) => a - b));
  });

  it('says at which cap a single indicator is not enough, and what place that gives', () => {
    const far: Values = {
      甲: { '2025': [50, 100] },
      乙: { '2025': [50, 100] },
      丙: { '2025': [0, 0] },
    };
    const { answers } = ask(far, 2);
    if (answers.rise.kind !== 'rises') throw new Error(answers.rise.kind);
    for (const { outcome, cap } of answers.rise.lines) {
      expect(outcome).toEqual({ kind: 'not_attainable', placeAtCap: 3 });
      expect(['scheme', 'posts']).toContain(cap.from);
    }
  });

  it('has nothing to say of who is first, or not ranked', () => {
    expect(ask(VALUES, 0).answers.rise.kind).toBe('first');
    expect(ask(VALUES, 3).answers.rise.kind).toBe('unranked');
  });

  it('is null for a year without a row', () => {
    const { question } = ask(VALUES, 0);
    expect(answerBackwards({ ...question, period: '1999' })).toBeNull();
  });
});

describe('the weights', () => {
  it('move places no further than is proven', () => {
    fc.assert(
      fc.property(counties, fc.nat(), (values, pick) => {
        const at = pick % Object.keys(values).length;
        const { answers, place } = ask(values, at);
        if (answers.bounds.kind !== 'bounds') {
          expect(answers.bounds.kind).toBe('unranked');
          return;
        }
        const { best, worst } = answers.bounds;
        expect(best.place).toBeLessThanOrEqual(place);
        expect(worst.place).toBeGreaterThanOrEqual(place);
        expect(best.proven).toBe(best.place === best.limit);
      }),
      { numRuns: 40, seed: 5 },
    );
  });

  it('without ranges in the scheme are not moved', () => {
    const fixed = {
      ...scheme,
      index: {
        ...scheme.index,
        children: scheme.index.children.map((child) => ({ ...child, weight_range: undefined })),
      },
    } as unknown as typeof scheme;
    expect(ask(VALUES, 1, fixed).answers.bounds).toEqual({ kind: 'no_ranges' });
  });

  it('of more peers than a page can drive are left to the command line', () => {
    const many: Values = Object.fromEntries(
      Array.from({ length: MOST_PEERS + 1 }, (_, i) => [
        `县${i}`,
        { '2025': [i % 50, i / 2] as const },
      ]),
    );
    expect(ask(many, 7).answers.bounds).toEqual({ kind: 'too_many', peers: MOST_PEERS + 1 });
  });
});

describe('a missing value', () => {
  it('that would bring somebody in says between which places', () => {
    const more: Values = { ...VALUES, 丁: { '2025': [20, null] } };
    const { answers } = ask(more, 3);
    expect(answers.missing).toEqual([
      expect.objectContaining({
        indicator: 'p',
        left: 0,
        range: { low: 0, high: 100, best: 3, worst: 4 },
      }),
    ]);
  });

  it('that would not says so', () => {
    const silent: Values = { ...VALUES, 丁: { '2025': [null, null] } };
    expect(ask(silent, 3).answers.missing.map(({ range }) => range)).toEqual([null, null]);
  });
});

it('asks step by step', () => {
  const { question } = ask(VALUES, 3);
  const asking = askBackwards(question);
  let steps = 0;
  while (!asking.next().done) steps += 1;
  expect(steps).toBeGreaterThanOrEqual(2);
});
