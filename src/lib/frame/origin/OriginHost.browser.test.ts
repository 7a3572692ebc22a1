import axe from 'axe-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import type { Locale } from '#lib/model/index.ts';
import { EngineError } from '#lib/engine/index.ts';
import type { Ask, ObservationOrigin } from '#lib/state/origin.ts';
import { askOf, handedIn, observed, PARTS, RATIO } from '#lib/state/testing/origin-world.ts';
import '#lib/ui/base.css';
import Numbers from './testing/Numbers.svelte';

const ID = observed().obs_id;
const NUMBERS = [
  [ID, '12000'],
  [RATIO.obs_id, '84.2'],
] as const;

const show = (rows: readonly ObservationOrigin[], locale: Locale = 'zh', ask: Ask = askOf(rows)) =>
  render(Numbers, { locale, ask, numbers: NUMBERS });
const number = (text = '12000') => page.getByRole('button', { name: text, exact: true });
const panel = () => page.getByRole('dialog');
const line = (id: string, part = '') =>
  document.querySelector(`[data-origin-panel] ${part} [data-line="${id}"] dd`)?.textContent;
const closed = () => expect.poll(() => document.querySelector('[data-origin-panel]')).toBeNull();
const focused = () => document.activeElement?.textContent?.trim();

beforeEach(() => {
  document.documentElement.dataset['hydrated'] = 'true';
});

