import { error, information, warning } from './message.ts';

/** A cell that cannot be read as a number without guessing, by the reason. */
export const UNCLEAR_MESSAGES = {
  unclear_two_numbers: error(
    '一格里有两个数，不能猜',
    'There are two numbers in one cell',
    '一格只留一个数，其余写进备注',
    'Leave one number in the cell; the rest goes into the note',
  ),
  unclear_range: error(
    '这是一个范围，不是一个数',
    'This is a range, not a number',
    '改成一个数；只知道下限时写“30以上”',
    'Write one number; where only the lower end is known, 30以上',
  ),
  unclear_words: error(
    '读不出是什么数',
    'This cannot be read as a number',
    '只写数；没有数就写“未报”“不适用”等，说明写进备注',
    'Write the number alone; for none write 未报 or 不适用, remarks go into the note',
  ),
  unclear_ordinal: error(
    '这像序号或名次，不是数量',
    'This looks like an ordinal, not a quantity',
    '改成数量',
    'Write the quantity',
  ),
  unclear_date: error(
    '这像日期，不是数量（表格软件可能改了格式）',
    'This looks like a date, not a quantity (a spreadsheet program may have reformatted it)',
    '把单元格设为“常规”或“文本”，重新填数',
    'Set the cell to “General” or “Text” and type the number again',
  ),
  unclear_fraction: error(
    '这是分数，不是小数',
    'This is a fraction, not a decimal',
    '换算成小数或百分数',
    'Write it as a decimal or in per cent',
  ),
  unclear_ambiguous_separator: error(
    '逗号或点可以有不止一种读法',
    'Comma or point can be read in more than one way',
    '写成普通小数，如 1234.5',
    'Write a plain decimal such as 1234.5',
  ),
  unclear_too_many_digits: error(
    '位数过多，无法精确保存（最多 15 位）',
    'More digits than can be kept exactly (15)',
    '核对是否误粘贴（如证书号）',
    'Check for a slip in pasting (such as a certificate number)',
  ),
  unclear_spreadsheet_error: error(
    '公式出错或没有算出结果',
    'The formula came to an error, or was never worked out',
    '在 Excel 或 WPS 中改正公式，存盘后再导入',
    'Mend the formula in Excel or WPS, save, and import again',
  ),
  unclear_boolean: error(
    '这是“是/否”，不是数量',
    'This is yes or no, not a quantity',
    '改成数量',
    'Write the quantity',
  ),
};

/** What became of one value. */
export const VALUE_MESSAGES = {
  unit_incompatible: error(
    '单位“{found}”与 {indicator} 的单位“{expected}”不是一回事',
    'The unit “{found}” is not that of {indicator}, “{expected}”',
    '核对口径（台次与台件、人次与人数不同）；确是同一单位时在“单位对应”中确认',
    'Check what is counted (台次 is not 台件, 人次 not 人); if it is the same, confirm the unit in the mapping',
  ),
  word_unknown: error(
    '{indicator} 只有：{words}',
    '{indicator} is one of: {words}',
    '改成其中之一',
    'Write one of them',
  ),
  reason_and_value: error(
    '既有数值，又写了缺数原因“{reason}”',
    'There is a value and also a reason why there is none: “{reason}”',
    '二者只留其一',
    'Keep one of the two',
  ),
  value_rounded: information(
    '公式算出的数按 15 位有效数字保存',
    'The result of a formula is kept to 15 significant digits',
  ),
  revises: warning(
    '数据中原为 {before}，改为 {after}；原值留作历史',
    'The data had {before}; it becomes {after}, the old value stays as history',
    '核对是否确为更正',
    'Check that this is a correction',
  ),
  gap_kept: warning(
    '此格没有数，而数据中有 {before}，保留原值',
    'There is no number here, but the data has {before}, which stays',
    '确应取消该数时，写“不适用”或“未统计”',
    'If the number is to go, write 不适用 (not applicable) or 未统计 (not collected)',
  ),
  note_unused: information(
    '数值没有变，备注未采用',
    'The value has not changed; the note was not taken',
  ),
  ratio_differs: warning(
    '{indicator} 表中是 {typed}，按 {formula} 算得 {computed}；以算得的为准',
    '{indicator} is {typed} in the table and comes to {computed} by {formula}; what is computed counts',
    '核对分子、分母和这个数',
    'Check numerator, denominator and this number',
  ),
  total_holds: information(
    '核对了 {count} 个合计数，与各行之和相符',
    '{count} totals equal the sums of the rows',
  ),
  total_differs: warning(
    '{label}为 {stated}，各行之和为 {sum}，差 {difference}{gaps}',
    '{label} is {stated}, the rows add up to {sum}, a difference of {difference}{gaps}',
    '核对合计行和各行',
    'Check the total and the rows',
  ),
  total_unchecked: information('{label}没有核对：{why}', '{label} was not checked: {why}'),
};
