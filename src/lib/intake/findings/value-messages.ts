import { message } from './message.ts';

/** Faults of one row: cells that do not go together. */
export const VALUE_MESSAGES = {
  value_absent: message(
    '数值为空时必须在 missing_reason 写明原因；缺数不等于 0',
    'An empty value needs a missing_reason; missing is not zero',
    '填写数值，或填写缺数原因（{words}）',
    'Enter the value, or the reason ({words})',
  ),
  value_and_reason: message(
    '有数值就不能再有缺数原因',
    'A value and a missing_reason exclude each other',
    '二者只留其一',
    'Keep one of the two',
  ),
  reason_reserved: message(
    '此原因由程序计算比率时产生，不能手填',
    'This reason is given by the program when it computes a ratio; it is never typed',
    '改填 {words}',
    'Use one of {words}',
  ),
  value_not_integer: message(
    '{indicator} 以整数计',
    '{indicator} is counted in whole numbers',
    '核对数值，改为整数',
    'Check the number; write a whole one',
  ),
  value_text_kind: message(
    '{indicator} 是文字指标：取值写在 value_text，value 留空',
    '{indicator} is a text indicator: its content goes into value_text, value stays empty',
    '把内容移到 value_text',
    'Move the content to value_text',
  ),
  value_range: message(
    '{indicator} 的取值范围为 {min} 至 {max}',
    '{indicator} lies between {min} and {max}',
    '核对数值与单位；确属口径变化时先修订 indicators.csv 的范围',
    'Check number and unit; if the definition changed, revise the range in indicators.csv first',
  ),
  unit_mismatch: message(
    '{indicator} 的单位为“{unit}”（indicators.csv）',
    'The unit of {indicator} is “{unit}” (indicators.csv)',
    '核对是否不同口径（如 台、台件、台次）；相同则改为“{unit}”',
    'Check that the same thing is counted (台, 台件, 台次 differ); if so write “{unit}”',
  ),
  qualifier_text_absent: message(
    'qualifier 不是 exact 时，value_text 须有原文（如“630余家”）',
    'With a qualifier other than exact, value_text holds the wording (e.g. 630余家)',
    '把原文抄入 value_text',
    'Copy the wording into value_text',
  ),
  qualifier_mismatch: message(
    '原文中的限定词“{word}”对应 qualifier {expected}',
    'The hedge “{word}” in the wording means the qualifier {expected}',
    '改 qualifier，或核对 value_text',
    'Change the qualifier, or check value_text',
  ),
  value_text_number: message(
    'value_text 中的数（{number}）须与 value 一致',
    'The number in value_text ({number}) equals value',
    '核对原文与数值',
    'Check wording and number against each other',
  ),
  ratio_typed: message(
    '{indicator} 由程序按 {formula} 计算，不手填',
    '{indicator} is computed as {formula}, never typed',
    '删去此行，填写分子、分母各项',
    'Delete this row; enter numerator and denominator',
  ),
  origin_incomplete: message(
    'origin_sheet、origin_cell、raw_text、conversions 须与 origin_file 一起填写',
    'origin_sheet, origin_cell, raw_text and conversions belong to a file named in origin_file',
    '填写 origin_file，或清空这几列',
    'Fill in origin_file, or empty these columns',
  ),
  subject_absent: message(
    '本层每行须有机构 institution_id',
    'In this layer every row belongs to an institution (institution_id)',
    '填写 institution_id',
    'Fill in institution_id',
  ),
  locator_absent: message(
    '已发布数据须写明在文件中的位置（章节）',
    'A published fact says where it stands in its document',
    '在 locator 填章节，如“二/一”',
    'Put the section into locator, e.g. 二/一',
  ),
  revision_negative: message(
    'revision 从 0 起计',
    'Revisions count from 0',
    '改为 0 或正整数',
    'Write 0 or a positive whole number',
  ),
  period_outside_file: message(
    '此文件只收 {year} 年的数据',
    'This file holds the year {year} only',
    '改正期间，或把此行移到相应年份的文件',
    'Correct the period, or move the row to the file of its year',
  ),
  period_after_cutoff: message(
    '期间不得晚于本期截止日 {cutoff}',
    'No period ends after the cut-off day {cutoff}',
    '改正期间，或在 edition.json 更新截止日',
    'Correct the period, or move the cut-off in edition.json',
  ),
  validity_order: message(
    'valid_from 不得晚于 valid_to',
    'valid_from is not later than valid_to',
    '核对两个日期',
    'Check the two days',
  ),
  range_order: message(
    'range_min 不得大于 range_max',
    'range_min is not greater than range_max',
    '核对两个边界',
    'Check the two bounds',
  ),
  date_precision_mismatch: message(
    '日期的写法须与 date_precision（{precision}）一致',
    'The date is written to its date_precision ({precision})',
    '改写日期，或改正 date_precision',
    'Rewrite the date, or correct date_precision',
  ),
};
