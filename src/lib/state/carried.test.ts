import { describe, expect, it } from 'vitest';
import { carrySearch } from './carried.ts';

describe('carrySearch(own, carried)', () => {
  it('takes year, place, scheme and picks along', () => {
    expect(carrySearch('', '?year=2023&city=990100&pick=a%2Cb')).toBe(
      '?year=2023&city=990100&pick=a%2Cb',
    );
  });

  it('leaves the filters of the other page behind and keeps those of its own', () => {
    expect(carrySearch('?tab=slope', '?year=2023&sort=name&q=x')).toBe('?tab=slope&year=2023');
  });

  it('goes back to the default year with the page that went back to it', () => {
    expect(carrySearch('?year=2022&tab=slope', '')).toBe('?tab=slope');
  });
});
