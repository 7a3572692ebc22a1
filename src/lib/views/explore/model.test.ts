import { describe, expect, it } from 'vitest';
import { messagesFor } from '#lib/i18n/index.ts';
import { exploreMessages } from '#lib/i18n/views/explore.ts';
import { columnMeaning } from '#lib/i18n/views/explore-columns.ts';
import { TABLES, type Locale, type MeasureKind } from '#lib/model/index.ts';
import type { FactGroup, Measure } from '#lib/state/explore-facts.ts';
import { exploreOptions, type ExploreView } from '#lib/state/explore-view.ts';
import { MANIFEST, SCHEME } from '#lib/state/testing/world.ts';
import { cellText, exploreFigure, exploreSheet } from './figure.ts';
import { answerOf, findingOf, notesOf, refusalOf, type Wording } from './model.ts';

const measure = (code: string, kind: MeasureKind, unit = '项'): Measure => ({
  code,
  name: { zh: `${code}数`, en: code },
  unit: { zh: unit, en: unit },
  kind,
  group: { zh: 'T', en: 'T' },
  definition: '',
  scored: false,
});
const group = (
  key1: string | null,
  value: number | null,
  over: Partial<FactGroup> = {},
): FactGroup => ({
  measure: 'a',
  key1,
  key2: null,
  unit: '项',
  units: 1,
  kind: 'stock',
  value,
  n: value === null ? 0 : 3,
  missing: 0,
  hedged: 0,
  ...over,
});

const defaults = exploreOptions(MANIFEST, [SCHEME]).defaults;
function wording(
  groups: FactGroup[],
  part: Partial<ExploreView> = {},
  measures = [measure('a', 'stock')],
  locale: Locale = 'zh',
): Wording {
  const labels = {
    city: { x: { zh: '甲市', en: 'Jia' }, y: { zh: '乙市', en: 'Yi' } },
    region: {},
    institution: {},
    peer_group: {},
  };
  const view = { ...defaults, measures: measures.map(({ code }) => code), ...part };
  return {
    model: { view, groups, labels },
    measures,
    locale,
    m: messagesFor(locale),
    v: exploreMessages(locale),
  };
}

describe('refusalOf', () => {
  const v = exploreMessages('zh');
  const refused = (kind: MeasureKind, part: Partial<ExploreView>) =>
    refusalOf(measure('a', kind), { ...defaults, ...part }, 'zh', v);

  it.each(['ratio', 'growth', 'rank', 'target', 'category', 'index'] as const)(
    'never adds up a %s',
    (kind) => {
      expect(refused(kind, { aggregate: 'sum' })).toContain('相加没有意义');
      expect(refused(kind, { aggregate: 'max' })).toBeNull();
    },
  );

  it('adds up a stock within a year only, a flow over years too', () => {
    expect(refused('stock', { aggregate: 'sum', period: null, by: ['city'] })).toContain(
      '重复计数',
    );
    expect(refused('stock', { aggregate: 'sum', period: null, by: ['period'] })).toBeNull();
    expect(refused('stock', { aggregate: 'sum', period: '2025' })).toBeNull();
    expect(refused('flow', { aggregate: 'sum', period: null, by: [] })).toBeNull();
  });

  it('takes no mean of classes', () => {
    expect(refused('category', { aggregate: 'mean' })).toContain('不能求平均');
    expect(refused('category', { aggregate: 'count' })).toBeNull();
  });
});

