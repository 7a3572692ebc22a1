import { TABLES, type Column, type Manifest, type ManifestEdition } from '#lib/model/index.ts';
import { DuckDBInstance } from '@duckdb/node-api';
import { parquetReadObjects } from 'hyparquet';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildData, type BuildDataResult } from './build-data.ts';
import { silentLog, type Log } from './log.ts';

let folder = '';
let result: BuildDataResult;
const lines: string[] = [];
const log: Log = { step: (text) => lines.push(text), line: (text) => lines.push(text) };
const out = () => join(folder, 'out');

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function filesBelow(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}

async function hashesBelow(root: string): Promise<string[]> {
  const files = await filesBelow(root);
  return Promise.all(
    files.map(async (file) => `${file} ${sha256(await readFile(join(root, file)))}`),
  );
}

function manifestOf({ manifest }: BuildDataResult): Manifest {
  if (!manifest) throw new Error('no manifest');
  return manifest;
}

/** A file of the output as hyparquet reads it. */
async function readRows(path: string): Promise<Record<string, unknown>[]> {
  const { buffer, byteOffset, length } = await readFile(join(out(), path));
  return parquetReadObjects({ file: buffer.slice(byteOffset, byteOffset + length) });
}

/** Days as ISO strings, whatever the reader makes of them. */
const plain = (row: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      value instanceof Date ? value.toISOString().slice(0, 10) : value,
    ]),
  );

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hengjian-data-'));
  result = await buildData({ dataDir: 'data', outDir: out(), log });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('the data of the project has no errors, and each warning is explained by a note', () => {
  expect(result.ok).toBe(true);
  expect(result.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  for (const { code, todo } of result.findings) {
    expect(['jump', 'stock_flow']).toContain(code);
    expect(todo.zh).toMatch(/^备注已说明：.+/);
  }
});

/** The raw files are published as they are, for whoever follows a cell or checks further tables. */
const rawPaths = ({ inputs }: Manifest) =>
  inputs.filter(({ path }) => !path.startsWith('schemes/')).map(({ path }) => `raw/${path}`);

test('the manifest lists exactly the files written, with their hashes, sizes and names', async () => {
  const manifest = manifestOf(result);
  const listed = [...manifest.files, ...manifest.schemes];
  const old = new Set(manifest.editions.map(({ scheme_path }) => scheme_path));
  expect(await filesBelow(out())).toEqual(
    ['manifest.json', ...listed.map(({ path }) => path), ...old, ...rawPaths(manifest)].sort(),
  );
  for (const { path, sha256: hash, bytes } of listed) {
    const content = await readFile(join(out(), path));
    expect([sha256(content), content.length]).toEqual([hash, bytes]);
    expect(path.split('.').at(-2)).toBe(hash.slice(0, 12));
  }
  const written = await readFile(join(out(), 'manifest.json'), 'utf8');
  expect(JSON.parse(written)).toEqual(manifest);
  for (const { path, sha256: hash } of manifest.inputs)
    expect(sha256(await readFile(join('data', path)))).toBe(hash);
  for (const path of rawPaths(manifest))
    expect(await readFile(join(out(), path))).toEqual(
      await readFile(join('data', path.replace('raw/', ''))),
    );
});

test('the manifest lists the locked editions, whose files can be fetched and have the hashes said', async () => {
  const { editions, schemes, edition } = manifestOf(result);
  const ledger = JSON.parse(await readFile('data/editions.json', 'utf8')) as ManifestEdition[];
  expect(editions.map(({ id }) => id)).toEqual(['2021', '2022', '2023', '2024']);
  expect(editions.map(({ id }) => id)).not.toContain(edition.id);
  for (const [at, one] of editions.entries()) {
    const { scheme_path, result_path, ...rest } = one;
    expect(ledger[at]).toMatchObject(rest);
    expect(result_path).toBe(`raw/${ledger[at]?.result_path}`);
    expect(scheme_path).toMatch(/^schemes\/history\/taizhou-1\.[01]\.0\.[0-9a-f]{12}\.json$/);
    expect(sha256(await readFile(join(out(), scheme_path)))).toBe(one.scheme_sha256);
    expect(sha256(await readFile(join(out(), result_path)))).toBe(one.result_sha256);
  }
  // Former schemes are there to be read; nothing is ranked by them.
  expect(schemes.map(({ id, version }) => `${id} ${version}`).sort()).toEqual([
    'core3 1.2.0',
    'taizhou 1.2.0',
  ]);
});

test('what was published arrives as it stands in the locked files, with its cell', async () => {
  const file = manifestOf(result).files.find(({ table }) => table === 'published');
  const rows = await readRows(file?.path ?? '');
  expect(rows).toHaveLength(4 * 33 * 7);
  const typed = Papa.parse<Record<string, string>>(
    await readFile('data/synthetic/published/2024.csv', 'utf8'),
    { header: true, skipEmptyLines: true },
  ).data;
  for (const [at, row] of typed.entries())
    expect(rows).toContainEqual(
      expect.objectContaining({
        edition: '2024',
        institution_id: row['institution_id'],
        element: row['element'],
        score: row['score'] === '' ? null : Number(row['score']),
        rank: row['rank'] === '' ? null : Number(row['rank']),
        status: row['status'],
        locator: `synthetic/published/2024.csv!E${at + 2}`,
      }),
    );
});

test('a second run gives the same bytes, and stale files are gone', async () => {
  const again = join(folder, 'again');
  await cp(out(), again, { recursive: true });
  await writeFile(join(again, 'synthetic', 'observation.000000000000.parquet'), 'stale');
  const second = await buildData({ dataDir: 'data', outDir: again, log: silentLog });
  expect(second.manifest).toEqual(result.manifest);
  expect(await hashesBelow(again)).toEqual(await hashesBelow(out()));
  expect((await readdir(folder)).sort()).toEqual(['again', 'out']);
});

test('the manifest says that every ranking came out the same twice, and of how many rows', () => {
  const { recomputed, schemes } = manifestOf(result);
  const expected = ['template', 'synthetic'].flatMap((layer) =>
    schemes.map(({ id }) => `${layer} ${id}`),
  );
  expect(recomputed.map(({ layer, scheme }) => `${layer} ${scheme}`).sort()).toEqual(
    expected.sort(),
  );
  for (const { layer, verdict, rows, tolerance } of recomputed) {
    expect([verdict, tolerance]).toEqual(['agrees', 1e-9]);
    expect(rows).toBeGreaterThanOrEqual(layer === 'synthetic' ? 150 : 9);
  }
});

test('hyparquet and DuckDB read the same rows, in the same order, with the types of the tables', async () => {
  const SQL_TYPES = {
    string: 'VARCHAR',
    double: 'DOUBLE',
    int32: 'INTEGER',
    boolean: 'BOOLEAN',
    date: 'DATE',
  };
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  for (const { path, table, rows } of manifestOf(result).files) {
    const duck = await connection.runAndReadAll(`SELECT * FROM '${join(out(), path)}'`);
    const columns: readonly Column[] = TABLES[table];
    expect(duck.columnNames()).toEqual(columns.map(({ name }) => name));
    expect(duck.columnTypes().map(String)).toEqual(columns.map(({ type }) => SQL_TYPES[type]));
    const ours = await readRows(path);
    expect(ours).toHaveLength(rows);
    expect(duck.getRowObjectsJS().map(plain)).toEqual(ours.map(plain));
  }
  connection.closeSync();
  instance.closeSync();
});

test('every row of every observation table arrives: as itself, or as the value it corrects', async () => {
  const { inputs, files } = manifestOf(result);
  let typed = 0;
  for (const { path } of inputs.filter((input) => /observations/.test(input.path)))
    typed += Papa.parse((await readFile(join('data', path), 'utf8')).trimEnd()).data.length - 1;
  let published = 0;
  for (const { path } of files.filter(({ table }) => table === 'observation')) {
    // Computed ratios have no row of their own in data/: they cite the cells of their parts.
    const rows = (await readRows(path)).filter((row) => !String(row['locator']).includes(' ÷ '));
    published += rows.length;
  }
  const superseded = lines.flatMap((text) => / = \d+ \+ (\d+) \+ 0$/.exec(text)?.[1] ?? []);
  expect(published + superseded.reduce((sum, count) => sum + Number(count), 0)).toBe(typed);
});

test('layers never mix: fictional codes in the synthetic files only, no value in the form', async () => {
  for (const { path, layer, table } of manifestOf(result).files) {
    const rows = await readRows(path);
    const codes = rows.flatMap((row) => row['region_code'] ?? []).map(String);
    expect(codes.every((code) => code.startsWith('99') === (layer === 'synthetic'))).toBe(true);
    if (layer === 'template' && table === 'observation')
      expect(
        rows.every((row) => row['value'] === null && row['data_status'] === 'not_reported'),
      ).toBe(true);
  }
});

test('checking only writes nothing', async () => {
  const before = await readdir(folder);
  const checked = await buildData({ dataDir: 'data', outDir: null, log: silentLog });
  expect(checked.manifest).toEqual(result.manifest);
  expect(await readdir(folder)).toEqual(before);
});

test('a data folder that is not there is an error of the command, and nothing is written', async () => {
  const nowhere = join(folder, 'nowhere');
  const outDir = join(folder, 'never');
  await expect(buildData({ dataDir: nowhere, outDir, log: silentLog })).rejects.toThrow(
    /no such data folder: .*nowhere/,
  );
  expect(existsSync(outDir)).toBe(false);
});

test('the report ends with what was read and written', () => {
  expect(lines.at(0)).toBe('读取 data');
  expect(lines.at(-1)).toMatch(/^写出 \d+ 个文件，\d+ 行，[\d.]+ KB$/);
  expect(lines).toContainEqual(expect.stringMatching(/indicators\.csv\s+49 = 49 \+ 0 \+ 0/));
});
