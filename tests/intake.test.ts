import { utils, write } from '@e965/xlsx';
import { unzipSync } from 'fflate';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import type { Tab } from './lib/browser.ts';
import { PAGES } from './lib/pages.ts';
import { computed, hydrated, rankingRows, useSite } from './lib/site.ts';

const site = useSite();
const MARK = '本机数据（未发布，仅在此浏览器）';
const COUNTY = '乙县';
/** A busy machine may take long; the import itself gives up after ten seconds without progress. */
const PATIENT = { timeout: 120_000 };

const xlsx = (rows: readonly (readonly unknown[])[], merges: readonly string[] = []): Buffer => {
  const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]));
  sheet['!merges'] = merges.map((range) => utils.decode_range(range));
  const book = { SheetNames: ['统计表'], Sheets: { 统计表: sheet } };
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
};

/** Two rows of heading under a title, as printed tables have them; one county far ahead of itself. */
const TABLE = xlsx(
  [
    ['2025 年县级计量技术机构统计表', '', '', '', ''],
    ['机构', '产业计量服务', '', '', '依规检定能力'],
    [
      '',
      '服务企业数（家）',
      '帮助企业解决问题数（个）',
      '培训企业人员（人次）',
      '管理体系运行有效性',
    ],
    [COUNTY, 900, 300, 1900, 100],
    ['合计', 900, 300, 1900, 100],
  ],
  ['A1:E1', 'A2:A3', 'B2:D2'],
);

/** The same with a heading and a name that nobody knows. */
const ODD = xlsx([
  ['机构', '年度', '走访企业家数'],
  [COUNTY, 2025, 905],
]);

async function drop(page: Page, files: readonly { name: string; bytes: Buffer }[]): Promise<void> {
  const transfer = await page.evaluateHandle(
    (handed) => {
      const transfer = new DataTransfer();
      for (const { name, text } of handed)
        transfer.items.add(
          new File([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))], name),
        );
      return transfer;
    },
    files.map(({ name, bytes }) => ({ name, text: bytes.toString('base64') })),
  );
  await page.dispatchEvent('[data-drop-zone]', 'drop', { dataTransfer: transfer });
}

const done = (page: Page) => page.locator('[data-intake="done"]').waitFor(PATIENT);

async function imported(name: string, bytes: Buffer, path = 'intake/'): Promise<Tab> {
  const tab = await site.visit(path);
  await hydrated(tab.page);
  await drop(tab.page, [{ name, bytes }]);
  await done(tab.page);
  return tab;
}

