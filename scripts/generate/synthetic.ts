/**
 * The tables of the synthetic layer as files: path below data/ to text. Same seed, same bytes. What
 * was published of them in former years is in editions.ts.
 */
import Papa from 'papaparse';
import { ACTIVITY_COLUMNS, activityRows } from './activities.ts';
import { BREAK_COLUMNS, breakRows } from './breaks.ts';
import { EDGE_CASES } from './edge-cases.ts';
import { EVENT_COLUMNS, eventRows } from './events.ts';
import { explain } from './explain.ts';
import { Panel, YEARS } from './panel.ts';
import { profiles } from './profiles.ts';
import { series } from './series.ts';
import { institutionRows, observationRows, regionRows, type Row } from './tables.ts';
import { TARGET_COLUMNS, targetRows } from './targets.ts';

export const SEED = 20250520;

const REGION_COLUMNS =
  'region_code,name_zh,name_en,parent_code,level,valid_from,valid_to,successor_code,tile_row,tile_col,source_id,note';
const INSTITUTION_COLUMNS =
  'institution_id,name_zh,name_en,region_code,level,legal_form,class,class_scheme,peer_group_zh,peer_group_en,valid_from,valid_to,source_id,note';
const OBSERVATION_COLUMNS =
  'institution_id,institution,region_code,entity,pillar,indicator,period,value,missing_reason,value_text,unit,qualifier,denominator_kind,source_id,locator,revision,note';

export function toCsv(columns: string, rows: readonly Row[]): string {
  const fields = columns.split(',');
  const data = rows.map((row) => fields.map((field) => row[field] ?? ''));
  return Papa.unparse({ fields, data }, { newline: '\n' }) + '\n';
}

/** Values of every institution and year, the awkward cases and their notes included. */
export function generatePanel(seed: number = SEED): Panel {
  const panel = new Panel();
  const all = profiles(seed);
  for (const profile of all)
    series(seed, profile).forEach((values, step) => {
      const year = YEARS[step];
      if (year !== undefined) panel.fill(profile.place, year, values);
    });
  for (const edge of EDGE_CASES) edge.apply(panel);
  explain(
    panel,
    all.map((profile) => profile.place),
  );
  return panel;
}

/** The tables of the observations, from a panel as it stands or as it once stood. */
export const observationFile = (panel: Panel, year: number): [path: string, text: string] => [
  `synthetic/observations/${year}.csv`,
  toCsv(OBSERVATION_COLUMNS, observationRows(panel, year)),
];

export function generateSynthetic(seed: number = SEED): Map<string, string> {
  const panel = generatePanel(seed);
  return new Map([
    ['synthetic/regions.csv', toCsv(REGION_COLUMNS, regionRows())],
    ['synthetic/institutions.csv', toCsv(INSTITUTION_COLUMNS, institutionRows())],
    ['synthetic/targets.csv', toCsv(TARGET_COLUMNS, targetRows())],
    ['synthetic/events.csv', toCsv(EVENT_COLUMNS, eventRows())],
    ['synthetic/activities.csv', toCsv(ACTIVITY_COLUMNS, activityRows(seed))],
    ['synthetic/series_breaks.csv', toCsv(BREAK_COLUMNS, breakRows())],
    ...YEARS.map((year) => observationFile(panel, year)),
  ]);
}
