import AxeBuilder from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { LOCALES, type ScoreResult } from '#lib/model/index.ts';
import { readSite, scoreLayer } from '#lib/state/server/site.ts';
import { runTool } from '../scripts/lib/run.ts';
import { builtFiles, useSite } from './lib/site.ts';

const BANDS = 'build-bands';
const read = (file: string): string => readFileSync(join(BANDS, file), 'utf8');
const readable = () =>
  builtFiles(BANDS).filter((file) => /\.(html|json|csv|js|css|svg)$/.test(file));

let result: ScoreResult;

beforeAll(async () => {
  const { code, output } = await runTool('vite', ['build'], {
    env: { HENGJIAN_EDITION: 'bands' },
    quiet: true,
  });
  if (code !== 0) throw new Error(output);
  const { manifest } = await readSite();
  ({ result } = await scoreLayer(manifest.edition.layer, manifest.edition.scheme));
});

// The folder is there only once it has been built: the server starts after that.
const site = useSite(BANDS);

/** Every number with a point in the words of a page, a table or the data behind a page. */
const decimals = (text: string): string[] => text.match(/(?<![\w.])\d+\.\d+(?![\w.])/g) ?? [];

describe('the edition that tells bands only', () => {
  it('holds no data file, no engine and no query', () => {
    const names = builtFiles(BANDS).join('\n');
    expect(names).not.toMatch(/parquet|wasm|duckdb|raw\//i);
    expect(names).toContain('bands.zh.csv');
  });

  it('holds no score of any element in any year, in no file', () => {
    const scores = [...result.scores.values()]
      .flatMap((column) => [...column])
      .filter((score) => !Number.isNaN(score) && !Number.isInteger(score * 1000));
    expect(scores.length).toBeGreaterThan(500);
    const written = new Set(scores.map((score) => score.toFixed(6).slice(0, -3)));
    for (const file of readable()) {
      const found = (read(file).match(/\d+\.\d{3,}/g) ?? []).filter((number) =>
        written.has(number.slice(0, number.indexOf('.') + 4)),
      );
      expect(found, file).toEqual([]);
    }
  });

  it('has no number with a decimal in its pages, its tables and the data behind its pages', async () => {
    for (const file of builtFiles(BANDS).filter((name) => /\.(csv|json)$/.test(name)))
      expect(decimals(read(file)), file).toEqual([]);
    for (const path of ['', 'en/']) {
      const tab = await site.visit(path);
      expect(decimals(await tab.page.locator('body').innerText()), path).toEqual([]);
      await tab.close();
    }
  });

  it('says no place and no points, and has no key that could hold them', () => {
    for (const file of readable().filter((name) => !name.endsWith('.css'))) {
      const text = read(file);
      expect(text, file).not.toMatch(/第\s*\d+\s*名|\d+(?:st|nd|rd|th) place/);
      if (file.endsWith('.json')) expect(text, file).not.toMatch(/"(?:score|rank|place|value)s?"/);
    }
  });

  it.each(LOCALES)('gives all institutions and years as a table (%s)', (locale) => {
    const lines = Papa.parse<string[]>(read(`bands.${locale}.csv`).replace('\ufeff', ''), {
      skipEmptyLines: true,
    }).data;
    const header = lines.findIndex(
      (line) => (line.length > 1 && line.includes('2025')) || line.includes('2025 年'),
    );
    expect(header).toBeGreaterThan(0);
    const units = new Set(result.rows.map(({ unit }) => unit));
    const rows = lines.slice(header + 1).filter((line) => line[1] !== '' || line[2] !== '');
    expect(rows).toHaveLength(units.size);
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^-?\d/);
  });

  it('works: finds, filters, passes the accessibility rules, reads well on a phone', async () => {
    const tab = await site.visit('', { viewport: { width: 360, height: 740 } });
    const { page } = tab;
    await page.waitForSelector('[data-hydrated]');
    const rows = page.locator('[data-row]');
    const all = await rows.count();
    expect(all).toBe(30);
    await page.getByRole('searchbox').fill('甲县');
    await expect.poll(() => rows.count()).toBe(1);
    await page.getByRole('searchbox').fill('没有这家');
    await expect.poll(() => rows.count()).toBe(0);
    await page.getByRole('searchbox').fill('');
    await page.getByRole('combobox', { name: '城市' }).selectOption({ index: 1 });
    await expect.poll(() => rows.count()).toBeLessThan(all);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    tab.recorder.assertClean();
    await tab.close();
  });
});
