import * as XLSX from '@e965/xlsx';
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { Page } from 'playwright';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { messagesFor } from '#lib/i18n/index.ts';
import { computed, rankingRows, useSite } from './lib/site.ts';

const site = useSite();
const m = messagesFor('zh');
const MARK = m.layer.synthetic;

/** Presses one export button and reads the file that the browser saved. */
async function save(page: Page, kind: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator(`[data-export="${kind}"]`).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

async function openExports(search = ''): Promise<{ page: Page; close: () => Promise<void> }> {
  const tab = await site.visit(search);
  await computed(tab.page);
  await tab.page.locator('[data-disclosure="export"]').click();
  const close = async (): Promise<void> => {
    tab.recorder.assertClean();
    await tab.close();
  };
  return { page: tab.page, close };
}

describe('the exported picture', () => {
  it('is an SVG with title, unit, source, cut-off date and the synthetic mark', async () => {
    const { page, close } = await openExports();
    const { name, bytes } = await save(page, 'svg');
    expect(name).toMatch(new RegExp(`^${MARK}.*\\.svg$`));
    const rows = await rankingRows(page);
    const { texts, foreign, broken } = await page.evaluate((source) => {
      const svg = new DOMParser().parseFromString(source, 'image/svg+xml');
      const linked = [...svg.querySelectorAll('script, image, use, foreignObject, style')];
      return {
        broken: svg.querySelector('parsererror')?.textContent ?? null,
        texts: [...svg.querySelectorAll('text')].map((text) => text.textContent).join('\n'),
        foreign: linked.filter((node) => /https?:|@import/.test(node.outerHTML)).length,
      };
    }, bytes.toString('utf8'));
    expect(broken).toBeNull();
    expect(foreign).toBe(0);
    for (const part of [MARK, '年度', '单位', '数据来源', '截至']) expect(texts).toContain(part);
    for (const [, institution = '', score = ''] of rows) {
      expect(texts).toContain(institution.split(' ')[0]);
      expect(texts).toContain(score);
    }
    await close();
  });

  it('is a PNG of exactly one, two and four times the size, with something on it', async () => {
    const { page, close } = await openExports();
    const one = PNG.sync.read((await save(page, 'png-1')).bytes);
    expect(one.width).toBeGreaterThanOrEqual(600);
    for (const scale of [2, 4]) {
      const { name, bytes } = await save(page, `png-${scale}`);
      expect(name).toMatch(new RegExp(`^${MARK}.*\\.png$`));
      const { width, height, data } = PNG.sync.read(bytes);
      expect([width, height]).toEqual([one.width * scale, one.height * scale]);
      const colours = new Set<number>();
      for (let i = 0; i < data.length; i += 4 * 97) colours.add(data.readUInt32BE(i));
      expect(colours.size).toBeGreaterThan(8);
      expect(data[3], 'opaque').toBe(255);
    }
    await close();
  });

  it('is the same file when it is made again, whatever the size of the window', async () => {
    const { page, close } = await openExports();
    const first = await save(page, 'svg');
    await page.setViewportSize({ width: 700, height: 500 });
    const second = await save(page, 'svg');
    expect(second.bytes.equals(first.bytes)).toBe(true);
    await close();
  });

  it('leaves the menu open and says what was saved', async () => {
    const { page, close } = await openExports();
    const { name } = await save(page, 'svg');
    await page.locator('[data-export-message]').getByText(m.export.saved(name)).waitFor();
    expect(await page.locator('[data-export="svg"]:focus').count()).toBe(1);
    await close();
  });
});

describe('the options of exported files', () => {
  it('put the reader’s watermark into every file, also after the page was loaded again', async () => {
    const { page, close } = await openExports();
    const plain = await save(page, 'png-1');
    await page.locator('[data-watermark-choose]').check();
    await page.locator('[data-watermark-text]').fill('示例市计量院');
    await page.locator('[data-watermark-day]').click();
    const text = await page.locator('[data-watermark-text]').inputValue();
    expect(text).toMatch(/^示例市计量院 \d{4}年\d{1,2}月\d{1,2}日$/u);
    await page.reload();
    await computed(page);
    await page.locator('[data-disclosure="export"]').click();
    const marked = await save(page, 'png-1');
    const [before, after] = [plain, marked].map(({ bytes }) => PNG.sync.read(bytes));
    expect([after?.width, after?.height]).toEqual([before?.width, before?.height]);
    expect(after?.data.equals(before?.data ?? Buffer.of())).toBe(false);
    expect((await save(page, 'svg')).bytes.toString('utf8')).toContain(`>${text}</text>`);
    expect((await save(page, 'csv')).bytes.toString('utf8').trimEnd()).toContain(`水印：${text}`);
    const book = XLSX.read((await save(page, 'xlsx')).bytes);
    expect(XLSX.utils.sheet_to_csv(book.Sheets['方法与来源']!)).toContain(`水印,${text}`);
    await page.locator('[data-watermark-choose]').uncheck();
    expect((await save(page, 'png-1')).bytes.equals(plain.bytes)).toBe(true);
    await close();
  });

  it('leave the ground clear, and the mark of invented data on its own', async () => {
    const { page, close } = await openExports();
    await page.locator('select:has(option[value="transparent"])').selectOption('transparent');
    const { name, bytes } = await save(page, 'png-1');
    expect(name).toContain('透明');
    const { data } = PNG.sync.read(bytes);
    expect(data[data.length - 1]).toBe(0);
    expect([...data.subarray(0, 4)]).toEqual([0xf7, 0xe6, 0xb5, 255]);
    await close();
  });

  it('turn every letter into its outline, with nothing fetched from elsewhere', async () => {
    const { page, close } = await openExports();
    const svg = (await save(page, 'svg-outline')).bytes.toString('utf8');
    expect(svg).not.toContain('<text');
    expect(svg.match(/<path[^>]* aria-label="/gu)?.length).toBeGreaterThan(30);
    await close();
  });

  it('name the density on paper, which stands in the file', async () => {
    const { page, close } = await openExports();
    await page.locator('select:has(option[value="a4"])').selectOption('a4');
    expect(await page.locator('[data-export="png-4"]').count()).toBe(0);
    const { name, bytes } = await save(page, 'png-2');
    expect(name).toContain('a4_600dpi');
    expect(PNG.sync.read(bytes).width).toBe(3686);
    await close();
  });
});

describe('the exported table', () => {
  it('opens in a spreadsheet: UTF-8 with BOM, every institution, full precision', async () => {
    const { page, close } = await openExports('?year=2024');
    const { name, bytes } = await save(page, 'csv');
    expect(name).toMatch(/2024.*\.csv$/);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const { data, errors } = Papa.parse<string[]>(bytes.subarray(3).toString('utf8'), {
      skipEmptyLines: true,
    });
    expect(errors).toEqual([]);
    expect(data.flat().join()).toContain(MARK);
    const shown = await rankingRows(page);
    const header = data.findIndex((row) => row[0] === m.export.columns.rank);
    const ranked = data.slice(header + 1).filter((row) => /^\d+$/.test(row[0] ?? ''));
    expect(ranked).toHaveLength(shown.length);
    const scoreAt = data[header]?.findIndex((column) => column === m.export.columns.score) ?? -1;
    ranked.forEach((row, i) => {
      const [rank = '', , score = ''] = shown[i] ?? [];
      expect(row[0]).toBe(/^\d+/.exec(rank)?.[0]);
      expect(Number(row[scoreAt])).toBeCloseTo(Number(score), 1);
    });
    expect(ranked.some((row) => /\.\d{6,}/.test(row[scoreAt] ?? ''))).toBe(true);
    const unranked = await page.locator('[data-unranked] li').count();
    expect(
      data.slice(header + 1).filter((row) => row.join().includes(m.ranking.unranked)),
    ).toHaveLength(unranked);
    await close();
  });

  it('is a workbook whose formulas are there to be checked, with its method and sources', async () => {
    const { page, close } = await openExports();
    const { name, bytes } = await save(page, 'xlsx');
    expect(name).toMatch(new RegExp(`^${MARK}.*\\.xlsx$`));
    const book = XLSX.read(bytes, { dense: true });
    expect(book.SheetNames).toEqual(['表', '方法与来源', '验算']);
    const cells = (sheet: string) =>
      (book.Sheets[sheet] as unknown as { '!data': XLSX.CellObject[][] })['!data'];
    expect(cells('表')[0]?.[0]?.v).toContain(MARK);
    const shown = await rankingRows(page);
    const header = cells('表').findIndex((row) => row?.[0]?.v === m.export.columns.rank);
    const scoreAt = cells('表')[header]?.findIndex(({ v }) => v === m.export.columns.score) ?? -1;
    shown.forEach(([, , score = ''], i) => {
      const cell = cells('表')[header + 1 + i]?.[scoreAt];
      expect(cell).toMatchObject({ t: 'n' });
      expect(Number(cell?.v)).toBeCloseTo(Number(score), 1);
    });
    const formulas = cells('验算')
      .flat()
      .filter((cell) => cell?.f !== undefined);
    expect(formulas.length).toBeGreaterThan(shown.length * 7);
    const again = await save(page, 'xlsx');
    expect(again.bytes.equals(bytes)).toBe(true);
    await close();
  });

  it('is the same table in GB18030', async () => {
    const { page, close } = await openExports();
    const utf8 = await save(page, 'csv');
    const gb = await save(page, 'csv-gb18030');
    expect(gb.name).not.toBe(utf8.name);
    const text = new TextDecoder('gb18030', { fatal: true }).decode(gb.bytes);
    expect(text).toBe(utf8.bytes.subarray(3).toString('utf8'));
    await close();
  });
});
