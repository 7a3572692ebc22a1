import { describe, expect, it } from 'vitest';
import { SCHEMA_VERSION } from '#lib/model/index.ts';
import { EngineError } from '../engine.ts';
import { failureOf } from '../testing/failure.ts';
import { memorySource, publish } from '../testing/publish.ts';
import { loadManifest, parseManifest } from './manifest.ts';

const SHA = 'ab'.repeat(32);
const FILE = {
  table: 'source',
  layer: 'reported',
  path: `reported/source-${SHA.slice(0, 12)}.parquet`,
  sha256: SHA,
  bytes: 100,
  rows: 3,
};
const SCHEME = {
  id: 'core3',
  version: '1',
  path: `s-${SHA.slice(0, 12)}.json`,
  sha256: SHA,
  bytes: 9,
};
const CHECKED = {
  layer: 'synthetic',
  scheme: 'core3',
  verdict: 'agrees',
  rows: 165,
  tolerance: 1e-9,
};
const EDITION = {
  id: '2024',
  layer: 'synthetic',
  period: '2024',
  cutoff: '2024-12-31',
  locked_on: '2025-03-10',
  scheme: 'core3',
  scheme_version: '1.0.0',
  scheme_path: SCHEME.path,
  scheme_sha256: SHA,
  result_path: 'raw/synthetic/published/2024.csv',
  result_sha256: SHA,
  inputs: [{ path: 'synthetic/observations/2024.csv', sha256: SHA }],
  tool_version: '0.1.0',
  reason: { zh: '首次发布', en: 'First edition' },
  changes: [{ zh: '改用历年门柱', en: 'Goalposts over all years' }],
};
const GOOD = {
  schema_version: SCHEMA_VERSION,
  edition: { id: 'e', cutoff: '2025-12-31', layer: 'synthetic', scheme: 's' },
  files: [FILE, { ...FILE, table: 'region', rows: 0 }],
  schemes: [SCHEME],
  recomputed: [CHECKED],
  editions: [EDITION],
  inputs: [{ path: '原始.csv', sha256: SHA }],
};

function errorOf(manifest: unknown): EngineError {
  try {
    parseManifest(typeof manifest === 'string' ? manifest : JSON.stringify(manifest));
  } catch (error) {
    if (error instanceof EngineError) return error;
  }
  throw new Error('Expected an EngineError');
}

describe('parseManifest(text)', () => {
  it('takes a sound manifest as it is', () => {
    expect(parseManifest(JSON.stringify(GOOD))).toEqual(GOOD);
  });

  it('takes what the tests publish', async () => {
    const { source, manifest } = publish('template', { region: [], source: [] });
    expect(await loadManifest(source)).toEqual(manifest);
  });

  it.each([
    ['truncated', JSON.stringify(GOOD).slice(0, -20)],
    ['empty', ''],
    ['HTML', '<!doctype html>'],
  ])('%s text is wrong_content with a cause', (_, text) => {
    const error = errorOf(text);
    expect(error).toMatchObject({ code: 'wrong_content', subject: 'manifest.json' });
    expect(error.cause).toBeInstanceOf(SyntaxError);
  });

  it.each([
    [SCHEMA_VERSION + 1, 'reload or update the page'],
    [SCHEMA_VERSION - 1, 'convert the data again'],
  ])('schema version %d is schema_mismatch, whatever else it holds', (schema_version, advice) => {
    const error = errorOf({ schema_version, tables: 'of the future' });
    expect(error.code).toBe('schema_mismatch');
    expect(error.message).toContain(advice);
  });

  const file = (over: object) => ({ ...GOOD, files: [{ ...FILE, ...over }] });
  it.each([
    ['null', null, 'is not an object'],
    ['a list', [], 'is not an object'],
    ['no version', { ...GOOD, schema_version: undefined }, 'schema_version'],
    ['no edition', { ...GOOD, edition: null }, 'edition is not an object'],
    ['a bad cut-off', { ...GOOD, edition: { ...GOOD.edition, cutoff: '2025' } }, 'edition.cutoff'],
    ['an unknown layer', { ...GOOD, edition: { ...GOOD.edition, layer: 'x' } }, 'edition.layer'],
    ['no files', { ...GOOD, files: undefined }, 'files is not a list'],
    ['a file that is null', { ...GOOD, files: [null] }, 'files[0] is not an object'],
    ['an unknown table', file({ table: 'secret' }), 'files[0].table is "secret"'],
    ['an inherited name as table', file({ table: 'constructor' }), 'files[0].table'],
    ['another origin', file({ path: `https://x/${SHA}` }), 'files[0].path'],
    ['a way out', file({ path: `../${SHA}.parquet` }), 'files[0].path'],
    ['a short hash', file({ sha256: 'abc' }), 'files[0].sha256'],
    ['an upper-case hash', file({ sha256: SHA.toUpperCase() }), 'files[0].sha256'],
    ['a name without its hash', file({ path: 'source.parquet' }), 'does not carry'],
    ['a negative length', file({ bytes: -1 }), 'files[0].bytes is -1'],
    ['rows as text', file({ rows: '3' }), 'files[0].rows is "3"'],
    ['no rows', file({ rows: undefined }), 'files[0].rows is missing'],
    ['a table twice', { ...GOOD, files: [FILE, FILE] }, 'reported/source is listed twice'],
    ['a scheme without version', { ...GOOD, schemes: [{ ...SCHEME, version: 1 }] }, 'schemes[0]'],
    ['no recomputation', { ...GOOD, recomputed: undefined }, 'recomputed is not a list'],
    [
      'a ranking that came out otherwise',
      { ...GOOD, recomputed: [{ ...CHECKED, verdict: 'differs' }] },
      'recomputed[0].verdict is "differs"',
    ],
    ['no editions', { ...GOOD, editions: undefined }, 'editions is not a list'],
    [
      'an edition that is not locked',
      { ...GOOD, editions: [{ ...EDITION, locked_on: '' }] },
      'editions[0].locked_on',
    ],
    [
      'an edition with a way out',
      { ...GOOD, editions: [{ ...EDITION, result_path: '../x.csv' }] },
      'editions[0].result_path',
    ],
    [
      'an edition whose inputs have no hash',
      { ...GOOD, editions: [{ ...EDITION, inputs: [{ path: 'a.csv' }] }] },
      'editions[0].inputs',
    ],
    [
      'an edition that gives its reason in one language',
      { ...GOOD, editions: [{ ...EDITION, reason: { zh: '首次发布' } }] },
      'editions[0].reason',
    ],
    ['inputs as object', { ...GOOD, inputs: {} }, 'inputs is not a list'],
  ])('%s is wrong_content', (_, manifest, message) => {
    const error = errorOf(manifest);
    expect(error.code).toBe('wrong_content');
    expect(error.message).toContain(message);
  });

  it('names all problems at once', () => {
    const { message } = errorOf({ ...GOOD, edition: {}, files: [{}], inputs: 1 });
    for (const part of [
      'edition.id',
      'edition.cutoff',
      'files[0].table',
      'files[0].rows',
      'inputs',
    ])
      expect(message).toContain(part);
  });

  it('a missing manifest is not_found', async () => {
    const error = await failureOf(loadManifest(memorySource(new Map())));
    expect(error).toMatchObject({ code: 'not_found', subject: 'manifest.json' });
  });
});
