import { afterEach, describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { messagesFor } from '#lib/i18n/index.ts';
import '#lib/ui/base.css';
import ExportMenu from './ExportMenu.svelte';
import type { FigureSubject } from './subject.ts';

afterEach(() => vi.restoreAllMocks());

const m = messagesFor('zh');
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
    await page.getByRole('button', { name: m.export.copyCaption }).click();
    await expect.element(page.getByRole('status')).toHaveTextContent(m.export.captionCopied);
    expect(copied).toEqual([CAPTION]);
  });

  it('can be selected where the browser copies nothing', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('not allowed'));
    vi.spyOn(document, 'execCommand').mockReturnValue(false);
    await open();
    await page.getByRole('button', { name: m.export.copyCaption }).click();
    await expect.element(page.getByRole('status')).toHaveTextContent(m.export.captionFailed);
    await expect.element(page.getByText(CAPTION)).toBeVisible();
  });
});
