import type { ScoreResult } from '#lib/model/index.ts';
import * as scoring from '#lib/scoring/index.ts';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { buildData } from './build-data.ts';
import type { Log } from './log.ts';

vi.mock('#lib/scoring/index.ts', async (original) => {
  const real = await original<typeof scoring>();
  return { ...real, score: vi.fn(real.score) };
});

const { score: soundScore } = await vi.importActual<typeof scoring>('#lib/scoring/index.ts');
const LAST_GOOD = 'the last good output';
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hengjian-wrong-'));
  await mkdir(join(folder, 'out'));
  await writeFile(join(folder, 'out', 'manifest.json'), LAST_GOOD);
});
afterEach(() => vi.mocked(scoring.score).mockImplementation(soundScore));
afterAll(() => rm(folder, { recursive: true, force: true }));

type Spoil = (result: ScoreResult, ranked: number) => ScoreResult;

/** Spoils the scores of the layer with the most rows, as a fault in the program would. */
function computeWrongly(spoil: Spoil): void {
  vi.mocked(scoring.score).mockImplementation((table, scheme) => {
    const result = soundScore(table, scheme);
    const ranked = result.status.findIndex(({ kind }) => kind === 'ranked');
    return ranked < 0 ? result : spoil(result, ranked);
  });
}

const indexOf = ({ scores }: ScoreResult): string => [...scores.keys()][0]!;

const spoilt: [what: string, spoil: Spoil, word: string][] = [
  [
    'one score off by a millionth',
    (result, at) => {
      const scores = new Map(result.scores);
      scores.set(
        indexOf(result),
        result.scores.get(indexOf(result))!.map((x, row) => (row === at ? x + 1e-6 : x)),
      );
      return { ...result, scores };
    },
    '得分',
  ],
  [
    'two places exchanged',
    (result, at) => {
      const column = result.ranks.get(indexOf(result))!.slice();
      const other = column.findIndex((place) => place > 0 && place !== column[at]);
      [column[at], column[other]] = [column[other]!, column[at]!];
      return { ...result, ranks: new Map(result.ranks).set(indexOf(result), column) };
    },
    '名次',
  ],
  [
    'one unit left out',
    (result, at) => ({ ...result, status: result.status.with(at, { kind: 'no_data' }) }),
    '状态',
  ],
];

test.each(spoilt)(
  '%s is refused: what differs is named, nothing is replaced',
  async (_, spoil, word) => {
    computeWrongly(spoil);
    const lines: string[] = [];
    const log: Log = { step: (text) => lines.push(text), line: (text) => lines.push(text) };
    const outDir = join(folder, 'out');
    const result = await buildData({ dataDir: 'data', outDir, log });
    expect(result.ok).toBe(false);
    expect(result.manifest).toBeUndefined();
    expect(result.recomputed.map(({ verdict }) => verdict.kind)).toContain('differs');
    const text = lines.join('\n');
    expect(text).toMatch(/synthetic × \w+ {2}两种算法结果不一致（\d+ 处）：未写出任何文件/);
    // Which institution, by id and name, which year, element and both values.
    expect(text).toMatch(
      new RegExp(`✗ \\S+ \\S+ · \\d{4} · INDEX · ${word} {2}程序算得 \\S+，SQL 算得 \\S+`),
    );
    expect(text).not.toContain('写出 1');
    expect(await readdir(outDir)).toEqual(['manifest.json']);
    expect(await readFile(join(outDir, 'manifest.json'), 'utf8')).toBe(LAST_GOOD);
  },
);

test('in English too, and into a folder that is not there nothing is written', async () => {
  computeWrongly(spoilt[0]![1]);
  const lines: string[] = [];
  const log: Log = { step: () => undefined, line: (text) => lines.push(text) };
  const outDir = join(folder, 'never');
  const { ok } = await buildData({ dataDir: 'data', outDir, log, locale: 'en' });
  expect(ok).toBe(false);
  expect(lines.join('\n')).toMatch(/two computations differ \(\d+ differences?\): nothing was/);
  expect(lines.join('\n')).toMatch(/score {2}scored [\d.]+, SQL [\d.]+/);
  expect(existsSync(outDir)).toBe(false);
});
