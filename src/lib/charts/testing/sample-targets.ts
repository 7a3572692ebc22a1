import type { ProgrammeMatrixInput } from '../programme-matrix.ts';
import type { TargetBarsInput } from '../target-types.ts';

/** Made-up rows: met, not met and missing in turn. */
export const sampleTargets = (
  count: number,
  part: Partial<TargetBarsInput> = {},
): TargetBarsInput => ({
  rows: Array.from({ length: count }, (_, i) => {
    const kind = i % 3;
    const value = kind === 2 ? null : kind === 0 ? 100 + i : 40.5 + i;
    return {
      id: `r${i}`,
      name: `第${i}号目标`,
      value,
      label: kind === 2 ? '尚不能判定' : `${i} / ${count} 家 ${kind === 0 ? '已达标' : '未达标'}`,
      tone: (['met', 'not_met', 'open'] as const)[kind] ?? 'open',
      sentence: `第${i}号目标`,
    };
  }),
  marks: 'bars',
  goal: { value: 100, label: '目标 100%' },
  unit: '%',
  empty: '没有符合条件的目标。',
  missing: '缺',
  missingNote: '斜纹与“缺”表示没有数据。',
  counts: `${count} 项目标`,
  locale: 'zh',
  ...part,
});

/** Made-up quarters and rows; every third cell has two states, every fourth none. */
export const sampleProgramme = (
  rows: number,
  part: Partial<ProgrammeMatrixInput> = {},
): ProgrammeMatrixInput => {
  const columns = ['2023', '2024', '2025'].flatMap((year) =>
    [1, 2, 3, 4].map((quarter) => ({ id: `${year}-Q${quarter}`, year, label: `Q${quarter}` })),
  );
  return {
    columns,
    rows: Array.from({ length: rows }, (_, r) => ({
      id: `r${r}`,
      name: `第${r}行`,
      cells: columns.map(({ id }, c) =>
        (r + c) % 4 === 3
          ? null
          : {
              counts: (r + c) % 3 === 0 ? { done: 12, not_done: 1 } : { planned: 1 },
              sentence: `第${r}行，${id}`,
            },
      ),
    })),
    states: {
      done: '已办',
      planned: '计划中',
      collecting: '收集需求',
      planned_overdue: '计划日已过',
      collecting_overdue: '仍在收集',
      not_done: '未办',
    },
    counts: '若干项活动',
    empty: '没有符合条件的活动。',
    locale: 'zh',
    ...part,
  };
};
