/** What the edition for the public says: bands, and nothing that a score or a place could be read from. */
import type { LocalText, PublishedScore, RankStatusKind, Scheme } from '#lib/model/index.ts';
import type { ScoreResult, InstitutionLevel } from '#lib/model/index.ts';
import type { Dataset } from '#lib/state/dataset.ts';
import { displayName, institutionName } from '#lib/state/names.ts';
import { rowIndex } from '#lib/state/standing.ts';

/** A band's code, or why there is none. */
export type Standing =
  | { readonly kind: 'band'; readonly band: string }
  | { readonly kind: 'none'; readonly status: Exclude<RankStatusKind, 'ranked'> };

export interface BandRow {
  readonly id: string;
  readonly region_code: string;
  readonly name: LocalText;
  readonly institution: LocalText;
  readonly level: InstitutionLevel;
  readonly city: { readonly code: string; readonly name: LocalText } | null;
  /** By position in `periods`; null where the institution was not in that year's tables. */
  readonly standings: readonly (Standing | null)[];
}

export interface BandsModel {
  /** Ascending; the last is the one in force. */
  readonly periods: readonly string[];
  /** From the best down. */
  readonly bands: readonly { readonly code: string; readonly name: LocalText }[];
  /** In the order of region codes, which says nothing of who is better. */
  readonly rows: readonly BandRow[];
}

export interface BandsInput {
  readonly dataset: Dataset;
  readonly result: ScoreResult;
  readonly scheme: Scheme;
  readonly periods: readonly string[];
  /** What was published at the time; a year that is locked is told as it was. */
  readonly published: readonly PublishedScore[];
}

const byCode = (a: BandRow, b: BandRow) =>
  a.region_code < b.region_code
    ? -1
    : a.region_code > b.region_code
      ? 1
      : a.id < b.id
        ? -1
        : Number(a.id > b.id);

/** Bands by institution and year. */
export function bandsModel(input: BandsInput): BandsModel {
  const { dataset, result, scheme, periods, published } = input;
  const rowOf = rowIndex(result);
  const indexOnly = published.filter(({ element }) => element === scheme.index.code);
  const asPublished = new Map(indexOnly.map((row) => [`${row.institution_id} ${row.period}`, row]));
  const locked = new Set(indexOnly.map(({ period }) => period));

  const standing = (id: string, period: string): Standing | null => {
    if (locked.has(period)) {
      const then = asPublished.get(`${id} ${period}`);
      if (!then) return null;
      if (then.band !== null) return { kind: 'band', band: then.band };
      return { kind: 'none', status: then.status === 'ranked' ? 'not_computable' : then.status };
    }
    const row = rowOf(id, period);
    if (row === undefined) return null;
    const { kind } = result.status[row] ?? { kind: 'no_data' as const };
    const band = result.bands[row];
    if (kind === 'ranked') return band ? { kind: 'band', band } : null;
    return { kind: 'none', status: kind };
  };

  const rows = dataset.institutions.map((one): BandRow => ({
    id: one.institution_id,
    region_code: one.region_code,
    name: displayName(dataset, one),
    institution: institutionName(one),
    level: one.level,
    city:
      one.city_code === null || one.city_name_zh === null || one.level === 'city'
        ? null
        : {
            code: one.city_code,
            name: { zh: one.city_name_zh, en: one.city_name_en ?? one.city_name_zh },
          },
    standings: periods.map((period) => standing(one.institution_id, period)),
  }));
  const bands = [...scheme.bands].sort((a, b) => b.min - a.min);
  return {
    periods,
    bands: bands.map(({ code, name }) => ({ code, name })),
    rows: rows.sort(byCode),
  };
}

/** How many institutions of a year are in each band, in the order of the bands, and how many in none. */
export function bandCounts(
  model: BandsModel,
  rows: readonly BandRow[],
  period: string,
): { readonly counts: readonly number[]; readonly none: number } {
  const at = model.periods.indexOf(period);
  const standings = rows.flatMap(({ standings }) => standings[at] ?? []);
  return {
    counts: model.bands.map(
      ({ code }) => standings.filter((one) => one.kind === 'band' && one.band === code).length,
    ),
    none: standings.filter(({ kind }) => kind === 'none').length,
  };
}
