import { checkData, hasErrors } from '#lib/intake/index.ts';
import { importFiles } from '#lib/intake/import/import-files.ts';
import { reportJson, reportText } from '#lib/intake/report/report.ts';
import { corpusFolder } from '#lib/intake/testing/corpus/folder.ts';
import { plainSheet, textFile, typed } from '#lib/intake/testing/corpus/wrong-corpus.ts';
import { writeBook } from '#lib/intake/workbook/testing/write-book.ts';
import { readWorkbook } from '#lib/intake/workbook/read-workbook.ts';
import fc from 'fast-check';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readFolder } from '../data/read-folder.ts';
import { hashTree } from '../lib/hash-tree.ts';
import { InputError } from '../score/problem.ts';
import { findFiles } from './find-files.ts';
import { jsonParts } from './json-parts.ts';
import { parseOptions } from './options.ts';
import { runIntake } from './run.ts';
import { HostError, type HostLimits } from './supervise.ts';

let folder = '';
const at = (...path: string[]) => join(folder, ...path);
const put = (path: string, bytes: Uint8Array | string) => {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), bytes);
  return at(path);
};

const GOOD = textFile(plainSheet()).bytes;
const ASKING = textFile(typed(plainSheet(), { P2: '服务小微企业次数', P5: '12' })).bytes;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hengjian-intake-test-'));
  for (const { path, bytes } of corpusFolder()) put(`data/${path}`, bytes);
  put('in/统计表.csv', GOOD);
  put('in/sub/__proto__.csv', ASKING);
  put('in/notes.docx', 'no table');
  put('in/~$统计表.xlsx', 'lock');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly notes: string;
}

/** Runs the command on the copy of the data; a refusal to run at all gives code 2 and its words. */
async function run(flags: readonly string[], limits: Partial<HostLimits> = {}): Promise<Ran> {
  const notes: string[] = [];
  const chunks: Buffer[] = [];
  const out = new PassThrough();
  out.on('data', (chunk: Buffer) => chunks.push(chunk));
  const text = () => Buffer.concat(chunks).toString('utf8');
  try {
    const options = parseOptions(['--data', at('data'), '--seconds', '300', ...flags]);
    if (!options) throw new Error('help');
    const note = (line: string) => void notes.push(line);
    const code = await runIntake(options, '2027-01-10', { out, note }, limits);
    return { code, out: text(), notes: notes.join('\n') };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const words = error.problems.map((one) => `${one.where}: ${one.text.zh}`).join('\n');
    return { code: 2, out: text(), notes: words };
  }
}

interface Report {
  readonly counts: Record<string, number>;
  readonly files: readonly { file: string; bytes: number; refusal: string | null }[];
}
const parsed = ({ out }: Ran) => JSON.parse(out) as Report;

test('the report is that of the import itself, to the byte', async () => {
  const files = await readFolder(at('data'));
  const outcome = importFiles([{ name: '统计表.csv', bytes: GOOD }], files);
  const json = await run(['--format', 'json', at('in/统计表.csv')]);
  expect(json.code).toBe(0);
  expect(json.out).toBe(reportJson(outcome));
  const text = await run(['--lang', 'en', at('in/统计表.csv')]);
  expect(text.out).toBe(reportText(outcome, 'en'));
}, 120_000);

test('JSON alone is on the standard output of the command, and the code tells that something is asked', () => {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'scripts/intake.ts', '--data', at('data'), '--format', 'json'].concat([
      '--report',
      at('report.xlsx'),
      '--seconds',
      '300',
      at('in'),
    ]),
    { encoding: 'utf8' },
  );
  expect(status).toBe(1);
  expect((JSON.parse(stdout) as Report).files.map(({ file }) => file)).toEqual([
    'sub/__proto__.csv',
    '统计表.csv',
  ]);
  expect(stderr).toContain('report.xlsx');
  const book = readWorkbook('report.xlsx', readFileSync(at('report.xlsx')));
  expect(book.ok && book.grids.length).toBeGreaterThan(3);
}, 120_000);

