import { COUNTY, FACTS, FORM, of, seed, YEAR, type Seed } from './seed.ts';

const REGIONS = 'synthetic/regions.csv';
const INSTITUTIONS = 'synthetic/institutions.csv';
const county = { institution_id: COUNTY };

/** Rows that do not fit other tables. */
export const REFERENCE_SEEDS: readonly Seed[] = [
  seed('the same row twice', 'duplicate_key', (copy) =>
    copy.repeat(YEAR, of('TZ1'), {}, 'indicator'),
  ),
  seed('an institution twice', 'duplicate_key', (copy) =>
    copy.repeat(INSTITUTIONS, county, {}, 'institution_id'),
  ),
  seed('a source twice', 'duplicate_key', (copy) =>
    copy.repeat('sources.csv', { source_id: 'jilin-2022' }, {}, 'source_id'),
  ),
  seed('a rule twice', 'duplicate_key', (copy) =>
    copy.repeat('rules.csv', { rule_id: 'R03' }, {}, 'rule_id'),
  ),
  seed(
    'an indicator of no catalogue',
    'indicator_unknown',
    (copy) => {
      copy.type(YEAR, of('TZ1'), 'indicator', 'TZ99');
      return copy.place(YEAR, of('TZ99'), 'indicator');
    },
    ['row_missing'],
  ),
  seed('an indicator of another layer', 'indicator_unknown', (copy) =>
    copy.repeat(YEAR, of('TZ1'), { indicator: 'F_LN_022' }, 'indicator'),
  ),
  seed(
    'an institution of no list',
    'institution_unknown',
    (copy) => {
      copy.type(YEAR, of('TZ1'), 'institution_id', 'syn-000000');
      return copy.place(YEAR, { institution_id: 'syn-000000' }, 'institution_id');
    },
    ['row_missing'],
  ),
  seed('the name of another institution', 'institution_name', (copy) =>
    copy.type(YEAR, of('TZ1'), 'institution', '乙县计量检定测试所'),
  ),
  seed('the region of another institution', 'institution_region', (copy) =>
    copy.type(YEAR, of('TZ1'), 'region_code', '990123'),
  ),
  seed('an institution that had closed', 'institution_validity', (copy) => {
    copy.type(INSTITUTIONS, county, 'valid_to', '2024-12-31');
    return copy.place(YEAR, of('TZ1'), 'period');
  }),
  seed(
    'a county institution of a city',
    'institution_level',
    (copy) => copy.type(INSTITUTIONS, county, 'level', 'city'),
    ['row_missing'],
  ),
  seed(
    'a region of no list',
    'region_unknown',
    (copy) => copy.type(YEAR, of('TZ1'), 'region_code', '990199'),
    ['institution_region'],
  ),
  seed('a parent of no list', 'region_unknown', (copy) =>
    copy.type(REGIONS, { region_code: '990123' }, 'parent_code', '990900'),
  ),
  seed('the old code after the change', 'region_validity', (copy) =>
    copy.type(YEAR, { region_code: '990185', indicator: 'TZ1' }, 'region_code', '990122'),
  ),
  seed('the new code before the change', 'region_validity', (copy) =>
    copy.type(
      'synthetic/observations/2022.csv',
      { region_code: '990122', indicator: 'TZ1' },
      'region_code',
      '990185',
    ),
  ),
  seed('a county above a city', 'region_parent_level', (copy) =>
    copy.type(REGIONS, { region_code: '990300' }, 'parent_code', '990121'),
  ),
  seed('a gap between old and new code', 'region_successor', (copy) => {
    copy.type(REGIONS, { region_code: '990185' }, 'valid_from', '2023-02-01');
    return copy.place(REGIONS, { region_code: '990122' }, 'successor_code');
  }),
  seed('two counties on one tile', 'tile_taken', (copy) => {
    const { row, ...tile } = {
      row: copy.read(REGIONS, { region_code: '990121' }, 'tile_row'),
      col: copy.read(REGIONS, { region_code: '990121' }, 'tile_col'),
    };
    copy.type(REGIONS, { region_code: '990123' }, 'tile_col', tile.col);
    return copy.type(REGIONS, { region_code: '990123' }, 'tile_row', row);
  }),
  seed('half a tile', 'tile_incomplete', (copy) =>
    copy.type(REGIONS, { region_code: '990123' }, 'tile_col', ''),
  ),
  seed('a source of no list', 'source_unknown', (copy) =>
    copy.type(YEAR, of('TZ1'), 'source_id', 'unknown'),
  ),
  seed('an invented row with a real source', 'layer_source', (copy) =>
    copy.type(YEAR, of('TZ1'), 'source_id', 'jilin-2022'),
  ),
  seed('a published row with the invented source', 'layer_source', (copy) =>
    copy.type(FACTS, { indicator: 'F_LN_022' }, 'source_id', 'synthetic'),
  ),
  seed(
    'a real region in the synthetic layer',
    'layer_region',
    (copy) => copy.type(YEAR, of('TZ1'), 'region_code', '331002'),
    ['region_unknown', 'institution_region'],
  ),
  seed(
    'a fictional region in the form',
    'layer_region',
    (copy) => {
      const row = { institution_id: 'tpl-331002', indicator: 'TZ1' };
      return copy.type(FORM, row, 'region_code', '990121');
    },
    ['region_unknown', 'institution_region'],
  ),
  seed(
    'a fictional institution among the facts',
    'layer_institution',
    (copy) => copy.type(FACTS, { indicator: 'F_LN_022' }, 'institution_id', COUNTY),
    ['institution_unknown'],
  ),
  seed('a row is gone', 'row_missing', (copy) => copy.cut(YEAR, of('TZ1'))),
];
