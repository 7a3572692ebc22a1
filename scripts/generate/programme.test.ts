/** Work programme, targets, classes, events and breaks of the synthetic layer. */
import { describe, expect, test } from 'vitest';
import { CITIES, COUNTIES } from './places.ts';
import { idOf } from './tables.ts';
import { BASE_YEAR } from './targets.ts';
import { distinct, readTable, readText, type TextRow } from './testing.ts';

const activities = readTable('synthetic/activities.csv');
const targets = readTable('synthetic/targets.csv');
const events = readTable('synthetic/events.csv');
const breaks = readTable('synthetic/series_breaks.csv');
const observations = [2021, 2022, 2023, 2024, 2025].flatMap((year) =>
  readTable(`synthetic/observations/${year}.csv`),
);
const cell = (id: string, year: number, indicator: string): TextRow =>
  observations.find(
    (row) =>
      row['institution_id'] === id &&
      row['period'] === String(year) &&
      row['indicator'] === indicator,
  ) ?? {};
const value = (id: string, year: number, indicator: string): number | null => {
  const text = cell(id, year, indicator)['value'];
  return text ? Number(text) : null;
};
const countyIds = (city: string) =>
  COUNTIES.filter(({ code }) => code.startsWith(city.slice(0, 4))).map(({ zh }) => idOf(zh));
const [ONE = '', TWO = '', THREE = ''] = CITIES.map(({ code }) => code);

describe('the work programme', () => {
  const quarters = [2023, 2024, 2025].flatMap((year) =>
    [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`),
  );
  const trainings = (city: string, period: string) =>
    activities
      .filter((row) => row['kind'] === 'training' && row['region_code'] === city)
      .filter((row) => row['period'] === period)
      .map((row) => row['status']);

  test('every city collects needs and plans a training in every quarter of three years', () => {
    for (const { code } of CITIES)
      for (const period of quarters) expect(trainings(code, period)).not.toEqual([]);
    for (const row of activities.filter(({ kind }) => kind === 'training'))
      expect(Number(row['needs']), row['activity_id']).toBeGreaterThan(0);
  });

  test('one city held all of them, one missed two quarters, of one a quarter is not known', () => {
    const without = (city: string) =>
      quarters.filter((period) => !trainings(city, period).includes('done'));
    expect(without(ONE)).toEqual([]);
    expect(without(TWO)).toEqual(['2024-Q3', '2025-Q2']);
    expect(without(THREE)).toEqual(['2025-Q4']);
    expect(trainings(TWO, '2024-Q3')).toEqual(['not_done']);
    expect(trainings(THREE, '2025-Q4')).toEqual(['planned']);
    // Cancelled and made good within the quarter.
    expect(trainings(ONE, '2023-Q2')).toEqual(['done', 'not_done']);
  });

  test('a competition a year, one or two comparisons, a plan of help for every county', () => {
    const count = (kind: string, region: string, year: number) =>
      activities.filter(
        (row) =>
          row['kind'] === kind &&
          row['region_code'] === region &&
          row['period']?.startsWith(String(year)),
      );
    for (const { code } of CITIES)
      for (const year of [2023, 2024, 2025]) {
        expect(count('competition', code, year)).toHaveLength(1);
        const comparisons = count('comparison', code, year);
        expect(comparisons).toHaveLength(year === 2024 ? 2 : 1);
        for (const row of comparisons) {
          const names = /参加机构：([^；]+)/.exec(row['note'] ?? '')?.[1]?.split('、') ?? [];
          expect(names).toHaveLength(Number(row['participants']));
        }
        expect(count('help', code, year).map((row) => row['institution_id'])).toEqual(
          countyIds(code),
        );
      }
  });

  test('README tells how many rows there are', () => {
    const readme = readText('README.md').replace(/ +/g, ' ');
    for (const [file, rows] of [
      ['activities', activities],
      ['targets', targets],
      ['events', events],
      ['series_breaks', breaks],
    ] as const)
      expect(readme).toMatch(
        new RegExp(`\`synthetic/${file}\\.csv\` \\|[^|]+\\| ${rows.length} \\|`),
      );
  });
});

