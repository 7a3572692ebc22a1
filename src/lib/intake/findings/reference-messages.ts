import { message } from './message.ts';

/** Faults between tables: what one row says of another. */
export const REFERENCE_MESSAGES = {
  duplicate_key: message(
    '{key} 不得重复',
    '{key} occurs once only',
    '删去其中一行（首次出现在 {first}）；更正旧值请把 revision 加 1',
    'Delete one of them (first at {first}); to correct an old value raise revision by 1',
  ),
  indicator_unknown: message(
    '指标须在 indicators.csv 中登记',
    'An indicator is listed in indicators.csv',
    '改正代码，或先登记该指标',
    'Correct the code, or list the indicator first',
  ),
  institution_unknown: message(
    '机构须在本层 institutions.csv 中登记',
    'An institution is listed in institutions.csv of its layer',
    '改正 institution_id，或先登记该机构',
    'Correct the institution_id, or list the institution first',
  ),
  institution_name: message(
    '机构名称须与 institution_id 一致：{id} 是“{name}”',
    'The name belongs to the institution_id: {id} is “{name}”',
    '核对填错的是名称还是编号',
    'Check whether the name or the id is wrong',
  ),
  institution_region: message(
    '{id} 属于 {expected}，不属于此区划',
    '{id} belongs to {expected}, not to this region',
    '改正 region_code 或 institution_id',
    'Correct region_code or institution_id',
  ),
  institution_validity: message(
    '{id} 的存续期为 {from} 至 {to}',
    '{id} exists from {from} to {to}',
    '核对期间，或在 institutions.csv 更正存续期',
    'Check the period, or correct the validity in institutions.csv',
  ),
  institution_level: message(
    '机构层级与其区划层级一致（{region} 为 {level}）',
    'An institution has the level of its region ({region} is {level})',
    '改正 level 或 region_code',
    'Correct level or region_code',
  ),
  region_unknown: message(
    '区划代码须在本层 regions.csv 中登记',
    'A region code is listed in regions.csv of its layer',
    '改正代码，或先登记该区划',
    'Correct the code, or list the region first',
  ),
  region_validity: message(
    '区划代码 {code} 的有效期为 {from} 至 {to}{successor}',
    'The region code {code} is valid from {from} to {to}{successor}',
    '改用该年有效的代码',
    'Use the code that is valid in that year',
  ),
  region_parent_level: message(
    '上级区划的层级须高于本级',
    'The parent region is of a higher level',
    '改正 parent_code 或 level',
    'Correct parent_code or level',
  ),
  region_successor: message(
    '停用的代码写 successor_code，其有效期与后继代码相接',
    'A code that ended names its successor, whose validity follows on',
    '核对 valid_to、successor_code 与后继代码的 valid_from',
    'Check valid_to, successor_code and the valid_from of the successor',
  ),
  tile_taken: message(
    '同级区划的格位（tile_row、tile_col）不得重叠',
    'Regions of one level do not share a tile (tile_row, tile_col)',
    '改到空格位（已被 {first} 占用）',
    'Move to a free tile (taken by {first})',
  ),
  tile_incomplete: message(
    'tile_row 与 tile_col 同填或同空',
    'tile_row and tile_col are given together or not at all',
    '补上另一个，或都清空',
    'Give the other one, or neither',
  ),
  source_unknown: message(
    '来源须在 sources.csv 中登记',
    'A source is listed in sources.csv',
    '改正 source_id，或先登记该来源',
    'Correct the source_id, or list the source first',
  ),
  layer_source: message(
    '三层数据互不混用：{layer} 层不得引用 {other} 层的来源',
    'Layers never mix: {layer} data does not cite a source of the {other} layer',
    '改正 source_id，或把此行移到正确的层',
    'Correct the source_id, or move the row to its layer',
  ),
  layer_region: message(
    '虚构区划（99 开头）只用于 synthetic 层，真实区划不得进入 synthetic 层',
    'Fictional codes (99…) are for the synthetic layer only; real codes never enter it',
    '改正代码，或把此行移到正确的层',
    'Correct the code, or move the row to its layer',
  ),
  layer_institution: message(
    '虚构机构（syn- 开头）只用于 synthetic 层，其他层不得使用',
    'Fictional institutions (syn-…) are for the synthetic layer and no other',
    '改正 institution_id，或把此行移到正确的层',
    'Correct the institution_id, or move the row to its layer',
  ),
  row_missing: message(
    '同级机构填同样的指标；缺数也要留一行并写原因',
    'Institutions of one level fill in the same indicators; a gap is a row with a reason',
    '为 {subject} 补上 {indicator} 一行',
    'Add the row {indicator} for {subject}',
  ),
  indicator_absent: message(
    '排名方案用到的指标，各级机构每年都要有行；缺数也要留一行并写原因',
    'What the ranking’s scheme reads has rows for every level in every year; a gap is a row with a reason',
    '为 {level} 一级的机构补上 {indicator}；本期确实不采集时，先从方案中去掉该指标',
    'Add {indicator} for the institutions of level {level}; if it is no longer collected, take it out of the scheme first',
  ),
};