describe('a number that is pressed', () => {
  it('looks like the number it is, and says that it can be pressed', async () => {
    await show([handedIn()]);
    const button = number().element();
    const { fontSize, backgroundColor, borderTopWidth, padding } = getComputedStyle(button);
    const around = getComputedStyle(button.parentElement!);
    expect([fontSize, backgroundColor, borderTopWidth, padding]).toEqual([
      around.fontSize,
      'rgba(0, 0, 0, 0)',
      '0px',
      '0px',
    ]);
    await expect.element(number()).toHaveAccessibleDescription('按下可看这个数的出处');
  });

  it('shows file, sheet, cell, text and rules beside it', async () => {
    await show([handedIn()]);
    await number().click();
    await expect.element(panel()).toHaveAccessibleName('服务企业数，2025年');
    await expect.poll(() => line('cell')).toBe('D7');
    expect([line('file'), line('sheet'), line('raw'), line('became')]).toEqual([
      '2025年报表.xlsx',
      '服务',
      '１．２万',
      '全角转为半角；万：×10000',
    ]);
    await expect.element(page.getByText('示例数据，数值为虚构')).toBeVisible();
    const table = page.getByRole('link', { name: 'synthetic/observations/2025.csv H17' });
    await expect
      .element(table)
      .toHaveAttribute('href', '/data/raw/synthetic/observations/2025.csv');
    await expect.element(table).toHaveAttribute('download', '2025.csv');
    const beside = number().element().getBoundingClientRect();
    const at = panel().element().getBoundingClientRect();
    expect([at.top >= beside.bottom, at.right <= innerWidth]).toEqual([true, true]);
  });

  it('speaks English', async () => {
    await show([handedIn()], 'en');
    await number().click();
    await expect.element(panel()).toHaveAccessibleName('Firms served, 2025');
    await expect.poll(() => line('became')).toBe('full-width to half-width; 万: × 10,000');
    expect(panel().element().querySelector('[data-line="raw"] dd')?.getAttribute('lang')).toBe(
      'zh-CN',
    );
    const own = [...panel().element().querySelectorAll('dt, h2')].map((part) => part.textContent);
    expect(own.join(' ')).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it('says why it is missing', async () => {
    await show([observed({ value: null, missing_reason: 'late', raw_text: null })]);
    await number().click();
    await expect.poll(() => line('value')).toBe('缺：逾期未报');
    expect(line('raw')).toBe('空格');
  });

  it('says that the data have no such row', async () => {
    await show([]);
    await number().click();
    await expect.poll(() => line('value')).toBe('缺：数据中没有这一行');
  });

  it('of a ratio shows the formula, and each part with its own cell', async () => {
    await show([RATIO, ...PARTS]);
    await number('84.2').click();
    await expect
      .poll(() => line('formula'))
      .toBe('100 × (一级人员 + 二级人员) ÷ 在岗人员 = 100 × 16 ÷ 19');
    expect(line('file', ':scope > dl')).toBeUndefined();
    for (const part of PARTS)
      expect(line('cell', `[data-part="${part.obs_id}"]`)).toBe(part.origin_cell);
    await expect.element(page.getByRole('heading', { name: '分母：在岗人员' })).toBeVisible();
  });

  it('keeps hostile text text, and follows no address but of the web', async () => {
    const hostile = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>\u202e0001';
    await show([
      handedIn({
        raw_text: hostile,
        origin_file: hostile,
        note: hostile,
        conversions: hostile,
        source_title: hostile,
        source_url: 'javascript:window.hit=1',
      }),
    ]);
    await number().click();
    await expect.poll(() => line('raw')).toBe(hostile);
    const found = panel().element();
    expect(found.querySelectorAll('img, script')).toHaveLength(0);
    expect([...found.querySelectorAll('a')].map((a) => a.protocol)).toEqual([location.protocol]);
    expect('hit' in window).toBe(false);
  });

  it('has nothing that axe finds wrong', async () => {
    await show([RATIO, ...PARTS]);
    await number('84.2').click();
    await expect.poll(() => line('value')).toBe('84.21%');
    const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });

  it('says what went wrong where the data cannot be had', async () => {
    const failing: Ask = () => Promise.reject(new EngineError('fetch_failed', 'x'));
    await show([], 'zh', failing);
    await number().click();
    await expect.element(panel()).toHaveAccessibleName('出处未能读取');
    await expect.element(page.getByText('无法连接服务器')).toBeVisible();
  });
});

describe('the panel and the keyboard', () => {
  it('opens by Enter, closes by Escape, and the number has the focus again', async () => {
    await show([handedIn()]);
    await userEvent.tab();
    expect(focused()).toBe('12000');
    await userEvent.keyboard('{Enter}');
    await expect.element(panel()).toHaveFocus();
    await expect.element(number()).toHaveAttribute('aria-expanded', 'true');
    await userEvent.keyboard('{Escape}');
    await closed();
    expect(focused()).toBe('12000');
    await expect.element(number()).toHaveAttribute('aria-expanded', 'false');
  });

  it('is left by Tab at its end, back to the number', async () => {
    await show([handedIn()]);
    await number().click();
    await expect.poll(() => line('cell')).toBe('D7');
    await userEvent.tab();
    expect(focused()).toBe('关闭');
    await userEvent.tab();
    await userEvent.tab();
    expect(focused()).toBe('示例数据说明');
    await userEvent.tab();
    await closed();
    expect(focused()).toBe('12000');
  });

  it('closes when the number is pressed again, its button is, or something else is', async () => {
    await show([handedIn(), RATIO, ...PARTS]);
    for (const away of [
      () => number().click(),
      () => page.getByRole('button', { name: '关闭' }).click(),
      () => userEvent.click(page.getByRole('main').element(), { position: { x: 300, y: 2 } }),
    ]) {
      await number().click();
      await expect.poll(() => line('cell')).toBe('D7');
      await away();
      await closed();
    }
  });

  it('gives way to another number, and goes with the page', async () => {
    const shown = await show([handedIn(), RATIO, ...PARTS]);
    await number().click();
    await expect.element(panel()).toHaveAccessibleName('服务企业数，2025年');
    number('84.2')
      .element()
      .dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await expect.element(panel()).toHaveAccessibleName('持证比例，2025年');
    expect(document.querySelectorAll('[data-origin-panel]')).toHaveLength(1);
    await shown.rerender({ at: '/compare/' });
    await closed();
  });
});
