import type { ManifestEdition } from '#lib/model/index.ts';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildData } from '../data/build-data.ts';
import { silentLog } from '../data/log.ts';
import { InputError } from '../score/problem.ts';
import { hashTree } from '../lib/hash-tree.ts';
import { parseOptions } from './options.ts';
import { readPublished } from './published-result.ts';
import { runEdition } from './run.ts';

const TODAY = '2026-03-10';
let folder = '';
const data = () => join(folder, 'data');
const read = (path: string) => readFile(join(data(), path), 'utf8');
const ledger = async () => JSON.parse(await read('editions.json')) as ManifestEdition[];

/** Runs the command on the copy; gives its lines, or the places and words of its refusal. */
async function run(flags: readonly string[]): Promise<{ said: string; refused: string | null }> {
  const lines: string[] = [];
  try {
    const options = parseOptions([...flags, '--data', data()], TODAY);
    if (!options) throw new Error('help');
    await runEdition(options, '9.9.9', (line) => lines.push(line));
    return { said: lines.join('\n'), refused: null };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const refused = error.problems.map(({ where, text }) => `${where}: ${text.zh}`).join('\n');
    return { said: lines.join('\n'), refused };
  }
}

async function errorsNow(): Promise<string[]> {
  const { ok, findings } = await buildData({ dataDir: data(), outDir: null, log: silentLog });
  const errors = findings.filter(({ severity }) => severity === 'error');
  expect(ok).toBe(errors.length === 0);
  return [...new Set(errors.map(({ code, file }) => `${code} ${file}`))];
}

