/** Words for coming back from a picture to its view. */
import type { Locale } from '#lib/model/index.ts';

const zh = {
  back: (edition: string) => `这是图片的视图（${edition} 版），与导出时相同。`,
  changed: '这是图片的视图，但与图片有出入：',
  edition_missing: (edition: string) =>
    `图片出自 ${edition} 版，本站没有这一版；下面是本站的数据。`,
  edition_before: (edition: string, now: string) =>
    `图片出自已锁定的 ${edition} 版，现行的是 ${now} 版；当年的数据后来可能有更正。`,
  scheme_missing: (scheme: string) => `本站没有图片所用的方案 ${scheme}。`,
  scheme_changed: (scheme: string, now: string) => `图片所用的方案是 ${scheme}，现在是 ${now}。`,
  weights_changed: (scheme: string, changes: string) =>
    `方案 ${scheme} 的权重与图片所用的不同：${changes}。`,
  weight: (name: string, was: string, now: string) => `${name} 图片为 ${was}，现为 ${now}`,
  newWeight: (name: string, now: string) => `${name} 图片里没有，现为 ${now}`,
  goneWeight: (name: string, was: string) => `${name} 图片为 ${was}，现在没有`,
  moreWeights: (count: number) => `等 ${count} 项`,
  weightJoin: '；',
  simulation_changed: (was: string, now: string) =>
    `图片的可能名次用${was}模拟，现在${now}，区间会有出入。`,
  simulated: (seed: string, replicates: string) => `随机种子 ${seed}、${replicates} 次`,
  nowSimulated: (words: string) => `用${words}`,
  notSimulated: '不再模拟',
  data_changed: '数据已经更新，数字可能与图片不同。',
  local: '图片用的是某台电脑上未发布的本机数据，这里未必有。',
  trial: '图片用的是试算权重，这里是方案的权重。',
  none: (name: string) =>
    `“${name}”里没有记录。只有从本站保存的 PNG 和 SVG 原图带着记录；截图、经聊天软件压缩过的图片没有。`,
  noView: '图片的记录没有指明本站的页面。',
  table: (name: string) => `“${name}”不是图片。要导入表格，请用“导入与自查”。`,
  several: '一次只能打开一张图片。',
  tooLarge: '文件太大，不是本站导出的图片。',
  close: '知道了',
};

export type RememberedMessages = typeof zh;

const en: RememberedMessages = {
  back: (edition) => `This is the view of the picture (edition ${edition}), unchanged since.`,
  changed: 'This is the view of the picture, but not all is as it was:',
  edition_missing: (edition) =>
    `The picture is of edition ${edition}, which this site does not have; what follows are this site’s data.`,
  edition_before: (edition, now) =>
    `The picture is of the locked edition ${edition}; ${now} is in force, and that year’s data may have been corrected since.`,
  scheme_missing: (scheme) => `This site does not have the picture’s scheme ${scheme}.`,
  scheme_changed: (scheme, now) => `The picture used scheme ${scheme}; it is ${now} now.`,
  weights_changed: (scheme, changes) =>
    `The weights of scheme ${scheme} differ from the picture’s: ${changes}.`,
  weight: (name, was, now) => `${name} was ${was}, now ${now}`,
  newWeight: (name, now) => `${name} was not there, now ${now}`,
  goneWeight: (name, was) => `${name} was ${was}, now gone`,
  moreWeights: (count) => ` (${count} in all)`,
  weightJoin: '; ',
  simulation_changed: (was, now) =>
    `The picture’s possible places were simulated with ${was}; ${now}, so the ranges differ.`,
  simulated: (seed, replicates) => `seed ${seed} and ${replicates} runs`,
  nowSimulated: (words) => `now it is ${words}`,
  notSimulated: 'they are not simulated any more',
  data_changed: 'The data have been updated; numbers may differ from the picture.',
  local: 'The picture shows unpublished data of somebody’s own computer, which may not be here.',
  trial: 'The picture used trial weights; these are the scheme’s.',
  none: (name) =>
    `“${name}” carries no record. Only the PNG and SVG files saved from this site do; screenshots and pictures sent through messengers do not.`,
  noView: 'The picture’s record names no page of this site.',
  table: (name) => `“${name}” is not a picture. To import a table use “Import and check”.`,
  several: 'One picture at a time.',
  tooLarge: 'The file is too large to be a picture of this site.',
  close: 'Close',
};

export const rememberedMessages = (locale: Locale): RememberedMessages =>
  locale === 'en' ? en : zh;
