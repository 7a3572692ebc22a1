/** The sums done again, in the order in which they matter, with the kind of each verdict. */
import type { ConsistencyCheck, LocalText } from '#lib/model/index.ts';

export const CHECK_KINDS = [
  'fails',
  'holds',
  'bound',
  'derived',
  'apart',
  'rule',
  'coincidence',
] as const;
export type CheckKind = (typeof CHECK_KINDS)[number];

export interface CheckRow extends Pick<
  ConsistencyCheck,
  'check_id' | 'computed' | 'stated' | 'source_id' | 'note'
> {
  readonly kind: CheckKind;
  readonly rule: LocalText;
  readonly verdict: LocalText;
}

/** “相符 (exact)”: the Chinese and, in brackets at the end, the English. */
export function bilingual(text: string): LocalText {
  const [, zh, en] = /^(.*?)\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)$/.exec(text) ?? [];
  if (zh === undefined || zh === '' || en === undefined) return { zh: text, en: text };
  return { zh: zh.replace(/,%$/, '，%'), en: en.charAt(0).toUpperCase() + en.slice(1) };
}

/** Tried in this order: a derived value may also say that something is possible. */
const VERDICTS: readonly (readonly [RegExp, CheckKind])[] = [
  [/巧合/, 'coincidence'],
  [/基数不同/, 'apart'],
  [/^规则/, 'rule'],
  [/推算|推断/, 'derived'],
  [/界限|相容|可能成立/, 'bound'],
];

/** What a verdict amounts to; a check that comes out and says nothing else holds. */
export function checkKind({ consistent, verdict }: ConsistencyCheck): CheckKind {
  if (!consistent) return 'fails';
  return VERDICTS.find(([pattern]) => pattern.test(verdict))?.[1] ?? 'holds';
}

/** What does not come out first, coincidences last, all others in the order of the documents. */
export function checkRows(checks: readonly ConsistencyCheck[]): CheckRow[] {
  const rows = checks.map((check): CheckRow => ({
    check_id: check.check_id,
    computed: check.computed,
    stated: check.stated,
    source_id: check.source_id,
    note: check.note,
    kind: checkKind(check),
    rule: bilingual(check.rule),
    verdict: bilingual(check.verdict),
  }));
  const place = ({ kind }: CheckRow) => (kind === 'fails' ? 0 : kind === 'coincidence' ? 2 : 1);
  return rows.sort((a, b) => place(a) - place(b));
}
