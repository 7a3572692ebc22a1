import { message, warning } from './message.ts';

/** Faults of a file or of the shape of its table. */
export const FILE_MESSAGES = {
  file_missing: message(
    '数据文件夹必须包含此文件',
    'The data folder must contain this file',
    '补上文件 {file}（列名见 data/README.md）',
    'Add the file {file} (columns: data/README.md)',
  ),
  file_unknown: message(
    '数据文件夹只放约定的文件，多余文件不会被悄悄忽略',
    'Only agreed files belong in the data folder; others are not silently ignored',
    '改正文件名或位置，或把它移出数据文件夹',
    'Correct its name or place, or move it out of the data folder',
  ),
  file_empty: message(
    '表格至少要有表头',
    'A table has at least a header row',
    '补上表头和数据，或从备份恢复该文件',
    'Add header and rows, or restore the file from a backup',
  ),
  file_no_rows: message(
    '年度数据文件至少要有一行数据；缺数也要留行并写原因',
    'A yearly file holds at least one row; a gap is a row with a reason',
    '补上各机构的数据行，或从备份恢复该文件；尚未收齐时先不放这个文件，edition.json 的 cutoff 也不要改到该年',
    'Add the institutions’ rows or restore the file; while a year is not in, leave its file out and keep the cutoff of edition.json before it',
  ),
  encoding: message(
    '文件须为 UTF-8 编码；此文件疑似 {encoding}',
    'The file must be UTF-8; it looks like {encoding}',
    '在 Excel / WPS 中“另存为”，选择“CSV UTF-8（逗号分隔）”',
    'In Excel or WPS choose “Save as”, type “CSV UTF-8 (comma delimited)”',
  ),
  delimiter: message(
    '列与列之间用半角逗号分隔',
    'Columns are separated by commas',
    '另存为逗号分隔的 CSV；全角逗号、分号、制表符都不行',
    'Save as comma-separated CSV; full-width commas, semicolons and tabs will not do',
  ),
  quotes: message(
    '引号成对；单元格内的引号写成两个（RFC 4180）',
    'Quotes come in pairs; a quote inside a cell is doubled (RFC 4180)',
    '检查此行附近缺少或多余的双引号',
    'Look for a missing or stray double quote near this row',
  ),
  column_missing: message(
    '表中必须有列 {column}',
    'The table must have the column {column}',
    '在表头补上 {column} 列',
    'Add the column {column} to the header',
  ),
  column_unknown: message(
    '表头只用约定的列名：{columns}',
    'The header uses the agreed column names only: {columns}',
    '改正列名，或删去这一列',
    'Correct the name or delete the column',
  ),
  column_duplicate: message(
    '列名不得重复',
    'No column name occurs twice',
    '删去或改名其中一列（首次出现在 {first}）',
    'Delete or rename one of them (first seen at {first})',
  ),
  row_ragged: message(
    '每行 {expected} 格，与表头一致；此行有 {actual} 格，整行未读入',
    'Every row has {expected} cells as the header; this one has {actual} and was not read',
    '补齐或删去逗号；文字内含逗号时用双引号括起来',
    'Add or remove commas; put text that contains a comma in double quotes',
  ),
  row_blank: warning(
    '空行不含数据，已跳过',
    'A blank row holds no data and was skipped',
    '删去空行',
    'Delete the blank row',
  ),
  json_invalid: message(
    '须为合法的 JSON：{reason}',
    'Must be valid JSON: {reason}',
    '用文本编辑器改正该文件',
    'Correct the file in a text editor',
  ),
  mapping_invalid: message(
    '映射文件须符合约定的格式（见 data/README.md）',
    'The mapping file follows the agreed form (see data/README.md)',
    '改正该项，或删去它、下次读入时重新确认',
    'Correct the entry, or delete it and answer anew at the next import',
  ),
  mapping_stale: warning(
    '映射文件中的 {code} 已不在指标目录或机构表中，这个答案不再起作用',
    '{code} of the mapping file is no longer an indicator or institution; the answer has no effect',
    '改成现有的代码，或删去该项',
    'Name a code that exists, or delete the entry',
  ),
  edition_invalid: message(
    'edition.json 须含 id（文字）、cutoff（YYYY-MM-DD）、layer（reported | template | synthetic）、scheme（方案编号）',
    'edition.json holds id (text), cutoff (YYYY-MM-DD), layer (reported | template | synthetic), scheme (its id)',
    '改正 {field}',
    'Correct {field}',
  ),
  edition_scheme: message(
    'edition.json 的 scheme 须是 data/schemes 中某个方案的 id',
    'The scheme of edition.json must be the id of a scheme in data/schemes',
    '改成已有方案的 id，或补上该方案文件',
    'Name a scheme that exists, or add its file',
  ),
  scheme_invalid: message(
    '指标方案须符合方案格式（src/lib/model/scheme.schema.json）',
    'An index scheme follows the scheme format (src/lib/model/scheme.schema.json)',
    '{advice}',
    '{advice}',
  ),
  scheme_indicator: message(
    '方案中的指标须在 indicators.csv 中登记',
    'Indicators of a scheme are listed in indicators.csv',
    '改正方案中的指标代码，或登记该指标',
    'Correct the code in the scheme, or list the indicator',
  ),
  scheme_duplicate: message(
    '方案的 id 不得重复',
    'No scheme id occurs twice',
    '改正其中一个方案的 id（另见 {first}）',
    'Change the id of one scheme (also in {first})',
  ),
};