describe('hostile files are refused, and the others imported', () => {
  test('a gigabyte is refused by its size, unread', async () => {
    const file = put('huge/1g.xlsx', 'PK');
    truncateSync(file, 1024 ** 3);
    put('huge/统计表.csv', GOOD);
    const before = Date.now();
    const ran = await run(['--format', 'json', at('huge')]);
    expect(Date.now() - before).toBeLessThan(100_000);
    expect(ran.code).toBe(1);
    expect(parsed(ran).files).toMatchObject([
      { file: '1g.xlsx', bytes: 1024 ** 3, refusal: 'too_large' },
      { file: '统计表.csv', refusal: null },
    ]);
    expect(parsed(ran).counts['imported']).toBe(7);
  }, 120_000);

  test.each([
    ['time', 'too_slow', { openSeconds: 0.25 }],
    ['memory', 'too_large', { openMegabytes: 230 }],
  ] as const)(
    'one that takes too much %s',
    async (_, refusal, limits) => {
      const line = `${Array.from({ length: 20 }, (_unused, n) => `${n}1234567`).join(',')}\n`;
      put('heavy/long.csv', line.repeat(70_000));
      put('heavy/统计表.csv', GOOD);
      const ran = await run(['--format', 'json', at('heavy')], limits);
      expect(ran.code).toBe(1);
      expect(parsed(ran).files).toMatchObject([
        { file: 'long.csv', refusal },
        { file: '统计表.csv', refusal: null },
      ]);
      expect(parsed(ran).counts).toMatchObject({ imported: 7, refused: 0 });
    },
    120_000,
  );

  test('when all of it takes too long, that is said, and nothing is half done', async () => {
    const options = parseOptions(['--data', at('data'), '--seconds', '0.1', at('in/统计表.csv')]);
    const out = new PassThrough();
    const ran = runIntake(options!, '2027-01-10', { out, note: () => undefined });
    await expect(ran).rejects.toThrow(HostError);
    await expect(ran).rejects.toThrow(/took too long/);
    expect(out.readableLength).toBe(0);
  }, 120_000);

  test('broken, encrypted, renamed and sparse ones all have their reason', async () => {
    const fixtures = join(import.meta.dirname, '../../src/lib/intake/testing/fixtures');
    await cp(fixtures, at('fixtures'), { recursive: true });
    const ran = await run(['--format', 'json', at('fixtures')]);
    expect(ran.code).toBe(1);
    const refusals = Object.fromEntries(
      parsed(ran).files.flatMap(({ file, refusal }) => (refusal === null ? [] : [[file, refusal]])),
    );
    expect(refusals).toEqual({
      'empty.xlsx': 'empty',
      'html_as.xlsx': 'not_this_format',
      'sparse.xlsx': 'too_many_cells',
      'trunc.xlsx': 'damaged',
    });
  }, 120_000);
});

describe('what is asked once is answered in a file', () => {
  test('a draft with proposals, refused while it is empty, taken when it is filled in', async () => {
    const file = at('in/sub/__proto__.csv');
    const draft = at('answers.json');
    const asked = await run(['--questions', draft, file]);
    expect(asked.code).toBe(1);
    const mapping = JSON.parse(readFileSync(draft, 'utf8')) as {
      headings: Record<string, unknown>[];
    };
    expect(mapping.headings).toHaveLength(1);
    expect(mapping.headings[0]).toMatchObject({ heading: '服务小微企业次数', indicator: '' });
    expect(mapping.headings[0]?.['proposals']).not.toEqual([]);

    const empty = await run(['--mapping', draft, file]);
    expect(empty.code).toBe(2);
    expect(empty.notes).toContain('headings[0].indicator');

    mapping.headings[0] = { heading: '服务小微企业次数', ignore: true };
    writeFileSync(draft, JSON.stringify(mapping));
    expect((await run(['--mapping', draft, file])).code).toBe(0);
    // Kept beside the data it needs no flag.
    await cp(draft, at('data/mapping.json'));
    expect((await run([file])).code).toBe(0);
    await rm(at('data/mapping.json'));
  }, 180_000);
});

