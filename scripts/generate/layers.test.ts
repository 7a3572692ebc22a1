/** The three layers never mix, and the published layer is complete. */
import { describe, expect, test } from 'vitest';
import { distinct, readTable, readText, tablePaths } from './testing.ts';

const LAYERS = ['reported', 'template', 'synthetic'] as const;
const regionsOf = (layer: string) => readTable(`${layer}/regions.csv`);
const observationsOf = (layer: string) =>
  tablePaths(layer)
    .filter((path) => path.includes('observations'))
    .flatMap(readTable);

describe('layers', () => {
  test('fictional codes belong to the synthetic layer and to no other', () => {
    for (const layer of LAYERS)
      for (const rows of [regionsOf(layer), observationsOf(layer)])
        for (const code of distinct(rows, 'region_code'))
          expect(code.startsWith('99'), `${layer} ${code}`).toBe(layer === 'synthetic');
  });

  test('no synthetic file names a real region, no other file names an invented one', () => {
    const real = [...regionsOf('reported'), ...regionsOf('template')].map((row) => row['name_zh']);
    const invented = distinct(regionsOf('synthetic'), 'name_zh');
    expect(real.length).toBeGreaterThan(40);
    for (const path of tablePaths('synthetic'))
      for (const name of real) expect(readText(path), path).not.toContain(name);
    for (const path of [...tablePaths('reported'), ...tablePaths('template')])
      for (const name of invented) expect(readText(path), path).not.toContain(name);
  });

  test('every layer cites only known sources of real or invented data, never the other kind', () => {
    const layerOf = new Map(
      readTable('sources.csv').map((row) => [row['source_id'], row['layer']]),
    );
    for (const layer of LAYERS)
      for (const path of tablePaths(layer).filter((one) => !one.endsWith('indicators.csv')))
        for (const source of distinct(readTable(path), 'source_id'))
          expect(layerOf.get(source) === 'synthetic', `${path} ${source}`).toBe(
            layer === 'synthetic',
          );
    const cited = tablePaths().flatMap((path) => distinct(readTable(path), 'source_id'));
    for (const source of layerOf.keys()) expect(cited).toContain(source);
  });

  test('the template lists the nine Taizhou divisions and holds no number', () => {
    expect(readTable('template/institutions.csv').map((row) => row['region_code'])).toEqual([
      ...['331002', '331003', '331004', '331022', '331023', '331024', '331081', '331082', '331083'],
    ]);
    for (const row of observationsOf('template'))
      expect(row).toMatchObject({ value: '', missing_reason: 'not_reported' });
    expect(observationsOf('template')).toHaveLength(9 * 20);
  });

  test('no cell begins like a spreadsheet formula', () => {
    const cells = tablePaths().flatMap((path) => readTable(path).flatMap(Object.values<string>));
    expect(cells.length).toBeGreaterThan(50_000);
    expect(cells.filter((text) => /^[=+@-]/.test(text))).toEqual([]);
  });
});

describe('reported layer', () => {
  const observations = readTable('reported/observations.csv');

  test('holds each of the 163 facts once', () => {
    const counts = { JL: 25, LN: 44, AH: 46, ZJ: 41, TZ: 7 };
    for (const [document, count] of Object.entries(counts)) {
      const facts = observations.flatMap((row) => {
        const own = new RegExp(`^F_${document}_(\\d{3})$`).exec(row['indicator'] ?? '');
        const noted = new RegExp(`^原文指标“.*?”（${document}-(\\d{3})）`).exec(row['note'] ?? '');
        return own?.[1] ?? noted?.[1] ?? [];
      });
      expect(facts.map(Number), document).toEqual(Array.from({ length: count }, (_, i) => i + 1));
    }
  });

  test('holds each of the 53 public figures once', () => {
    const figures = observations.flatMap((row) => {
      const noted = /（P_(\d{3})）|^公开数字P_(\d{3})/.exec(row['note'] ?? '');
      const own = /^P_(\d{3})$/.exec(row['indicator'] ?? '');
      return noted?.[1] ?? noted?.[2] ?? own?.[1] ?? [];
    });
    expect(figures.map(Number)).toEqual(Array.from({ length: 53 }, (_, index) => index + 1));
    expect(observations).toHaveLength(163 + 53);
  });

  test('holds 62 events, 12 targets and 32 checks', () => {
    expect(readTable('reported/events.csv')).toHaveLength(42 + 20);
    expect(readTable('reported/targets.csv')).toHaveLength(12);
    expect(readTable('reported/checks.csv')).toHaveLength(32);
  });

  test('every fact names its section and its unit as the catalogue has it', () => {
    const catalogue = [...readTable('indicators.csv'), ...readTable('reported/indicators.csv')];
    const unitOf = new Map(catalogue.map((row) => [row['indicator'], row['unit_zh']]));
    expect(unitOf.size).toBe(catalogue.length);
    for (const row of observations) {
      expect(row['locator']).not.toBe('');
      expect(row['unit'], row['indicator']).toBe(unitOf.get(row['indicator']));
    }
  });

  test('a number that is not exact keeps its wording', () => {
    const hedged = observations.filter((row) => row['qualifier'] !== 'exact');
    expect(hedged.length).toBeGreaterThan(30);
    for (const row of hedged) expect(row['value_text'], row['indicator']).not.toBe('');
  });
});
