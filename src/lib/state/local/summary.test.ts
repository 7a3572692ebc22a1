import { expect, test } from 'vitest';
import { changedYears } from './summary.ts';

const table = (path: string) => ({ path, bytes: new Uint8Array() });

test('the years of each layer by themselves, the latest last', () => {
  const tables = [
    'template/observations/2025.csv',
    'synthetic/observations/2026.csv',
    'synthetic/observations/2024.csv',
    'sources.csv',
  ].map(table);
  const { layers, periods, periodsOf } = changedYears(tables);
  expect([...layers].sort()).toEqual(['synthetic', 'template']);
  expect(periods).toEqual(['2024', '2025', '2026']);
  expect(periodsOf).toEqual({ template: ['2025'], synthetic: ['2024', '2026'] });
  expect(changedYears([table('sources.csv')])).toEqual({ layers: [], periods: [], periodsOf: {} });
});