describe('tables are written whole or not at all', () => {
  test('nothing while something is refused; the rest where that is wanted', async () => {
    const before = hashTree([at('data')]);
    const file = at('in/sub/__proto__.csv');
    const refused = await run(['--write', file]);
    expect(refused.code).toBe(1);
    expect(refused.notes).toContain('没有写入任何表');
    expect(hashTree([at('data')])).toBe(before);
    const partial = await run(['--out', at('cleaned'), '--partial', file]);
    expect(partial.code).toBe(1);
    expect(hashTree([at('data')])).toBe(before);
    const table = readFileSync(at('cleaned/synthetic/observations/2026.csv'), 'utf8');
    expect(table).toContain('syn-990123');
  }, 120_000);

  test('into the data, which then pass; handed in once more, nothing changes', async () => {
    await cp(at('data'), at('own'), { recursive: true });
    const file = at('in/统计表.csv');
    const own = ['--data', at('own'), '--write', file];
    const first = await run(own);
    expect(first.code).toBe(0);
    expect(first.notes).toContain('2026.csv');
    const { findings } = checkData(await readFolder(at('own')));
    expect(hasErrors(findings)).toBe(false);
    const before = hashTree([at('own')]);
    const second = await run([...own, '--format', 'json']);
    expect(second.code).toBe(0);
    expect(parsed(second).counts).toMatchObject({ imported: 0, refused: 0 });
    expect(hashTree([at('own')])).toBe(before);
  }, 180_000);
});

describe('files, folders and patterns', () => {
  const names = async (...paths: string[]) =>
    (await findFiles(paths)).map(({ name }) => name).sort();

  test('a folder gives its tables, a pattern what fits, a file itself', async () => {
    expect(await names(at('in'))).toEqual(['sub/__proto__.csv', '统计表.csv']);
    expect(await names(at('in/*.csv'))).toEqual(['统计表.csv']);
    expect(await names(at('in/**/*.csv'))).toEqual(['__proto__.csv', '统计表.csv']);
    expect(await names(at('in/notes.docx'))).toEqual(['notes.docx']);
    expect(await names(at('in/统计表.csv'), at('in/统*.csv'))).toEqual(['统计表.csv']);
  });

  test('two of one name are told apart', async () => {
    put('a/x.csv', GOOD);
    put('b/x.csv', GOOD);
    const found = await names(at('a/x.csv'), at('b/x.csv'));
    expect(new Set(found).size).toBe(2);
  });

  test.each([
    [['nosuch.csv'], /没有这个文件/],
    [['*.nosuch'], /没有符合的文件/],
    [[], /没有写要读哪个文件/],
    [['--format', 'xml', 'x.csv'], /text、json/],
    [['--period', 'soon', 'x.csv'], /2026/],
    [['--partial', 'x.csv'], /--write/],
    [['--seconds', '0', 'x.csv'], /秒数/],
    [['--nosuch', 'x.csv'], /nosuch/],
  ] as const)('%j is wrong usage', async (flags, words) => {
    const ran = await run(flags);
    expect(ran.code).toBe(2);
    expect(ran.notes).toMatch(words);
    expect(ran.out).toBe('');
  });

  // Nothing is closed to root.
  if (process.getuid?.() !== 0)
    test('what may not be read is said', async () => {
      chmodSync(put('secret.csv', GOOD), 0);
      expect((await run([at('secret.csv')])).notes).toContain('没有权限');
    });
});

test('workbooks come in like tables of text', async () => {
  const file = put('book/统计表.xls', writeBook([plainSheet()], 'biff8'));
  const ran = await run(['--format', 'json', file]);
  expect(ran.code).toBe(0);
  expect(parsed(ran).counts).toMatchObject({ imported: 7, refused: 0 });
}, 120_000);

test('JSON in pieces is the JSON of the whole', () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(3), (text, deep) => {
      const value: unknown = JSON.parse(text);
      expect([...jsonParts(value, deep)].join('')).toBe(JSON.stringify(value, null, 1));
    }),
    { numRuns: 500 },
  );
});
