/** The mapping file (data/mapping.json) to the answers in it, or to what is wrong with it. */
import { isKnownUnit, normaliseUnit } from '../values/units.ts';
import { headingKey, placeKey, readAnswerCode } from './keys.ts';
import { RULES, shown, type Fail, type MappingFault } from './mapping-faults.ts';
import type { Mapping } from './mapping.ts';

export type { MappingFault };

export type MappingRead =
  | { readonly ok: true; readonly mapping: Mapping }
  | { readonly ok: false; readonly faults: readonly MappingFault[] };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const own = (record: Record<string, unknown>, name: string): unknown =>
  Object.entries(record).find(([member]) => member === name)?.[1];

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
      make: readAnswerCode,
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
