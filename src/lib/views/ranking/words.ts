/** Pure wording and number choices of the ranking view. */
import { formatNumber, formatPercent, formatPlain, type Messages } from '#lib/i18n/index.ts';
import type { LocalText, Locale, MissingReason } from '#lib/model/index.ts';
import type { SchemeObservation } from '#lib/state/dataset.ts';
import type { RankedRow, UnrankedRow } from './model.ts';

/**
 * Decimals for a column of scores: one, or as many as it takes (at most three) that no two
 * different places show the same score.
 */
export function scoreDecimals(rows: readonly Pick<RankedRow, 'rank' | 'score'>[]): number {
  for (const decimals of [1, 2]) {
    const ranksOf = new Map<string, number>();
    const clash = rows.some(({ rank, score }) => {
      const text = formatNumber(score, decimals);
      const other = ranksOf.get(text);
      ranksOf.set(text, rank);
      return other !== undefined && other !== rank;
    });
    if (!clash) return decimals;
  }
  return 3;
}

export function missingReasonText(reason: string | null, m: Messages): string {
  const known = m.missingReason[reason as MissingReason] as string | undefined;
  return known ?? m.missingReason.not_reported;
}

/** Why a row has no place, in words. */
export function statusText(
  { status }: UnrankedRow,
  dimensionNames: ReadonlyMap<string, LocalText>,
  locale: Locale,
  m: Messages,
): string {
  const nameOf = (code: string) => dimensionNames.get(code)?.[locale] ?? code;
  switch (status.kind) {
    case 'no_data':
      return m.status.no_data;
    case 'low_availability':
      return m.status.low_availability(
        formatPercent(status.availability),
        formatPercent(status.required),
      );
    case 'dimension_missing':
      return m.status.dimension_missing(status.dimensions.map(nameOf).join(m.finding.nameJoin));
    case 'low_nonzero':
      return m.status.low_nonzero(formatPercent(status.nonzero), formatPercent(status.required));
    case 'excluded':
      return m.status.excluded;
    case 'not_computable':
      return m.status.not_computable(nameOf(status.element));
  }
}

/**
 * Where a value stands, without saying the same file twice: `(2025.csv H9 + H10) ÷ H11` for a ratio
 * whose cells all lie in one file.
 */
export function shortLocator(locator: string): string {
  let last = '';
  return locator.replace(/([^\s!()]+)!([A-Z]+\d+)/g, (_whole, file: string, cell: string) => {
    const said = file === last ? cell : `${file} ${cell}`;
    last = file;
    return said;
  });
}

/** The raw tables a locator points into; none where it names a section of a document. */
export function locatorFiles(locator: string): string[] {
  const files = [...locator.matchAll(/([^\s!()]+)![A-Z]+\d+/g)].map(([, file = '']) => file);
  return [...new Set(files)];
}

/** A raw value as its source hedges it: “30 余”, “约 120”. */
export function rawValueText(cell: SchemeObservation, unit: string, m: Messages): string {
  return cell.value === null ? '' : m.qualifier[cell.qualifier](formatPlain(cell.value), unit);
}
