import { error, information, warning } from './message.ts';

/** A whole file that could not be opened, by the reason of the refusal. */
export const FILE_MESSAGES = {
  refused_empty: error(
    '文件是空的',
    'The file is empty',
    '核对是否选错了文件，或重新导出',
    'Check that this is the right file, or export it again',
  ),
  refused_too_large: error(
    '文件超过大小上限（{detail}）',
    'The file is larger than the limit ({detail})',
    '只留需要的工作表，另存为 .xlsx 后再导入',
    'Keep the sheets that are needed and save them as .xlsx',
  ),
  refused_zip_bomb: error(
    '压缩包展开后过大，不予打开（{detail}）',
    'Unpacked it would be far too large; it was not opened ({detail})',
    '在 Excel 或 WPS 中打开，另存为新的 .xlsx',
    'Open it in Excel or WPS and save it as a new .xlsx',
  ),
  refused_too_many_parts: error(
    '文件内部部件过多，不予打开（{detail}）',
    'The file has too many parts; it was not opened ({detail})',
    '删去图片和多余的工作表，另存为新的 .xlsx',
    'Remove pictures and unneeded sheets and save it as a new .xlsx',
  ),
  refused_too_many_cells: error(
    '行、列或单元格数超过上限（{detail}）',
    'More rows, columns or cells than the limit ({detail})',
    '清除表格以外的内容（例如最末行、最末列的零星字符），或拆成几个文件',
    'Clear what lies outside the table (stray characters far right or below), or split the file',
  ),
  refused_not_this_format: error(
    '内容与扩展名不符（{detail}）',
    'The content is not what the name of the file says ({detail})',
    '用 Excel 或 WPS 打开后“另存为”.xlsx，不要只改扩展名',
    'Open it in Excel or WPS and use “Save as” .xlsx; renaming is not enough',
  ),
  refused_encrypted: error(
    '文件有打开密码',
    'The file is protected by a password',
    '取消密码后另存，再导入',
    'Remove the password, save, and import again',
  ),
  refused_damaged: error(
    '文件损坏，读不完整（{detail}）',
    'The file is damaged and cannot be read in full ({detail})',
    '在 Excel 或 WPS 中打开修复后另存；CSV 请检查此行的双引号',
    'Open it in Excel or WPS, repair and save it; in a CSV look at the quotes of this line',
  ),
  refused_encoding: error(
    '文字编码认不出（{detail}）',
    'The encoding of the text is not known ({detail})',
    '另存为“CSV UTF-8（逗号分隔）”或 .xlsx',
    'Save it as “CSV UTF-8 (comma delimited)” or .xlsx',
  ),
  refused_unknown_format: error(
    '不是能读的表格文件（{detail}）',
    'This is no kind of table file that can be read ({detail})',
    '可读：.xlsx、.xls、.xlsb、.ods、.et、.csv、.tsv；请另存为 .xlsx',
    'Readable: .xlsx, .xls, .xlsb, .ods, .et, .csv, .tsv; please save it as .xlsx',
  ),
  refused_too_slow: error(
    '打开用时过长，已停止',
    'Opening it took too long and was stopped',
    '另存为新的 .xlsx，或拆成几个文件',
    'Save it as a new .xlsx, or split the file',
  ),
  file_twice: information(
    '与 {first} 的内容完全相同',
    'Exactly the same content as {first}',
    '只交一份即可',
    'One of them is enough',
  ),
};

/** A sheet as a whole. */
export const SHEET_MESSAGES = {
  cover_year: information(
    '这一页写明 {period} 年，用于没写年份的工作表：{sheets}',
    'This page names {period}, which is taken for the sheets that tell no year: {sheets}',
    '各表年份不同时，请写进各表的标题',
    'Where the sheets are of several years, write each into its title',
  ),
  cover_year_doubted: warning(
    '这一页写明 {period} 年，文件名写的是 {named}；没写年份的工作表按 {period} 年读：{sheets}',
    'This page names {period} and the name of the file {named}; the sheets that tell no year are read as {period}: {sheets}',
    '核对年份；不对时写进各表的标题',
    'Check the year; if it is wrong, write the right one into the titles of the sheets',
  ),
  place_carried: information(
    '第 {rows} 行没有写机构，按上面的“{name}”读（共 {count} 行）',
    'Rows {rows} name no institution and are read as “{name}” above them ({count} rows)',
    '不是这家机构的，请写明机构名称',
    'Where it is another institution, write its name',
  ),
  no_table: error(
    '没有找到表格：要有一列机构或县（市、区），并有指标的列',
    'No table was found: it takes a column of institutions or counties, and columns of indicators',
    '补上表头，或用“下载空表”的格式填写',
    'Add a header row, or fill in the blank form',
  ),
  sheet_without_table: information(
    '此工作表没有表格，未读取',
    'This sheet holds no table and was not read',
  ),
  sheet_hidden: warning(
    '此工作表是隐藏的，其中的数值照样读取',
    'This sheet is hidden; its values are read all the same',
    '核对隐藏的工作表是否也要导入；不要的请删去',
    'Check whether the hidden sheet is to be imported; delete it if not',
  ),
  rows_hidden: warning(
    '有 {count} 行是隐藏的，其中的数值照样读取：第 {rows} 行',
    '{count} rows are hidden; their values are read all the same: {rows}',
    '取消隐藏核对；不要的请删去',
    'Unhide and check them; delete what is not wanted',
  ),
  columns_hidden: warning(
    '有 {count} 列是隐藏的，其中的数值照样读取：{columns}',
    '{count} columns are hidden; their values are read all the same: {columns}',
    '取消隐藏核对；不要的请删去',
    'Unhide and check them; delete what is not wanted',
  ),
  heading_twice: warning(
    '同一指标、同一期间有两列',
    'Two columns tell the same indicator of the same period',
    '删去其中一列；两列数值不同的行不导入',
    'Delete one of them; rows in which they differ are not imported',
  ),
  no_place_lane: error(
    '有数值，但没有说明是哪家机构的',
    'There are values, but nothing says whose they are',
    '增加“机构名称”或“区划代码”一列',
    'Add a column with the institution or the region code',
  ),
  ambiguous_layout: error(
    '表格的排列有不止一种读法',
    'The table can be read in more than one way',
    '一张工作表只放一张表，表头放在最上面几行',
    'Put one table on a sheet, with its header in the first rows',
  ),
  outside_table: warning(
    '这一行在表格之外，未读取',
    'This row lies outside the table and was not read',
    '如是数据，请移到表头下面、中间不留空行',
    'If it is data, move it below the header without a gap',
  ),
  lane_ignored: information(
    '“{heading}”不是统计数（{why}），未读取',
    '“{heading}” holds no statistic ({why}) and was not read',
  ),
  lane_computed: information(
    '{indicator} 由程序计算，表中的数不采用（共 {count} 格）',
    '{indicator} is computed; the numbers of the table are not taken ({count} cells)',
  ),
  heading_unused: information(
    '认不出的表头“{heading}”，下面没有内容',
    'The heading “{heading}” is not known; there is nothing under it',
  ),
};
