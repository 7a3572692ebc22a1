import { formatNumber } from '#lib/i18n/index.ts';
import { cleanText } from './clean-text.ts';
import { DEFAULT_DECIMALS, type RankingBar, type RankingBarsInput } from './ranking-types.ts';
import { chartWords } from './words.ts';

/** stacked: one segment an element; plain: the score alone. */
export type BarKind = 'stacked' | 'plain' | 'missing';

/** A row with everything that layout and drawing ask of it. */
export interface PreparedRow {
  readonly bar: RankingBar;
  readonly kind: BarKind;
  readonly name: string;
  readonly rank: string;
  /** The score as shown at the end of the bar; empty where there is none. */
  readonly score: string;
  /** Where the bar ends on either side of zero. */
  readonly low: number;
  readonly high: number;
  readonly missing: readonly string[];
}

const isNumber = (value: number | null | undefined): value is number =>
  typeof value === 'number' && Number.isFinite(value);

/** Contributions must explain the score; anything else is drawn as the score alone. */
function kindOf(bar: RankingBar, additive: boolean): BarKind {
  if (!isNumber(bar.score)) return 'missing';
  const segments = bar.segments.filter(isNumber);
  if (!additive || segments.length === 0) return 'plain';
  const sum = segments.reduce((total, value) => total + value, 0);
  return Math.abs(sum - bar.score) <= 1e-6 * Math.max(1, Math.abs(bar.score)) ? 'stacked' : 'plain';
}

/** Reads the rows once: kinds, extents, formatted numbers, names of the missing elements. */
export function prepareRows(input: Omit<RankingBarsInput, 'theme'>): PreparedRow[] {
  const { rows, elements, additive, decimals = DEFAULT_DECIMALS } = input;
  return rows.map((bar) => {
    const kind = kindOf(bar, additive);
    const parts = kind === 'stacked' ? bar.segments.filter(isNumber) : [bar.score ?? 0];
    const sumOf = (keep: (value: number) => boolean) =>
      parts.filter(keep).reduce((total, value) => total + value, 0);
    return {
      bar,
      kind,
      name: cleanText(bar.name),
      rank: bar.rank === null ? '–' : String(bar.rank),
      score: isNumber(bar.score) ? formatNumber(bar.score, decimals) : '',
      low: sumOf((value) => value < 0),
      high: sumOf((value) => value > 0),
      missing: additive
        ? elements.filter((_, i) => !isNumber(bar.segments[i])).map(({ name }) => cleanText(name))
        : [],
    };
  });
}

/** Whether the drawing shows any gap, so that the hatching needs its note. */
export function rankingGaps(input: Omit<RankingBarsInput, 'theme'>): boolean {
  return prepareRows(input).some(({ kind, missing }) => kind === 'missing' || missing.length > 0);
}

/** What stands beside the hatched box of a row: the names of one or two gaps, else their count. */
export function missingLabel(
  row: PreparedRow,
  { locale }: Pick<RankingBarsInput, 'locale'>,
  room: 'names' | 'count' | 'compact',
): string {
  const words = chartWords(locale);
  if (row.kind === 'missing') return room === 'compact' ? words.missing : words.notRanked;
  const count = row.missing.length;
  if (count === 0) return '';
  if (room === 'compact') return words.missingCompact(count);
  return room === 'names' && count <= 2
    ? words.missingElements(row.missing)
    : words.missingCount(count);
}
