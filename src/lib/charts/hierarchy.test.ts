import { renderSvg } from '#lib/chart-host/index.ts';
import { overlapsOf, strangersOf, textsOf } from '#lib/chart-host/testing/svg-reader.ts';
import { describe, expect, it } from 'vitest';
import { hierarchyChart, type HierarchyNode } from './hierarchy.ts';
import { MARKUP_PAYLOADS } from './testing/payloads.ts';

const leaf = (code: string, name: string, share: number, colour: number): HierarchyNode => ({
  code,
  name,
  share,
  colour,
  children: [],
});
/** Three dimensions, the second of which is an indicator itself. */
const ROOT: HierarchyNode = {
  code: 'I',
  name: '能力指数',
  share: 1,
  colour: null,
  children: [
    {
      code: 'A',
      name: '强制检定项目',
      share: 0.5,
      colour: 0,
      children: [leaf('A1', '强制检定项目数量', 0.3, 0), leaf('A2', '强检项目覆盖率', 0.2, 0)],
    },
    leaf('B', '注册计量师持证比例', 0.1, 1),
    {
      code: 'C',
      name: '产业计量服务',
      share: 0.4,
      colour: 2,
      children: [leaf('C1', '服务企业数', 0.4, 2)],
    },
  ],
};

function paint(root: HierarchyNode, width: number, locale: 'zh' | 'en' = 'zh') {
  const chart = hierarchyChart({ root, locale });
  const drawn = chart.draw('light', { width, height: null });
  const svg = renderSvg(drawn.option, {
    width,
    height: drawn.height,
    locale,
    theme: 'light',
    title: '图',
    description: chart.summary('图'),
  });
  return { chart, drawn, svg, texts: textsOf(svg) };
}
const bare = (text: string) => text.replace(/\s/gu, '');

describe.each([320, 600, 1200])('the tree, %i pixels wide', (width) => {
  const { texts, drawn } = paint(ROOT, width);

  it('writes every name with its share, whole and clear of the others', () => {
    const all = bare(texts.map(({ text }) => text).join(''));
    for (const label of [
      ...(width === 320 ? [] : ['能力指数100.0%']),
      '强制检定项目50.0%',
      '强制检定项目数量30.0%',
      '强检项目覆盖率20.0%',
      '注册计量师持证比例10.0%',
      '服务企业数40.0%',
    ])
      expect(all).toContain(label);
    expect(overlapsOf(texts)).toEqual([]);
    for (const { left, right, top, bottom } of texts) {
      expect(left).toBeGreaterThanOrEqual(-1);
      expect(right).toBeLessThanOrEqual(width + 1);
      expect(top).toBeGreaterThanOrEqual(-1);
      expect(bottom).toBeLessThanOrEqual(drawn.height + 1);
    }
  });
});

describe('the tree', () => {
  it('puts children beside their parent, also after a branch that ends earlier', () => {
    const { texts, drawn } = paint(ROOT, 1200);
    const middle = (start: string) => {
      const text = texts.find((one) => one.text.startsWith(start));
      return text ? (text.top + text.bottom) / 2 / drawn.height : NaN;
    };
    expect(middle('产业计量服务')).toBeCloseTo(0.8, 1);
    expect(middle('服务企业数')).toBeCloseTo(0.8, 1);
    expect(middle('强检项目覆盖率')).toBeCloseTo(0.4, 1);
  });

  it('speaks every element with its share, by its code', () => {
    const { stops } = hierarchyChart({ root: ROOT, locale: 'zh' });
    expect(stops.map(({ id }) => id)).toEqual(['I', 'A', 'A1', 'A2', 'B', 'C', 'C1']);
    expect(stops[4]?.sentence).toBe('注册计量师持证比例，占总指数 10.0%。');
  });

  it('says in words how much there is', () => {
    expect(hierarchyChart({ root: ROOT, locale: 'zh' }).summary('层次与权重')).toBe(
      '层次与权重。层次图，3 个维度，4 项指标，方框高度为占总指数的权重。',
    );
  });

  it.each(MARKUP_PAYLOADS)('keeps hostile names inert: %j', (payload) => {
    const { svg } = paint({ ...ROOT, name: payload }, 600);
    expect(strangersOf(svg)).toEqual([]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
