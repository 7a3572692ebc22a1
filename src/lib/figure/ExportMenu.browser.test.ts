import { afterEach, describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import { exportOptionWords } from '#lib/i18n/export-options.ts';
import { messagesFor } from '#lib/i18n/index.ts';
import '#lib/ui/base.css';
import ExportMenu from './ExportMenu.svelte';
import type { FigureSubject } from './subject.ts';
import { watermark } from './watermark.svelte.ts';

afterEach(() => {
  vi.restoreAllMocks();
  watermark.set({ on: false, text: '' });
});

const m = messagesFor('zh');
const w = exportOptionWords('zh');
const SUBJECT = {
  name: 'x',
  locale: 'zh',
  layer: 'synthetic',
  text: { title: '图 1 县级排名', subtitle: '甲县居首；乙县上升 3 位，升幅最大。' },
} as unknown as FigureSubject;
const CAPTION = '县级排名：甲县居首；乙县上升 3 位，升幅最大。';

const open = async () => {
  await render(ExportMenu, { m, subject: SUBJECT, blocked: null });
  await page.getByRole('button', { name: m.export.button }).click();
};

describe('the caption of a figure', () => {
  it('is one sentence without a number, to be copied', async () => {
    const copied: string[] = [];
    vi.spyOn(navigator.clipboard, 'writeText').mockImplementation((text) => {
      copied.push(text);
      return Promise.resolve();
    });
    await open();
    await expect.element(page.getByText(CAPTION)).toBeVisible();
    await page.getByRole('button', { name: w.copyCaption }).click();
    await expect.element(page.getByRole('status')).toHaveTextContent(w.captionCopied);
    expect(copied).toEqual([CAPTION]);
  });

  it('can be selected where the browser copies nothing', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('not allowed'));
    vi.spyOn(document, 'execCommand').mockReturnValue(false);
    await open();
    await page.getByRole('button', { name: w.copyCaption }).click();
    await expect.element(page.getByRole('status')).toHaveTextContent(w.captionFailed);
    await expect.element(page.getByText(CAPTION)).toBeVisible();
  });
});

describe('the options of a picture', () => {
  const buttons = () =>
    [...document.querySelectorAll('[data-export^="png"]')].map((button) => button.textContent);

  it('name pixels for screens, and dots per inch where the size on paper is fixed', async () => {
    await open();
    const size = page.getByLabelText(w.size);
    expect(buttons()).toEqual(['PNG 1×宽 1600 像素', 'PNG 2×宽 3200 像素', 'PNG 4×宽 6400 像素']);
    await size.selectOptions('wide');
    await expect
      .element(page.getByRole('button', { name: '保存 PNG 图片，4×，6400 × 3600 像素' }))
      .toBeVisible();
    await size.selectOptions('a4-half');
    expect(buttons()).toEqual(['PNG 300 dpi宽 920 像素', 'PNG 600 dpi宽 1840 像素']);
  });

  it('are reached one after another with the keyboard, and the watermark is told', async () => {
    watermark.set({ on: true, text: '示例市计量院' });
    await render(ExportMenu, { m, subject: SUBJECT, blocked: null });
    page.getByRole('button', { name: m.export.button }).element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('水印“示例市计量院”')).toBeVisible();
    const reached: string[] = [];
    for (let step = 0; step < 12; step += 1) {
      await userEvent.keyboard('{Tab}');
      const { dataset, tagName } = document.activeElement as HTMLElement;
      reached.push(dataset['export'] ?? Object.keys(dataset)[0] ?? tagName);
    }
    expect(reached).toEqual([
      ...['watermarkChoose', 'watermarkText', 'watermarkDay', 'SELECT', 'SELECT'],
      ...['png-1', 'png-2', 'png-4', 'svg', 'svg-outline', 'copy', 'csv'],
    ]);
    await userEvent.keyboard('{Escape}');
    await expect
      .element(page.getByRole('button', { name: m.export.button }))
      .toHaveAttribute('aria-expanded', 'false');
  });
});
