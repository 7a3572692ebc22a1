import { describe, expect, it } from 'vitest';
import { messagesFor } from '#lib/i18n/index.ts';
import { indexCheck } from '#lib/export/index-check.ts';
import { tableWorkbook } from '#lib/export/table-xlsx.ts';
import type { Manifest, Scheme } from '#lib/model/index.ts';
import { calculate } from '#lib/office/testing/calculate.ts';
import { score } from '#lib/scoring/index.ts';
import {
  makeDataset,
  unitTable,
  type InstitutionRow,
  type SchemeObservation,
} from '#lib/state/dataset.ts';
import { scoreChain } from '#lib/state/score-chain.ts';
import { NATURAL_SORT, type RankingView } from '#lib/state/ranking-view.ts';
import { rankingFigure } from './figure.ts';
import { findingSentence } from './finding.ts';
import { rankingModel } from './model.ts';
import { shortLocator } from '#lib/ui/value-words.ts';
import { scoreDecimals } from '#lib/ui/score-decimals.ts';

const text = (zh: string) => ({ zh, en: zh });
const indicator = (code: string) => ({ code, name: text(code), direction: 1, weight: 1 }) as const;
const scheme: Scheme = {
  id: 'two',
  version: '1',
  name: text('two'),
  description: text(''),
  effective_from: '2024-01-01',
  weights_label: text(''),
  index: {
    code: 'I',
    name: text('I'),
    weight: 1,
    aggregate: 'arithmetic',
    children: [
      {
        code: 'D1',
        name: text('D1'),
        weight: 1,
        aggregate: 'arithmetic',
        children: [indicator('a')],
      },
      {
        code: 'D2',
        name: text('D2'),
        weight: 1,
        aggregate: 'arithmetic',
        children: [indicator('b'), indicator('c')],
      },
    ],
  },
  normalise: {
    scope: 'panel',
    range: [0, 100],
    default: { method: 'goalposts', low: 0, high: 100 },
  },
  missing: { min_availability: 0.6, require_all_dimensions: true },
  ranking: { tie_tolerance: 1e-9 },
  bands: [
    { code: 'high', name: text('high'), min: 60 },
    { code: 'low', name: text('low'), min: 0 },
  ],
};

/** unit, city, then [a, b, c] of 2024 and of 2025; null is missing. */
const UNITS = [
  ['甲', '1', [50, 50, 50], [80, 80, 80]],
  ['乙', '1', [60, 60, 60], [60, 60, 60]],
  ['丙', '2', [40, 40, 40], [60, 60, 60]],
  ['丁', '2', [90, 90, 90], [50, 50, null]],
  ['戊', '2', null, [20, null, null]],
  ['己', '1', null, [10, 10, 10]],
] as const;

const observation = (unit: string, period: string, code: string, value: number | null) =>
  ({
    institution_id: unit,
    period,
    indicator: code,
    value,
    missing_reason: value === null ? 'late' : null,
    source_id: 's',
    qualifier: 'exact',
  }) as unknown as SchemeObservation;

const dataset = makeDataset('synthetic', {
  sources: [],
  institutions: UNITS.map(
    ([unit, city]) =>
      ({
        institution_id: unit,
        name_zh: `${unit}县`,
        name_en: unit,
        level: 'county',
        city_code: city,
        city_name_zh: `城${city}`,
        city_name_en: null,
        valid_from: '2000-01-01',
        valid_to: null,
      }) as unknown as InstitutionRow,
  ),
  observations: UNITS.flatMap(([unit, , before, now]) =>
    [['2024', before] as const, ['2025', now] as const].flatMap(([period, values]) =>
      (values ?? []).map((value, position) =>
        observation(unit, period, ['a', 'b', 'c'][position] ?? '', value),
      ),
    ),
  ),
});
const result = score(unitTable(dataset, scheme), scheme);
const view: RankingView = {
  layer: 'synthetic',
  period: '2025',
  city: null,
  level: 'county',
  scheme: 'two',
  dimension: null,
  sort: NATURAL_SORT,
  query: '',
  open: [],
};
const model = (part: Partial<RankingView> = {}) =>
  rankingModel(dataset, scheme, result, { ...view, ...part });
const places = (part: Partial<RankingView> = {}) =>
  model(part).ranked.map(({ id, rank }) => `${rank}${id}`);

describe('the workbook of a ranking', () => {
  const workbook = (part: Partial<RankingView> = {}) => {
    const subject = rankingFigure(
      model(part),
      scheme,
      {
        edition: { id: '2025', cutoff: '2025-12-31' },
        schemes: [],
        files: [],
      } as unknown as Manifest,
      { title: '排名', finding: '', notes: [] },
      '',
      'zh',
      messagesFor('zh'),
      result,
    );
    const check = subject.check?.(indexCheck) ?? null;
    return tableWorkbook({ ...subject, sheet: subject.sheet(), check });
  };

  it.each([{}, { city: '1' }, { dimension: 'D2' }, { query: '甲' }])(
    'works out every score and place that is shown by formulas: %j',
    (part) => {
      const [, , sheet] = workbook(part).sheets;
      if (!sheet) throw new Error('no check');
      const at = calculate(sheet);
      const first = sheet.frozen?.rows ?? 0;
      const heads = sheet.rows[first - 2]?.cells ?? [];
      const shown = heads.indexOf('程序得分');
      const place = heads.indexOf('名次（公式）');
      const ranked = model(part).ranked;
      expect(ranked.length).toBeGreaterThan(0);
      expect(place >= 0).toBe(part.query === undefined);
      ranked.forEach(({ id, score: expected, rank }, i) => {
        expect(at(first + i, 0)).toBe(id);
        expect(at(first + i, shown - 1)).toBeCloseTo(expected, 9);
        expect(at(first + i, shown)).toBe(expected);
        if (place >= 0) expect(at(first + i, place)).toBe(rank);
      });
    },
  );
});