/** Changes a file, looks, and puts it back. */
async function withChange<T>(
  path: string,
  change: (text: string) => string,
  look: () => Promise<T>,
) {
  const before = await read(path);
  expect(change(before)).not.toBe(before);
  await writeFile(join(data(), path), change(before));
  try {
    return await look();
  } finally {
    await writeFile(join(data(), path), before);
  }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hengjian-edition-test-'));
  await cp('data', data(), { recursive: true });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const LOCK = ['--id', '2025', '--reason', '2025年度排名', '--reason-en', 'Ranking of 2025'];

test('a try writes nothing', async () => {
  const before = hashTree([data()]);
  const { said, refused } = await run([...LOCK, '--dry-run']);
  expect(refused).toBeNull();
  expect(said).toContain('没有写出');
  expect(hashTree([data()])).toEqual(before);
}, 120_000);

describe('what is refused before anything is computed', () => {
  test.each([
    [
      ['--id', '2024', '--reason', 'x'],
      /2024 版已于 2025-03-10 锁定，不能改.*--id 2024-2 --succeeds 2024/,
    ],
    [['--id', '2024-2', '--reason', 'x'], /2024 年已由 2024 版锁定.*--succeeds 2024/],
    [['--id', '2024-2', '--succeeds', '2023', '--reason', 'x'], /--succeeds 2024/],
    [['--id', '2024', '--succeeds', '2024', '--reason', 'x'], /已于 2025-03-10 锁定/],
    [
      ['--id', '2024-1', '--succeeds', '2024', '--reason', 'x', '--date', '2025-01-01'],
      /不得早于 2025-03-10/,
    ],
    [['--id', '2026', '--reason', 'x'], /正在编的是 2025 版/],
    [['--id', '2025', '--succeeds', '2024', '--reason', 'x'], /2025 年没有锁定的版/],
    [['--id', '2025', '--reason', 'x', '--date', '2025-12-30'], /不得早于 2025-12-31/],
    [['--id', '2025'], /写明为什么/],
    [['--id', '../2025', '--reason', 'x'], /版号写成年份/],
    [['--next', '2026'], /2025 版还没有锁定/],
    [['--id', '2025', '--reason', 'x', '--next', '2024'], /已经有了/],
    [['--reason', 'x'], /缺少此项/],
    [['--id', '2025', '--reason', 'x', '--date', '2026-02-30'], /日期/],
    [['--wrong'], /--wrong/],
  ] as const)('%j', async (flags, words) => {
    expect((await run(flags)).refused).toMatch(words);
  });
});

test('faulty data are not locked, and the fault is named', async () => {
  const path = 'synthetic/observations/2025.csv';
  const { refused, said } = await withChange(
    path,
    (text) => text.replace(',TZ1,2025,25,', ',TZ1,2025,99,'),
    () => run(LOCK),
  );
  expect(refused).toMatch(/改正后再锁定/);
  expect(said).toContain(path);
  expect(await ledger()).toHaveLength(4);
}, 120_000);

test('a scheme that was changed under its version is refused', async () => {
  await writeFile(
    join(data(), 'schemes/history/taizhou-1.2.0.json'),
    await read('schemes/taizhou.json'),
  );
  const { refused } = await withChange(
    'schemes/taizhou.json',
    (text) => `${text}\n`,
    () => run(LOCK),
  );
  await rm(join(data(), 'schemes/history/taizhou-1.2.0.json'));
  expect(refused).toMatch(/须换版本号/);
}, 120_000);

describe('once locked', () => {
  beforeAll(async () => {
    expect((await run(LOCK)).refused).toBeNull();
  }, 120_000);

  test('the ledger tells what it rests on, and the data pass as they are', async () => {
    const entry = (await ledger())[4];
    expect(entry).toMatchObject({
      id: '2025',
      layer: 'synthetic',
      period: '2025',
      cutoff: '2025-12-31',
      locked_on: TODAY,
      scheme: 'taizhou',
      scheme_version: '1.2.0',
      scheme_path: 'schemes/history/taizhou-1.2.0.json',
      result_path: 'synthetic/published/2025.csv',
      tool_version: '9.9.9',
      reason: { zh: '2025年度排名', en: 'Ranking of 2025' },
    });
    expect(entry).not.toHaveProperty('succeeds');
    const zh = entry?.changes.map((change) => change.zh).join('\n') ?? '';
    expect(zh).toMatch(/方案由 taizhou 1\.1\.0 改为 taizhou 1\.2\.0/);
    expect(zh).toMatch(/新纳入2025年数据/);
    expect(zh).toMatch(/2024\.csv 有更正或补报，表中修订过的数共3个/);
    expect(zh).toMatch(/上一版不参加排名，本版参加：己县/);
    expect(zh).toMatch(/上升最多：.+上升\d+位（第\d+名→第\d+名）/);
    expect(zh).not.toMatch(/上升0|下降0位/);
    expect(entry?.inputs.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['rules.csv', 'synthetic/observations/2025.csv']),
    );
    expect(await errorsNow()).toEqual([]);
  }, 60_000);

  test('a flipped byte of the result, the scheme or the ledger’s hash is refused', async () => {
    const flips = [
      ['synthetic/published/2025.csv', (text: string) => text.replace(',leading,', ',Leading,')],
      ['schemes/history/taizhou-1.2.0.json', (text: string) => text.replace('示例', '范例')],
      ['editions.json', (text: string) => text.replace(/("result_sha256": ")[0-9a-f]/, '$1_')],
    ] as const;
    for (const [path, flip] of flips) {
      const errors = await withChange(path, flip, errorsNow);
      expect(errors.join('\n'), path).toMatch(/ledger_(hash|invalid)/);
    }
  }, 120_000);

  test('it cannot be locked again, and its numbers not be changed under its name', async () => {
    expect((await run(LOCK)).refused).toMatch(/不能改/);
    const change = (text: string) => text.replace(',TZ4A,2025,536,', ',TZ4A,2025,537,');
    const path = 'synthetic/observations/2025.csv';
    expect(await withChange(path, change, errorsNow)).toEqual(['edition_locked edition.json']);
  }, 60_000);

  test('a former year is succeeded: a late report counts now, the old edition stays', async () => {
    const old = await read('synthetic/published/2024.csv');
    const { refused } = await run(['--id', '2024-2', '--succeeds', '2024', '--reason', '补报']);
    expect(refused).toBeNull();
    expect(await read('synthetic/published/2024.csv')).toBe(old);
    const entry = (await ledger())[5];
    expect(entry).toMatchObject({ id: '2024-2', succeeds: '2024', cutoff: '2024-12-31' });
    expect(entry?.inputs.some(({ path }) => path.endsWith('2025.csv'))).toBe(false);
    const status = (text: string) =>
      readPublished(text).find(
        ({ institution_id, element }) => institution_id === 'syn-990125' && element === 'INDEX',
      )?.status;
    expect(status(old)).toBe('low_availability');
    expect(status(await read('synthetic/published/2024-2.csv'))).toBe('ranked');
    expect(await errorsNow()).toEqual([]);
    expect((await run(['--id', '2024-3', '--succeeds', '2024', '--reason', 'x'])).refused).toMatch(
      /--succeeds 2024-2/,
    );
  }, 120_000);

  test('work goes on under the next name, in which numbers may change', async () => {
    expect((await run(['--next', '2025-2'])).refused).toBeNull();
    expect(JSON.parse(await read('edition.json'))).toEqual({
      id: '2025-2',
      cutoff: '2025-12-31',
      layer: 'synthetic',
      scheme: 'taizhou',
    });
    const change = (text: string) => text.replace(',TZ4A,2025,536,', ',TZ4A,2025,537,');
    expect(await withChange('synthetic/observations/2025.csv', change, errorsNow)).toEqual([]);
    const late = ['--id', '2025-2', '--reason', '更正'];
    expect((await run(late)).refused).toMatch(/--succeeds 2025/);
    expect((await run([...late, '--succeeds', '2025', '--dry-run'])).said).toContain('方案未变');
  }, 120_000);
});
