/** The mapping file (data/mapping.json) to the answers in it, or to what is wrong with it. */
import type { LocalText } from '#lib/model/index.ts';
import { isKnownUnit, normaliseUnit } from '../values/units.ts';
import { headingKey, placeKey } from './keys.ts';
import type { Mapping } from './mapping.ts';

export interface MappingFault {
  /** Where in the JSON: headings[3].indicator; empty for the whole file. */
  readonly path: string;
  /** What stands there, as JSON. */
  readonly found: string;
  readonly rule: LocalText;
  readonly todo: LocalText;
}

export type MappingRead =
  | { readonly ok: true; readonly mapping: Mapping }
  | { readonly ok: false; readonly faults: readonly MappingFault[] };

const LONGEST_SHOWN = 80;

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? '';
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

const texts = (zh: string, en: string): LocalText => ({ zh, en });

const RULES = {
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

type RuleName = keyof typeof RULES;
type Fail = (path: string, rule: RuleName, found: unknown) => void;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const own = (record: Record<string, unknown>, name: string): unknown =>
  Object.hasOwn(record, name) ? record[name] : undefined;

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '';

interface Kind<T> {
  readonly list: string;
  /** Member that holds the name asked about. */
  readonly name: string;
  /** Member that holds the answer. */
  readonly answer: string;
  readonly ignorable: boolean;
  readonly key: (name: string) => string;
  readonly make: (answer: string, path: string, fail: Fail) => T | null;
}

function readEntry<T>(
  entry: unknown,
  path: string,
  kind: Kind<T>,
  fail: Fail,
): readonly [string, T | 'ignore'] | null {
  if (!isRecord(entry)) {
    fail(path, 'entry', entry);
    return null;
  }
  // A draft has proposals beside the answer: they are for whoever fills it in.
  const known = [kind.name, kind.answer, 'proposals', ...(kind.ignorable ? ['ignore'] : [])];
  for (const member of Object.keys(entry))
    if (!known.includes(member)) fail(`${path}.${member}`, 'member', entry[member]);
  const name = own(entry, kind.name);
  const answer = own(entry, kind.answer);
  const ignore = kind.ignorable && own(entry, 'ignore') === true;
  const key = isText(name) ? kind.key(name) : '';
  if (key === '') fail(`${path}.${kind.name}`, 'text', name);
  if (ignore) {
    // The empty place of a draft is no second answer.
    if (answer !== undefined && answer !== '') fail(path, 'answer', entry);
    return [key, 'ignore'];
  }
  if (kind.ignorable && own(entry, 'ignore') !== undefined) fail(`${path}.ignore`, 'answer', entry);
  if (!isText(answer)) {
    fail(`${path}.${kind.answer}`, 'text', answer);
    return null;
  }
  const made = kind.make(answer.trim(), `${path}.${kind.answer}`, fail);
  return made === null ? null : [key, made];
}

function readList<T>(
  file: Record<string, unknown>,
  kind: Kind<T>,
  fail: Fail,
): Map<string, T | 'ignore'> {
  const answers = new Map<string, T | 'ignore'>();
  const list = own(file, kind.list);
  if (list === undefined) return answers;
  if (!Array.isArray(list)) {
    fail(kind.list, 'list', list);
    return answers;
  }
  list.forEach((entry: unknown, index) => {
    const path = `${kind.list}[${index}]`;
    const read = readEntry(entry, path, kind, fail);
    if (read === null) return;
    const [key, answer] = read;
    if (answers.has(key)) fail(path, 'twice', entry);
    answers.set(key, answer);
  });
  return answers;
}

const MEMBERS = ['version', 'headings', 'institutions', 'units'];
const pathKey = (name: string) => headingKey([name]);

/** The two parts of a name with its city keep their slash. */
function nameKey(name: string): string {
  const [first = '', ...others] = name.split('/');
  return others.length === 0 ? placeKey(first) : placeKey(others.join('／'), first);
}

/**
 * Reads a parsed mapping file. Every fault is told with its place; a mapping with faults is not used
 * at all, since half the answers could import half a table. Names are compared tidied, and twice the
 * same name is a fault.
 */
export function parseMapping(json: unknown): MappingRead {
  const faults: MappingFault[] = [];
  const fail: Fail = (path, rule, found) => {
    faults.push({ path, found: shown(found), ...RULES[rule] });
  };
  if (!isRecord(json)) {
    fail('', 'file', json);
    return { ok: false, faults };
  }
  if (own(json, 'version') !== 1) fail('version', 'version', own(json, 'version'));
  for (const member of Object.keys(json))
    if (!MEMBERS.includes(member)) fail(member, 'member', json[member]);
  const headings = readList(
    json,
    {
      ...{ list: 'headings', name: 'heading', answer: 'indicator', ignorable: true, key: pathKey },
      make: (indicator) => ({ indicator }),
    },
    fail,
  );
  const institutions = readList(
    json,
    {
      ...{ list: 'institutions', name: 'name', answer: 'institution_id', ignorable: true },
      key: nameKey,
      make: (institution_id) => ({ institution_id }),
    },
    fail,
  );
  const units = readList(
    json,
    {
      ...{ list: 'units', name: 'heading', answer: 'unit', ignorable: false, key: pathKey },
      make: (unit, path, failed: Fail) => {
        if (isKnownUnit(unit)) return normaliseUnit(unit);
        failed(path, 'unit', unit);
        return null;
      },
    },
    fail,
  );
  return faults.length > 0
    ? { ok: false, faults }
    : { ok: true, mapping: { version: 1, headings, institutions, units } };
}
