import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { bare, printed } from './lib/pages.ts';
import { hydrated, useSite } from './lib/site.ts';

const site = useSite();

/** Sheets between their margins, in pixels of CSS: 186 mm upright, 273 mm on their side. */
const UPRIGHT = 703;
const ACROSS = 1032;

const FIVE = 'syn-990121,syn-990122,syn-990123,syn-990124,syn-990125';
/** One of each kind of page; what it says of its data is in the margin of every further sheet. */
const VIEWS = [
  ['', '示例数据'],
  [`compare/?pick=${FIVE}&against=city-mean`, '示例数据'],
  ['trends/', '示例数据'],
  ['institutions/', '示例数据'],
  ['targets/', '示例目标'],
  ['facts/', '公开数据'],
  ['method/', '示例数据'],
  ['map/', '示例数据'],
  ['timeline/', '公开数据'],
  ['programme/', '示例日程'],
  ['explore/?table=event', '示例数据'],
  ['data/', '截至'],
  ['en/', 'Sample data'],
] as const;

/** More than the screen shows of the published numbers before it is asked for all. */
const FACTS = 200;

interface OnPaper {
  /** Beginnings and ends of the rows that open and close each table. */
  readonly cells: readonly string[];
  readonly rows: number;
  /** What ends to the right of the sheet. */
  readonly wide: readonly string[];
  readonly paper: string;
}

/** The page as it is laid out for paper, on sheets of that width. */
async function laidOut(page: Page, width: number): Promise<OnPaper> {
  await page.setViewportSize({ width, height: 1000 });
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await page.waitForTimeout(200);
  const found = await page.evaluate((edge) => {
    const shown = (element: Element) => element.getClientRects().length > 0;
    const tables = [...document.querySelectorAll('main table')].filter(shown);
    const rowsOf = (table: Element) =>
      [...table.querySelectorAll('tbody tr')].filter(shown) as HTMLElement[];
    const text = (element: Element | null | undefined) => (element as HTMLElement)?.innerText ?? '';
    return {
      cells: tables.flatMap((table) => {
        const rows = rowsOf(table);
        return [rows[0], rows[rows.length - 1]].flatMap((row) => {
          const cells = [...(row?.children ?? [])].filter(shown);
          return [text(cells[0]), text(cells[cells.length - 1])];
        });
      }),
      rows: tables.reduce((sum, table) => sum + rowsOf(table).length, 0),
      wide: [...document.querySelectorAll('main *')]
        .filter(
          (element) =>
            !element.closest('svg, .across, .visually-hidden') &&
            element.getBoundingClientRect().right > edge + 1,
        )
        .map((element) => `${element.tagName} ${element.className}`),
      paper: getComputedStyle(document.documentElement).backgroundColor,
    };
  }, width);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: null });
  return found;
}

describe.each(VIEWS)('/%s on paper', (path, mark) => {
  it('is whole: all rows, nothing past the edge, what it is on every sheet, light', async () => {
    const tab = await site.visit(path, { colorScheme: 'dark' });
    await hydrated(tab.page);
    await tab.page
      .locator('main :is([aria-busy="true"], [data-chart-waiting])')
      .first()
      .waitFor({ state: 'detached' });
    const isAcross = await tab.page.locator('html[data-sheets="across"]').count();
    const { cells, rows, wide, paper } = await laidOut(tab.page, isAcross ? ACROSS : UPRIGHT);
    expect(wide).toEqual([]);
    expect(paper).toBe('rgb(255, 255, 255)');

    const { sheets, pages, text } = await printed(tab.page);
    expect(rows).toBeGreaterThan(path === 'facts/' ? FACTS : 0);
    for (const cell of cells.map(bare)) expect(text).toContain(cell);
    pages.forEach((sheet, i) => expect(sheet).toContain(`${i + 1}/${sheets}`));
    for (const sheet of pages.slice(1)) expect(sheet.slice(0, 120)).toContain(bare(mark));
    await tab.close();
  });
});
