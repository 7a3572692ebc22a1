/** Words of a report that a reader has put together, and of the pictures that are given out. */
import type { Locale } from '#lib/model/index.ts';

const zh = {
  title: '计量技术机构能力指数：图表选编',
  sources: '来源',
  figure: (numbers: string) => `图${numbers}`,
  table: (numbers: string) => `表${numbers}`,
  /** 图1 标题, above a slide. */
  titled: (number: string, title: string) => (title === '' ? number : `${number}\u3000${title}`),
  join: '、',
  from: (first: number, last: number) => `${first}–${last}`,
  /** Of which figures something is said. */
  of: (numbers: string, said: string) => `${numbers}：${said}`,
  semicolon: '；',
  cut: (all: string, shown: string) =>
    `表共 ${all} 行，此处只载前 ${shown} 行；全部见本页导出的 Excel 或 CSV 表格。`,
  /** Of a table too wide for the page, in parts. */
  columns: (from: number, to: number) => `（第 ${from === to ? from : `${from}–${to}`} 列）`,
  gap: '“—”表示没有数据，不是零。',
  sourcesBelow: '数据来源见各页下方，并汇总于末页。',
  zip: {
    readme: '说明.txt',
    mark: '注意',
    caption: '图注',
    tableCaption: '表题',
    note: '注',
    lead: 'PNG 为 300 dpi，宽 156 mm；SVG 可放大；CSV 为 UTF-8 编码，没有数据的格不填零。',
    watermark: (text: string) => `图片带有水印“${text}”，仅作标识。`,
    empty: '本报告没有图，也没有表。',
  },
};

export type CollectionMessages = typeof zh;

const en: CollectionMessages = {
  title: 'Capability of metrology institutions: selected figures',
  sources: 'Sources',
  figure: (numbers) => `Figure ${numbers}`,
  table: (numbers) => `Table ${numbers}`,
  titled: (number, title) => (title === '' ? number : `${number}. ${title}`),
  join: ', ',
  from: (first, last) => `${first}–${last}`,
  of: (numbers, said) => `${numbers}: ${said}`,
  semicolon: '; ',
  cut: (all, shown) =>
    `The table has ${all} rows; the first ${shown} stand here, all of them in the Excel or CSV file that its page gives.`,
  columns: (from, to) => (from === to ? ` (column ${from})` : ` (columns ${from}–${to})`),
  gap: '“—” means no data, never zero.',
  sourcesBelow: 'Sources stand below each figure and table, and together at the end.',
  zip: {
    readme: 'README.txt',
    mark: 'Mind',
    caption: 'Caption',
    tableCaption: 'Table',
    note: 'Note',
    lead: 'PNG: 300 dpi, 156 mm wide. SVG: of any size. CSV: UTF-8; no cell without data says zero.',
    watermark: (text) => `The pictures carry the watermark “${text}”, as a mark only.`,
    empty: 'This report has neither figures nor tables.',
  },
};

const MESSAGES: Readonly<Record<Locale, CollectionMessages>> = { zh, en };

export const collectionMessages = (locale: Locale): CollectionMessages => MESSAGES[locale];