describe('rankingModel', () => {
  it('gives tied institutions one place and skips the next', () => {
    expect(places()).toEqual(['1甲', '2乙', '2丙', '4丁', '5己']);
    expect(model().ranked.map(({ tied }) => tied)).toEqual([false, true, true, false, false]);
  });

  it('counts places moved since the year before, and says who is new', () => {
    expect(Object.fromEntries(model().ranked.map(({ id, change }) => [id, change]))).toEqual({
      甲: { kind: 'up', places: 2 },
      乙: { kind: 'same' },
      丙: { kind: 'up', places: 2 },
      丁: { kind: 'down', places: 3 },
      己: { kind: 'new' },
    });
    expect(model({ period: '2024' }).ranked[0]?.change).toEqual({ kind: 'noPrevious' });
  });

  it('lists apart who lacks too much, with each gap and its reason', () => {
    const [left] = model().unranked;
    expect(left?.id).toBe('戊');
    expect(left?.status.kind).toBe('low_availability');
    expect(left?.gaps.map(({ indicator: code, reason }) => [code, reason])).toEqual([
      ['b', 'late'],
      ['c', 'late'],
    ]);
  });

  it('ranks within a city without contradicting the province', () => {
    expect(places({ city: '2' })).toEqual(['1丙', '2丁']);
    expect(model({ city: '2' }).ranked.map(({ provinceRank }) => provinceRank)).toEqual([2, 4]);
  });

  it('adds segments up to the score', () => {
    for (const { score: total, segments } of model().ranked)
      expect(segments.reduce<number>((sum, points) => sum + (points ?? 0), 0)).toBeCloseTo(total);
  });

  it('shows one dimension by its own score, without a band', () => {
    const one = model({ dimension: 'D1' });
    expect(one.elements.map(({ code, colour }) => [code, colour])).toEqual([['D1', 0]]);
    expect(one.ranked[0]).toMatchObject({ id: '甲', score: 80, segments: [80], band: null });
  });

  it('searches names and places without renumbering', () => {
    expect(places({ query: '丁' })).toEqual(['4丁']);
    expect(places({ query: '城2' })).toEqual(['2丙', '4丁']);
    expect(model({ query: '丁' }).rankedInScope).toBe(5);
  });

  it('sorts by change with the newcomers last in both directions', () => {
    const sorted = (descending: boolean) =>
      model({ sort: { key: 'change', descending } }).ranked.map(({ id }) => id);
    expect(sorted(true)).toEqual(['甲', '丙', '乙', '丁', '己']);
    expect(sorted(false)).toEqual(['丁', '乙', '甲', '丙', '己']);
  });
});

describe('findingSentence', () => {
  const say = (part: Partial<RankingView> = {}, locale: 'zh' | 'en' = 'zh') =>
    findingSentence(model(part).finding, locale, messagesFor(locale));

  it('names the leader, the climbers and who is left out', () => {
    expect(say()).toBe('甲县居首；甲县、丙县上升 2 位，升幅最大；1 家机构因数据不足未参与排名。');
    expect(say({}, 'en')).toBe(
      '甲 leads; 甲 and 丙 climbed 2 places, the largest rise; 1 institution is not ranked for lack of data.',
    );
  });

  it('says so where there is no year before, or nobody', () => {
    expect(say({ period: '2024', city: '1' })).toBe(
      '乙县居首；无上年名次可比；1 家机构未报送任何指标。',
    );
    expect(say({ level: 'city' })).toBe('该范围内没有可排名的机构。');
  });
});

describe('detailGroups', () => {
  it('follows a score down to the cells, missing ones included', () => {
    const groups = scoreChain(dataset, scheme, result, '丁', '2025');
    expect(groups.map(({ code, contribution }) => [code, contribution])).toEqual([
      ['D1', 25],
      ['D2', 25],
    ]);
    const missing = groups[1]?.lines[1];
    expect(missing).toMatchObject({ code: 'c', normalised: null, weight: 0, contribution: null });
    expect(missing?.cell?.missing_reason).toBe('late');
    expect(groups[1]?.lines[0]).toMatchObject({ code: 'b', normalised: 50, weight: 0.5 });
  });
});

describe('shortLocator(locator)', () => {
  it('names a file once, and leaves sections of documents alone', () => {
    expect(shortLocator('(a/2025.csv!H9 + a/2025.csv!H10) ÷ b/2025.csv!H11')).toBe(
      '(a/2025.csv H9 + H10) ÷ b/2025.csv H11',
    );
    expect(shortLocator('二/一')).toBe('二/一');
  });
});

describe('scoreDecimals(rows)', () => {
  it('is the least that keeps different places apart', () => {
    expect(
      scoreDecimals([
        { rank: 1, score: 80.14 },
        { rank: 2, score: 80.04 },
      ]),
    ).toBe(1);
    expect(
      scoreDecimals([
        { rank: 1, score: 80.14 },
        { rank: 2, score: 80.13 },
      ]),
    ).toBe(2);
    expect(
      scoreDecimals([
        { rank: 1, score: 80.1 },
        { rank: 1, score: 80.1 },
      ]),
    ).toBe(1);
  });
});
