import {
  RECOMPUTE_TOLERANCE,
  type Disagreement,
  type Locale,
  type NotCoveredReason,
} from '#lib/model/index.ts';
import type { LayerVerdict } from './recompute-layers.ts';

const NOTHING = { zh: '无', en: 'none' } as const;

const WORDS = {
  zh: {
    agrees: (rows: number, largest: string) =>
      `两种算法结果一致：${rows} 个机构年度，最大相对差 ${largest}`,
    notCovered: (reason: string) => `第二种算法不含此方案的做法（${reason}），未核对`,
    differs: (count: number) =>
      `两种算法结果不一致（${count} 处）：未写出任何文件，原有数据保持不变`,
    todo: `请勿发布，也不要改数据来凑：这是程序的错。请把以上各行连同方案文件交给维护人员；差距仅在并列界线上时，改 /ranking/tie_tolerance。`,
    what: { row: '机构', status: '状态', score: '得分', place: '名次' },
    pair: (scored: string, again: string) => `程序算得 ${scored}，SQL 算得 ${again}`,
    more: (count: number) => `另有 ${count} 处`,
  },
  en: {
    agrees: (rows: number, largest: string) =>
      `two computations agree: ${rows} institution-years, largest relative difference ${largest}`,
    notCovered: (reason: string) => `not covered by the second computation (${reason}), unchecked`,
    differs: (count: number) =>
      `two computations differ (${count} ${count === 1 ? 'difference' : 'differences'}): nothing was written, the data from before is untouched`,
    todo: `Do not publish, and do not bend the data: the program is at fault. Hand these lines and the scheme file to its maintainers; where scores differ only at the edge of a tie, change /ranking/tie_tolerance.`,
    what: { row: 'unit', status: 'status', score: 'score', place: 'rank' },
    pair: (scored: string, again: string) => `scored ${scored}, SQL ${again}`,
    more: (count: number) => `and ${count} more`,
  },
} as const;

const REASON: Record<NotCoveredReason, Record<Locale, string>> = {
  impute: { zh: '插补', en: 'imputation' },
  treat: { zh: '离群值处理', en: 'treatment of outliers' },
  normalise: { zh: '标准化方法', en: 'normalisation method' },
  weigh: { zh: '由数据得出的权重', en: 'derived weights' },
  aggregate: { zh: '聚合方法', en: 'aggregation method' },
  exact_ties: { zh: '并列容差为 0', en: 'tie tolerance 0' },
};

/** One line a ranking, and under a ranking that came out otherwise where it did and what to do. */
export function formatVerdicts(verdicts: readonly LayerVerdict[], locale: Locale): string[] {
  const words = WORDS[locale];
  return verdicts.flatMap(({ layer, scheme, verdict, names }) => {
    const line = (text: string) => `  ${layer} × ${scheme}  ${text}`;
    switch (verdict.kind) {
      case 'agrees':
        return [line(words.agrees(verdict.rows, rounded(verdict.largest)))];
      case 'not_covered':
        return [
          line(words.notCovered(REASON[verdict.reason][locale] + elementOf(verdict.element))),
        ];
      case 'not_checked':
        return [line(verdict.reason)];
      case 'differs': {
        const more = verdict.differences - verdict.first.length;
        return [
          line(words.differs(verdict.differences)),
          ...verdict.first.map((one) => `    ✗ ${formatDisagreement(one, names, locale)}`),
          ...(more > 0 ? [`    ${words.more(more)}`] : []),
          `    ${words.todo}`,
        ];
      }
    }
  });
}

function formatDisagreement(
  { unit, period, element, what, scored, recomputed }: Disagreement,
  names: LayerVerdict['names'],
  locale: Locale,
): string {
  const words = WORDS[locale];
  const said = (value: string | number | null) => (value === null ? NOTHING[locale] : `${value}`);
  const name = names.get(unit)?.[locale] ?? '';
  const place = [`${unit} ${name}`.trim(), period, element, words.what[what]].join(' · ');
  return `${place}  ${words.pair(said(scored), said(recomputed))}`;
}

const elementOf = (element: string | null) => (element === null ? '' : ` ${element}`);

/** Enough to be judged by: below the tolerance the digits do not matter. */
const rounded = (largest: number) =>
  largest === 0 ? '0' : `${largest.toExponential(1)} ≤ ${RECOMPUTE_TOLERANCE}`;
