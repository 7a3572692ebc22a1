import { describe, expect, test } from 'vitest';
import { EDGE_CASES } from './edge-cases.ts';
import { RAW_INDICATORS, type RawIndicator, YEARS } from './panel.ts';
import { COUNTIES } from './places.ts';
import { generatePanel } from './synthetic.ts';
import { readTable, readText } from './testing.ts';

const panel = generatePanel();
const cell = (place: string, year: number, indicator: RawIndicator) =>
  panel.get(place, year, indicator);
const value = (place: string, year: number, indicator: RawIndicator) =>
  cell(place, year, indicator).value ?? NaN;
const absent = (place: string, year: number) =>
  RAW_INDICATORS.filter((indicator) => cell(place, year, indicator).value === null);

describe('edge cases in the synthetic layer', () => {
  test('each is described in data/README.md', () => {
    const readme = readText('README.md');
    for (const { zh } of EDGE_CASES) expect(readme).toContain(zh);
  });

  test('gap: one indicator of one county in one year, with a reason', () => {
    expect(absent('丙县', 2023)).toEqual(['TZ4B']);
    expect(cell('丙县', 2023, 'TZ4B')).toMatchObject({ value: null, missing: 'not_collected' });
  });

  test('unrankable: too few indicators in 2025, whole in the years before', () => {
    expect(absent('酉市', 2025).length / RAW_INDICATORS.length).toBeGreaterThan(0.4);
    expect(absent('酉市', 2024)).toEqual([]);
  });

  test('tie: two counties share every value of 2025 and differ before', () => {
    for (const indicator of RAW_INDICATORS)
      expect(value('癸县', 2025, indicator)).toBe(value('辛区', 2025, indicator));
    expect(
      RAW_INDICATORS.some(
        (indicator) => value('癸县', 2023, indicator) !== value('辛区', 2023, indicator),
      ),
    ).toBe(true);
  });

  test('no other two counties are tied on all values', () => {
    for (const year of YEARS) {
      const rows = COUNTIES.map(({ zh }) =>
        RAW_INDICATORS.map((indicator) => value(zh, year, indicator)).join(),
      );
      expect(new Set(rows).size).toBe(year === 2025 ? 29 : 30);
    }
  });

  test('code change: the institution keeps its id, its rows carry the code of the year', () => {
    const codes = YEARS.flatMap((year) =>
      readTable(`synthetic/observations/${year}.csv`)
        .filter((row) => row['institution_id'] === 'syn-990122' && row['indicator'] === 'TZ2')
        .map((row) => row['region_code']),
    );
    expect(codes).toEqual(['990122', '990122', '990185', '990185', '990185']);
    const old = readTable('synthetic/regions.csv').find((row) => row['region_code'] === '990122');
    expect(old).toMatchObject({ valid_to: '2022-12-31', successor_code: '990185' });
  });

  test('scope change: +97 % with a note', () => {
    const [before, now] = [value('柒县', 2023, 'TZ_ALL'), value('柒县', 2024, 'TZ_ALL')];
    expect(Math.round((now / before - 1) * 100)).toBe(97);
    expect(cell('柒县', 2024, 'TZ_ALL').notes?.join()).toContain('口径变化');
  });

  test('late, then reported: revision 1 with a note; one value is still late', () => {
    for (const indicator of ['TZ4A', 'TZ4B', 'TZ4C'] as const) {
      expect(cell('己县', 2024, indicator).revision).toBe(1);
      expect(value('己县', 2024, indicator)).toBeGreaterThan(0);
      expect(cell('己县', 2024, indicator).notes?.join()).toContain('补报');
    }
    expect(cell('捌区', 2025, 'TZ4C')).toMatchObject({ value: null, missing: 'late' });
  });

  test('hedged number: 30余 keeps its wording and qualifier', () => {
    expect(cell('陆县', 2025, 'TZ4B')).toMatchObject({
      value: 30,
      text: '30余',
      qualifier: 'more_than',
    });
  });

  test('retired standards: at least one row with exactly one, each with a note', () => {
    const retired = COUNTIES.flatMap(({ zh }) =>
      YEARS.map((year) => cell(zh, year, 'TZ2X')),
    ).filter((one) => one.value !== 0);
    expect(retired.some((one) => one.value === 1)).toBe(true);
    for (const one of retired) expect(one.notes?.join()).toContain('注销');
  });

  test('zero denominator: no staff in verification posts, the zeros explained', () => {
    for (const indicator of ['TZ3A', 'TZ3B', 'TZ3D'] as const) {
      expect(value('戌县', 2025, indicator)).toBe(0);
      expect(cell('戌县', 2025, indicator).notes?.join()).toContain('不是0%');
    }
  });
});