describe('targets', () => {
  test('five for each city, marked as illustrative, due at the end of 2025', () => {
    expect(targets).toHaveLength(5 * 3);
    for (const row of targets) {
      expect(row['name_zh']).toContain('示例目标');
      expect(row['note']).toContain('虚构');
      expect(row['due']).toBe('2025-12-31');
      // Whoever counts what is new reads the base year from the note.
      if (row['scope'] === 'count_of_institutions')
        expect(row['note']).toContain(`基期${BASE_YEAR}年`);
    }
  });

  test('class A: one city has its two, one lacks a report to tell, one has only one', () => {
    const newA = (city: string) =>
      countyIds(city).filter(
        (id) => value(id, BASE_YEAR, 'CLASSA') !== 3 && value(id, 2025, 'CLASSA') === 3,
      ).length;
    const unknown = (city: string) =>
      countyIds(city).filter((id) => value(id, 2025, 'CLASSA') === null).length;
    expect(CITIES.map(({ code }) => [newA(code), unknown(code)])).toEqual([
      [2, 0],
      [1, 1],
      [1, 0],
    ]);
  });

  test('first research project: one city has two institutions, the others none', () => {
    const first = (city: string) =>
      countyIds(city).filter(
        (id) =>
          [2021, 2022].every((year) => value(id, year, 'TZ5R') === 0) &&
          [2023, 2024, 2025].some((year) => (value(id, year, 'TZ5R') ?? 0) >= 1),
      ).length;
    expect(CITIES.map(({ code }) => first(code))).toEqual([0, 0, 2]);
  });

  test('standards of the city: two reach their target, one does not', () => {
    const total = (city: string) =>
      [...countyIds(city), `syn-${city}`].reduce(
        (sum, id) => sum + (value(id, 2025, 'TZ2') ?? 0),
        0,
      );
    const wanted = (city: string) =>
      Number(
        targets.find((row) => row['region_code'] === city && row['indicator'] === 'TZ2')?.['value'],
      );
    expect(CITIES.map(({ code }) => total(code) >= wanted(code))).toEqual([true, false, true]);
  });

  test('certified share: in every city some institution is below 80 %', () => {
    for (const { code } of CITIES) {
      const shares = countyIds(code).flatMap((id) => {
        const [one, two, staff] = ['TZ3A', 'TZ3B', 'TZ3D'].map((part) => value(id, 2025, part));
        return one == null || two == null || !staff ? [] : [((one + two) / staff) * 100];
      });
      expect(Math.min(...shares)).toBeLessThan(80);
    }
  });
});

describe('classes', () => {
  const CODES: Readonly<Record<string, string>> = { A: '3', B: '2', C: '1' };

  test('the code belongs to its letter, and a change of class has a note', () => {
    for (const row of observations.filter(({ indicator }) => indicator === 'CLASSA')) {
      if (row['value'] === '') continue;
      expect(row['value'], row['institution_id']).toBe(CODES[row['value_text'] ?? '']);
      const before = cell(row['institution_id'] ?? '', Number(row['period']) - 1, 'CLASSA');
      if (before['value'] && before['value'] !== row['value']) expect(row['note']).not.toBe('');
    }
  });

  test('institutions.csv carries the last class given', () => {
    for (const row of readTable('synthetic/institutions.csv')) {
      const id = row['institution_id'] ?? '';
      const given = [2025, 2024].map((year) => cell(id, year, 'CLASSA')['value_text']);
      expect(row['class'], id).toBe(given.find((one) => one) ?? '');
    }
  });
});

describe('events', () => {
  test('are invented, of a dozen institutions, by the categories of the published chronicle', () => {
    const known = distinct(readTable('reported/events.csv'), 'category');
    for (const category of distinct(events, 'category')) expect(known).toContain(category);
    for (const row of events) {
      expect(row['note']).toContain('虚构');
      expect(row['summary_en']).toContain('fictional');
    }
    expect(distinct(events, 'institution_id').length).toBeGreaterThanOrEqual(12);
    const recent = events.filter((row) => row['date']?.startsWith('2025'));
    expect(recent.length).toBeGreaterThan(30);
    expect(recent.length).toBeLessThan(events.length);
  });
});

describe('breaks of series are what the data show', () => {
  test('each names its kind, and schemes break with their editions', () => {
    expect(breaks.map((row) => [row['kind'], row['period']])).toEqual([
      ['definition', '2022'],
      ['territory', '2023'],
      ['scheme', '2023'],
      ['scope', '2024'],
      ['scheme', '2025'],
    ]);
  });

  test('class A is given from 2022 on', () => {
    const years = observations
      .filter((row) => row['indicator'] === 'CLASSA' && row['value_text'] === 'A')
      .map((row) => row['period']);
    expect([...new Set(years)]).toEqual(['2022', '2023', '2024', '2025']);
  });

  test('code, standards taken over and scope are those of the year', () => {
    const wu = idOf('戊市');
    expect(cell(wu, 2022, 'TZ2')['region_code']).toBe('990122');
    expect(cell(wu, 2023, 'TZ2')['region_code']).toBe('990185');
    expect(cell(wu, 2023, 'TZ2')['note']).toContain('划入2项');
    expect([2023, 2024].map((year) => value(idOf('柒县'), year, 'TZ_ALL'))).toEqual([34, 67]);
  });
});
