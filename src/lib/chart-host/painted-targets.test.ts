import { describe, expect, it } from 'vitest';
import { programmeMatrix, targetBars, TOKENS, type Chart } from '#lib/charts/index.ts';
import { MARKUP_PAYLOADS } from '#lib/charts/testing/payloads.ts';
import { sampleProgramme, sampleTargets } from '#lib/charts/testing/sample-targets.ts';
import type { ThemeName } from '#lib/charts/index.ts';
import { renderSvg } from './render-svg.ts';
import { overlapsOf, strangersOf, tagsOf, textsOf } from './testing/svg-reader.ts';

function paint(chart: Chart, width: number, theme: ThemeName = 'light') {
  const drawn = chart.draw(theme, { width, height: null });
  const svg = renderSvg(drawn.option, {
    width: drawn.width,
    height: drawn.height,
    locale: chart.locale,
    theme,
    title: '图',
    description: chart.summary('图'),
  });
  const texts = textsOf(svg);
  const outside = texts.filter(
    ({ left, right, top, bottom }) =>
      left < -1 || right > width + 1 || top < -1 || bottom > drawn.height + 1,
  );
  return { svg, texts, outside, written: texts.map(({ text }) => text).join('') };
}

describe.each([320, 640, 1200])('%i pixels wide', (width) => {
  it.each(['bars', 'dots'] as const)('targets as %s are written in full, apart', (marks) => {
    const input = sampleTargets(15, { marks });
    const { texts, written, outside } = paint(targetBars(input), width);
    for (const { name } of input.rows) expect(written).toContain(name);
    expect(written).toContain('目标 100%');
    expect([overlapsOf(texts), outside]).toEqual([[], []]);
  });

  it.each([1, 4, 30])('a programme of %i rows is written in full, apart', (rows) => {
    const input = sampleProgramme(rows);
    const { texts, outside } = paint(programmeMatrix(input), width);
    const single = texts.map(({ text }) => text);
    for (const { name } of input.rows) expect(single).toContain(name);
    for (const word of ['已办', '计划中', '未办', '2023', '2025', 'Q4', '12'])
      expect(single).toContain(word);
    expect([overlapsOf(texts), outside]).toEqual([[], []]);
  });
});

describe('targets', () => {
  it('without a number are hatched and have no bar', () => {
    const rows = sampleTargets(3).rows.map((row) => ({ ...row, value: null }));
    const { svg, texts, written } = paint(targetBars(sampleTargets(3, { rows })), 800);
    expect(texts.filter(({ text }) => text === '缺')).toHaveLength(3);
    expect(svg).not.toContain(`fill="${TOKENS.light.good}"`);
    expect(tagsOf(svg).some(({ name }) => name === 'pattern')).toBe(true);
    expect(written).not.toMatch(/NaN|null|undefined/);
    expect(targetBars(sampleTargets(3, { rows })).notes).toHaveLength(1);
  });

  it('have their bar beside their name, whatever else is drawn in the row', () => {
    const { svg, texts } = paint(targetBars(sampleTargets(4)), 800);
    const bars = tagsOf(svg).flatMap(({ name, attributes }) => {
      const [, y, h] = /^M-?[\d.]+ (-?[\d.]+)l[-\d.]+ 0(?:l0 |v)(-?[\d.]+)/u.exec(
        attributes.get('d') ?? '',
      ) ?? ['', '', ''];
      const isMet = attributes.get('fill') === TOKENS.light.good;
      return name === 'path' && isMet && y !== '' ? [Number(y) + Number(h) / 2] : [];
    });
    const names = ['第0号目标', '第3号目标'].map((wanted) => {
      const { top = NaN, bottom = NaN } = texts.find(({ text }) => text === wanted) ?? {};
      return (top + bottom) / 2;
    });
    expect(bars).toHaveLength(2);
    bars.forEach((middle, i) => expect(Math.abs(middle - (names[i] ?? NaN))).toBeLessThan(3));
  });

  it('stand from zero', () => {
    const { texts } = paint(targetBars(sampleTargets(3)), 800);
    expect(texts.map(({ text }) => text)).toContain('0');
  });

  it('that are none say so', () => {
    expect(paint(targetBars(sampleTargets(0)), 600).written).toBe('没有符合条件的目标。');
    expect(paint(programmeMatrix(sampleProgramme(0)), 600).written).toBe('没有符合条件的活动。');
  });

  it('tell met from not met without colour', () => {
    const { svg } = paint(targetBars(sampleTargets(2)), 800, 'print');
    expect(svg).toContain(`stroke="${TOKENS.print.bad}"`);
    expect(svg).toContain(`fill="${TOKENS.print.good}"`);
  });

  it('are drawn in every theme and both languages alike', () => {
    for (const theme of ['light', 'dark', 'print'] as const)
      for (const locale of ['zh', 'en'] as const) {
        expect(paint(targetBars(sampleTargets(4, { locale })), 600, theme).outside).toEqual([]);
        expect(paint(programmeMatrix(sampleProgramme(4, { locale })), 600, theme).outside).toEqual(
          [],
        );
      }
  });
});

describe('a programme', () => {
  it('has the number of a mark beside it, and under it where the cell is narrow', () => {
    const between = (width: number) => {
      const { texts } = paint(programmeMatrix(sampleProgramme(1)), width);
      const middle = (wanted: string) => {
        const { left = NaN, right = NaN } = texts.find(({ text }) => text === wanted) ?? {};
        return (left + right) / 2;
      };
      return Math.abs(middle('12') - middle('Q1'));
    };
    expect(between(320)).toBeLessThan(2);
    expect(between(1200)).toBeGreaterThan(4);
  });

  it('stops once in each cell that has something, row by row', () => {
    const { stops } = programmeMatrix(sampleProgramme(2));
    expect(stops).toHaveLength(18);
    expect(stops[0]).toMatchObject({ id: 'r0|2023-Q1', mark: { series: 0, item: 0 } });
    expect(new Set(stops.map(({ id }) => id)).size).toBe(18);
  });
});

describe('hostile labels stay inert text', () => {
  it.each(MARKUP_PAYLOADS)('%j', (payload) => {
    const rows = sampleTargets(3).rows.map((row) => ({
      ...row,
      name: payload,
      label: payload,
      sentence: payload,
    }));
    const bars = sampleTargets(3, { rows, goal: { value: 1, label: payload }, missing: payload });
    const states = Object.fromEntries(
      Object.keys(sampleProgramme(1).states).map((state) => [state, payload]),
    ) as ReturnType<typeof sampleProgramme>['states'];
    const matrix = sampleProgramme(2, {
      states,
      rows: sampleProgramme(2).rows.map((row) => ({ ...row, name: payload })),
    });
    for (const chart of [targetBars(bars), programmeMatrix(matrix)])
      for (const width of [400, 2000]) expect(strangersOf(paint(chart, width).svg)).toEqual([]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
