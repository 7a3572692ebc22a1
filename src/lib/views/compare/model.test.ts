import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REFERENCES } from '#lib/state/compare-view.ts';
import { sampleModel, type Unit } from './testing/sample.ts';

const names = (model: ReturnType<typeof sampleModel>) => model.subjects.map(({ name }) => name.zh);
const round = (value: number | null | undefined) =>
  value == null ? value : Math.round(value * 1e6) / 1e6;

describe('compareModel: who is compared', () => {
  it('takes the first two of the ranking where nobody is picked, and says so', () => {
    const model = sampleModel();
    expect([names(model), model.isDefaultPick]).toEqual([['甲县', '乙县'], true]);
  });

  it('takes those picked, in the order picked', () => {
    const model = sampleModel({ pick: ['丙', '甲'] });
    expect([names(model), model.isDefaultPick]).toEqual([['丙县', '甲县'], false]);
  });

  it('names those it leaves out, and why', () => {
    expect(sampleModel({ pick: ['nobody', '甲', '市'] }).problems).toEqual([
      { kind: 'unknown', ids: ['nobody'] },
      { kind: 'otherScope', names: [{ zh: '市所', en: '市 institute' }] },
    ]);
    expect(sampleModel({ pick: ['丙'], city: '990101' }).problems[0]).toMatchObject({
      kind: 'otherScope',
    });
    const many = Array.from({ length: 7 }, (_, i): Unit => ({ id: `u${i}`, now: [i, i, i, i] }));
    const model = sampleModel({ pick: many.map(({ id }) => id) }, { units: many });
    expect(model.subjects).toHaveLength(5);
    expect(model.problems).toEqual([
      { kind: 'tooMany', names: [5, 6].map((i) => ({ zh: `u${i}县`, en: `u${i}` })) },
    ]);
  });

  it('keeps one without a place, with its status and no score', () => {
    const one = sampleModel({ pick: ['戊'] }).subjects[0];
    expect(one?.score).toBeNull();
    expect(one?.institution).toMatchObject({
      place: null,
      change: null,
      band: null,
      status: { kind: 'low_availability' },
    });
  });

  it('has places of the scope, changes and bands', () => {
    expect(sampleModel().subjects.map(({ institution }) => institution)).toMatchObject([
      { place: { rank: 1, tied: false, of: 4 }, change: { kind: 'up', places: 2 }, band: 'high' },
      { place: { rank: 2, tied: false, of: 4 }, change: { kind: 'same' }, band: 'high' },
    ]);
    expect(sampleModel({ pick: ['丙'], city: '990102' }).subjects[0]?.institution?.place).toEqual({
      rank: 2,
      tied: false,
      of: 2,
    });
  });
});

