import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';
import { parquetWriteBuffer } from 'hyparquet-writer';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Scheme, ScoreResult } from '#lib/model/index.ts';
import { parseOptions } from './options.ts';
import { InputError } from './problem.ts';
import { run } from './run.ts';
import { problemsOf, temporaryFolder } from './testing.ts';

const { file, folder } = temporaryFolder();

const text = (word: string) => ({ zh: `${word}指标`, en: word });
const SCHEME = {
  id: 'test',
  version: '1.0.0',
  name: { zh: '测试指数', en: 'Test index' },
  description: text('test'),
  effective_from: '2023-01-01',
  weights_label: { zh: '示例权重', en: 'illustrative weights' },
  input: { unit: 'code', name: 'name', period: 'year', group: 'kind', missing: ['NA', '…'] },
  index: {
    code: 'I',
    name: { zh: '总分', en: 'Index' },
    weight: 1,
    aggregate: 'arithmetic',
    children: [
      {
        code: 'D',
        name: text('D'),
        weight: 1,
        aggregate: 'arithmetic',
        children: [{ code: 'a', name: text('a'), weight: 1, direction: 1 }],
      },
      { code: 'b', column: 'b column', name: text('b'), weight: 3, direction: -1 },
    ],
  },
  normalise: { scope: 'panel', range: [0, 100], default: { method: 'minmax' } },
  missing: { min_availability: 0.6, require_all_dimensions: false },
  ranking: { tie_tolerance: 1e-9 },
  bands: [
    { code: 'x', name: { zh: '甲等', en: 'first' }, min: 60 },
    { code: 'y', name: { zh: '乙等', en: 'second' }, min: 0 },
  ],
} as const satisfies Scheme;

const CSV = `code,name,year,kind,a,b column
u1,县一,2024,county,0,1.5e1
u2,县二,2024,county,10,5
u3,县三,2024,county,…,NA
u1,县一,2025,county,5,0
u2,县二,2025,county,0.1,10
u3,县三,2025,county,,10
u9,市一,2025,city,1,1
`;

const schemeFile = (scheme: object = SCHEME) => file('scheme.json', JSON.stringify(scheme));

/** Runs the command in this process with the scheme and table above, unless told otherwise. */
async function output(
  args: readonly string[],
  { scheme = SCHEME, csv = CSV }: { scheme?: object; csv?: string } = {},
): Promise<string> {
  const [schemePath, dataPath] = [await schemeFile(scheme), await file('data.csv', csv)];
  return run(parseOptions(['--scheme', schemePath, '--data', dataPath, ...args])!);
}

/** The problems that the command stops with, in words. */
async function problems(...args: Parameters<typeof output>): Promise<string[]> {
  const lines = await problemsOf(() => output(...args));
  return lines.map((line) => line.replace(folder(), ''));
}

interface Json {
  rows: { unit: string; period: string; rank: number | null; score: number | null }[];
  steps: Record<'raw' | 'normalised' | 'contributions', Record<string, (number | null)[]>> & {
    parameters: ScoreResult['parameters'];
  };
}

