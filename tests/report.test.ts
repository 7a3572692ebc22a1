import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { open, part } from '#lib/office/testing/opened.ts';
import { named, textOf } from '#lib/office/testing/xml-reader.ts';
import { useSite } from './lib/site.ts';

const site = useSite();

/** Makes a report in the page and reads the file that the browser saved. */
async function make(search: string): Promise<{ name: string; bytes: Uint8Array }> {
  const tab = await site.visit(`report/${search}`);
  const { page } = tab;
  await page.locator('fieldset:not([disabled])').first().waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 110_000 }),
    page.locator('[data-report-make]').click(),
  ]);
  const bytes = new Uint8Array(readFileSync(await download.path()));
  const name = download.suggestedFilename();
  await page.locator('[data-report-message="saved"]').waitFor();
  tab.recorder.assertClean();
  await tab.close();
  return { name, bytes };
}

/** The same report by the command line. */
function byCommand(template: string, format: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'report-'));
  const out = join(folder, `report.${format}`);
  try {
    execFileSync('npx', ['tsx', 'scripts/report.ts', '--template', template, '--out', out]);
    return new Uint8Array(readFileSync(out));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('a report made in the page', () => {
  it('is the one that the command line makes, byte for byte', async () => {
    const { name, bytes } = await make('');
    expect(name).toMatch(/^示例数据_通报_.*_20251231\.docx$/u);
    expect(Buffer.compare(bytes, byCommand('通报', 'docx'))).toBe(0);
    const pictures = named(part(open(bytes), 'word/document.xml'), 'wp:docPr');
    expect(pictures).toHaveLength(1);
  });

  it('is slides where slides are asked for', async () => {
    const { name, bytes } = await make('?template=review&format=pptx');
    expect(name).toMatch(/\.pptx$/u);
    expect(Buffer.compare(bytes, byCommand('年度分析', 'pptx'))).toBe(0);
  });

  it('is in English on the English page', async () => {
    const tab = await site.visit('en/report/');
    await tab.page.locator('fieldset:not([disabled])').first().waitFor();
    const [download] = await Promise.all([
      tab.page.waitForEvent('download', { timeout: 110_000 }),
      tab.page.locator('[data-report-make]').click(),
    ]);
    const bytes = new Uint8Array(readFileSync(await download.path()));
    expect(textOf(part(open(bytes), 'word/document.xml'), 'w:t')).toContain('Notice: ');
    await tab.close();
  });

  it('can be cancelled, and then saves nothing', async () => {
    const tab = await site.visit('report/?template=counties');
    const { page } = tab;
    let downloads = 0;
    page.on('download', () => (downloads += 1));
    await page.locator('fieldset:not([disabled])').first().waitFor();
    await page.locator('[data-report-make]').click();
    await page.locator('[data-report-message="drawing"]').waitFor();
    await page.locator('[data-report-cancel]').click();
    await page.locator('[data-report-message="cancelled"]').waitFor();
    await page.locator('[data-report-make]').click();
    await page.locator('[data-report-message="drawing"]').waitFor();
    expect(downloads).toBe(0);
    await tab.close();
  });
});
