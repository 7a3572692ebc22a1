/** How values, gaps and places in files are put into words, on every page alike. */
import { formatPercent, formatPlain, type Messages } from '#lib/i18n/index.ts';
import type {
  LocalText,
  Locale,
  MissingReason,
  Observation,
  RankStatus,
} from '#lib/model/index.ts';

export function missingReasonText(reason: string | null, m: Messages): string {
  const known = m.missingReason[reason as MissingReason] as string | undefined;
  return known ?? m.missingReason.not_reported;
}

/** Why an institution has no place, in words. */
export function statusText(
  status: Exclude<RankStatus, { kind: 'ranked' }>,
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

/** A raw value as its source hedges it: “30 余”, “约 120”; empty where it is missing. */
export function rawValueText(
  { value, qualifier }: Pick<Observation, 'value' | 'qualifier'>,
  unit: string,
  m: Messages,
): string {
  return value === null ? '' : m.qualifier[qualifier](formatPlain(value), unit);
}