describe('npm run score', () => {
  it('gives JSON in full precision, nulls for what is missing, by period, group and place', async () => {
    const { rows, steps } = JSON.parse(await output(['--format', 'json', '--steps'])) as Json;
    expect(rows.map(({ unit, period, rank }) => [period, unit, rank])).toEqual([
      ['2024', 'u2', 1],
      ['2024', 'u1', 2],
      ['2024', 'u3', null],
      ['2025', 'u9', null],
      ['2025', 'u1', 1],
      ['2025', 'u2', 2],
      ['2025', 'u3', null],
    ]);
    // Panel figures of the counties that count: a 0..10, b 0..15 reversed.
    expect(rows[4]!.score).toBe((50 + 3 * 100) / 4);
    expect(rows[2]!.score).toBeNull();
    expect(steps.raw['a']).toEqual([10, 0, null, 1, 5, 0.1, null]);
    expect(steps.normalised['a']![5]).toBe(1);
    expect(steps.contributions['b']![5]).toBeCloseTo(25, 12);
    expect(steps.parameters[1]).toMatchObject({ indicator: 'a', group: 'county', n: 4, max: 10 });
  });

  it('prints one period, normalised over all of them', async () => {
    const { rows } = JSON.parse(await output(['--format', 'json', '--period', '2024'])) as Json;
    expect(rows.map(({ unit, score }) => [unit, score])).toEqual([
      ['u2', (100 + 3 * 100 * (10 / 15)) / 4],
      ['u1', 0],
      ['u3', null],
    ]);
  });

  it('gives CSV with the steps as columns, formulas defused', async () => {
    const csv = CSV.replaceAll('县一', '=1+1');
    const { data } = Papa.parse<Record<string, string>>(
      await output(['--format', 'csv', '--steps'], { csv }),
      { header: true, skipEmptyLines: true },
    );
    expect(data).toHaveLength(7);
    expect(data[4]).toMatchObject({
      unit: 'u1',
      name: "'=1+1",
      status: 'ranked',
      rank: '1',
      band: 'x',
      'score:I': '87.5',
      'rank:D': '1',
      'raw:a': '5',
      'normalised:a': '50',
      'actual_weight:b': '0.75',
      'contribution:b': '75',
    });
    expect(data[6]).toMatchObject({ status: 'low_availability', rank: '', 'score:I': '' });
  });

  it('gives a table lined up by the width of Chinese characters', async () => {
    const lines = (await output(['--period', '2025'])).split('\n');
    expect(lines[0]).toBe('测试指数 v1.0.0 · 示例权重');
    const start = lines.findIndex((line) => line.startsWith('2025 · 县级机构'));
    expect(lines.slice(start + 1, start + 5)).toEqual([
      '名次  代码  名称   总分  D指标   b指标  等级',
      '────  ────  ────  ─────  ─────  ──────  ────',
      '   1  u1    县一  87.50  50.00  100.00  甲等',
      '   2  u2    县二  25.25   1.00   33.33  乙等',
    ]);
    expect(lines.join('\n')).toContain('u3    县三  指标可得率 50%，低于方案要求的 60%');
  });

  it('says what could not be normalised, and shows the steps', async () => {
    const lines = await output(['--lang', 'en', '--steps', '--period', '2025']);
    expect(lines).toContain('city · a: all peers have the same value');
    expect(lines).toMatch(/Weights\n.*\n.*\nI +Index +1 +100.00% +100.00%/);
    expect(lines).toMatch(/Contributions \(points\) · D\n/);
  });

  it('says where contributions do not exist, rather than that they are missing', async () => {
    const index = { ...SCHEME.index, aggregate: 'geometric' };
    const scheme = { ...SCHEME, index, normalise: { ...SCHEME.normalise, range: [1, 100] } };
    const lines = await output(['--steps', '--period', '2025'], { scheme });
    const at = lines.indexOf('贡献（分） · 总分');
    expect(lines.slice(at)).toMatch(/^.*\n.*\n.*\nu9 +市一 +–\nu1 +县一 +–\n/);
    expect(lines.slice(at)).toContain('–：从该组到总分的合成不全是算术平均');
    expect(await output(['--steps', '--period', '2025'])).not.toContain('不全是算术平均');
  });

  it('shows derived weights and what they rest on', async () => {
    const index = {
      ...SCHEME.index,
      weigh: {
        method: 'ahp',
        comparisons: [
          [1, 3],
          [1 / 3, 1],
        ],
      },
    };
    const scheme = { ...SCHEME, index };
    const lines = await output(['--steps', '--lang', 'en'], { scheme });
    expect(lines).toMatch(/Weights · Index · analytic hierarchy process\n.*\n.*\nD +D +75.00%\n/);
    expect(lines).toContain('consistency ratio 0.0000');
    const { steps } = JSON.parse(await output(['--steps', '--format', 'json'], { scheme })) as {
      steps: { weighings: { group: string; method: string; weights: number[] }[] };
    };
    expect(steps.weighings[0]).toMatchObject({ group: 'I', method: 'ahp' });
    expect(steps.weighings[0]!.weights[0]).toBeCloseTo(0.75, 12);
  });

  it('imputes by the words of a column, and shows which cells', async () => {
    const scheme = { ...SCHEME, impute: { method: 'mean', by: 'name' } };
    const csv = CSV.replaceAll('县一', '同').replaceAll('县二', '同').replace('5,0', ',0');
    const { steps } = JSON.parse(
      await output(['--format', 'json', '--steps', '--period', '2025'], {
        scheme: { ...scheme, missing: { ...SCHEME.missing, min_availability: 0.5 } },
        csv,
      }),
    ) as { steps: { imputed: Json['steps']['raw']; cells: Record<string, string[]> } };
    expect(steps.imputed['a']).toEqual([1, 0.1, null, 0.1]);
    expect(steps.cells).toEqual({ a: ['', 'imputed', '', ''] });
    const table = await output(['--steps', '--lang', 'en'], {
      scheme: { ...scheme, missing: { ...SCHEME.missing, min_availability: 0.5 } },
      csv,
    });
    expect(table).toMatch(/Cells that were changed\n.*\n.*\nu1 +2025 +a +imputed +– +0\.1\n/);
    expect(
      (await problems([], { scheme: { ...scheme, impute: { method: 'mean', by: 'kin' } } }))[0],
    ).toMatch(/column “kin”: has no such column/);
  });

  it('reads Parquet', async () => {
    const rows = Papa.parse<Record<string, string>>(CSV.trim(), { header: true }).data;
    const strings = ['code', 'name', 'year', 'kind'].map((name) => ({
      name,
      data: rows.map((row) => row[name]!),
      type: 'STRING' as const,
    }));
    const doubles = ['a', 'b column'].map((name) => ({
      name,
      data: rows.map((row) => (/\d/.test(row[name]!) ? Number(row[name]) : null)),
      type: 'DOUBLE' as const,
    }));
    const bytes = new Uint8Array(parquetWriteBuffer({ columnData: [...strings, ...doubles] }));
    const args = ['--scheme', await schemeFile(), '--data', await file('data.parquet', bytes)];
    const parquet = await run(parseOptions([...args, '--format', 'csv', '--steps'])!);
    const csv = await output(['--format', 'csv', '--steps']);
    expect(parquet).toBe(csv);
  });
});

