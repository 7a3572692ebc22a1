import { message } from './message.ts';

/** Faults found by data/rules.csv, or in that file itself. */
export const RULE_MESSAGES = {
  rule_expression: message(
    '算式由指标代码和数字以 + - 连接，比率另有一个 /：{reason}',
    'An expression joins indicator codes and numbers by + and -, a ratio has one /: {reason}',
    '改写算式，如 TZ3A+TZ3B/TZ3D',
    'Rewrite the expression, e.g. TZ3A+TZ3B/TZ3D',
  ),
  rule_indicator: message(
    '规则中的指标 {indicator} 未在 indicators.csv 登记',
    'The indicator {indicator} of this rule is not listed in indicators.csv',
    '改正代码，或先登记该指标',
    'Correct the code, or list the indicator first',
  ),
  rule_threshold: message(
    'jump 规则须有大于 0 的 threshold',
    'A jump rule has a threshold above 0',
    '填写阈值，如 0.5',
    'Fill in the threshold, e.g. 0.5',
  ),
  at_most: message(
    '{left} 不得大于 {right}',
    '{left} is at most {right}',
    '核对相关各格：{operands}',
    'Check the cells involved: {operands}',
  ),
  sum: message(
    '{left} 须等于 {right}',
    '{left} equals {right}',
    '核对相关各格：{operands}',
    'Check the cells involved: {operands}',
  ),
  stock_flow: message(
    '期末数 = 上期末数 + 增 - 减（{formula} = {expected}），否则须在 note 说明',
    'Stock = previous stock + new - retired ({formula} = {expected}), or a note says why not',
    '核对相关各格：{operands}；确有其他变动时在 note 写明',
    'Check the cells involved: {operands}; if something else changed, say so in note',
  ),
  jump: message(
    '与上期（{previous}）相比变动 {change}，超过 ±{threshold}，须在 note 说明',
    'The change against the last period ({previous}) is {change}, beyond ±{threshold}: a note is needed',
    '核对数值；属实则在 note 写明原因（如口径变化）',
    'Check the number; if true, give the reason in note (e.g. a change of scope)',
  ),
  ratio_range: message(
    '{indicator} = {formula} 算得 {value}，应在 {min} 至 {max} 之间',
    '{indicator} = {formula} comes to {value}; it lies between {min} and {max}',
    '核对相关各格：{operands}',
    'Check the cells involved: {operands}',
  ),
};
