/** What people write where there is no number, and why there is none. */
import type { MissingReason } from '#lib/model/index.ts';
import { toHalfWidth, withoutMarks, withoutSpaces } from './characters.ts';

/** Written forms by reason, in the spelling of `gapKey`. A gap is never 0; 0 and 零 are values. */
export type Gaps = ReadonlyMap<string, MissingReason>;

const FORMS: Readonly<Partial<Record<MissingReason, readonly string[]>>> = {
  /**
   * Also what is ambiguous, as the weakest claim: N/A is “not available” or “not applicable”, and
   * 无 is “none there” (which would be 0) or “no data”. The text is kept, so that one can ask.
   */
  not_reported: [
    ...[
      '—',
      '/',
      '\\',
      '…',
      '*',
      '无',
      '没有',
      '无数据',
      '没有数据',
      '无资料',
      '无统计数据',
      '空',
      '空白',
    ],
    ...[
      '缺',
      '缺失',
      '缺报',
      '缺项',
      '暂缺',
      '暂无',
      '暂无数据',
      '数据缺失',
      '不详',
      '未知',
      '不明',
    ],
    ...[
      '未报',
      '未报送',
      '未上报',
      '未填',
      '未填报',
      '未填写',
      '未提供',
      '待补',
      '待补充',
      '待定',
      '待核实',
    ],
    ...['n/a', 'na', 'n.a.', 'n.a', 'null', 'nil', 'none', 'nan', 'missing', 'tbd', '-/-'],
  ],
  not_applicable: [
    '不适用',
    '不涉及',
    '无此项',
    '无此项目',
    '无此业务',
    '无该项',
    '无该业务',
    'notapplicable',
  ],
  not_collected: [
    '未统计',
    '不统计',
    '未采集',
    '未收集',
    '未调查',
    '无统计',
    '尚未统计',
    '未开展统计',
  ],
  late: ['迟报', '待报', '待上报', '待报送', '逾期未报', '尚未报送', '尚未上报'],
  denominator_zero: ['分母为0', '分母为零'],
};

/** The table used where a mapping file brings no other. */
export const GAPS: Gaps = new Map(
  Object.entries(FORMS).flatMap(([reason, forms]) =>
    forms.map((form) => [gapKey(form), reason as MissingReason] as const),
  ),
);

/**
 * One spelling for forms that differ only in width, case, spaces, brackets around the whole, and in
 * how often and with which dash, slash, dot or star they are drawn.
 */
export function gapKey(text: string): string {
  const plain = withoutSpaces(toHalfWidth(withoutMarks(text))).toLowerCase();
  const bare = plain
    .replace(/^[([{<【〔「“"](.+)[)\]}>】〕」”"]$/, '$1')
    .replace(/(.)[。.!]$/, '$1');
  if (/^[-_‐-―─━ー]+$/.test(bare)) return '—';
  if (/^[.…·・。⋯]+$/.test(bare)) return '…';
  return bare.replace(/^([/\\*])\1+$/, '$1');
}
