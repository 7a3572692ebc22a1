/** A computed ranking as the table that is published and locked. */
import type { Scheme, ScoreResult } from '#lib/model/index.ts';
import Papa from 'papaparse';

export const PUBLISHED_COLUMNS = [
  'edition',
  'period',
  'institution_id',
  'element',
  'score',
  'rank',
  'band',
  'status',
  'scheme',
  'scheme_version',
  'source_id',
] as const;

export type PublishedRow = Readonly<Record<(typeof PUBLISHED_COLUMNS)[number], string>>;

/** Ten digits: enough to compare with, and none that hangs on the order in which sums were taken. */
export const DIGITS = 10;

function printed(value: number | undefined): string {
  if (value === undefined || Number.isNaN(value)) return '';
  const text = String(Number(value.toPrecision(DIGITS)));
  if (text.includes('e')) throw new Error(`${value} has no plain decimal`);
  return text;
}

export interface EditionOf {
  readonly id: string;
  /** The year ranked. */
  readonly period: string;
  /** Source of an institution's published numbers, by its id. */
  readonly sourceOf: (institution: string) => string;
}

/**
 * The rows of one year: index and dimensions of every institution. A score that there is not is
 * empty, never 0; ranks and bands are those of the index alone.
 */
export function publishedRows(
  { id, period, sourceOf }: EditionOf,
  scheme: Scheme,
  result: ScoreResult,
): PublishedRow[] {
  const top = scheme.index;
  const elements = [top, ...('children' in top ? top.children : [])].map(({ code }) => code);
  return result.rows.flatMap((row, at) =>
    row.period !== period
      ? []
      : elements.map((element) => {
          const isIndex = element === top.code;
          const rank = result.ranks.get(element)?.[at] ?? 0;
          return {
            edition: id,
            period,
            institution_id: row.unit,
            element,
            score: printed(result.scores.get(element)?.[at]),
            rank: isIndex && rank > 0 ? String(rank) : '',
            band: isIndex ? (result.bands[at] ?? '') : '',
            status: result.status[at]?.kind ?? 'no_data',
            scheme: scheme.id,
            scheme_version: scheme.version,
            source_id: sourceOf(row.unit),
          };
        }),
  );
}

/** The rows as the file that is kept. */
export const publishedText = (rows: readonly PublishedRow[]): string =>
  `${Papa.unparse(
    {
      fields: [...PUBLISHED_COLUMNS],
      data: rows.map((row) => PUBLISHED_COLUMNS.map((name) => row[name])),
    },
    { newline: '\n' },
  )}\n`;

/** A file that was kept, as rows again. */
export const readPublished = (text: string): PublishedRow[] =>
  Papa.parse<PublishedRow>(text.trimEnd(), { header: true }).data;
