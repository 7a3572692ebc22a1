import { plainBars, TOKENS, type PlainBarsInput, type ThemeName } from '#lib/charts/index.ts';
import { MARKUP_PAYLOADS } from '#lib/charts/testing/payloads.ts';
import { describe, expect, it } from 'vitest';
import { renderSvg } from './render-svg.ts';
import { overlapsOf, strangersOf, tagsOf, textsOf } from './testing/svg-reader.ts';

const input = (values: (number | null)[], over: Partial<PlainBarsInput> = {}): PlainBarsInput => ({
  bars: values.map((value, i) => ({ id: `b${i}`, name: `示例${i}市 · 2025`, value })),
  unit: '项',
  decimals: 1,
  description: '最高在前',
  locale: 'zh',
  ...over,
});

function paint(of: PlainBarsInput, width: number, theme: ThemeName = 'light') {
  const chart = plainBars(of);
  const drawn = chart.draw(theme, { width, height: null });
  const svg = renderSvg(drawn.option, {
    ...drawn,
    locale: of.locale,
    theme,
    title: '图',
    description: chart.summary('图'),
  });
  return { svg, drawn, texts: textsOf(svg) };
}

describe.each([1, 7, 60])('%i bars', (count) => {
  const of = input(Array.from({ length: count }, (_, i) => (i % 4 === 3 ? null : 90 - i * 2.5)));
  it.each([288, 600, 1200])('%i pixels wide: every name and number, none on another', (width) => {
    const { texts, drawn } = paint(of, width);
    const all = texts.map(({ text }) => text).join('');
    for (const { name, value } of of.bars) {
      expect(all).toContain(name);
      if (value !== null) expect(all).toContain(Math.abs(value).toFixed(1));
    }
    expect(overlapsOf(texts)).toEqual([]);
    expect(
      texts.filter(
        ({ left, right, bottom }) => left < -1 || right > width + 1 || bottom > drawn.height + 1,
      ),
    ).toEqual([]);
  });
});

it('draws no bar of its colour for what is missing', () => {
  const { svg, texts } = paint(input([5, null]), 600);
  const bars = tagsOf(svg).filter(
    ({ attributes }) => attributes.get('fill') === TOKENS.light.accent,
  );
  expect(bars).toHaveLength(1);
  expect(texts.map(({ text }) => text)).toContain('缺');
  expect(plainBars(input([5, null])).notes).toHaveLength(1);
  expect(plainBars(input([5])).notes).toEqual([]);
});

it('says each bar, and nothing for none', () => {
  expect(plainBars(input([5])).stops[0]?.sentence).toBe('示例0市 · 2025，5.0项。');
  expect(paint(input([]), 300).texts).toHaveLength(1);
});

it.each(['light', 'dark', 'print'] as const)(
  'is drawn in %s, the same bytes each time',
  (theme) => {
    expect(paint(input([1, 2]), 500, theme).svg).toBe(paint(input([1, 2]), 500, theme).svg);
  },
);

it.each(MARKUP_PAYLOADS)('stays inert: %j', (payload) => {
  const hostile = { ...input([1, null]), unit: payload, description: payload };
  const bars = hostile.bars.map((bar) => ({ ...bar, id: payload + bar.id, name: payload }));
  expect(strangersOf(paint({ ...hostile, bars }, 500).svg)).toEqual([]);
});
