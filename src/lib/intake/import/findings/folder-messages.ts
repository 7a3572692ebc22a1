import { error, information, warning } from './message.ts';

/** What an import does to the data folder. */
export const FOLDER_MESSAGES = {
  locked_edition: warning(
    '{year} 年的 {edition} 版已经锁定；{count} 个数记为以后的修订，不改变已锁定的 {edition} 版',
    'Edition {edition} of {year} is locked: {count} values are kept as later revisions and change nothing in it',
  ),
  locked_in_force: warning(
    '现行的 {edition} 版（{year} 年）已经锁定；{count} 个数记为以后的修订，不改变已锁定的 {edition} 版',
    'The edition in force, {edition} ({year}), is locked: {count} values are kept as later revisions and change nothing in it',
    '放入 data/ 之前先运行 npm run edition -- --next 开始新的一版',
    'Before they go into data/, run npm run edition -- --next to begin a new edition',
  ),
  cutoff_moved: warning(
    '数据截止日由 {before} 改为 {after}，现行版由 {old_id} 改为 {new_id}{unlocked}',
    'The cut-off moves from {before} to {after}, the edition in force from {old_id} to {new_id}{unlocked}',
    '核对年份；年份写错会多出一个年度',
    'Check the year: a slip would open a year that does not exist',
  ),
  year_opened: warning(
    '{layer}新开 {year} 年度；排名用的是{ranked}，截止日 {cutoff} 不变',
    'A new year, {year}, is opened in {layer}; the ranking uses {ranked}, whose cut-off stays {cutoff}',
    '核对年份；年份写错会多出一个年度',
    'Check the year: a slip would open a year that does not exist',
  ),
  layers_mixed: warning(
    '一个文件里有两类机构的数，分别归入：{parts}',
    'One file has numbers of two kinds of institutions, which go to: {parts}',
    '核对机构名称；不该在一起的，请分成两个文件导入',
    'Check the names of the institutions; what does not belong together is imported as two files',
  ),
  rows_filled: information(
    '{year} 年有 {count} 项没有报来，按“未报送”补行（{institutions} 家机构）',
    '{count} values of {year} did not come in; rows “not reported” were added ({institutions} institutions)',
  ),
  folder_errors: error(
    '数据文件夹本身有错（{count} 处），暂不能导入：{first}',
    'The data folder itself has errors ({count}); nothing can be imported: {first}',
    '先运行 npm run data 并改正',
    'Run npm run data and mend them first',
  ),
  /** A fault that the checks tell of the folder, told of the file that was handed in. */
  file_missing: error(
    '还没有 {year} 年的数据，不能隔年放入 {period}',
    'There is no data of {year} yet; {period} cannot come before it does',
    '核对年份是否写错；没错就先导入 {year} 年的表',
    'Check the year; if it is right, import the table of {year} first',
  ),
  not_settled: error(
    '此行与其他数据合在一起通不过检查',
    'Together with the other data this row does not pass the checks',
    '先改正报告中的其他错误，再导入一次',
    'Mend the other errors of the report and import again',
  ),
};
