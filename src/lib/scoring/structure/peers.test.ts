import { describe, expect, it } from 'vitest';
import { poolsOf } from './peers.ts';

const rows = [
  { unit: 'b', period: '2025', group: 'county' },
  { unit: 'c', period: '2024', group: 'county' },
  { unit: 'a', period: '2025', group: 'city' },
  { unit: 'a', period: '2024', group: 'city' },
  { unit: 'd', period: '2025', group: 'county' },
];
const view = (pools: ReturnType<typeof poolsOf>) =>
  pools.map(({ group, period, rows: members }) => [group, period, [...members]]);

describe('poolsOf (R3)', () => {
  it('keeps peer groups apart, and periods apart when asked', () => {
    expect(view(poolsOf(rows, 'period', () => true))).toEqual([
      ['city', '2024', [3]],
      ['county', '2024', [1]],
      ['city', '2025', [2]],
      ['county', '2025', [0, 4]],
    ]);
    expect(view(poolsOf(rows, 'panel', () => true))).toEqual([
      ['city', null, [2, 3]],
      ['county', null, [0, 1, 4]],
    ]);
  });

  it('keeps a pool from which everyone is excluded', () => {
    expect(view(poolsOf(rows, 'panel', (row) => rows[row]!.group === 'county'))).toEqual([
      ['city', null, []],
      ['county', null, [0, 1, 4]],
    ]);
  });
});
