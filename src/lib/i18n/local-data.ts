/** Words for numbers that come from files that the reader imported. */
import type { Layer, Locale } from '#lib/model/index.ts';

const zh = {
  /** First of all that is said, on every screen and in every file. */
  mark: '本机数据（未发布，仅在此浏览器）',
  /** In names of files and in a column of tables. */
  short: '本机数据',
  layer: {
    reported: '公开数据',
    template: '台州市 · 真实区划，数值来自本机导入的文件',
    synthetic: '示例数据 · 部分数值来自本机导入的文件',
  } satisfies Record<Layer, string>,
  source: {
    reported: '公开文件',
    template: '本机导入的文件（未发布）',
    synthetic: '示例数据生成器（虚构）、本机导入的文件（未发布）',
  } satisfies Record<Layer, string>,
  option: {
    reported: '公开数据',
    template: '台州市（本机数据）',
    synthetic: '示例省（含本机数据）',
  } satisfies Record<Layer, string>,
  name: { reported: '公开数据', template: '台州市', synthetic: '示例数据' } satisfies Record<
    Layer,
    string
  >,
  loading: '正在载入本机数据，以下数值仍为已发布的数据。',
  gathering: '正在用本机数据重算…',
  dataPage: '以下是已发布的文件。本机数据没有文件可供别人下载，整理好的表在“导入与自查”页下载。',
  notGathered: '未能用本机数据重算本页。请重新打开本页，或移除本机数据。',
};

export type LocalWords = typeof zh;

const en: LocalWords = {
  mark: 'Local data (not published, in this browser only)',
  short: 'local data',
  layer: {
    reported: 'Published data',
    template: 'Taizhou · real divisions, numbers from files imported here',
    synthetic: 'Sample data (示例数据) · some numbers from files imported here',
  },
  source: {
    reported: 'published documents',
    template: 'files imported here (not published)',
    synthetic: 'sample data generator (fictional), files imported here (not published)',
  },
  option: {
    reported: 'Published data',
    template: 'Taizhou (local data)',
    synthetic: 'Example Province (with local data)',
  },
  name: { reported: 'Published data', template: 'Taizhou', synthetic: 'Sample data' },
  loading: 'Loading local data; the numbers below are still the published ones.',
  gathering: 'Computing this page from local data…',
  dataPage:
    'These are the published files. Local data are none of them; their tables are downloaded on the page “Import and check”.',
  notGathered: 'This page could not be computed from local data. Open it again, or remove them.',
};

export const localWords = (locale: Locale): LocalWords => (locale === 'en' ? en : zh);