async function saved(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download', PATIENT),
    page.locator(button).first().click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

const counted = async (page: Page): Promise<number[]> =>
  ((await page.locator('[data-import-counts] strong').textContent()) ?? '')
    .replace(/(\d)[\s,](?=\d{3})/gu, '$1')
    .match(/\d+/g)
    ?.map(Number) ?? [];

const rowOf = (rows: readonly string[][]) =>
  rows.find((cells) => cells.some((cell) => cell.includes(COUNTY))) ?? [];

describe('a table made in a spreadsheet program', () => {
  it('is dropped, reported, previewed, kept, ranked, marked, and removed again', async () => {
    const tab = await imported('统计表.xlsx', TABLE);
    const { page } = tab;
    const [rows = 0, taken = 0, skipped = 0, refused = 0] = await counted(page);
    expect([rows, taken, skipped, refused]).toEqual([5, 1, 4, 0]);
    const preview = page.locator('[data-preview] tbody tr', { hasText: COUNTY });
    await preview.waitFor(PATIENT);
    expect(await preview.textContent()).toMatch(/↑/u);

    const before = rowOf(await published(page));
    await page.locator('[data-keep]').click();
    await page.locator('[data-kept]').waitFor(PATIENT);
    await page.locator('[data-local="active"]').waitFor();
    await page.locator('[data-kept] a').click();
    await page.locator('[data-ranking]').waitFor();
    await computed(page);
    const after = rowOf(await rankingRows(page));
    expect(after).not.toEqual(before);
    expect(Number(after[2] ?? 0)).toBeGreaterThan(Number(before[2] ?? 0));

    // The figure's files say what they are, and so do their names.
    await page.locator('[data-disclosure="export"]').first().click();
    for (const kind of ['csv', 'svg']) {
      const { name, bytes } = await saved(page, `[data-export="${kind}"]`);
      expect(name).toMatch(/^本机数据_/u);
      expect(bytes.toString('utf8')).toContain('本机数据');
    }

    // Every page carries the mark, after a reload too, and none shows the published numbers.
    for (const path of PAGES) {
      await page.goto(site.server.url(path));
      await page.locator('[data-local="active"]', { hasText: MARK }).waitFor(PATIENT);
      if (path === 'targets/')
        await page.locator('[data-layer-mark]', { hasText: MARK }).waitFor(PATIENT);
    }
    await page.goto(site.server.url(''));
    await computed(page);
    expect(rowOf(await rankingRows(page))).toEqual(after);
    expect(await page.locator('[data-layer-mark]').textContent()).toContain(MARK);
    expect(await page.locator('[data-local-loading]').count()).toBe(0);

    await page.locator('[data-local-remove]').click();
    await page.locator('[data-local-remove]').click();
    await page.locator('[data-local]').waitFor({ state: 'detached' });
    await computed(page);
    expect(rowOf(await rankingRows(page))).toEqual(before);
    expect(await page.locator('[data-layer-mark]').textContent()).not.toContain(MARK);
    await tab.close();
  });

  it('is asked about, answered in place, and kept for next year', async () => {
    const tab = await imported('走访.xlsx', ODD);
    const { page } = tab;
    await page.locator('[data-question]').selectOption('TZ4A');
    await page.locator('[data-answer]').click();
    await page.locator('[data-questions]').waitFor({ state: 'detached', ...PATIENT });
    await done(page);
    expect((await counted(page))[1]).toBe(1);
    const zip = unzipSync((await saved(page, '[data-save="tables"]')).bytes);
    expect(Object.keys(zip)).toContain('data/synthetic/observations/2025.csv');
    expect(new TextDecoder().decode(zip['data/mapping.json'])).toContain('TZ4A');
    const report = JSON.parse(
      (await saved(page, '[data-save="report-json"]')).bytes.toString('utf8'),
    ) as { counts: { imported: number } };
    expect(report.counts.imported).toBe(1);

    // Next year's table of the same shape needs no question.
    await page.reload();
    await hydrated(page);
    await drop(page, [{ name: '走访.xlsx', bytes: ODD }]);
    await done(page);
    expect(await page.locator('[data-questions]').count()).toBe(0);
    await tab.close();
  });

  it('in another tab is followed, and undone', async () => {
    const tab = await imported('统计表.xlsx', TABLE);
    const { page } = tab;
    const other = await page.context().newPage();
    await other.goto(site.server.url(''));
    await computed(other);
    const before = rowOf(await rankingRows(other));
    await page.locator('[data-keep]').click();
    await other.locator('[data-local="active"]').waitFor(PATIENT);
    await expect.poll(async () => rowOf(await rankingRows(other)), PATIENT).not.toEqual(before);
    await page.locator('[data-local-undo]').click();
    await other.locator('[data-local]').waitFor({ state: 'detached', ...PATIENT });
    await expect.poll(async () => rowOf(await rankingRows(other)), PATIENT).toEqual(before);
    await tab.close();
  });

  it('never leaves the machine', async () => {
    const tab = await imported('统计表.xlsx', TABLE, 'en/intake/');
    await tab.page.locator('[data-preview] tbody tr').first().waitFor(PATIENT);
    await tab.page.locator('[data-keep]').click();
    await tab.page.locator('[data-kept]').waitFor(PATIENT);
    const origin = new URL(site.server.url('')).origin;
    expect(tab.recorder.requests.filter((url) => !/^(blob|data):/.test(url))).not.toEqual([]);
    for (const url of tab.recorder.requests)
      expect(url).toMatch(new RegExp(`^(blob:|data:)?${origin}|^data:`));
    await tab.close();
  });
});

it('a file that is no table is refused with a word; what counts stays', async () => {
  const tab = await imported('网页.xlsx', Buffer.from('<html><body>x</body></html>'));
  expect(await tab.page.locator('[data-report]').textContent()).toContain('打不开');
  expect(await tab.page.locator('[data-keep]').count()).toBe(0);
  expect(await tab.page.locator('[data-local]').count()).toBe(0);
  await tab.close();
});

/** What the published ranking says, from a page of its own. */
async function published(page: Page): Promise<string[][]> {
  const other = await page.context().newPage();
  await other.goto(site.server.url(''));
  await computed(other);
  const rows = await rankingRows(other);
  await other.close();
  return rows;
}

const COUNTIES = ['甲县', '乙县', '丙县', '丁区', '己县', '庚县', '辛区', '癸县', '子县', '寅县'];
const CODES = ['TZ4A', 'TZ4B', 'TZ4C', 'TZ5R', 'TZ6A', 'TZ6B', 'TZ6C', 'TZ6D'];

/** 50,000 rows of one number each: 20 years of ten counties, again and again, with a stranger. */
const longTable = (): Buffer => {
  const lines = ['机构,年度,指标,数值'];
  for (let i = 0; i < 49_999; i += 1) {
    const place = i % 100 === 99 ? `无名县${i}` : COUNTIES[i % COUNTIES.length];
    const year = 2001 + (Math.floor(i / 80) % 20);
    const code = CODES[Math.floor(i / 10) % CODES.length];
    lines.push(`${place},${year},${code},${10 + (year % 50)}`);
  }
  return Buffer.from(lines.join('\n'));
};

/** 20,000 rows of eight numbers. */
const wideTable = (): Buffer => {
  const head = ['机构', '年度', '服务企业数', '帮助企业解决问题数', '培训企业人员'];
  const rows = Array.from({ length: 19_999 }, (_, i) => {
    const year = 2001 + (Math.floor(i / 10) % 20);
    return [COUNTIES[i % 10], year, 100 + (year % 50), 10, 20];
  });
  return xlsx([head, ...rows]);
};

describe.each([
  ['a CSV of 50,000 rows', 'large.csv', longTable, 50_000],
  ['a workbook of 20,000 rows', 'large.xlsx', wideTable, 20_000],
] as const)('%s', (what, name, make, rows) => {
  it('is imported with progress, and the page goes on answering', async () => {
    const tab = await site.visit('intake/');
    const { page } = tab;
    await hydrated(page);
    await page.evaluate(() => {
      const seen = { gap: 0, busy: 0, stages: [] as string[] };
      // A gap may be the machine's, which is shared; a long task is the page's own.
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) seen.busy = Math.max(seen.busy, duration);
      }).observe({ type: 'longtask' });
      (window as unknown as { seen: typeof seen }).seen = seen;
      let last = performance.now();
      const beat = () => {
        const now = performance.now();
        seen.gap = Math.max(seen.gap, now - last);
        last = now;
        const stage = document
          .querySelector('[data-import-progress]')
          ?.getAttribute('data-import-progress');
        if (stage && !seen.stages.includes(stage)) seen.stages.push(stage);
        setTimeout(beat, 5);
      };
      (window as unknown as { beat: () => void }).beat = beat;
    });
    const input = page.locator('input[data-files]');
    const began = performance.now();
    // From disk, as people hand them in: bytes sent through the debugger would keep the page busy.
    const folder = await mkdtemp(join(tmpdir(), 'hengjian-intake-'));
    await writeFile(join(folder, name), make());
    await input.setInputFiles(join(folder, name));
    await page.evaluate(() => (window as unknown as { beat: () => void }).beat());
    await done(page);
    await page.locator('[data-preview-finding]').waitFor(PATIENT);
    const took = performance.now() - began;
    const { gap, busy, stages } = await page.evaluate(
      () => (window as unknown as { seen: { gap: number; busy: number; stages: string[] } }).seen,
    );
    console.log(
      `${what}: ${(took / 1000).toFixed(1)} s, longest task ${busy.toFixed(0)} ms, longest gap ${gap.toFixed(0)} ms, ${stages.join()}`,
    );
    const [all = 0, taken = 0, skipped = 0, refused = 0] = await counted(page);
    expect([all, taken + skipped + refused]).toEqual([rows, rows]);
    expect(taken).toBeGreaterThan(0);
    expect(stages.length).toBeGreaterThan(1);
    await tab.close();
    await rm(folder, { recursive: true });
  });
});
