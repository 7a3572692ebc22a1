/** Words for snapshots, on every page that offers them. */
import type { Locale } from '#lib/model/index.ts';

const zh = {
  title: '快照',
  intro: '快照记下本页当前的全部筛选与选择，保存在本浏览器中，可随时恢复。',
  name: '名称',
  save: '存为快照',
  remove: (name: string) => `删除快照 ${name}`,
  removeShort: '删除',
  saved: (name: string) => `已存为快照“${name}”`,
  removed: (name: string) => `已删除快照“${name}”`,
  empty: '尚无快照。',
  notKept:
    '浏览器不允许保存数据：快照只在本次浏览中有效，关闭页面后消失。需要长期保留时，请收藏快照的链接。',
  full: (most: number) => `最多保留 ${most} 个快照，请先删除不用的。`,
};

export type SnapshotMessages = typeof zh;

const en: SnapshotMessages = {
  title: 'Snapshots',
  intro: 'A snapshot keeps all filters and choices of this page in this browser, to come back to.',
  name: 'Name',
  save: 'Save a snapshot',
  remove: (name) => `Remove the snapshot ${name}`,
  removeShort: 'Remove',
  saved: (name) => `Saved as “${name}”`,
  removed: (name) => `“${name}” removed`,
  empty: 'No snapshots yet.',
  notKept:
    'The browser does not let the page keep data: snapshots last until the page is closed. Bookmark the link of a snapshot to keep it.',
  full: (most) => `At most ${most} snapshots are kept; remove some first.`,
};

export const snapshotMessages = (locale: Locale): SnapshotMessages => (locale === 'zh' ? zh : en);
