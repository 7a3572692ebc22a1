import { beforeEach, describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import '#lib/ui/base.css';
import { watermark, watermarkInForce } from './watermark.svelte.ts';
import WatermarkField from './WatermarkField.svelte';

const KEY = 'hengjian:watermark';

beforeEach(() => {
  watermark.set({ on: false, text: '' });
  localStorage.clear();
});

const box = () => page.getByRole('checkbox', { name: '加水印' });
const text = () => page.getByRole('textbox');

describe('the watermark', () => {
  it('is off at first, and off without words', async () => {
    expect(watermarkInForce()).toBe('');
    await render(WatermarkField, { locale: 'zh' });
    await expect.element(box()).not.toBeChecked();
    await expect.element(text()).not.toBeInTheDocument();
    await box().click();
    await expect.element(page.getByText('还没有文字，文件暂不加水印。')).toBeVisible();
    expect(watermarkInForce()).toBe('');
  });

  it('is chosen and written with the keyboard, and says that it is no protection', async () => {
    await render(WatermarkField, { locale: 'zh' });
    await userEvent.keyboard('{Tab}');
    await expect.element(box()).toHaveFocus();
    await userEvent.keyboard(' {Tab}');
    await expect.element(text()).toHaveFocus();
    await text().fill('示例市计量院');
    await userEvent.keyboard('{Tab}{Enter}');
    expect(watermarkInForce()).toMatch(/^示例市计量院 \d{4}年\d{1,2}月\d{1,2}日$/u);
    await expect.element(page.getByText('水印只作标示')).toBeVisible();
  });

  it('is kept in this browser, with its words while it is off', async () => {
    watermark.set({ on: true, text: '示例市计量院' });
    watermark.set({ on: false });
    expect(JSON.parse(localStorage.getItem(KEY) ?? '')).toEqual({
      on: false,
      text: '示例市计量院',
    });
    localStorage.setItem(KEY, '{"on":true,"text":"另一个标签页"}');
    expect(watermarkInForce()).toBe('另一个标签页');
    await render(WatermarkField, { locale: 'zh' });
    await expect.element(text()).toHaveValue('另一个标签页');
  });

  it.each(['{', '[]', 'null', '{"on":"yes","text":3}', '7'])(
    'is off where something else is kept: %s',
    (kept) => {
      localStorage.setItem(KEY, kept);
      expect(watermarkInForce()).toBe('');
    },
  );

  it('lasts for the visit where the browser keeps nothing', () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new Error('refused');
    });
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new Error('refused');
    });
    watermark.set({ on: true, text: '示例市计量院' });
    expect(watermarkInForce()).toBe('示例市计量院');
    vi.restoreAllMocks();
  });

  it('is at most forty letters, in one line', () => {
    watermark.set({ on: true, text: `甲\n${'乙'.repeat(60)}` });
    expect(watermarkInForce()).toBe(`甲 ${'乙'.repeat(38)}`);
  });
});
