import { afterEach, describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { TrayPlace } from '#lib/figure/tray/place.svelte.ts';
import { messagesFor } from '#lib/i18n/index.ts';
import { reportPageMessages } from '#lib/i18n/views/report-page.ts';
import type { Locale, Manifest, Scheme } from '#lib/model/index.ts';
import { reportOptions, type ReportView } from '#lib/state/report-view.ts';
import { Session } from '#lib/state/session.svelte.ts';
import '#lib/ui/base.css';
import type { MadeFile, MakingWatch } from './making.svelte.ts';
import View from './View.svelte';

afterEach(() => vi.restoreAllMocks());

const text = (zh: string) => ({ zh, en: zh });
const scheme = {
  id: 's',
  version: '1',
  name: text('方案'),
  weights_label: text('示例权重'),
  index: { code: 'I', name: text('指数'), weight: 1, aggregate: 'arithmetic', children: [] },
} as unknown as Scheme;
const manifest = {
  edition: { id: '2025', cutoff: '2025-12-31', layer: 'synthetic', scheme: 's' },
  files: [{ layer: 'synthetic' }],
  schemes: [],
  recomputed: [],
  editions: [],
} as unknown as Manifest;

async function show(locale: Locale = 'zh', hydrated = true) {
  const session = new Session(
    { manifest, schemes: [scheme] },
    {
      loadEngines: () => Promise.reject(new Error('no engine is needed')),
      simulate: () => Promise.reject(new Error('nothing to simulate')),
      whenIdle: () => undefined,
      startsDuckDb: () => false,
      mark: () => undefined,
    },
  );
  const options = reportOptions(manifest, [scheme], { synthetic: ['2024', '2025'] });
  const moves: ReportView[] = [];
  let watch: MakingWatch | null = null;
  let finish: (file: MadeFile) => void = () => undefined;
  const saved: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    saved.push(this.download);
  });
  await render(View, {
    m: messagesFor(locale),
    locale,
    session,
    options,
    view: options.defaults,
    choices: { synthetic: { periods: ['2024', '2025'], cities: [] } },
    hydrated,
    make: (_view: ReportView, watched: MakingWatch) => {
      watch = watched;
      return new Promise<MadeFile>((resolve) => (finish = resolve));
    },
    trayPlace: new TrayPlace(() => ''),
    pageOf: () => null,
    startHref: '/',
    onView: (next: ReportView) => moves.push(next),
  });
  return {
    moves,
    saved,
    progress: (done: number, total: number) => watch?.onProgress(done, total),
    finish: () => finish({ bytes: new Uint8Array([1]), name: '通报.docx' }),
  };
}

const w = reportPageMessages('zh');
/** What an element says, asked again until it does: its text changes under any locator. */
const says = (selector: string, words: string) =>
  expect.poll(() => document.querySelector(selector)?.textContent).toBe(words);
const MESSAGE = '[data-report-message]';

describe('the page of reports', () => {
  it('asks for template and format, and tells the address', async () => {
    const { moves } = await show();
    await page.getByRole('radio', { name: w.template.review.name }).click();
    await page.getByRole('radio', { name: w.formats.pptx }).click();
    expect(moves.map(({ template, format }) => [template, format])).toEqual([
      ['review', 'docx'],
      ['notice', 'pptx'],
    ]);
  });

  it('tells how far it is, and saves the file', async () => {
    const { saved, progress, finish } = await show();
    await page.getByRole('button', { name: w.make }).click();
    await says(MESSAGE, w.preparing);
    progress(3, 60);
    await says(MESSAGE, w.drawing(3, 60));
    await expect.element(page.getByRole('progressbar')).toHaveAttribute('value', '3');
    progress(60, 60);
    await says(MESSAGE, w.writing);
    finish();
    await says('[data-report-spoken]', w.saved('通报.docx'));
    expect(saved).toEqual(['通报.docx']);
  });

  it('saves nothing after it was cancelled', async () => {
    const { saved, finish } = await show();
    await page.getByRole('button', { name: w.make }).click();
    await page.getByRole('button', { name: w.cancel }).click();
    finish();
    await says(MESSAGE, w.cancelled);
    expect(saved).toEqual([]);
  });

  it('waits for its scripts, and is read in English too', async () => {
    await show('en', false);
    const radios = page.getByRole('radio', { name: reportPageMessages('en').template.notice.name });
    await expect.element(radios).toBeDisabled();
  });
});
