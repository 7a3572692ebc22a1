import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RAW_INDICATORS, type RawIndicator, STOCKS, UNITS, YEARS } from './panel.ts';
import { generateEditions } from './editions.ts';
import { generatePanel, generateSynthetic, SEED } from './synthetic.ts';
import { AUTHORISED, INSTITUTIONS } from './tables.ts';
import { distinct, parseTable, readTable, readText, tablePaths, type TextRow } from './testing.ts';

const files = generateSynthetic();
const published = generateEditions(SEED, readText);
const observations = YEARS.flatMap((year) =>
  parseTable(files.get(`synthetic/observations/${year}.csv`) ?? ''),
);
const institutions = parseTable(files.get('synthetic/institutions.csv') ?? '');
const regions = parseTable(files.get('synthetic/regions.csv') ?? '');

const isCounty = new Map(
  institutions.map((row) => [row['institution_id'], row['level'] === 'county']),
);
const keyOf = (row: TextRow) => `${row['institution_id']}/${row['period']}/${row['indicator']}`;
const byKey = new Map(observations.map((row) => [keyOf(row), row]));
const value = (id: string, year: number, indicator: string): number | null => {
  const text = byKey.get(`${id}/${year}/${indicator}`)?.['value'];
  return text ? Number(text) : null;
};
const ids = institutions.map((row) => row['institution_id'] ?? '');

describe('determinism', () => {
  test('a second run gives identical bytes', () => {
    expect(generateSynthetic()).toEqual(files);
    expect(generateEditions(SEED, readText)).toEqual(published);
  });

  test('the committed files are what the generator writes, no file more or less', () => {
    const all = new Map([...files, ...published]);
    const tables = [...all.keys()].filter((path) => path.startsWith('synthetic/'));
    expect(tablePaths('synthetic')).toEqual(tables.sort());
    for (const [path, text] of all) expect(readText(path), path).toBe(text);
  });

  test('another seed gives other numbers for the same places', () => {
    const other = generateSynthetic(1);
    expect(other.get('synthetic/regions.csv')).toBe(files.get('synthetic/regions.csv'));
    expect(other.get('synthetic/observations/2025.csv')).not.toBe(
      files.get('synthetic/observations/2025.csv'),
    );
  });
});

describe('completeness', () => {
  test('30 county institutions and 3 city institutes, one of them authorised', () => {
    expect(institutions.filter((row) => row['level'] === 'county')).toHaveLength(30);
    expect(institutions.filter((row) => row['level'] === 'city')).toHaveLength(3);
    const authorised = institutions.filter((row) => row['legal_form'] === 'authorised');
    expect(authorised.map((row) => row['name_zh'])).toEqual([`${AUTHORISED}计量检定测试所`]);
  });

  test('every institution has one row for every year and raw indicator, every county its class', () => {
    expect(observations).toHaveLength((33 * RAW_INDICATORS.length + 30) * YEARS.length);
    expect(byKey.size).toBe(observations.length);
  });

  test('ratios and composites are never typed', () => {
    const typed = distinct(observations, 'indicator');
    expect(typed).toEqual([...RAW_INDICATORS, 'CLASSA']);
    for (const computed of ['TZ1R', 'TZ3', 'TZ4', 'TZ6']) expect(typed).not.toContain(computed);
  });

  test('every row has a value or a reason, never both', () => {
    for (const row of observations)
      expect(row['value'] === '', keyOf(row)).toBe(row['missing_reason'] !== '');
  });

  test('names and region codes agree with the dimension tables of the year', () => {
    const names = new Map(institutions.map((row) => [row['institution_id'], row['name_zh']]));
    const regionOf = new Map(regions.map((row) => [row['region_code'], row]));
    const wrong = observations.filter((row) => {
      const region = regionOf.get(row['region_code']);
      const day = `${row['period']}-12-31`;
      const valid =
        region && day >= (region['valid_from'] ?? '9') && day <= (region['valid_to'] || '9');
      return !valid || row['institution'] !== names.get(row['institution_id']);
    });
    expect(wrong).toEqual([]);
  });

  test('regions of one time stand on different tiles', () => {
    const current = regions.filter((row) => row['tile_row'] !== '' && row['valid_to'] === '');
    const tiles = current.map((row) => `${row['level']} ${row['tile_row']}/${row['tile_col']}`);
    expect(new Set(tiles).size).toBe(30 + 3);
  });

  test('every county stands in a group of like ones, city institutes in none', () => {
    const groups = institutions.map((row) => [row['level'], row['peer_group_zh']]);
    const sizes = new Map<string, number>();
    for (const [level = '', group = ''] of groups) {
      expect(group === '').toBe(level === 'city');
      sizes.set(group, (sizes.get(group) ?? 0) + 1);
    }
    sizes.delete('');
    expect(Object.fromEntries(sizes)).toEqual({ 城区: 6, 山区县: 10, 平原县: 10, 海岛县: 4 });
  });

  test('English names are unique and say that they are fictional', () => {
    const names = [...regions, ...institutions].map((row) => row['name_en'] ?? '');
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toContain('fictional');
  });

  test('units are those of the catalogue, counts are whole numbers', () => {
    const catalogue = new Map(readTable('indicators.csv').map((row) => [row['indicator'], row]));
    for (const indicator of RAW_INDICATORS) {
      expect(catalogue.get(indicator)?.['unit_zh']).toBe(UNITS[indicator]);
      const isStock = catalogue.get(indicator)?.['measure_kind'] === 'stock';
      expect(STOCKS.includes(indicator), indicator).toBe(isStock);
    }
    for (const row of observations)
      if (catalogue.get(row['indicator'])?.['data_type'] === 'int')
        expect(row['value'], keyOf(row)).toMatch(/^\d*$/);
  });
});

