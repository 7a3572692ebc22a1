import { message } from './message.ts';

/** Faults of the work programme, of breaks and of what was published in former years. */
export const EDITION_MESSAGES = {
  activity_no_day: message(
    '已举办（done）的活动须有举办日期',
    'An activity that is done has the day it was held',
    '填写 done_on；尚未举办时改 status',
    'Fill in done_on, or change the status',
  ),
  activity_day: message(
    '只有已举办（done）的活动有举办日期；此行为 {status}',
    'Only an activity that is done has a day; this one is {status}',
    '清空 done_on，或把 status 改为 done',
    'Empty done_on, or set the status to done',
  ),
  activity_no_reason: message(
    '没有举办（not_done）的活动须在 note 写明原因',
    'An activity that was not held says why in note',
    '在 note 写明原因',
    'Give the reason in note',
  ),
  activity_quarter: message(
    '工作计划按季度编：period 写成 2025-Q1',
    'The work programme goes by quarters: the period is written 2025-Q1',
    '改成所属季度',
    'Write the quarter it belongs to',
  ),
  activity_day_outside: message(
    '举办日期在所属季度（{period}）之内；推迟到别的季度的，另起一行',
    'The day lies in the quarter of the row ({period}); what moved to another quarter is a row there',
    '核对 done_on 与 period',
    'Check done_on against the period',
  ),
  activity_after_cutoff: message(
    '举办日期不得晚于本期截止日 {cutoff}',
    'Nothing was held after the cut-off day {cutoff}',
    '改正 done_on，或在 edition.json 更新截止日',
    'Correct done_on, or move the cut-off in edition.json',
  ),
  count_negative: message(
    '人数、家数、需求数不小于 0',
    'Numbers of persons, institutions and needs are not negative',
    '核对数值',
    'Check the number',
  ),
  break_year: message(
    '断点的 period 是新口径的第一年',
    'The period of a break is the first year under the new rule',
    '写成年份，如 2024',
    'Write a year such as 2024',
  ),
  ledger_invalid: message(
    'editions.json 是已锁定各版的清单，每版的各字段见 data/README.md；{field} 不合格',
    'editions.json lists the locked editions with the fields of data/README.md; {field} is not right',
    '改正 {field}，或从备份恢复该文件',
    'Correct {field}, or restore the file from a backup',
  ),
  ledger_duplicate: message(
    '各版的编号不得重复',
    'No two editions have one id',
    '改正其中一个（另见 {first}）',
    'Change one of them (also in {first})',
  ),
  ledger_succession: message(
    '{year}年已由 {before} 版锁定；同一年再出一版须写明 succeeds 为 {before}',
    'The year {year} is locked as edition {before}: another one of that year says that it succeeds {before}',
    '填写 succeeds，或删去多余的一版',
    'Fill in succeeds, or remove the edition that is too many',
  ),
  ledger_succeeds_nothing: message(
    'succeeds 所指须是同一年、排在它前面的一版；{year}年此前没有锁定的版',
    'succeeds names the edition of the same year before it; there is none of {year}',
    '改正 succeeds，或删去它',
    'Correct succeeds, or remove it',
  ),
  edition_locked: message(
    '{edition} 版（现行）已经锁定，{path} 在锁定后有改动；锁定的版不能改，只能由新的一版接替',
    'The edition in force, {edition}, is locked, and {path} has changed since: a locked edition is never changed, only succeeded',
    '运行 npm run edition -- --next {next}，再锁定新的一版；或从备份恢复该文件',
    'Run npm run edition -- --next {next} and lock the new edition later; or restore the file from a backup',
  ),
  ledger_locked_early: message(
    '锁定日不得早于该版的截止日 {cutoff}',
    'An edition is not locked before its cut-off {cutoff}',
    '核对 locked_on 与 cutoff',
    'Check locked_on and cutoff',
  ),
  ledger_file: message(
    '清单所列的文件须在数据文件夹中',
    'The files that the ledger names lie in the data folder',
    '从备份恢复该文件',
    'Restore the file from a backup',
  ),
  ledger_hash: message(
    '{edition} 版已锁定，文件须与锁定时逐字节相同（SHA-256 应为 {expected}）',
    'The edition {edition} is locked: the file is as it was, byte for byte (SHA-256 {expected})',
    '从备份恢复该文件；数据更正请改 observations，由新的一版采用，不改旧版',
    'Restore the file from a backup; corrections go into the observations and a new edition, never into an old one',
  ),
  ledger_scheme: message(
    '方案的编号和版本须与文件 {scheme_path} 中的一致',
    'Id and version of the scheme are those in the file {scheme_path}',
    '核对 scheme、scheme_version 与 scheme_path',
    'Check scheme, scheme_version and scheme_path',
  ),
  published_unlocked: message(
    '公布的结果须属于 editions.json 中的某一版，并放在该版的文件里',
    'A published result belongs to an edition of editions.json and stands in its file',
    '改正 edition，或先在 editions.json 登记该版',
    'Correct the edition, or enter it into editions.json first',
  ),
  published_other: message(
    '期间、方案和版本须与 editions.json 中 {edition} 版的一致',
    'Period, scheme and version are those of the edition {edition} in editions.json',
    '核对此行与清单',
    'Check the row against the ledger',
  ),
  published_element: message(
    'element 是该版方案的指数或维度代码（{elements}）',
    'An element is the index or a dimension of the edition’s scheme ({elements})',
    '改正代码',
    'Correct the code',
  ),
  published_rank: message(
    '参加排名（ranked）的机构，指数行有得分和名次；其他行没有名次',
    'The index of a ranked institution has a score and a rank; no other row has a rank',
    '核对 status、score 与 rank',
    'Check status, score and rank',
  ),
};