describe('npm run score, bad input', () => {
  it('lists every cell that is no number, with its place', async () => {
    const csv = CSV.replace(',10,5', ',ten,"1,000"').replace(',0.1,10', ',0.1,Infinity');
    expect(await problems([], { csv })).toEqual([
      '✗ /data.csv, row 3, column “a”, found "ten": must be a number; leave it empty if missing',
      '✗ /data.csv, row 3, column “b column”, found "1,000": must be a number; leave it empty if missing',
      '✗ /data.csv, row 6, column “b column”, found "Infinity": must be a number; leave it empty if missing',
    ]);
  });

  it('lists missing columns', async () => {
    const csv = CSV.replace('a,b column', 'a,B').replace('name,', 'Name,');
    const found = await problems([], { csv });
    expect(found).toHaveLength(2);
    expect(found[0]).toMatch(/row 1, column “name”: has no such column \(it has: code, Name/);
    expect(found[1]).toMatch(/column “b column”/);
  });

  it('refuses repeated units, empty codes and repeated columns', async () => {
    expect(await problems([], { csv: `${CSV}u1,x,2025,county,1,1\n,y,2025,county,1,1\n` })).toEqual(
      [
        '✗ /data.csv, row 9, column “code”, found "u1, 2025": repeats row 5: a unit has one row in a period',
        '✗ /data.csv, row 10, column “code”: must not be empty',
      ],
    );
    expect(await problems([], { csv: CSV.replace('b column', 'a') })).toEqual([
      '✗ /data.csv, row 1, column “a”: this column name stands twice: rename one',
    ]);
  });

  it('refuses ragged rows instead of reading half of them', async () => {
    const [found] = await problems([], { csv: CSV.replace('县二,2024', '县二') });
    expect(found).toMatch(/row 3, .*Every row has 6 cells/);
  });

  it('lists the periods there are', async () => {
    expect(await problems(['--period', '1999'])).toEqual([
      '✗ --period, found "1999": no such period; there are: 2024, 2025',
    ]);
  });

  it('lists every fault of the scheme', async () => {
    const scheme = { ...SCHEME, version: 'one', normalise: { ...SCHEME.normalise, scope: 'all' } };
    const found = await problems([], { scheme });
    expect(found.map((line) => line.replace(/ \(.*|:.*/, ''))).toEqual([
      '✗ /scheme.json#/version, found "\\"one\\""',
      '✗ /scheme.json#/normalise/scope, found "\\"all\\""',
    ]);
  });

  it('needs to know the columns', async () => {
    const scheme = { ...SCHEME, input: undefined };
    expect((await problems([], { scheme }))[0]).toContain('the scheme has no input');
  });

  it.each([
    ['no such scheme', ['--scheme', 'nowhere.json', '--data', 'x']],
    ['no such data', ['--scheme', 'taizhou', '--data', 'nowhere.csv']],
    ['unknown format', ['--scheme', 'taizhou', '--data', 'x', '--format', 'xls']],
    ['unknown flag', ['--schema', 'taizhou']],
    ['missing flags', ['--period', '2025']],
  ])('%s', async (_, args) => {
    const attempt = async () => run(parseOptions(args)!);
    await expect(attempt()).rejects.toBeInstanceOf(InputError);
  });

  it('ends with 1 and words on standard error, or with 0 and the help', async () => {
    const command = (...args: string[]) =>
      promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/score.ts', ...args]);
    const failed: unknown = await command('--scheme', 'taizhou', '--lang', 'en').catch(
      (reason: unknown) => reason,
    );
    expect(failed).toMatchObject({
      code: 1,
      stdout: '',
      stderr: '✗ --data: is missing, see --help\n',
    });
    expect((await command('--help')).stdout).toMatch(/^npm run score -- --scheme/);
  });

  it('ends quietly when its reader has seen enough', async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/score.ts', '--help']);
    child.stdout.destroy();
    let errors = '';
    child.stderr.on('data', (bytes) => (errors += String(bytes)));
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect([code, errors]).toEqual([0, '']);
  });
});