describe('ranges', () => {
  const within = (indicator: string, county: [number, number], city: [number, number]) => {
    for (const row of observations.filter((candidate) => candidate['indicator'] === indicator)) {
      if (row['value'] === '') continue;
      const [low, high] = isCounty.get(row['institution_id']) ? county : city;
      expect(Number(row['value']), keyOf(row)).toBeGreaterThanOrEqual(low);
      expect(Number(row['value']), keyOf(row)).toBeLessThanOrEqual(high);
    }
  };

  test('standards: county 10–60, city 80–220', () => within('TZ2', [10, 60], [80, 220]));
  test('mandatory items: county 8–25, city 20–40', () => within('TZ1', [8, 25], [20, 40]));
  test('inspection scores: 50–100', () => within('TZ6A', [50, 100], [50, 100]));

  test('certified share: 30–95 %, several counties below 80 % in 2025, improving over the years', () => {
    const share = (id: string, year: number) => {
      const [level1, level2, staff] = ['TZ3A', 'TZ3B', 'TZ3D'].map((code) => value(id, year, code));
      if (level1 == null || level2 == null || !staff) return null;
      return ((level1 + level2) / staff) * 100;
    };
    const reached = YEARS.map((year) => {
      const shares = ids.flatMap((id) => share(id, year) ?? []);
      for (const one of shares) expect(one >= 30 && one <= 95).toBe(true);
      return shares.filter((one) => one >= 80).length;
    });
    expect(reached).toEqual([...reached].sort((a, b) => a - b));
    const below = ids.filter((id) => isCounty.get(id) && (share(id, 2025) ?? 100) < 80);
    expect(below.length).toBeGreaterThanOrEqual(2);
    expect(readText('README.md')).toContain(
      `2025 年有 ${below.length} 个县（市、区）的持证比例低于 80%`,
    );
    expect(ids.filter((id) => share(id, 2025) === null)).toHaveLength(2);
  });
});

describe('identities', () => {
  const pairs = ids.flatMap((id) => YEARS.map((year) => [id, year] as const));

  test('stock(t) = stock(t-1) + new - retired, or the row has a note; one row needs it', () => {
    const broken = pairs.filter(([id, year]) => {
      if (year === YEARS[0]) return false;
      const [before, now] = [value(id, year - 1, 'TZ2'), value(id, year, 'TZ2')];
      const flow = (value(id, year, 'TZ2N') ?? NaN) - (value(id, year, 'TZ2X') ?? NaN);
      return now !== (before ?? NaN) + flow;
    });
    expect(broken).toEqual([['syn-990122', 2023]]);
    expect(byKey.get('syn-990122/2023/TZ2')?.['note']).toContain('划入2项');
  });

  test('parts never exceed their whole', () => {
    const atMost = (id: string, year: number, part: string, whole: string) => {
      const [small, large] = [value(id, year, part), value(id, year, whole)];
      if (small === null || large === null) return;
      expect(small, `${id} ${year}: ${part} <= ${whole}`).toBeLessThanOrEqual(large);
    };
    for (const [id, year] of pairs) {
      atMost(id, year, 'TZ1', 'TZ1N');
      atMost(id, year, 'TZ1', 'TZ_ALL');
      atMost(id, year, 'TZ2N', 'TZ2');
      atMost(id, year, 'TZ2H', 'TZ2');
      const engineers = (value(id, year, 'TZ3A') ?? 0) + (value(id, year, 'TZ3B') ?? 0);
      expect(engineers).toBeLessThanOrEqual(value(id, year, 'TZ3D') ?? Infinity);
    }
  });

  test('whatever the seed, parts fit their wholes', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const panel = generatePanel(seed);
        const read = (place: string, year: number, code: RawIndicator) =>
          panel.get(place, year, code).value ?? 0;
        for (const { place } of INSTITUTIONS)
          for (const year of YEARS) {
            const of = (code: RawIndicator) => read(place, year, code);
            const reported = panel.get(place, year, 'TZ3A').value !== null;
            expect(of('TZ1') <= of('TZ1N') && of('TZ1') <= of('TZ_ALL')).toBe(true);
            expect(of('TZ2H') <= of('TZ2') && of('TZ2N') <= of('TZ2')).toBe(true);
            expect(!reported || of('TZ3A') + of('TZ3B') <= of('TZ3D')).toBe(true);
          }
      }),
      { numRuns: 10 },
    );
  });

  test('a stock that changes by more than half has a note', () => {
    for (const [id, year] of pairs)
      for (const indicator of STOCKS) {
        const [before, now] = [value(id, year - 1, indicator), value(id, year, indicator)];
        if (before === null || now === null || before === now) continue;
        if (before > 0 && Math.abs(now / before - 1) <= 0.5) continue;
        expect(
          byKey.get(`${id}/${year}/${indicator}`)?.['note'],
          `${id} ${year} ${indicator}`,
        ).not.toBe('');
      }
  });
});
