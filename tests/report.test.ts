import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatDay } from '#lib/i18n/index.ts';
import type { ManifestEdition } from '#lib/model/index.ts';
import { open, packageFaults, part } from '#lib/office/testing/opened.ts';
import { named, textOf } from '#lib/office/testing/xml-reader.ts';
import { readFolder } from '../scripts/data/read-folder.ts';
import { writeFiles } from '../scripts/data/replace-folder.ts';
import { readPublished } from '../scripts/edition/published-result.ts';
import { DataCopy } from '../scripts/data/testing/data-copy.ts';
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
function byCommand(template: string, format: string, more: readonly string[] = []): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'report-'));
  const out = join(folder, `report.${format}`);
  try {
    const args = ['tsx', 'scripts/report.ts', '--template', template, '--out', out, ...more];
    execFileSync('npx', args, { stdio: 'pipe' });
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

/** The running text of a Word document. */
const wordsOf = (bytes: Uint8Array) => textOf(part(open(bytes), 'word/document.xml'), 'w:t');

describe('a report of a locked edition', () => {
  const editions = JSON.parse(readFileSync('data/editions.json', 'utf8')) as ManifestEdition[];
  const edition = editions.find(({ id }) => id === '2023')!;

  it('has the scores that were published, and says when it was locked', () => {
    const text = wordsOf(byCommand('通报', 'docx', ['--edition', edition.id]));
    expect(text).toContain(`已于${formatDay(edition.locked_on, 'zh')}锁定`);
    const published = readPublished(readFileSync(join('data', edition.result_path), 'utf8'));
    const ranked = published.filter(({ element, rank }) => element === 'INDEX' && rank !== '');
    const scores = ranked
      .filter(({ institution_id: id }) => !id.endsWith('00'))
      .map(({ score }) => [1, 2, 3].map((decimals) => Number(score).toFixed(decimals)));
    expect(scores.length).toBeGreaterThan(20);
    for (const forms of scores)
      expect(
        forms.some((form) => text.includes(form)),
        forms[0],
      ).toBe(true);
  });

  it('is refused where a locked table was changed since, and nothing is written', () => {
    // The sample has a table that was revised after its edition was locked.
    const revised = editions.find(({ id }) => id === '2024')!;
    let said = '';
    try {
      byCommand('通报', 'docx', ['--edition', revised.id]);
    } catch (cause) {
      said = String((cause as { stderr: Buffer }).stderr);
    }
    expect(said).toMatch(/synthetic\/observations\/2024\.csv：2024 版锁定后改动过.*--data/u);
    expect(said).toMatch(/changed after edition 2024 was locked.*--data/u);
  });
});

describe('a report of another folder', () => {
  const NAME = '"><script>window.__xss=1</script>';

  it('is of what stands there, as text whatever it tries to be', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'report-data-'));
    try {
      const copy = new DataCopy(await readFolder('data'));
      copy.type('synthetic/regions.csv', { name_zh: '甲县' }, 'name_zh', NAME);
      await writeFiles(folder, copy.files());
      const bytes = byCommand('通报', 'docx', ['--data', folder]);
      const text = wordsOf(bytes);
      expect(text).toContain(NAME);
      expect(packageFaults(open(bytes))).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