describe('compareModel: gaps', () => {
  it('are those computed by hand', () => {
    // 甲 90, 70, 70 = 76.67; 乙 60, 80, 70 = 70.
    const { lines, scoreGaps, measure, explained } = sampleModel();
    expect(measure).toBe(0);
    expect(scoreGaps.map(round)).toEqual([0, round(70 - 230 / 3)]);
    expect(lines.map(({ cells }) => round(cells[1]?.gap))).toEqual([-30, 10, 0]);
    expect(lines.map(({ cells }) => round(cells[1]?.pointsGap))).toEqual([-10, round(10 / 3), 0]);
    expect(explained).toEqual([true, true]);
    const cells = lines[1]?.indicators.map(({ cells: [, other] }) => [other?.value, other?.gap]);
    expect(cells).toEqual([
      [80, 0],
      [80, 20],
    ]);
  });

  it('are null, never zero, where a value is missing, with the reason', () => {
    const { lines } = sampleModel({ pick: ['甲', '丁'] });
    expect(lines[1]?.indicators[1]?.cells[1]).toMatchObject({
      value: null,
      gap: null,
      reason: 'late',
    });
    expect(lines[1]?.cells[1]?.score).toBe(50);
  });

  it('of hedged values are only about that', () => {
    const cell = (column: number) =>
      sampleModel({ pick: ['甲', '丁'] }).lines[0]?.indicators[0]?.cells[column];
    expect([cell(0)?.about, cell(1)?.about]).toEqual([false, true]);
  });

  it('are not added up where the scheme does not add', () => {
    const model = sampleModel({ pick: ['甲', '乙'] }, { aggregate: 'geometric' });
    expect(model.explained).toEqual([false, false]);
    expect(model.lines[0]?.cells[1]?.gap).toBe(-30);
    expect(model.lines[0]?.cells[1]?.pointsGap).toBeNull();
  });

  it('of the dimensions add up to the gap of the scores, whatever the values', () => {
    const value = fc.option(fc.integer({ min: 0, max: 100 }), { freq: 8 });
    const values = fc.tuple(value, value, value, value);
    fc.assert(
      fc.property(
        fc.array(values, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(null, 'province-mean' as const, 'city-mean' as const),
        (rows, against) => {
          const units = rows.map((now, i): Unit => ({ id: `u${i}`, now }));
          const { lines, scoreGaps, subjects } = sampleModel(
            { pick: units.slice(0, 5).map(({ id }) => id), against },
            { units },
          );
          subjects.forEach(({ score }, column) => {
            const gap = scoreGaps[column];
            if (score === null || gap == null) return;
            const sum = lines.reduce(
              (total, { cells }) => total + (cells[column]?.pointsGap ?? NaN),
              0,
            );
            expect(sum).toBeCloseTo(gap, 8);
          });
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('compareModel: references', () => {
  const reference = (against: (typeof REFERENCES)[number], part = {}) =>
    sampleModel({ pick: ['甲'], against, ...part }).subjects[1];

  it('are the plain mean and median of those with a place, and say how many', () => {
    // Scores: 甲 76.67, 乙 70, 丙 36.67, 丁 50; 戊 has none.
    expect(reference('province-mean')).toMatchObject({
      name: { zh: '示例省' },
      reference: { kind: 'province-mean', members: 4 },
    });
    expect(round(reference('province-mean')?.score)).toBe(round(700 / 12));
    expect(reference('province-median')?.score).toBe(60);
    expect(round(reference('city-mean')?.score)).toBe(round(440 / 6));
    expect(reference('city-mean')?.reference?.members).toBe(2);
  });

  it('count for each item only those that have it', () => {
    const cells = sampleModel({ pick: ['甲'], against: 'province-mean' }).lines[1]?.indicators;
    expect(cells?.map(({ cells: [, mean] }) => [mean?.value, mean?.n])).toEqual([
      [62.5, 4],
      [60, 3],
    ]);
  });

  it('are the best institution itself, by name', () => {
    expect(reference('city-best', { pick: ['乙'] })?.reference?.best).toMatchObject({
      id: '甲',
      sharing: 1,
    });
  });

  it('are of the peers of the first, within the scope', () => {
    expect(reference('peers-mean')?.reference?.members).toBe(2);
    expect(reference('peers-mean', { city: '990101' })?.reference?.members).toBe(1);
  });

  it('become what all are measured against', () => {
    const model = sampleModel({ pick: ['甲', '乙'], against: 'province-mean' });
    expect(model.measure).toBe(2);
    expect(round(model.scoreGaps[1])).toBe(round(70 - 700 / 12));
  });

  it('that cannot be had are said, with the reason, and not offered', () => {
    const model = sampleModel({ pick: ['丁'], against: 'peers-mean' });
    expect(model.problems).toEqual([{ kind: 'noReference', asked: 'peers-mean', why: 'noPeers' }]);
    expect(model.references).not.toContain('peers-mean');
    expect(sampleModel({ level: 'city', against: 'city-mean' }).problems[0]).toMatchObject({
      why: 'cityLevel',
    });
    expect(sampleModel({ pick: ['甲'] }).references).toEqual(REFERENCES);
  });
});

describe('compareModel: the way down', () => {
  const steps = (part = {}) => {
    const { crumbs, below } = sampleModel(part).trail;
    return [crumbs.map(({ name }) => name.zh), below.map(({ name }) => name.zh)];
  };

  it('leads from the province over the city to the county', () => {
    expect(steps()).toEqual([['示例省'], ['示例1市', '示例2市']]);
    expect(steps({ city: '990102' })).toEqual([
      ['示例省', '示例2市'],
      ['丙县', '丁县', '戊县'],
    ]);
    expect(steps({ pick: ['丙'] })).toEqual([['示例省', '示例2市', '丙县'], []]);
    expect(steps({ level: 'city', pick: ['市'] })).toEqual([['示例省', '市所'], []]);
  });

  it('compares a county with the mean of its city', () => {
    expect(sampleModel({ city: '990102' }).trail.below[0]?.view).toMatchObject({
      city: '990102',
      pick: ['丙'],
      against: 'city-mean',
    });
  });
});

describe('compareModel: odd data', () => {
  it('has nobody to compare in an empty scope', () => {
    const model = sampleModel({}, { units: [] });
    expect([model.subjects, model.measure, model.choices]).toEqual([[], -1, []]);
  });

  it('compares the only one with nobody', () => {
    const model = sampleModel({}, { units: [{ id: '甲', now: [1, 2, 3, 4] }] });
    expect(model.subjects).toHaveLength(1);
  });

  it('survives JSON, as the prerendered page needs', () => {
    const model = sampleModel({ pick: ['甲', '戊'], against: 'province-median' });
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
  });
});
