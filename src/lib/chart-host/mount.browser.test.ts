import { rankingChart, type RankingChartInput } from '#lib/charts/index.ts';
import { MARKUP_PAYLOADS } from '#lib/charts/testing/payloads.ts';
import { sampleRanking } from '#lib/charts/testing/sample-ranking.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { fingerprint, SAMPLE_FINGERPRINT, sampleSvg } from './testing/sample-svg.ts';
import { mount, type HostedChart, type StopEvent } from './mount.ts';

const hosted = (
  input: RankingChartInput,
  onStop?: (event: StopEvent) => void,
  theme: 'light' | 'dark' = 'light',
): HostedChart => {
  const chart = rankingChart(input);
  return {
    build: ({ width }) => chart.draw(theme, { width, height: null }).option,
    description: chart.summary('排名'),
    stops: chart.stops,
    ...(onStop ? { onStop } : {}),
  };
};

const options = { locale: 'zh', theme: 'light' } as const;
let element: HTMLElement;

beforeEach(() => {
  element = document.createElement('div');
  element.style.cssText = 'width:600px;height:300px';
  document.body.append(element);
});
afterEach(() => element.remove());

const labels = () => [...element.querySelectorAll('svg text')].map((node) => node.textContent);

describe('mount', () => {
  it('draws at the size of its element', () => {
    const chart = mount(element, hosted(sampleRanking(5)), options);
    const svg = element.querySelector('svg');
    expect([svg?.getAttribute('width'), svg?.getAttribute('height')]).toEqual(['600', '300']);
    expect(labels()).toContain('示例省甲县计量检定测试所');
    chart.dispose();
  });

  it('follows its element to another size', async () => {
    const chart = mount(element, hosted(sampleRanking(5)), options);
    element.style.width = '420px';
    await vi.waitFor(() => expect(element.querySelector('svg')?.getAttribute('width')).toBe('420'));
    chart.dispose();
  });

  it('waits while it has no area, and draws once it has', async () => {
    element.style.display = 'none';
    const chart = mount(element, hosted(sampleRanking(5)), options);
    expect(element.querySelector('svg')).toBeNull();
    element.style.display = '';
    await vi.waitFor(() => expect(labels()).toContain('示例省甲县计量检定测试所'));
    chart.dispose();
  });

  it('leaves nothing of the old data after an update', () => {
    const chart = mount(element, hosted(sampleRanking(8, { gapEvery: 2 })), options);
    chart.update(hosted(sampleRanking(2, { suffix: '乙' })));
    expect(labels()).toContain('示例省甲县计量检定测试所乙');
    expect(labels().filter((label) => label?.startsWith('缺'))).toEqual([]);
    expect(labels().filter((label) => label?.startsWith('示例省'))).toHaveLength(2);
    chart.dispose();
  });

  it('changes its theme', () => {
    const chart = mount(element, hosted(sampleRanking(3)), options);
    chart.update(hosted(sampleRanking(3), undefined, 'dark'), { theme: 'dark' });
    const fills = [...element.querySelectorAll('svg text')].map((node) =>
      node.getAttribute('fill'),
    );
    expect(fills).toContain('#e8ebec');
    expect(fills).not.toContain('#16201f');
    chart.dispose();
  });

  it('gives everything back when disposed', () => {
    const before = element.outerHTML;
    const chart = mount(element, hosted(sampleRanking(5)), options);
    chart.dispose();
    expect(element.outerHTML.replace(' style=""', '')).toBe(before);
    expect(element.childNodes).toHaveLength(0);
  });

  it('leaves nothing in the page after fifty charts', () => {
    const nodes = () => document.querySelectorAll('*').length;
    const before = nodes();
    for (let i = 0; i < 50; i += 1) {
      const chart = mount(element, hosted(sampleRanking(5)), options);
      chart.update(hosted(sampleRanking(6)));
      chart.dispose();
    }
    expect(nodes()).toBe(before);
  });

  it('does nothing any more once disposed', async () => {
    const errors = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const chart = mount(element, hosted(sampleRanking(5)), options);
    element.style.width = '300px';
    chart.dispose();
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    expect(element.querySelector('svg')).toBeNull();
    expect(errors).not.toHaveBeenCalled();
    errors.mockRestore();
  });
});

it('renderSvg draws the same bytes as in Node', () => {
  expect(fingerprint(sampleSvg())).toBe(SAMPLE_FINGERPRINT);
});

describe('reading a chart without a mouse', () => {
  it('has a name that says what it shows', () => {
    const chart = mount(element, hosted(sampleRanking(5)), options);
    expect(element.getAttribute('aria-label')).toMatch(/堆叠条形图，5 家机构.*上下方向键/u);
    expect(element.tabIndex).toBe(0);
    chart.dispose();
  });

  it('moves over the rows by arrow keys, shows the tip and says the row', async () => {
    const events: StopEvent[] = [];
    const input = sampleRanking(5);
    const chart = mount(
      element,
      hosted(input, (event) => events.push(event)),
      options,
    );
    element.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    const live = element.querySelector('[aria-live]');
    expect(live?.textContent).toContain(`${input.rows[1]?.name}，第 2 名`);
    expect(events.map(({ index }) => index)).toEqual([0, 1]);
    await vi.waitFor(() => expect(labels()).toContain(`2  ${input.rows[1]?.name}`));
    await userEvent.keyboard('{Enter}{Escape}');
    expect(events.slice(2)).toEqual([
      { kind: 'select', index: 1 },
      { kind: 'hover', index: null },
    ]);
    chart.dispose();
  });
});

describe('pointing at a chart', () => {
  it('tells which row the pointer is on', async () => {
    const events: StopEvent[] = [];
    const input = sampleRanking(5);
    const chart = mount(
      element,
      hosted(input, (event) => events.push(event)),
      options,
    );
    const bar = element.querySelector('svg path[fill="#783b08"]');
    if (!bar) throw new Error('No bar is drawn.');
    const { top, left, width, height } = bar.getBoundingClientRect();
    const box = element.getBoundingClientRect();
    await userEvent.click(element, {
      position: { x: left - box.left + width / 2, y: top - box.top + height / 2 },
    });
    expect(events).toContainEqual({ kind: 'hover', index: 0 });
    expect(events).toContainEqual({ kind: 'select', index: 0 });
    chart.dispose();
  });

  it.each(MARKUP_PAYLOADS)('shows hostile labels in the tip as text: %j', async (payload) => {
    const input = sampleRanking(2);
    const rows = input.rows.map((row) => ({ ...row, name: payload }));
    const elements = input.elements.map((part) => ({ ...part, name: payload }));
    const chart = mount(element, hosted({ ...input, rows, elements }), options);
    const before = labels().length;
    element.focus();
    await userEvent.keyboard('{ArrowDown}');
    await vi.waitFor(() => expect(labels().length).toBeGreaterThan(before));
    expect(element.querySelector('script, foreignObject, img, iframe, a')).toBeNull();
    expect('__xss' in window).toBe(false);
    expect(Object.keys(Object.prototype)).toEqual([]);
    chart.dispose();
  });
});
