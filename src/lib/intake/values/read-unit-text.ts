/** The unit that a heading or a line above the table tells. */
import { toHalfWidth, withoutMarks, withoutSpaces } from './characters.ts';
import { isKnownUnit, normaliseUnit } from './units.ts';

/** 单位：项, but not 填报单位：示例市计量院. */
const LABEL = /(^|[^\p{Script=Han}]|计量|数量|金额|数据)单位\s*[:为]\s*([^\s,;:]+)/u;
/** The last pair of brackets, which may hold another: 数量(台(件)). */
const BRACKETS = /\(((?:[^()]|\([^()]*\))+)\)$/;

/** The unit where the text is one that is known; brackets that are not closed are cut off. */
function known(text: string): string | null {
  const open = text.split('(').length;
  const bare = text.split(')').length > open ? text.replace(/\)$/, '') : text;
  return isKnownUnit(bare) ? normaliseUnit(bare) : null;
}

/**
 * The unit of “(单位:项)”, “单位：万元”, “检定台件数（万台件）”, “持证比例%”, “产值/万元”, or of a text that
 * is a unit and nothing else; null where there is none, or one that nobody knows.
 */
export function readUnitText(text: string): string | null {
  const half = toHalfWidth(withoutMarks(text)).trim();
  const labelled = LABEL.exec(half)?.[2];
  if (labelled !== undefined) return known(labelled);
  const plain = withoutSpaces(half);
  if (plain === '') return null;
  const bracketed = BRACKETS.exec(plain)?.[1];
  const whole = known(plain);
  if (whole !== null) return whole;
  if (bracketed !== undefined) return known(bracketed.replace(/^单位[:为]?/, ''));
  if (/[^%]%$/.test(plain)) return '%';
  const afterSlash = /[^/]\/([^/]+)$/.exec(plain)?.[1];
  return afterSlash === undefined ? null : known(afterSlash);
}
