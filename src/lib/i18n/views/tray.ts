/** Words of the report tray: where figures are added, and where they are put in order. */
import type { Locale } from '#lib/model/index.ts';

const zh = {
  legend: '报告篮',
  add: '加入报告',
  adding: '正在加入…',
  added: (count: number) => `已加入报告，共 ${count} 项。`,
  there: (count: number) => `已在报告中，共 ${count} 项。`,
  open: '打开报告篮',
  tooLarge: '这幅图的内容过多，不能加入报告。请缩小范围后再试，或直接导出。',
  notLoaded: '程序未能下载，没有加入。请检查网络后重试。',
  failed: '未能加入报告。请重试。',
  unkept: {
    blocked: '浏览器不允许保存，报告篮只在本标签页内有效，关闭后消失。',
    full: '浏览器存储空间已满，新的改动只在本标签页内有效；移除几项后会自动保存。',
  },

  title: '报告标题',
  resetTitle: '恢复默认标题',
  finding: (count: number) =>
    `已选 ${count} 项。按下列顺序编成一份文件；图中的数字与加入时相同，不随本站数据变化。`,
  emptyFinding: '报告篮里还没有图表。在任一页的图上选“导出”，再选“加入报告”。',
  loading: '正在读取报告篮…',
  emptyTitle: '怎样加入图表',
  emptySteps: [
    '打开排名、比较、趋势、机构、目标等任一页，选好年度和范围。',
    '在图的右上角打开“导出”，按“加入报告”。',
    '回到这里排好顺序、改写图注，再生成 Word 文档、幻灯片或图片包。',
  ],
  emptyLink: '去看排名',
  list: '报告中的图表',
  count: (count: number) => `共 ${count} 项`,
  clear: '全部移除',
  undo: '撤销移除',
  removed: (count: number) => `已移除 ${count} 项。`,
  restored: '已放回原处。',
  dropped: (count: number) =>
    `有 ${count} 项由本站的另一版本保存，已无法读取，不在报告中。请重新加入。`,

  picture: (title: string) => `图：${title}`,
  edition: (edition: string) => `${edition} 版`,
  cutoff: (day: string) => `截至${day}`,
  notes: {
    edition: (edition: string, now: string) => `取自 ${edition} 版，现为 ${now} 版；图中数字不变。`,
    scheme: (scheme: string) => `方案 ${scheme} 后来已改动；图中数字不变。`,
    data: '加入以后数据已有更新；图中数字不变。',
    language: '文字为英文，与本页语言不同；要中文请在中文页重新加入。',
  },
  back: (label: string) => `回到${label}页`,
  caption: { figure: '图注', table: '表题', both: '图注' },
  resetCaption: '恢复原图注',
  paragraph: '图前的一段话（可不填）',
  part: '放入',
  parts: { figure: '图', table: '表', both: '图和表' },
  columns: (all: number, chosen: number) => `表的栏目：共 ${all} 列，选 ${chosen} 列`,
  narrow: '超过 8 列，在 A4 版心里会很窄。',
  lastColumn: '至少留一列。',
  up: '上移',
  down: '下移',
  remove: '移除',
  handle: '拖动排序',
  upOf: (title: string) => `上移：${title}`,
  downOf: (title: string) => `下移：${title}`,
  removeOf: (title: string) => `移除：${title}`,
  movedTo: (title: string, position: number, all: number) =>
    `${title}：现为第 ${position} 项，共 ${all} 项。`,
  first: '已是第一项。',
  last: '已是最后一项。',
};

export type TrayMessages = typeof zh;

const en: TrayMessages = {
  legend: 'Report tray',
  add: 'Add to report',
  adding: 'Adding…',
  added: (count) => `Added to the report, ${count === 1 ? '1 figure' : `${count} figures`} in all.`,
  there: (count) =>
    `It is in the report already, ${count === 1 ? '1 figure' : `${count} figures`} in all.`,
  open: 'Open the report tray',
  tooLarge: 'This figure holds too much for a report. Narrow its scope, or export it by itself.',
  notLoaded:
    'The program could not be fetched; nothing was added. Check the network and try again.',
  failed: 'The figure could not be added. Try again.',
  unkept: {
    blocked: 'The browser keeps nothing: the tray lasts for this tab only.',
    full: 'The browser’s storage is full: the latest changes last for this tab only, and are kept once something is removed.',
  },

  title: 'Title of the report',
  resetTitle: 'Usual title',
  finding: (count) =>
    `${count === 1 ? '1 figure' : `${count} figures`} in this order, made into one file; their numbers are those of when they were added, whatever changes on the site.`,
  emptyFinding:
    'The tray is empty. Open “Export” at a figure of any page and choose “Add to report”.',
  loading: 'Reading the tray…',
  emptyTitle: 'How to add figures',
  emptySteps: [
    'Open any page with figures (ranking, compare, trends, institutions, targets) and set its year and scope.',
    'Open “Export” at the top right of a figure and press “Add to report”.',
    'Come back here to put them in order and edit captions, then make a Word document, slides or pictures.',
  ],
  emptyLink: 'Go to the ranking',
  list: 'Figures of the report',
  count: (count) => (count === 1 ? '1 figure' : `${count} figures`),
  clear: 'Remove all',
  undo: 'Undo removal',
  removed: (count) => `Removed ${count === 1 ? '1 figure' : `${count} figures`}.`,
  restored: 'Put back where it was.',
  dropped: (count) =>
    `${count === 1 ? '1 figure was' : `${count} figures were`} kept by another version of this site and can no longer be read. Please add again.`,

  picture: (title) => `Figure: ${title}`,
  edition: (edition) => `edition ${edition}`,
  cutoff: (day) => `as of ${day}`,
  notes: {
    edition: (edition, now) =>
      `From edition ${edition}, now ${now}; the numbers of the figure stay as they are.`,
    scheme: (scheme) =>
      `The scheme ${scheme} has changed since; the numbers of the figure stay as they are.`,
    data: 'The data have been updated since; the numbers of the figure stay as they are.',
    language: 'Its words are Chinese, unlike this page; add it again from the English page.',
  },
  back: (label) => `Back to ${label}`,
  caption: { figure: 'Caption', table: 'Caption of the table', both: 'Caption' },
  resetCaption: 'Usual caption',
  paragraph: 'Paragraph before it (optional)',
  part: 'Include',
  parts: { figure: 'Figure', table: 'Table', both: 'Both' },
  columns: (all, chosen) => `Columns of the table: ${chosen} of ${all}`,
  narrow: 'More than 8 columns are narrow on an A4 page.',
  lastColumn: 'At least one column stays.',
  up: 'Up',
  down: 'Down',
  remove: 'Remove',
  handle: 'Drag to reorder',
  upOf: (title) => `Move up: ${title}`,
  downOf: (title) => `Move down: ${title}`,
  removeOf: (title) => `Remove: ${title}`,
  movedTo: (title, position, all) => `${title}: now ${position} of ${all}.`,
  first: 'It is the first already.',
  last: 'It is the last already.',
};

const MESSAGES: Readonly<Record<Locale, TrayMessages>> = { zh, en };

export const trayMessages = (locale: Locale): TrayMessages => MESSAGES[locale];
