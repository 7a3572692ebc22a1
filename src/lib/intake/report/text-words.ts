/** Words of the report for a terminal. */
import type { Locale } from '#lib/model/index.ts';
import type { ImportSeverity } from '../import/outcome.ts';

const zh = {
  title: '导入报告',
  rows: (rows: number, imported: number, skipped: number, refused: number) =>
    `共 ${rows} 行：导入 ${imported} 行，略过 ${skipped} 行，拒绝 ${refused} 行`,
  skipped: '略过的行',
  refusedRows: '拒绝的行见下面的错误，改好后再导入一次即可；导入过的行不会重复',
  taken: (values: number, gaps: number, revised: number) =>
    `取得 ${values} 个数、${gaps} 个缺数原因${revised > 0 ? `，其中 ${revised} 处更正了原来的内容` : ''}`,
  same: (unchanged: number, duplicates: number) =>
    [
      ...(unchanged > 0 ? [`${unchanged} 个与已有数据相同`] : []),
      ...(duplicates > 0 ? [`${duplicates} 个重复`] : []),
    ].join('，'),
  nothing: '没有导入任何数',
  tables: '要改动的数据文件',
  file: (name: string, format: string | null, encoding: string | null) =>
    `${name}（${[format ?? '没有打开', ...(encoding === null ? [] : [encoding])].join('，')}）`,
  fates: (imported: number, skipped: number, refused: number) =>
    `导入 ${imported}，略过 ${skipped}，拒绝 ${refused}`,
  noSheets: '没有读取',
  sections: { error: '错误', warning: '警告', information: '提示' } satisfies Record<
    ImportSeverity,
    string
  >,
  count: (count: number) => `${count} 条`,
  whole: '（整个文件）',
  row: (row: number) => `第 ${row} 行`,
  raw: (text: string) => `“${text}”`,
  todo: '怎么办：',
  more: (count: number) => `……同样的还有 ${count} 条，见 JSON 或 Excel 格式的报告`,
  questions: '需要确认',
  waiting: {
    heading: (count: number) => `${count} 格等着`,
    institution: (count: number) => `${count} 行等着`,
    period: (count: number) => `${count} 行等着，用 --period 给出年份`,
    unit: (count: number) => `${count} 格等着`,
  },
  proposals: '可能是：',
  noProposals: '没有相近的，请自行选定',
  colon: '：',
  separator: '，',
};

export type TextWords = typeof zh;

const en: TextWords = {
  title: 'Import report',
  rows: (rows, imported, skipped, refused) =>
    `${rows} rows: ${imported} imported, ${skipped} skipped, ${refused} refused`,
  skipped: 'Skipped',
  refusedRows:
    'Refused rows are explained under errors; mend them and import again, nothing is taken twice',
  taken: (values, gaps, revised) =>
    `${values} values and ${gaps} reasons for gaps taken${revised > 0 ? `, ${revised} of them revise what was there` : ''}`,
  same: (unchanged, duplicates) =>
    [
      ...(unchanged > 0 ? [`${unchanged} as in the data already`] : []),
      ...(duplicates > 0 ? [`${duplicates} told twice`] : []),
    ].join(', '),
  nothing: 'Nothing was imported',
  tables: 'Files of the data that change',
  file: (name, format, encoding) =>
    `${name} (${[format ?? 'not opened', ...(encoding === null ? [] : [encoding])].join(', ')})`,
  fates: (imported, skipped, refused) =>
    `${imported} imported, ${skipped} skipped, ${refused} refused`,
  noSheets: 'not read',
  sections: { error: 'Errors', warning: 'Warnings', information: 'Information' },
  count: (count) => String(count),
  whole: ' (whole file)',
  row: (row) => `row ${row}`,
  raw: (text) => `“${text}”`,
  todo: 'What to do: ',
  more: (count) => `… ${count} more of the same; the JSON and Excel reports list them all`,
  questions: 'To confirm',
  waiting: {
    heading: (count) => `${count} cells wait`,
    institution: (count) => `${count} rows wait`,
    period: (count) => `${count} rows wait; give it by --period`,
    unit: (count) => `${count} cells wait`,
  },
  proposals: 'perhaps: ',
  noProposals: 'nothing is like it; choose yourself',
  colon: ': ',
  separator: ', ',
};

export const textWords = (locale: Locale): TextWords => (locale === 'zh' ? zh : en);
