import { error, information, warning } from './message.ts';

/** Whose and when: faults that refuse a row. */
export const ROW_MESSAGES = {
  heading_unknown: error(
    '不认识表头“{heading}”',
    'The heading “{heading}” is not known',
    '在“表头对应”中选定指标，或选“不读这一列”',
    'Choose its indicator in the mapping, or leave the column out',
  ),
  value_merged: error(
    '“{heading}”的这一格与别的格合并，看不出是谁的数',
    'This cell of “{heading}” is merged with others: nothing says whose number it is',
    '取消合并，各行各填自己的数',
    'Unmerge it and give each row its own number',
  ),
  heading_absent: error(
    '此列没有表头',
    'This column has no heading',
    '补上表头；多出来的逗号或内容请删去',
    'Give it a heading; delete stray commas or content',
  ),
  place_absent: error(
    '此行没有写明是哪家机构',
    'This row does not say whose values it holds',
    '填写机构名称或区划代码',
    'Fill in the institution or the region code',
  ),
  place_unknown: error(
    '名册中没有“{name}”',
    '“{name}” is not among the institutions',
    '在“机构对应”中选定，或改成名册中的名称',
    'Choose the institution in the mapping, or write its listed name',
  ),
  place_doubted: error(
    '名册中有“{name}”，但同一行的代码或地区不认识，不能确定就是这一家',
    '“{name}” is listed, but the code or region beside it is not known, so it may be another',
    '改正代码或地区；确是这一家时在“机构对应”中确认',
    'Mend the code or region; confirm the institution in the mapping if it is this one',
  ),
  place_total: warning(
    '“{name}”不是一家机构，按合计看待，这里的数没有读取',
    '“{name}” is no institution and is taken for a total; its numbers were not read',
    '确是某家机构的数时，写出机构名称',
    'If the numbers are of an institution, write its name',
  ),
  place_several: error(
    '“{name}”可能是几家机构',
    '“{name}” could be several institutions',
    '在“机构对应”中选定，或填写区划代码',
    'Choose one in the mapping, or give the region code',
  ),
  place_contradiction: error(
    '代码（或地区）与名称不是同一家：代码（或地区）是 {by_code}，名称是 {by_name}',
    'Code (or region) and name belong to two institutions: the former to {by_code}, the name to {by_name}',
    '核对填错的是代码、地区还是名称',
    'Check whether the code, the region or the name is wrong',
  ),
  place_not_valid: error(
    '{id} 在 {period} 不存在（成立前或撤销后）',
    '{id} does not exist in {period} (not yet, or no longer)',
    '核对年份和机构',
    'Check year and institution',
  ),
  layer_other: error(
    '{id} 属于{layer}，不在本次导入的范围',
    '{id} belongs to {layer}, which this import is not about',
    '分开导入，或改选数据',
    'Import it on its own, or choose other data',
  ),
  period_absent: error(
    '看不出是哪一年的数',
    'Nothing says of which year the value is',
    '在标题、表头或文件名中写明年份（如“2025年”），或在导入时选定年份',
    'Write the year into the title, the header or the name of the file (2025年), or choose it',
  ),
  period_span: error(
    '期间 {period} 跨年，年度表不收',
    'The period {period} spans several years; yearly tables do not hold it',
    '改成一年的数',
    'Give the value of one year',
  ),
  period_year_end: information(
    '{day} 是年末时点，记为 {year} 年',
    '{day} is the end of a year and is kept as the year {year}',
  ),
  period_not_year: warning(
    '期间 {period} 不是整年，排名只用年度数',
    'The period {period} is not a year; rankings use yearly values only',
    '核对是否应为年度数',
    'Check whether it should be the value of the year',
  ),
  duplicate_row: information(
    '与 {first} 说的是同一个数，只取一次',
    'Says the same number as {first}; it is taken once',
  ),
  conflict: error(
    '同一个数有不同的说法：{cells}',
    'The same number is told differently: {cells}',
    '核对哪一个对，改正或删去另一个；改好之前都不导入',
    'Find out which is right and mend the others; until then none is imported',
  ),
};
