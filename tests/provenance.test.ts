import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { hydrated, useSite } from './lib/site.ts';

/**
 * What a reader is told when a number is pressed, against the raw tables read here by themselves:
 * nothing of the pipeline between the two is used.
 */

const site = useSite();

/** A row of a raw table with the row number that a spreadsheet gives it. */
interface RawRow {
  readonly file: string;
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
  readonly column: (name: string) => string;
}

function rowsOf(file: string): RawRow[] {
  const [header = [], ...body] = Papa.parse<string[]>(
    readFileSync(`data/${file}`, 'utf8').trimEnd(),
  ).data;
  const letter = (name: string) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.charAt(header.indexOf(name));
  return body.map((row, index) => ({
    file,
    line: index + 2,
    cells: Object.fromEntries(header.map((name, at) => [name, row[at] ?? ''])),
    column: letter,
  }));
}

const tables = new Map<string, RawRow[]>();
function table(file: string): RawRow[] {
  const rows = tables.get(file) ?? rowsOf(file);
  tables.set(file, rows);
  return rows;
}

/** The raw row that an observation's name stands for; undefined for what nobody typed. */
function rawRow(id: string): RawRow | undefined {
  const parts = id.split('/');
  const [layer = '', who = ''] = parts;
  const [indicator = '', period = ''] = parts.slice(-2);
  if (layer === 'reported') {
    const [entity, source] = [parts.slice(2, -3).join('/'), parts[parts.length - 3]];
    return table('reported/observations.csv').find(
      ({ cells }) =>
        cells['region_code'] === who &&
        cells['entity'] === entity &&
        cells['source_id'] === source &&
        cells['indicator'] === indicator &&
        cells['period'] === period,
    );
  }
  return table(`${layer}/observations/${period}.csv`).find(
    ({ cells }) => cells['institution_id'] === who && cells['indicator'] === indicator,
  );
}

/** What the panel must say of a typed row. */
const expected = ({ file, line, cells, column }: RawRow) => ({
  file,
  cell: `${column(cells['value'] === '' && cells['value_text'] !== '' ? 'value_text' : 'value')}${line}`,
  raw: cells['value'] || cells['value_text'] || '空格',
});

/** A generator of its own, so that every run presses the same numbers. */
function sampler(seed: number) {
  let state = seed;
  return <T>(list: readonly T[]): T => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const chosen = list[Math.floor((state / 2 ** 32) * list.length)];
    if (chosen === undefined) throw new Error('nothing to choose from');
    return chosen;
  };
}

interface Said {
  readonly lines: Readonly<Record<string, string>>;
  readonly links: Readonly<Record<string, string>>;
  readonly parts: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const readPanel = (page: Page): Promise<Said> =>
  page.locator('[data-origin-panel]').evaluate((panel) => {
    const listOf = (dl: Element | null, what: (dd: Element) => string | undefined) =>
      Object.fromEntries(
        [...(dl?.querySelectorAll('[data-line]') ?? [])].flatMap((line) => {
          const said = what(line.querySelector('dd')!);
          return said === undefined ? [] : [[line.getAttribute('data-line') ?? '', said]];
        }),
      );
    const textOf = (dd: Element) => dd.textContent?.trim();
    const own = panel.querySelector(':scope > dl');
    return {
      lines: listOf(own, textOf),
      links: listOf(own, (dd) => dd.querySelector('a')?.href),
      parts: Object.fromEntries(
        [...panel.querySelectorAll('[data-part]')].map((part) => [
          part.getAttribute('data-part') ?? '',
          listOf(part.querySelector('dl'), textOf),
        ]),
      ),
    };
  });

/** Views of raw values, with what must be pressed before they show any. */
const VIEWS: readonly (readonly [path: string, open?: string])[] = [
  ['?open=syn-990121,syn-990222'],
  ['compare/?pick=syn-990121,syn-990106', '展开全部指标'],
  ['trends/?of=TZ4A'],
  ['map/?of=TZ3'],
  ['institutions/syn-990122/', '展开全部指标的来历'],
  ['targets/?data=synthetic&open=T-SY-01-2'],
  ['facts/'],
  ['programme/'],
  ['explore/?table=observation'],
];
const PER_VIEW = 3;

describe('a number pressed', () => {
  it.each(VIEWS.map((view, index) => [view[0], view[1], index] as const))(
    'on /%s leads to the cell that the raw table has it in',
    async (path, open, index) => {
      const tab = await site.visit(path);
      const { page } = tab;
      await hydrated(page);
      if (open !== undefined) await page.getByRole('button', { name: open }).first().click();
      const numbers = page.locator('[data-origin]:visible');
      await numbers.first().waitFor();
      await expect.poll(() => numbers.count()).toBeGreaterThan(3);
      const ids = await numbers.evaluateAll((all) =>
        all.map((one) => one.getAttribute('data-origin') ?? ''),
      );
      const choose = sampler(20_251_231 + index);
      const places = ids.map((_, at) => at);
      for (let n = 0; n < PER_VIEW; n++) {
        const at = choose(places);
        const id = ids[at] ?? '';
        const button = numbers.nth(at);
        const shown = (await button.innerText()).replace(/[\s,\u00a0\u202f\u2009]/g, '');
        await button.click();
        const panel = page.locator(`[data-origin-panel="${quoted(id)}"][aria-busy="false"]`);
        await panel.waitFor();
        const { lines, links, parts } = await readPanel(page);
        const row = rawRow(id);
        if (row) {
          const { file, cell, raw } = expected(row);
          expect({ id, ...lines }).toMatchObject({ file, cell, raw });
          expect(links['file']).toBe(site.server.url(`data/raw/${file}`));
          // The number on the page is the number of the cell, rounded for the eye at most.
          const typed = Number(row.cells['value']);
          const digits = /-?\d+(?:\.\d+)?/.exec(shown)?.[0];
          if (row.cells['value'] !== '' && row.cells['value_text'] === '')
            expect(Math.abs(Number(digits) - typed), id).toBeLessThanOrEqual(0.05);
        } else {
          // Nobody types a ratio: its parts are what was typed.
          const names = Object.keys(parts);
          expect(names.length, id).toBeGreaterThan(1);
          expect(lines).not.toHaveProperty('file');
          for (const name of names)
            expect({ name, ...parts[name] }).toMatchObject(expected(rawRow(name)!));
        }
        await page.keyboard.press('Escape');
        await panel.waitFor({ state: 'detached' });
        expect(await button.evaluate((one) => one === document.activeElement), id).toBe(true);
      }
      tab.recorder.assertClean();
      await tab.close();
    },
  );

  it('says of a blank form why there is nothing, in English too', async () => {
    const tab = await site.visit('en/map/?data=template&of=TZ4A');
    const { page } = tab;
    await hydrated(page);
    const number = page.locator('[data-origin="template/tpl-331002//TZ4A/2025"]:visible');
    await number.click();
    await page.locator('[data-origin-panel][aria-busy="false"]').waitFor();
    const { lines } = await readPanel(page);
    expect(lines['value']).toBe('missing: not reported');
    expect(lines['file']).toBe('template/observations/2025.csv');
    tab.recorder.assertClean();
    await tab.close();
  });

  it('gives the very table to whoever follows the link', async () => {
    const answer = await (
      await site.visit()
    ).page.request.get(site.server.url('data/raw/synthetic/observations/2025.csv'));
    expect(await answer.text()).toBe(readFileSync('data/synthetic/observations/2025.csv', 'utf8'));
  });
});

/** Names of observations hold no quotes or backslashes but those of entities. */
const quoted = (text: string) => text.replace(/["\\]/g, '\\$&');
