import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildData } from '../data/build-data.ts';
import { silentLog } from '../data/log.ts';
import { parseOptions } from './options.ts';
import { InputError } from './problem.ts';
import { run } from './run.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'edition-'));
  await buildData({ dataDir: 'data', outDir: folder, log: silentLog });
});
afterAll(() => rm(folder, { recursive: true }));

const output = (...args: string[]) =>
  run(parseOptions(['--scheme', 'taizhou', '--data', 'edition', ...args])!, folder);

describe('npm run score -- --data edition', () => {
  it('scores the published layer, each row marked with it', async () => {
    const csv = await output('--period', '2025', '--format', 'csv');
    const { data } = Papa.parse<Record<string, string>>(csv, {
      header: true,
      skipEmptyLines: true,
    });
    expect(data.length).toBeGreaterThan(30);
    expect(new Set(data.map((row) => row['layer']))).toEqual(new Set(['synthetic']));
    expect(new Set(data.map((row) => row['group']))).toEqual(new Set(['city', 'county']));
    const ranked = data.filter((row) => row['group'] === 'county' && row['rank'] !== '');
    expect(ranked[0]!['rank']).toBe('1');
    // The tie, the gaps and the unranked institutions of the demonstration.
    const ranks = ranked.map((row) => Number(row['rank']));
    expect(new Set(ranks).size).toBeLessThan(ranks.length);
    expect(data.some((row) => row['status'] === 'dimension_missing')).toBe(true);
    expect(data.some((row) => row['status'] === 'low_availability')).toBe(true);
  });

  it('says on the first lines that the sample data are one', async () => {
    expect((await output('--period', '2025')).split('\n')[1]).toMatch(/^示例数据 · /);
    expect((await output('--lang', 'en')).split('\n')[1]).toMatch(/^Sample data/);
  });

  it('opens another layer on demand: nothing is reported for the template', async () => {
    const { rows, source } = JSON.parse(
      await output('--layer', 'template', '--format', 'json', '--period', '2025'),
    ) as { rows: { status: { kind: string } }[]; source: object };
    expect(source).toMatchObject({ edition: '2025', layer: 'template' });
    expect(rows).toHaveLength(9);
    expect(rows.every(({ status }) => status.kind === 'no_data')).toBe(true);
  });

  it('refuses damaged and absent data', async () => {
    const files = await readdir(join(folder, 'synthetic'));
    const observation = files.find((name) => name.startsWith('observation'))!;
    await writeFile(join(folder, 'synthetic', observation), 'damaged');
    await expect(output()).rejects.toThrow(/run npm run data again/);
    await rm(join(folder, 'manifest.json'));
    await expect(output()).rejects.toBeInstanceOf(InputError);
  });
});
