import { message } from './message.ts';

/** Faults of the text of one cell, seen without looking at any other cell. */
export const CELL_MESSAGES = {
  cell_required: message(
    '此格必填',
    'The cell must not be empty',
    '填写 {column}',
    'Fill in {column}',
  ),
  outer_space: message(
    '内容前后不得有空格（含不换行空格、全角空格）',
    'No spaces before or after the content (no-break and full-width ones included)',
    '删去前后空格',
    'Delete the outer spaces',
  ),
  control_character: message(
    '不得含不可见控制字符（{point}）',
    'No invisible control characters ({point})',
    '删去该字符后重新输入',
    'Delete the character and type the text again',
  ),
  formula: message(
    '文字不得以 = + - @ 开头，以免被表格软件当作公式执行',
    'Text must not start with = + - @, which spreadsheet programs run as a formula',
    '粘贴为值，或改写开头',
    'Paste as value, or reword the beginning',
  ),
  code_format: message(
    '代码只含字母、数字和 _ - .',
    'A code consists of letters, digits and _ - .',
    '改正代码；注意空格与全角字符',
    'Correct the code; look for spaces and full-width characters',
  ),
  region_code_format: message(
    '区划代码为六位数字（GB/T 2260）',
    'A region code has six digits (GB/T 2260)',
    '改正代码；表格软件可能去掉了位数或改成了科学计数法',
    'Correct the code; a spreadsheet program may have cut or reformatted it',
  ),
  word_unknown: message(
    '只能填：{words}',
    'One of: {words}',
    '改为其中一个词',
    'Use one of these words',
  ),
  date_format: message(
    '日期写成 YYYY-MM-DD，且须为真实日期',
    'A day is written YYYY-MM-DD and must exist',
    '改写日期，如 2025-12-31',
    'Rewrite the day, e.g. 2025-12-31',
  ),
  period_format: message(
    '期间写成 2025、2016-Q3、2022-03、2025-12-31、2016-2020 或 2017-04/2017-11',
    'A period is written 2025, 2016-Q3, 2022-03, 2025-12-31, 2016-2020 or 2017-04/2017-11',
    '改写期间',
    'Rewrite the period',
  ),
  boolean_format: message(
    '是非写成 true 或 false（小写）',
    'Yes or no is written true or false',
    '改为 true 或 false',
    'Write true or false',
  ),
  number_formula: message(
    '数值格不得含公式',
    'A number cell holds no formula',
    '用“选择性粘贴为值”换成算好的数',
    'Replace it by its result (paste as value)',
  ),
  number_space: message(
    '数值内不得有空格（含不换行空格、全角空格）',
    'No spaces in a number (no-break and full-width ones included)',
    '删去空格，改为 {suggestion}',
    'Delete the space: {suggestion}',
  ),
  number_fullwidth: message(
    '数字用半角（0-9），不用全角或汉字数字',
    'Digits are half-width (0-9), not full-width or Chinese',
    '改为半角：{suggestion}',
    'Use half-width digits: {suggestion}',
  ),
  number_thousands: message(
    '数值不带千分位逗号',
    'No thousands separators in a number',
    '改为 {suggestion}',
    'Write {suggestion}',
  ),
  number_hedged: message(
    '“余、约、近、以上、超过”等字不写在数值格内',
    'Words such as 余, 约, 近, 以上 do not belong in a number cell',
    '数值格只留数字，限定词填 qualifier，原文填 value_text',
    'Keep the number, put the hedge into qualifier and the wording into value_text',
  ),
  number_unit: message(
    '数值格只放数字，不带单位、% 或万/亿',
    'A number cell holds the number alone: no unit, %, 万 or 亿',
    '单位填 unit 列；万、亿换算成完整数字',
    'Put the unit into the unit column; write 万 and 亿 out in full',
  ),
  number_placeholder: message(
    '缺数时数值格留空，不用“—”“/”“无”“N/A”等代替',
    'A missing number is an empty cell, not a dash, slash, 无 or N/A',
    '清空此格，并在 missing_reason 填原因',
    'Empty the cell and give the reason in missing_reason',
  ),
  number_precision: message(
    '数值最多 15 位有效数字',
    'A number has at most 15 significant digits',
    '核对是否误粘贴；按需要的精度填写',
    'Check for a slip in pasting; give the precision that is needed',
  ),
  number_format: message(
    '数值写成普通小数，如 1234.5（不用科学计数法）',
    'A number is a plain decimal such as 1234.5 (no scientific notation)',
    '改写数值',
    'Rewrite the number',
  ),
  integer_format: message(
    '此列须为整数',
    'The column holds whole numbers',
    '改为整数',
    'Write a whole number',
  ),
  json_format: message(
    '写成 JSON 对象，如 {"standards":10}',
    'A JSON object such as {"standards":10}',
    '改正括号、引号、逗号',
    'Correct brackets, quotes and commas',
  ),
};
