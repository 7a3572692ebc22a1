/** Rankings for tests and for looking at: made up by formula, the same on every run. */
import type { RankingBar, RankingBarsInput } from '../ranking-types.ts';

export const SAMPLE_ELEMENTS = [
  '强制检定能力',
  '社会公用计量标准',
  '注册计量师占比',
  '服务产业',
  '重点实验室',
  '依规检定',
].map((name, colour) => ({ code: `d${colour + 1}`, name, colour }));

const STEMS = [...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥'];
const KINDS = ['计量检定测试所', '质量技术监督检测中心', '计量所'];

export interface SampleOptions extends Partial<RankingBarsInput> {
  /** Every how many rows one has a gap; none by default. */
  readonly gapEvery?: number;
  /** Appended to every name. */
  readonly suffix?: string;
}

/** A ranking of `count` institutions from about 92 points down, six elements each. */
export function sampleRanking(count: number, options: SampleOptions = {}): RankingBarsInput {
  const { gapEvery, suffix = '', ...rest } = options;
  const rows = Array.from({ length: count }, (_, i): RankingBar => {
    const round = Math.floor(i / STEMS.length);
    const gap = gapEvery !== undefined && i % gapEvery === gapEvery - 1 ? i % 6 : -1;
    const weights = SAMPLE_ELEMENTS.map((_e, k) => (k === gap ? 0 : 10 + ((i * 7 + k * 11) % 9)));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const target = 92 - (60 * i) / Math.max(count, 12);
    const segments = weights.map((weight, k) => (k === gap ? null : (target * weight) / total));
    return {
      id: `i${i}`,
      name: `示例省${STEMS[i % STEMS.length]}${round > 0 ? round : ''}县${KINDS[i % 3]}${suffix}`,
      rank: i + 1,
      score: segments.reduce<number>((sum, value) => sum + (value ?? 0), 0),
      segments,
    };
  });
  return {
    rows,
    elements: SAMPLE_ELEMENTS,
    additive: true,
    unit: '分',
    max: 100,
    locale: 'zh',
    theme: 'light',
    ...rest,
  };
}
