import { describe, expect, it } from 'vitest';
import { timelineMessages } from '#lib/i18n/views/timeline.ts';
import { columnOf, columnWords, timeScale } from './columns.ts';

const ids = (dates: string[]) => timeScale(dates).columns.map(({ id }) => id);

describe('timeScale(dates)', () => {
  it('has all months of a year, and a column for events without month', () => {
    expect(ids(['2022-03', '2022-05-04'])).toHaveLength(12);
    expect(ids(['2016', '2022-03'])).toEqual([
      '2016',
      ...Array.from({ length: 12 }, (_, i) => `2022-${String(i + 1).padStart(2, '0')}`),
    ]);
  });

  it('falls back to quarters and then to years where there are too many months', () => {
    expect(timeScale(['2024-03', '2025-11'])).toMatchObject({ unit: 'quarter' });
    expect(ids(['2024-03', '2025-11'])).toHaveLength(8);
    expect(timeScale(['2019-01', '2020-01', '2021-01', '2022-01']).unit).toBe('year');
  });

  it('has years where no month is known, and nothing for nothing', () => {
    expect(ids(['2016', '2018'])).toEqual(['2016', '2018']);
    expect(timeScale([]).columns).toEqual([]);
  });

  it('gives every date a column of its scale', () => {
    for (const dates of [
      ['2016', '2022-03', '2022-12-31'],
      ['2024-03', '2025', '2025-11-02'],
    ]) {
      const { unit, columns } = timeScale(dates);
      for (const date of dates) expect(columns.map(({ id }) => id)).toContain(columnOf(date, unit));
    }
  });
});

describe('columnWords', () => {
  it('never names a month that nobody gave', () => {
    const { columns, unit } = timeScale(['2016', '2022-03']);
    const [first, second] = columns.map((column) =>
      columnWords(column, unit, 'zh', timelineMessages('zh')),
    );
    expect(first).toMatchObject({ label: '–', dated: false, full: '2016年（原文只写年份）' });
    expect(second).toMatchObject({ label: '1月', short: '1', full: '2022年1月' });
  });
});
