/** Units of the statistics: one spelling each, and never two units made one. */
import { toHalfWidth, withoutMarks, withoutSpaces } from './characters.ts';

/** Spellings of the same unit. 台次, 台套, 人次, 项次 count something else and stay themselves. */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  '台(件)': ['台', '台件', '台/件', '台、件', '台·件', '台(套件)', '件(台)'],
  台套: ['台(套)', '台/套', '台、套'],
  '%': ['百分比', '百分率'],
  个百分点: ['百分点'],
  人次: ['人·次'],
  平方米: ['㎡', 'm2', 'm²'],
  千瓦时: ['kwh', 'kw·h'],
  吨标准煤: ['吨标煤', 'tce'],
};

const OTHERS =
  '台次 人 名 位 人次 家 户 个 项 项次 件 次 批 批次 个批次 套 只 支 块 具 辆 艘 份 张 本 册 篇 部 条 款 面 封 座 处 所 间 场 期 届 ' +
  '岁 年 个月 天 小时 小时/天 分钟 次/季度 件次 家次 户次 批/次 元 人/天 人天 分 亩 公顷 平方公里 公里 千米 米 千克 公斤 吨 升 立方米 ' +
  '千瓦 对 组 队 门 学时 课时 工作日 种 类 级 例 宗 起 名次 ‰';

const BY_SPELLING = new Map(
  Object.entries(SPELLINGS).flatMap(([unit, spellings]) =>
    spellings.map((spelling) => [spelling, unit] as const),
  ),
);
const KNOWN = new Set([...Object.keys(SPELLINGS), ...OTHERS.split(' ')]);

const SCALE = /^(万亿|[十百千]?[万亿]|[百千](?![分克米瓦]))(?=.)/;
/** Powers of ten of the words that stand between a number and its unit. */
export const SCALE_PLACES: Readonly<Record<string, number>> = {
  ...{ 百: 2, 千: 3, 万: 4, 十万: 5, 百万: 6, 千万: 7 },
  ...{ 亿: 8, 十亿: 9, 百亿: 10, 千亿: 11, 万亿: 12 },
};

export interface Unit {
  /** Normalised, without 万 or 亿: 元 of 万元. */
  readonly base: string;
  /** Power of ten the number is to be multiplied by to count in `base`: 4 of 万元. */
  readonly places: number;
}

const plainUnit = (text: string): string => {
  const tidy = withoutSpaces(toHalfWidth(withoutMarks(text))).replace(/^\((.+)\)$/, '$1');
  return BY_SPELLING.get(tidy) ?? BY_SPELLING.get(tidy.toLowerCase()) ?? tidy;
};

/** The unit without its 万, 亿 … and how many places those stand for. */
export function splitUnit(text: string): Unit {
  const plain = plainUnit(text);
  const scale = KNOWN.has(plain) ? '' : (SCALE.exec(plain)?.[1] ?? '');
  return { base: plainUnit(plain.slice(scale.length)), places: SCALE_PLACES[scale] ?? 0 };
}

/** The unit in its one spelling: 台, 台件 and 台（件） are 台(件); 万台件 is 万台(件). */
export function normaliseUnit(text: string): string {
  const plain = plainUnit(text);
  const scale = KNOWN.has(plain) ? '' : (SCALE.exec(plain)?.[1] ?? '');
  return scale + plainUnit(plain.slice(scale.length));
}

/** True for a unit of the list above, with 万 or 亿 before it or without. */
export const isKnownUnit = (text: string): boolean => KNOWN.has(splitUnit(text).base);

/**
 * True where a number in one unit is a number in the other as it stands: 台 and 台件, but not 元 and
 * 万元 (see `splitUnit`), nor 人 and 人次, nor % and 个百分点.
 */
export const unitsCompatible = (a: string, b: string): boolean =>
  normaliseUnit(a) === normaliseUnit(b);
