/** The table of regions: levels, code changes, tiles. */
import type { Finding } from '../findings/finding.ts';
import { REGION_LEVELS } from '../raw/schemas.ts';
import { citeCell, findingAt, type TableRow } from '../raw/table-row.ts';
import type { Catalogue } from '../raw/catalogue.ts';
import type { Check } from './check.ts';

type RegionRow = TableRow<'region'>;

function parentLevel(row: RegionRow, catalogue: Catalogue): Finding[] {
  const { parent_code, level } = row.values;
  const parent = parent_code === null ? null : catalogue.region(row.layer, parent_code);
  const above = parent?.values.level ?? null;
  if (above === null || level === null) return [];
  return REGION_LEVELS.indexOf(above) < REGION_LEVELS.indexOf(level)
    ? []
    : [findingAt(row, 'parent_code', 'region_parent_level')];
}

/** The day after an ISO day. */
const dayAfter = (day: string) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** An ended code and its successor follow each other without gap or overlap. */
function successor(row: RegionRow, catalogue: Catalogue): Finding[] {
  const { valid_to, successor_code } = row.values;
  if (row.unread.has('valid_to') || row.unread.has('successor_code')) return [];
  if (successor_code === null) return [];
  if (valid_to === null) return [findingAt(row, 'valid_to', 'region_successor')];
  const next = catalogue.region(row.layer, successor_code)?.values.valid_from ?? null;
  if (next === null || next === dayAfter(valid_to)) return [];
  return [findingAt(row, 'successor_code', 'region_successor')];
}

function tiles(rows: readonly RegionRow[]): Finding[] {
  const taken = new Map<string, RegionRow>();
  return rows.flatMap((row) => {
    const { tile_row, tile_col, level, valid_to } = row.values;
    if (row.unread.has('tile_row') || row.unread.has('tile_col')) return [];
    if ((tile_row === null) !== (tile_col === null))
      return [findingAt(row, tile_row === null ? 'tile_row' : 'tile_col', 'tile_incomplete')];
    // A code that ended gives its tile to its successor.
    if (tile_row === null || valid_to !== null) return [];
    const key = [row.layer, level, tile_row, tile_col].join('/');
    const first = taken.get(key);
    if (first === undefined) {
      taken.set(key, row);
      return [];
    }
    const params = { first: citeCell(first, 'tile_row') };
    return [findingAt(row, 'tile_row', 'tile_taken', { params })];
  });
}

export const regions: Check = (data, catalogue) => [
  ...data.rows.region.flatMap((row) => [
    ...parentLevel(row, catalogue),
    ...successor(row, catalogue),
  ]),
  ...tiles(data.rows.region),
];
