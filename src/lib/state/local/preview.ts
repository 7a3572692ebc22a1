/** The ranking with imported data beside the one that counts now. */
import type { DataSource } from '#lib/engine/load/source.ts';
import { openPlainEngine } from '#lib/engine/plain/open.ts';
import type {
  Layer,
  LocalText,
  Manifest,
  RankStatus,
  Scheme,
  ScoreResult,
} from '#lib/model/index.ts';
import { score } from '#lib/scoring/index.ts';
import {
  makeDataset,
  queryDataset,
  unitTable,
  type Dataset,
  type InstitutionRow,
} from '../dataset.ts';
import { displayName } from '../names.ts';
import type { Scope } from '../scope.ts';
import {
  gapsIn,
  indicatorNames,
  institutionsInScope,
  placesIn,
  rowIndex,
  type Gap,
} from '../standing.ts';
import type { LocalFile } from './local-pack.ts';
import { overlaySource } from './overlay-source.ts';

/** What is asked of both: one layer, year, level and scheme. */
export interface PreviewScope extends Pick<Scope, 'layer' | 'period' | 'level'> {
  readonly scheme: string;
}

/** Where somebody stands: ranked, or why not; `absent` where there are no numbers at all. */
export interface Standing {
  readonly rank: number | null;
  readonly score: number | null;
  readonly status: RankStatus['kind'] | 'absent';
}

/** Who has numbers but no place, and what it would take. */
export interface Unranked {
  readonly id: string;
  readonly name: LocalText;
  readonly status: Exclude<RankStatus, { readonly kind: 'ranked' }>;
  /** Indicators of the scheme without a value. */
  readonly gaps: readonly Gap[];
}

export interface PreviewRow {
  readonly id: string;
  readonly name: LocalText;
  readonly city: LocalText | null;
  readonly now: Standing;
  readonly next: Standing;
}

export interface Preview {
  readonly scope: PreviewScope;
  /** By the new places; who has none comes last. */
  readonly rows: readonly PreviewRow[];
  /** How many stand elsewhere, or have another score. */
  readonly moved: number;
  readonly scoreChanged: number;
  /** With the new data. */
  readonly unranked: readonly Unranked[];
}

export interface Scored {
  readonly dataset: Dataset;
  readonly scheme: Scheme;
  readonly result: ScoreResult;
}

/** Scores a layer of a manifest with the page's own program, without DuckDB. */
export async function scoreManifest(
  manifest: Manifest,
  own: readonly LocalFile[],
  source: DataSource,
  layer: Layer,
  scheme: Scheme,
): Promise<Scored> {
  const engine = openPlainEngine(overlaySource(own, source), manifest, layer);
  try {
    const dataset = makeDataset(layer, await queryDataset(engine, scheme));
    return { dataset, scheme, result: score(unitTable(dataset, scheme), scheme) };
  } finally {
    await engine.close();
  }
}

const ABSENT: Standing = { rank: null, score: null, status: 'absent' };

function standingsOf(
  { dataset, scheme, result }: Scored,
  { period, level }: PreviewScope,
): (institution: string) => Standing {
  const rowOf = rowIndex(result);
  const inScope = institutionsInScope(dataset, { level, city: null });
  const places = placesIn(result, rowOf, inScope, scheme.index.code, period);
  return (institution) => {
    const row = rowOf(institution, period);
    const status = row === undefined ? undefined : result.status[row];
    if (row === undefined || !status) return ABSENT;
    const points = result.scores.get(scheme.index.code)?.[row];
    return {
      rank: places.get(institution) ?? null,
      score:
        status.kind !== 'ranked' || points === undefined || Number.isNaN(points) ? null : points,
      status: status.kind,
    };
  };
}

/** Institutions of a level that have a row in the year and no place in it. */
export function unrankedIn(
  { dataset, scheme, result }: Scored,
  { period, level }: Pick<PreviewScope, 'period' | 'level'>,
): Unranked[] {
  const rowOf = rowIndex(result);
  const names = indicatorNames(scheme.index);
  return institutionsInScope(dataset, { level, city: null }).flatMap((one) => {
    const row = rowOf(one.institution_id, period);
    const status = row === undefined ? undefined : result.status[row];
    if (!status || status.kind === 'ranked') return [];
    const gaps = gapsIn(dataset, one.institution_id, period, names);
    return [{ id: one.institution_id, name: displayName(dataset, one), status, gaps }];
  });
}

const LAST = Number.MAX_SAFE_INTEGER;

/** Pure: sets two scored layers side by side. */
export function preview(now: Scored, next: Scored, scope: PreviewScope): Preview {
  const [before, after] = [standingsOf(now, scope), standingsOf(next, scope)];
  const inScope = institutionsInScope(next.dataset, { level: scope.level, city: null });
  const rows = inScope.map((one) => rowOf(one, next.dataset, before, after));
  rows.sort(
    (a, b) =>
      (a.next.rank ?? LAST) - (b.next.rank ?? LAST) ||
      (a.now.rank ?? LAST) - (b.now.rank ?? LAST) ||
      (a.id < b.id ? -1 : 1),
  );
  return {
    scope,
    rows,
    moved: rows.filter((row) => row.now.rank !== row.next.rank).length,
    scoreChanged: rows.filter((row) => row.now.score !== row.next.score).length,
    unranked: unrankedIn(next, scope),
  };
}

const rowOf = (
  one: InstitutionRow,
  dataset: Dataset,
  before: (id: string) => Standing,
  after: (id: string) => Standing,
): PreviewRow => ({
  id: one.institution_id,
  name: displayName(dataset, one),
  city:
    one.city_name_zh === null
      ? null
      : { zh: one.city_name_zh, en: one.city_name_en ?? one.city_name_zh },
  now: before(one.institution_id),
  next: after(one.institution_id),
});
