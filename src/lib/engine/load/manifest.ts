import { LAYERS, SCHEMA_VERSION, TABLE_NAMES } from '#lib/model/index.ts';
import type { Manifest } from '#lib/model/index.ts';
import { EngineError } from '../engine.ts';
import { isSafePath } from './source.ts';
import type { DataSource, ReadOptions } from './source.ts';

export const MANIFEST_PATH = 'manifest.json';

/** Fetches and checks the manifest. It has no hash in its name, so the server is always asked. */
export async function loadManifest(
  source: DataSource,
  options: Pick<ReadOptions, 'signal' | 'deadline'> = {},
): Promise<Manifest> {
  const bytes = await source.read(MANIFEST_PATH, { ...options, freshness: 'revalidate' });
  return parseManifest(new TextDecoder().decode(bytes));
}

/**
 * The manifest of `text`, or EngineError: `schema_mismatch` when it was written for another
 * schema version, `wrong_content` with all problems found otherwise.
 */
export function parseManifest(text: string): Manifest {
  const value = parseJson(text);
  const version = isRecord(value) ? value['schema_version'] : undefined;
  if (typeof version === 'number' && version !== SCHEMA_VERSION)
    throw new EngineError(
      'schema_mismatch',
      `The data has schema version ${version}, this page reads version ${SCHEMA_VERSION}: ` +
        (version > SCHEMA_VERSION ? 'reload or update the page.' : 'convert the data again.'),
      { subject: MANIFEST_PATH },
    );
  const problems = [...manifestProblems(value)];
  if (problems.length > 0)
    throw new EngineError('wrong_content', `${MANIFEST_PATH}: ${problems.join('; ')}.`, {
      subject: MANIFEST_PATH,
    });
  return value as Manifest;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new EngineError('wrong_content', `${MANIFEST_PATH} is not JSON.`, {
      subject: MANIFEST_PATH,
      cause,
    });
  }
}

function* manifestProblems(value: unknown): Generator<string, void, void> {
  if (!isRecord(value)) return yield 'is not an object';
  if (typeof value['schema_version'] !== 'number') yield 'schema_version is not a number';
  yield* problemsOf('edition', value['edition'], {
    id: isText,
    cutoff: isDay,
    layer: isOneOf(LAYERS),
    scheme: isText,
  });
  yield* listProblems('files', value['files'], {
    table: isOneOf(TABLE_NAMES),
    layer: isOneOf(LAYERS),
    ...HASHED_FILE,
    rows: isCount,
    values: isCountOrAbsent,
  });
  yield* listProblems('schemes', value['schemes'], { id: isText, version: isText, ...HASHED_FILE });
  yield* listProblems('recomputed', value['recomputed'], {
    layer: isOneOf(LAYERS),
    scheme: isText,
    verdict: isOneOf(['agrees', 'not_covered']),
    rows: isCount,
    tolerance: (tolerance) => typeof tolerance === 'number' && tolerance >= 0,
  });
  yield* listProblems('editions', value['editions'], {
    id: isText,
    layer: isOneOf(LAYERS),
    period: isText,
    cutoff: isDay,
    locked_on: isDay,
    scheme: isText,
    scheme_version: isText,
    scheme_path: isPath,
    scheme_sha256: isSha256,
    result_path: isPath,
    result_sha256: isSha256,
    inputs: isListOf((input) => isText(input['path']) && isSha256(input['sha256'])),
    tool_version: isText,
    reason: isLocalText,
    changes: isListOf(isLocalText),
  });
  yield* listProblems('inputs', value['inputs'], { path: isText, sha256: isSha256 });
  yield* fileProblems(value['files']);
}

/** Names must carry the hash (they are cached for ever by name), and each table come once. */
function* fileProblems(files: unknown): Generator<string, void, void> {
  const seen = new Set<string>();
  for (const file of asList(files).filter(isRecord)) {
    const { path, sha256, layer, table } = file;
    if (isText(path) && isText(sha256) && !path.includes(sha256.slice(0, 12)))
      yield `${path} does not carry the first 12 digits of its SHA-256 in its name`;
    const key = `${String(layer)}/${String(table)}`;
    if (seen.has(key)) yield `${key} is listed twice`;
    seen.add(key);
  }
}

type Check = (value: unknown) => boolean;
type Checks = Readonly<Record<string, Check>>;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isCount: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const isCountOrAbsent: Check = (value) => value === undefined || isCount(value);
const isSha256: Check = (value) => isText(value) && /^[0-9a-f]{64}$/.test(value);
const isOneOf =
  (words: readonly string[]): Check =>
  (value) =>
    isText(value) && words.includes(value);
const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const isDay: Check = (value) => isText(value) && /^\d{4}-\d{2}-\d{2}$/.test(value);
const isPath: Check = (value) => isText(value) && isSafePath(value);
const isLocalText: Check = (value) => isRecord(value) && isText(value['zh']) && isText(value['en']);
const isListOf =
  (check: (item: Record<string, unknown>) => boolean): Check =>
  (value) =>
    Array.isArray(value) && value.every((item) => isRecord(item) && check(item));

const HASHED_FILE: Checks = {
  path: isPath,
  sha256: isSha256,
  bytes: isCount,
};

function* listProblems(
  name: string,
  value: unknown,
  checks: Checks,
): Generator<string, void, void> {
  if (!Array.isArray(value)) return yield `${name} is not a list`;
  for (const [index, item] of value.entries()) yield* problemsOf(`${name}[${index}]`, item, checks);
}

function* problemsOf(name: string, value: unknown, checks: Checks): Generator<string, void, void> {
  if (!isRecord(value)) return yield `${name} is not an object`;
  for (const [key, check] of Object.entries(checks))
    if (!check(value[key])) yield `${name}.${key} is ${JSON.stringify(value[key]) ?? 'missing'}`;
}
