import { openNodeEngine } from '#lib/engine/node/node-engine.ts';
import type { ManifestEdition, Scheme, ScoreResult } from '#lib/model/index.ts';
import { makeDataset, queryDataset, unitTable } from '#lib/queries/dataset.ts';
import { score } from '#lib/scoring/index.ts';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildData } from '../data/build-data.ts';
import { silentLog } from '../data/log.ts';
import { DIGITS } from '../edition/published-result.ts';
import { folderThen, LEDGER, schemePath } from './editions.ts';
import { PAST_EDITIONS, type PastEdition } from './history.ts';
import { SEED } from './synthetic.ts';
import { distinct, readTable, readText, type TextRow } from './testing.ts';

const ledger = JSON.parse(readText(LEDGER)) as ManifestEdition[];
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const publishedIn = (year: number) => readTable(`synthetic/published/${year}.csv`);
const read = (path: string) => JSON.parse(readText(path)) as Scheme;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hengjian-editions-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Publishes a data folder by the whole pipeline and scores it from what DuckDB answers. */
async function scored(name: string, files: Map<string, string>, scheme: Scheme) {
  const dataDir = join(folder, name, 'data');
  const outDir = join(folder, name, 'out');
  for (const [path, text] of files) {
    await mkdir(dirname(join(dataDir, path)), { recursive: true });
    await writeFile(join(dataDir, path), text);
  }
  const { ok, findings } = await buildData({ dataDir, outDir, log: silentLog });
  expect(
    findings.filter(({ severity }) => severity === 'error'),
    name,
  ).toEqual([]);
  expect(ok).toBe(true);
  const engine = await openNodeEngine(outDir, 'synthetic');
  try {
    const dataset = makeDataset('synthetic', await queryDataset(engine, scheme));
    return score(unitTable(dataset, scheme), scheme);
  } finally {
    await engine.close();
  }
}

const digits = (value: number | undefined) =>
  value === undefined || Number.isNaN(value) ? '' : String(Number(value.toPrecision(DIGITS)));

/** The rows that an edition would publish of a result. */
function expected(past: PastEdition, result: ScoreResult): Partial<TextRow>[] {
  return result.rows.flatMap(({ unit, period }, at) =>
    period !== String(past.year)
      ? []
      : ['INDEX', 'T1', 'T2', 'T3', 'T4', 'T5', 'T6'].map((element) => ({
          institution_id: unit,
          element,
          score: digits(result.scores.get(element)?.[at]),
          rank: element === 'INDEX' ? String(result.ranks.get(element)?.[at] || '') : '',
          band: element === 'INDEX' ? (result.bands[at] ?? '') : '',
          status: result.status[at]?.kind ?? '',
        })),
  );
}

describe('the locked editions', () => {
  test('are 2021–2024, two under each of the former schemes', () => {
    expect(ledger.map(({ id, scheme_version }) => [id, scheme_version])).toEqual([
      ['2021', '1.0.0'],
      ['2022', '1.0.0'],
      ['2023', '1.1.0'],
      ['2024', '1.1.0'],
    ]);
    expect(read('schemes/history/taizhou-1.0.0.json').normalise.scope).toBe('period');
    expect(read('schemes/history/taizhou-1.1.0.json').normalise.scope).toBe('panel');
  });

  test.each(PAST_EDITIONS.map((past) => [past.year, past] as const))(
    '%d: published is what scheme and data of the time give, computed again from Parquet',
    async (year, past) => {
      const files = folderThen(past, SEED, readText);
      const result = await scored(String(year), files, read(schemePath(past)));
      const rows = publishedIn(year);
      expect(rows).toHaveLength(33 * 7);
      const want = expected(past, result);
      expect(rows.map(({ institution_id, element }) => `${institution_id}/${element}`)).toEqual(
        want.map(({ institution_id, element }) => `${institution_id}/${element}`),
      );
      expect(rows).toMatchObject(want);
      expect(distinct(rows, 'edition')).toEqual([String(year)]);
      expect(distinct(rows, 'scheme_version')).toEqual([past.scheme_version]);
    },
    60_000,
  );

  test('the ledger has the hashes of the files, and of the inputs as they were then', () => {
    for (const { id, scheme_path, scheme_sha256, result_path, result_sha256, inputs } of ledger) {
      expect(sha256(readText(scheme_path))).toBe(scheme_sha256);
      expect(sha256(readText(result_path))).toBe(result_sha256);
      const changed = inputs.filter(({ path, sha256: then }) => sha256(readText(path)) !== then);
      // Ji County's report of 2024 came after the edition was locked.
      expect(changed.map(({ path }) => path)).toEqual(
        id === '2024' ? ['synthetic/observations/2024.csv'] : [],
      );
      expect(inputs).toHaveLength(Number(id) - 2020);
    }
  });

  test('published and computed again differ, as the ledger says', async () => {
    const [, , , past] = PAST_EDITIONS;
    if (!past) throw new Error('no edition 2024');
    const now = new Map(folderThen(past, SEED, readText));
    for (const year of [2021, 2022, 2023, 2024, 2025])
      now.set(`synthetic/observations/${year}.csv`, readText(`synthetic/observations/${year}.csv`));
    now.set('edition.json', readText('edition.json'));
    const current = read('schemes/taizhou.json');
    const result = await scored('now', now, current);
    const former = await scored('former', now, read('schemes/history/taizhou-1.1.0.json'));
    // 1.2.0 adds ranges and assumptions only: the same data give the same scores.
    expect(result.scores).toEqual(former.scores);

    const late = { institution_id: 'syn-990125', element: 'INDEX' };
    const then = publishedIn(2024).find(
      (row) => row['institution_id'] === late.institution_id && row['element'] === 'INDEX',
    );
    expect(then).toMatchObject({ ...late, score: '', rank: '', status: 'low_availability' });
    for (const other of PAST_EDITIONS) {
      const again = expected(other, result);
      const moved = publishedIn(other.year).filter(
        (row, at) => row['score'] !== again[at]?.['score'],
      );
      expect(moved.length, String(other.year)).toBeGreaterThan(30);
    }
    const again = expected(past, result).find(
      (row) => row['institution_id'] === late.institution_id && row['element'] === 'INDEX',
    );
    expect(again?.['status']).toBe('ranked');
  }, 60_000);
});
