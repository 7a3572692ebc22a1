/** What can be wrong with a mapping file, and the cure. */
import type { LocalText } from '#lib/model/index.ts';

export interface MappingFault {
  /** Where in the JSON: headings[3].indicator; empty for the whole file. */
  readonly path: string;
  /** What stands there, as JSON. */
  readonly found: string;
  readonly rule: LocalText;
  readonly todo: LocalText;
}

const LONGEST_SHOWN = 80;

export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? '';
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

const texts = (zh: string, en: string): LocalText => ({ zh, en });

export const RULES = {
  file: {
    rule: texts(
      '映射文件是一个 JSON 对象，含 version、headings、institutions、units',
      'The mapping file is a JSON object with version, headings, institutions and units',
    ),
    todo: texts(
      '改正文件结构，或删去该文件重新确认',
      'Correct the file, or delete it and answer anew',
    ),
  },
  version: {
    rule: texts('version 必须是 1', 'version must be 1'),
    todo: texts('改为 "version": 1', 'Write "version": 1'),
  },
  member: {
    rule: texts('没有这个字段', 'There is no such member'),
    todo: texts('删去该字段，或改正字段名', 'Delete it, or correct its name'),
  },
  list: {
    rule: texts('应为列表 [ … ]', 'Must be a list [ … ]'),
    todo: texts('改为列表，没有内容写 []', 'Make it a list; write [] for none'),
  },
  entry: {
    rule: texts('每一项是一个对象 { … }', 'Every entry is an object { … }'),
    todo: texts('改正或删去该项', 'Correct or delete the entry'),
  },
  text: {
    rule: texts('应为非空文字', 'Must be a text that is not empty'),
    todo: texts('填写文字，或删去该项', 'Give the text, or delete the entry'),
  },
  answer: {
    rule: texts(
      '每一项只有一个答案：对应的代码，或 "ignore": true',
      'An entry has one answer: the code it stands for, or "ignore": true',
    ),
    todo: texts('保留其中一个', 'Keep one of them'),
  },
  unit: {
    rule: texts(
      '应为已知的计量单位，如 项、家、人次、万元',
      'Must be a known unit such as 项, 家, 人次 or 万元',
    ),
    todo: texts('改正单位', 'Correct the unit'),
  },
  twice: {
    rule: texts('同一名称只能有一个答案', 'The same name has one answer only'),
    todo: texts('删去其中一项', 'Delete one of the entries'),
  },
} as const;

export type RuleName = keyof typeof RULES;
/** Notes a fault at a place of the file. */
export type Fail = (path: string, rule: RuleName, found: unknown) => void;
