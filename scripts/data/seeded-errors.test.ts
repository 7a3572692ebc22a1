import { fileRole, type Finding, type InputFile } from '#lib/intake/index.ts';
import { MESSAGES } from '#lib/intake/findings/messages.ts';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildData } from './build-data.ts';
import { silentLog } from './log.ts';
import { readFolder } from './read-folder.ts';
import { CELL_SEEDS } from './testing/cell-seeds.ts';
import { DataCopy } from './testing/data-copy.ts';
import { EDITION_SEEDS } from './testing/edition-seeds.ts';
import { FILE_SEEDS } from './testing/file-seeds.ts';
import { REFERENCE_SEEDS } from './testing/reference-seeds.ts';
import { RULE_SEEDS } from './testing/rule-seeds.ts';
import { VALUE_SEEDS } from './testing/value-seeds.ts';

const SEEDS = [
  ...FILE_SEEDS,
  ...CELL_SEEDS,
  ...VALUE_SEEDS,
  ...REFERENCE_SEEDS,
  ...RULE_SEEDS,
  ...EDITION_SEEDS,
];
const LAST_GOOD = 'the last good output';

let folder = '';
let real: InputFile[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hengjian-seeds-'));
  real = (await readFolder('data')).filter(({ path }) => fileRole(path).kind !== 'ignored');
  await mkdir(join(folder, 'out'));
  await writeFile(join(folder, 'out', 'manifest.json'), LAST_GOOD);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Writes the copy to disk and runs the pipeline on it. */
async function run(copy: DataCopy): Promise<{ ok: boolean; findings: readonly Finding[] }> {
  const dataDir = join(folder, 'data');
  await rm(dataDir, { recursive: true, force: true });
  for (const { path, bytes } of copy.files()) {
    await mkdir(dirname(join(dataDir, path)), { recursive: true });
    await writeFile(join(dataDir, path), bytes);
  }
  return buildData({ dataDir, outDir: join(folder, 'out'), log: silentLog });
}

const errorsOf = (findings: readonly Finding[]) =>
  findings.filter((finding) => finding.severity === 'error');

describe('a fault in a copy of the data', () => {
  test.each(SEEDS.map((entry) => [entry.name, entry.code, entry] as const))(
    '%s: %s',
    async (_name, code, { spoil, also = [] }) => {
      const copy = new DataCopy(real);
      const place = spoil(copy);
      const { ok, findings } = await run(copy);
      const errors = errorsOf(findings);

      expect(ok).toBe(false);
      expect(errors).toContainEqual(expect.objectContaining({ code, ...place }));
      // No noise: nothing is reported that the fault does not explain.
      expect([code, ...also]).toEqual(expect.arrayContaining(errors.map((error) => error.code)));
      for (const { rule, todo } of findings)
        for (const text of [rule.zh, rule.en, todo.zh, todo.en])
          expect(text).toMatch(/^(?!.*\{[a-z]+\}).+$/);
      expect(await readFile(join(folder, 'out', 'manifest.json'), 'utf8')).toBe(LAST_GOOD);
    },
  );
});

test('several faults at once are all reported, each at its place', async () => {
  const copy = new DataCopy(real);
  const chosen = VALUE_SEEDS.filter(({ name }) => /negative|pieces|typed|of no file/.test(name));
  const places = chosen.map(({ code, spoil }) => ({ code, ...spoil(copy) }));
  const { findings } = await run(copy);
  expect(chosen).toHaveLength(5);
  for (const place of places) expect(findings).toContainEqual(expect.objectContaining(place));
});

test('every error that the checks know is provoked by a seed', () => {
  const seeded = new Set<string>(SEEDS.map((entry) => entry.code));
  const errors = Object.entries(MESSAGES).flatMap(([code, message]) =>
    message.severity === 'warning' ? [] : [code],
  );
  expect(errors.filter((code) => !seeded.has(code))).toEqual([]);
  expect(SEEDS.length).toBeGreaterThanOrEqual(40);
});
