import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatBytes,
  formatDay,
  formatNumber,
  formatPercent,
  formatPeriod,
  formatPlain,
} from './format.ts';

describe('formatNumber', () => {
  it('rounds half away from zero on the printed decimals', () => {
    expect(formatNumber(1.005, 2)).toBe('1.01');
    expect(formatNumber(0.125, 2)).toBe('0.13');
    expect(formatNumber(-2.5, 0)).toBe('\u22123');
  });

  it('groups from five digits on with a thin space and uses a true minus sign', () => {
    expect(formatNumber(9999, 0)).toBe('9999');
    expect(formatNumber(-1234567.8, 1)).toBe('\u22121\u2009234\u2009567.8');
  });

  it('never prints minus zero', () => {
    expect(formatNumber(-0.0001, 2)).toBe('0.00');
  });

  it('shows what is not a number as a dash', () => {
    expect(formatNumber(NaN, 1)).toBe('—');
    expect(formatNumber(Infinity, 1)).toBe('—');
  });

  it('is within half a unit of the last decimal, for any number', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e9, max: 1e9, noNaN: true }),
        fc.integer({ min: 0, max: 6 }),
        (value, decimals) => {
          const text = formatNumber(value, decimals)
            .replaceAll('\u2009', '')
            .replace('\u2212', '-');
          expect(Math.abs(Number(text) - value)).toBeLessThanOrEqual(0.5 * 10 ** -decimals + 1e-6);
          expect(text.split('.')[1]?.length ?? 0).toBe(decimals);
        },
      ),
    );
  });
});

describe('the other formats', () => {
  it('formatPlain keeps the decimals that the number has', () => {
    expect(formatPlain(12)).toBe('12');
    expect(formatPlain(12.5)).toBe('12.5');
    expect(formatPlain(200 / 3)).toBe('66.67');
  });

  it('formatPercent takes a share', () => {
    expect(formatPercent(0.8125)).toBe('81%');
    expect(formatPercent(0.8125, 1)).toBe('81.3%');
  });

  it('formatDay speaks both languages', () => {
    expect(formatDay('2025-12-31', 'zh')).toBe('2025年12月31日');
    expect(formatDay('2025-02-01', 'en')).toBe('1 February 2025');
  });

  it('formatBytes picks the unit', () => {
    expect([formatBytes(812), formatBytes(12_345), formatBytes(7_800_000)]).toEqual([
      '812 B',
      '12.3 KB',
      '7.8 MB',
    ]);
  });
});

describe('formatPeriod', () => {
  it.each([
    ['2025', '2025年', '2025'],
    ['2016-Q3', '2016年第3季度', 'Q3 2016'],
    ['2022-03', '2022年3月', 'March 2022'],
    ['2025-12-31', '2025年12月31日', '31 December 2025'],
    ['2016-2020', '2016–2020年', '2016–2020'],
    ['2022-13', '2022-13', '2022-13'],
    ['截止目前', '截止目前', '截止目前'],
  ])('says %s at its own precision', (period, zh, en) => {
    expect([formatPeriod(period, 'zh'), formatPeriod(period, 'en')]).toEqual([zh, en]);
  });
});