describe('answerOf', () => {
  it('puts the highest first, and what is missing is not zero', () => {
    const words = wording([group('x', 2), group('y', 5.25), group(null, null, { missing: 2 })]);
    const answer = answerOf(words);
    expect(answer.rows.map(({ keys }) => keys[0])).toEqual(['乙市', '甲市', '未归入']);
    expect(answer.decimals).toEqual([2]);
    expect(cellText(answer, 2, 0, words)).toEqual({
      text: '缺',
      missing: true,
      sub: '0 个值，缺 2',
    });
    expect(findingOf(answer, words)).toBe(
      'a数平均以乙市最高（5.25 项）；甲市最低（2.00 项）；另有 2 个缺数未计入。',
    );
  });

  it('never puts two units together, and says so', () => {
    const words = wording([group('x', 2, { units: 2 }), group('y', 5)]);
    const answer = answerOf(words);
    expect(answer.refusals.join()).toContain('不止一种单位');
    expect(answer.rows.find(({ keys }) => keys[0] === '甲市')?.cells[0]?.value).toBeNull();
    expect(
      answerOf(wording([group('x', 2, { units: 2 })], { aggregate: 'count' })).refusals,
    ).toEqual([]);
  });

  it('gives nothing for what was refused, and the refusal is the finding', () => {
    const words = wording([group('x', 2)], { aggregate: 'sum' }, [measure('a', 'ratio', '%')]);
    const answer = answerOf(words);
    expect(answer.rows[0]?.cells[0]?.value).toBeNull();
    expect(findingOf(answer, words)).toBe(answer.refusals[0]);
    expect(cellText(answer, 0, 0, words).text).toBe('—');
  });

  it('keeps years in their order', () => {
    const words = wording([group('2024', 9), group('2025', 1)], { by: ['period'] });
    expect(answerOf(words).rows.map(({ keys }) => keys[0])).toEqual(['2024', '2025']);
  });

  it.each(['zh', 'en'] as const)('has no nonsense in %s', (locale) => {
    for (const groups of [
      [],
      [group('x', 1)],
      [group('x', 1), group('y', 1)],
      [group('x', null)],
    ]) {
      const words = wording(groups, {}, [measure('a', 'ratio', '%')], locale);
      const answer = answerOf(words);
      const all = [
        findingOf(answer, words),
        ...notesOf(answer, words, 'duckdb'),
        ...answer.refusals,
      ];
      expect(all.join('|')).not.toMatch(/NaN|undefined|null|Infinity|\[object/);
    }
  });
});

describe('the figure', () => {
  const figureOf = (words: Wording) => {
    const answer = answerOf(words);
    return exploreFigure(answer, words, 'F', [], SCHEME, MANIFEST, {}, '');
  };

  it('draws the first measure and says that it does', async () => {
    const charts = await import('#lib/charts/index.ts');
    const words = wording(
      [group('x', 1), group('y', 3), group('x', 2, { measure: 'b', unit: '%' })],
      {},
      [measure('a', 'stock'), measure('b', 'ratio', '%')],
    );
    const figure = figureOf(words);
    expect(figure?.notes.join()).toContain('图中只画第一项指标（a数）');
    expect(figure?.subject.text.title).toMatch(/^图 1 \S+( 2025 年度|各年度)?\S*$/u);
    expect(figure?.subject.chart(charts).stops).toHaveLength(2);
    expect(figure?.subject.text.unit).toBe('项');
  });

  it('draws lines over years', async () => {
    const charts = await import('#lib/charts/index.ts');
    const words = wording([group('x', 1, { key2: '2024' }), group('x', 3, { key2: '2025' })], {
      by: ['city', 'period'],
      chart: 'lines',
    });
    expect(figureOf(words)?.subject.chart(charts).stops.length).toBeGreaterThan(0);
  });

  it('is not there where there is nothing to draw', () => {
    expect(figureOf(wording([group('x', null)]))).toBeNull();
  });

  it('has a table of full numbers with what they rest on', () => {
    const words = wording([group('x', 1 / 3, { missing: 1 }), group('y', null)]);
    const { columns, rows } = exploreSheet(answerOf(words), words);
    expect(rows.every((row) => row.length === columns.length)).toBe(true);
    expect(rows[0]).toEqual(['甲市', 1 / 3, 3, 1, 0]);
    expect(rows[1]?.[1]).toBeNull();
  });
});

it.each(['zh', 'en'] as const)('every column of every table is described in %s', (locale) => {
  const undescribed = Object.values(TABLES)
    .flat()
    .filter(({ name }) => columnMeaning(name, locale) === '');
  expect(undescribed).toEqual([]);
});
