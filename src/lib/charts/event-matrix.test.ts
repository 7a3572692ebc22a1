import { describe, expect, it } from 'vitest';
import { renderSvg } from '#lib/chart-host/index.ts';
import { overlapsOf, strangersOf, tagsOf, textsOf } from '#lib/chart-host/testing/svg-reader.ts';
import { cellId } from './event-cell.ts';
import { eventMatrix, type EventColumn, type EventMatrixInput } from './event-matrix.ts';
import { MARKUP_PAYLOADS } from './testing/payloads.ts';
import { THEME_NAMES, TOKENS, type ThemeName } from './tokens.ts';

const month = (year: string, n: number): EventColumn => ({
  id: `${year}-${n}`,
  year,
  label: `${n}月`,
  short: String(n),
  full: `${year}年${n}月`,
  dated: true,
});
const undated = (year: string): EventColumn => ({
  id: year,
  year,
  label: '–',
  short: '–',
  full: `${year}年`,
  dated: false,
});
const COLUMNS = [undated('2016'), ...Array.from({ length: 12 }, (_, i) => month('2022', i + 1))];
const SAMPLE: EventMatrixInput = {
  columns: COLUMNS,
  rows: ['能源计量', '科研', '世界计量日宣传', '党建'].map((name, r) => ({
    id: name,
    name,
    counts: COLUMNS.map((_, c) =>
      c === 0 ? ([7, 0, 0, 1][r] ?? 0) : (c + r) % 4 === 0 ? 1 + (c % 2) : 0,
    ),
  })),
  locale: 'zh',
};

function paint(
  input: EventMatrixInput,
  width: number,
  theme: ThemeName = 'light',
  height?: number,
) {
  const chart = eventMatrix(input).draw(theme, { width, height: height ?? null });
  const svg = renderSvg(chart.option, {
    width: chart.width,
    height: chart.height,
    locale: input.locale,
    theme,
    title: '图',
    description: '说明',
  });
  return { svg, chart, texts: textsOf(svg) };
}

describe.each(THEME_NAMES)('the matrix, %s', (theme) => {
  it.each([300, 328, 600, 1200])('writes every count, name, total and head at %i px', (width) => {
    const { texts, chart } = paint(SAMPLE, width, theme);
    const all = texts.map(({ text }) => text);
    for (const { name } of SAMPLE.rows) expect(all.join('')).toContain(name);
    expect(all).toEqual(expect.arrayContaining(['2016', '2022', '–', '7', '8', '合计']));
    const sum = SAMPLE.rows.flatMap(({ counts }) => counts).reduce((a, b) => a + b, 0);
    expect(all).toContain(String(sum));
    const written = SAMPLE.rows.flatMap(({ counts }) => counts.filter((count) => count > 0));
    const numbers = all.filter((text) => /^\d+$/.test(text)).length;
    expect(numbers).toBeGreaterThanOrEqual(written.length + SAMPLE.rows.length + 1);
    expect(overlapsOf(texts)).toEqual([]);
    expect(
      texts.filter(({ left, right, top, bottom }) => {
        return left < -1 || right > width + 1 || top < -1 || bottom > chart.height + 1;
      }),
    ).toEqual([]);
    expect(Math.min(...texts.map(({ size }) => size))).toBeGreaterThanOrEqual(12);
  });
});

describe('a cell', () => {
  const dots = (svg: string) =>
    tagsOf(svg).filter(({ attributes }) => attributes.get('fill') === TOKENS.light.accentSoft)
      .length;

  it('without events has no dot and no number, not even a zero', () => {
    const { svg, texts } = paint(SAMPLE, 1000);
    const filled = SAMPLE.rows.flatMap(({ counts }) => counts.filter((count) => count > 0)).length;
    expect(dots(svg)).toBe(filled);
    expect(texts.map(({ text }) => text)).not.toContain('0');
  });

  it('is a stop that says month, category and count', () => {
    const { stops } = eventMatrix(SAMPLE);
    expect(stops[0]).toEqual({
      id: cellId('能源计量', '2016'),
      sentence: '2016年，能源计量，7 件',
      mark: { series: 0, item: 0 },
    });
    expect(new Set(stops.map(({ id }) => id)).size).toBe(stops.length);
  });

  it('lit is set off from the others', () => {
    const chart = eventMatrix(SAMPLE);
    const draw = (lit: string | null) =>
      JSON.stringify(chart.draw('light', { width: 600, height: null }, lit).option);
    expect(draw(cellId('能源计量', '2016'))).not.toBe(draw(null));
  });
});

describe('a matrix', () => {
  it('draws areas only where every number has room, and says so', () => {
    const few = {
      ...SAMPLE,
      rows: SAMPLE.rows.map((row) => ({ ...row, counts: row.counts.map((n) => Math.min(n, 2)) })),
    };
    const sizes = (input: EventMatrixInput) =>
      new Set(
        JSON.stringify(eventMatrix(input).draw('light', { width: 900, height: null }).option).match(
          /"symbolSize":[\d.]{3,}/g,
        ),
      ).size;
    expect(eventMatrix(few).notes[0]).toContain('面积');
    expect(sizes(few)).toBeGreaterThan(1);
    expect(eventMatrix(SAMPLE).notes[0]).not.toContain('面积');
  });

  it('sums up in words, and explains the column without month only where there is one', () => {
    const chart = eventMatrix(SAMPLE);
    expect(chart.summary('图 1')).toMatch(/^图 1。点阵图，4 类，共 \d+ 件。能源计量 \d+ 件；/);
    expect(chart.notes).toHaveLength(2);
    expect(eventMatrix({ ...SAMPLE, columns: SAMPLE.columns.slice(1) }).notes).toHaveLength(1);
  });

  it('sets years apart that do not follow each other', () => {
    const { texts } = paint(SAMPLE, 600);
    const x = (label: string) => texts.find(({ text }) => text === label)?.left ?? NaN;
    const step = x('4月') - x('3月');
    expect(x('1月') - x('–')).toBeGreaterThan(1.5 * step);
  });

  it('without events says so', () => {
    const { texts } = paint({ ...SAMPLE, rows: [] }, 600);
    expect(texts.map(({ text }) => text)).toEqual(['没有可显示的事件']);
  });

  it('grows where the height asked for is too little, and tells', () => {
    expect(paint(SAMPLE, 600, 'light', 60).chart.fits).toBe(false);
    expect(paint(SAMPLE, 600, 'light', 300).chart.fits).toBe(true);
  });

  it.each(MARKUP_PAYLOADS)('keeps %j inert', (payload) => {
    const hostile: EventMatrixInput = {
      ...SAMPLE,
      columns: SAMPLE.columns.map((c) => ({ ...c, label: payload, short: payload, full: payload })),
      rows: SAMPLE.rows.map((row) => ({ ...row, id: payload, name: payload })),
    };
    const { svg, texts } = paint(hostile, 900);
    expect(strangersOf(svg)).toEqual([]);
    expect(texts.length).toBeGreaterThan(4);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
