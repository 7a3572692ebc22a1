import { access } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import type { InputFile } from '#lib/intake/index.ts';
import type { ScoreResult } from '#lib/model/index.ts';
import { readFolder } from '../data/read-folder.ts';
import { DataCopy } from '../data/testing/data-copy.ts';
import { InputError } from '../score/problem.ts';
import { editionInForce, editionThen } from './edition-then.ts';
import { checkSameResult } from './same-result.ts';
import { publishFiles } from './temporary-site.ts';

let files: readonly InputFile[] = [];
beforeAll(async () => {
  files = await readFolder('data');
});

/** What is refused, in both languages. */
function refused(run: () => unknown): { where: string; zh: string; en: string }[] {
  try {
    run();
  } catch (cause) {
    if (!(cause instanceof InputError)) throw cause;
    return cause.problems.map(({ where, text }) => ({ where, ...text }));
  }
  return [];
}

/** Refusals after a change to the copy. */
function after(change: (copy: DataCopy) => void, id = '2023') {
  const copy = new DataCopy(files);
  change(copy);
  return refused(() => editionThen(copy.files(), id));
}

const paths = (all: readonly InputFile[]) => all.map(({ path }) => path).sort();

describe('a locked edition', () => {
  test('is put together from its own tables, scheme and result, and no later ones', () => {
    const { entry, files: then, unlocked } = editionThen(files, '2023');
    const found = paths(then);
    expect(found.filter((path) => path.includes('observations/'))).toEqual(
      entry.inputs.map(({ path }) => path),
    );
    expect(found.filter((path) => path.includes('published/'))).toEqual([
      'synthetic/published/2021.csv',
      'synthetic/published/2022.csv',
      'synthetic/published/2023.csv',
    ]);
    expect(new Set(found).size).toBe(found.length);
    const bytesOf = new Map(then.map(({ path, bytes }) => [path, bytes]));
    const given = new Map(files.map(({ path, bytes }) => [path, bytes]));
    expect(bytesOf.get('schemes/taizhou.json')).toEqual(given.get(entry.scheme_path));
    expect(editionInForce(then)).toBe('2023');
    expect(editionInForce(files)).toBe('2025');
    // What no hash vouches for is named.
    expect(unlocked).toContain('synthetic/institutions.csv');
    expect(unlocked).not.toContain('synthetic/observations/2023.csv');
    for (const path of unlocked) expect(bytesOf.get(path)).toEqual(given.get(path));
  });

  test('is refused when a locked table was changed, with what to do', () => {
    const [found, ...more] = after((copy) =>
      copy.put(
        'synthetic/observations/2022.csv',
        `${copy.text('synthetic/observations/2022.csv')} `,
      ),
    );
    expect(more).toEqual([]);
    expect(found?.where).toBe('synthetic/observations/2022.csv');
    expect(found?.zh).toMatch(/2023 版锁定后改动过.*0417d76db18b….*--data/u);
    expect(found?.en).toMatch(/changed after edition 2023.*0417d76db18b….*--data/u);
  });

  test('is refused when its scheme or its result was changed', () => {
    for (const path of ['schemes/history/taizhou-1.1.0.json', 'synthetic/published/2023.csv'])
      expect(
        after((copy) => copy.put(path, `${copy.text(path)} `)).map(({ where }) => where),
      ).toEqual([path]);
  });

  test('is refused when its files are missing, all of them at once', () => {
    const missing = ['synthetic/observations/2021.csv', 'schemes/history/taizhou-1.1.0.json'];
    const found = after((copy) => missing.forEach((path) => copy.drop(path)));
    expect(found.map(({ where }) => where)).toEqual(missing);
    for (const { zh, en } of found) {
      expect(zh).toMatch(/不在了.*--data/u);
      expect(en).toMatch(/not there.*--data/u);
    }
  });

  test('is refused when there is none of that name, with those that there are', () => {
    const [found] = after(() => undefined, '2020');
    expect(found?.zh).toContain('已锁定：2021、2022、2023、2024；正在编：2025');
    expect(found?.en).toContain('locked: 2021, 2022, 2023, 2024; in work: 2025');
    const [none] = after((copy) => copy.drop('editions.json'));
    expect(none?.zh).toContain('已锁定：无');
  });

  test('whose revised table is kept beside it is refused: the sample has one', () => {
    expect(refused(() => editionThen(files, '2024')).map(({ where }) => where)).toEqual([
      'synthetic/observations/2024.csv',
    ]);
  });
});

describe('the result', () => {
  test('of a new computation is that which was locked, or is refused by row and column', async () => {
    const then = editionThen(files, '2023');
    const said: string[] = [];
    const { published, remove } = await publishFiles(then.files, 'data', 'zh', (line) =>
      said.push(line),
    );
    try {
      const { scheme, result } = await published.scoreLayer('synthetic', 'taizhou');
      expect(scheme.version).toBe('1.1.0');
      const bytes = then.files.find(({ path }) => path === then.entry.result_path)!.bytes;
      const text = new TextDecoder().decode(bytes);
      const check = (published: string, found: ScoreResult = result) =>
        refused(() =>
          checkSameResult(then.entry, new TextEncoder().encode(published), scheme, found),
        );
      expect(check(text)).toEqual([]);

      // One in the last digit.
      const [first] = /\d+\.\d{6,}/u.exec(text)!;
      const digit = first.slice(-1) === '9' ? '8' : '9';
      const [problem, ...more] = check(text.replace(first, first.slice(0, -1) + digit));
      expect(more).toEqual([]);
      expect(problem?.where).toBe('synthetic/published/2023.csv');
      expect(problem?.zh).toContain(`重新计算为 "${first}"`);

      // A place, a row too many, a row too few.
      expect(check(text.replace(/,1,leading,/u, ',2,leading,'))).toHaveLength(1);
      expect(check(text.replaceAll('syn-990100', 'syn-990199')).length).toBeGreaterThan(1);
      const rows = text.trimEnd().split('\n');
      expect(check(rows.slice(0, -1).join('\n'))).toHaveLength(1);

      const other = new Map(result.scores);
      other.set(
        scheme.index.code,
        result.scores.get(scheme.index.code)!.map((one) => one + 1e-7),
      );
      expect(check(text, { ...result, scores: other }).length).toBeGreaterThan(10);
    } finally {
      await remove();
    }
    await expect(access(published.folder)).rejects.toThrow();
  });
});

describe('a folder that is not sound', () => {
  test('is refused after everything that is wrong was said', async () => {
    const copy = new DataCopy(files);
    copy.rename('synthetic/regions.csv', 'name_zh', 'name_cn');
    const said: string[] = [];
    await expect(
      publishFiles(copy.files(), 'mine', 'zh', (line) => said.push(line)),
    ).rejects.toMatchObject({ problems: [{ where: 'mine' }] });
    expect(said.join('\n')).toContain('synthetic/regions.csv');
  });
});
