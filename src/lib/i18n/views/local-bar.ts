/** Words of the bar that stands on every page while something imported is kept in this browser. */
import type { Locale } from '#lib/model/index.ts';

const zh = {
  label: '本机数据',
  from: (files: readonly string[], day: string) =>
    `来自 ${files.slice(0, 3).join('、')}${files.length > 3 ? ` 等 ${files.length} 个文件` : ''}，${day} 导入`,
  open: '导入与自查',
  undo: '撤销上次导入',
  remove: '移除本机数据',
  confirmRemove: '再按一次，确认移除',
  undone: { pack: '已退回上一次导入的数据。', published: '已恢复为发布的数据。' },
  removed: '已移除，页面恢复为发布的数据。',
  stale:
    '网站的数据或程序已更新，本机数据是按旧版并入的，没有使用；页面显示的是发布的数据。请重新导入原来的文件。',
  unreadable: '本机数据读不出来，没有使用；页面显示的是发布的数据。请重新导入，或移除。',
  unkept: {
    blocked: '浏览器不允许保存（如无痕窗口），关闭本页后即失。',
    full: '浏览器的存储空间已满，未能保存，关闭本页后即失。',
  },
};

export type LocalBarWords = typeof zh;

const en: LocalBarWords = {
  label: 'Local data',
  from: (files, day) =>
    `from ${files.slice(0, 3).join(', ')}${files.length > 3 ? ` and others (${files.length} files)` : ''}, imported ${day}`,
  open: 'Import and check',
  undo: 'Undo the last import',
  remove: 'Remove local data',
  confirmRemove: 'Press again to remove',
  undone: { pack: 'Back to the import before.', published: 'Back to the published data.' },
  removed: 'Removed; the pages show the published data.',
  stale:
    'The site has other data or a newer program than when these files were merged, so they are not used: the pages show the published data. Import the files again.',
  unreadable:
    'The local data cannot be read and are not used: the pages show the published data. Import again, or remove them.',
  unkept: {
    blocked: 'The browser keeps nothing (a private window?): gone when this page is closed.',
    full: 'The browser has no room left to keep them: gone when this page is closed.',
  },
};

export const localBarWords = (locale: Locale): LocalBarWords => (locale === 'en' ? en : zh);
