import { describe, expect, it } from 'vitest';
import { institutionsMessages } from '#lib/i18n/views/institutions.ts';
import { messagesFor } from '#lib/i18n/index.ts';
import type { Manifest, Scheme } from '#lib/model/index.ts';
import { score } from '#lib/scoring/index.ts';
import { makeDataset, unitTable, type DatasetRows } from '#lib/state/dataset.ts';
import { NO_CLASS, type InstitutionsView } from '#lib/state/institutions-view.ts';
import { institutionsSheet } from './figure.ts';
import { institutionsHeadings } from './headings.ts';
import { institutionsModel } from './model.ts';

const text = (zh: string) => ({ zh, en: `en ${zh}` });
const scheme: Scheme = {
  id: 's',
  version: '1',
  name: text('方案'),
  description: text(''),
  effective_from: '2024-01-01',
  weights_label: text('示例权重'),
  index: {
    code: 'I',
    name: text('指数'),
    weight: 1,
    aggregate: 'arithmetic',
    children: ['a', 'b'].map((code) => ({ code, name: text(code), direction: 1, weight: 1 })),
  },
  normalise: {
    scope: 'panel',
    range: [0, 100],
    default: { method: 'goalposts', low: 0, high: 100 },
  },
  missing: { min_availability: 0.9, require_all_dimensions: true },
  ranking: { tie_tolerance: 1e-9 },
  bands: [{ code: 'x', name: text('领先'), min: 0 }],
};

type Who = [name: string, level: 'county' | 'city', city: string, inClass: string | null];
const WHO: readonly Who[] = [
  ['甲', 'county', '990100', 'B'],
  ['乙', 'county', '990100', 'A'],
  ['丙', 'county', '990200', 'A'],
  ['丁', 'county', '990200', null],
  ['院', 'city', '990100', null],
];
const VALUES: readonly (readonly [number | null, number | null])[] = [
  [60, 80],
  [90, 90],
  [40, 20],
  [30, null],
  [50, 50],
];

function dataset(values = VALUES) {
  return makeDataset('synthetic', {
    institutions: WHO.map(([name, level, city, inClass], i) => ({
      institution_id: `u${i}`,
      name_zh: `${name}所`,
      name_en: `Institute ${i}`,
      region_code: `9901${i}0`,
      region_name_zh: `${name}县`,
      region_name_en: `County ${i}`,
      level,
      city_code: city,
      city_name_zh: city === '990100' ? '一市' : '二市',
      city_name_en: city,
      legal_form: i === 2 ? 'authorised' : 'statutory',
      class: inClass,
      valid_from: '2000-01-01',
      valid_to: null,
    })),
    observations: WHO.flatMap((_, i) =>
      ['a', 'b'].map((indicator, k) => ({
        institution_id: `u${i}`,
        period: '2025',
        indicator,
        value: values[i]![k]!,
        missing_reason: null,
      })),
    ),
    sources: [],
  } as unknown as DatasetRows);
}

const VIEW: InstitutionsView = {
  layer: 'synthetic',
  period: '2025',
  city: null,
  level: 'county',
  scheme: 's',
  everyLevel: true,
  legalForm: null,
  class: null,
  query: '',
  sort: 'rank',
};

function list(view: Partial<InstitutionsView> = {}, values = VALUES) {
  const data = dataset(values);
  return institutionsModel(data, scheme, score(unitTable(data, scheme), scheme), {
    ...VIEW,
    ...view,
  });
}
const ids = (view: Partial<InstitutionsView>) => list(view).rows.map(({ id }) => id);

describe('the list', () => {
  it('ranks each level by itself, those without a place after the others', () => {
    expect(list().rows.map(({ id, place, of }) => [id, place, of])).toEqual([
      ['u1', 1, 3],
      ['u0', 2, 3],
      ['u2', 3, 3],
      ['u3', null, 3],
      ['u4', 1, 1],
    ]);
  });

  it.each<[Partial<InstitutionsView>, string[]]>([
    [{ everyLevel: false }, ['u1', 'u0', 'u2', 'u3']],
    [{ everyLevel: false, level: 'city' }, ['u4']],
    [{ city: '990200' }, ['u2', 'u3']],
    [{ legalForm: 'authorised' }, ['u2']],
    [{ class: 'A' }, ['u1', 'u2']],
    [{ class: NO_CLASS }, ['u3', 'u4']],
    [{ query: ' 丙县 ' }, ['u2']],
    [{ query: 'county 3' }, ['u3']],
    [{ query: '990110' }, ['u1']],
    [{ query: '没有' }, []],
    [{ sort: 'gaps' }, ['u3', 'u1', 'u0', 'u2', 'u4']],
    [{ sort: 'class' }, ['u1', 'u2', 'u0', 'u3', 'u4']],
    [{ sort: 'city' }, ['u1', 'u0', 'u4', 'u2', 'u3']],
    [{ sort: 'name' }, ['u2', 'u3', 'u0', 'u1', 'u4']],
  ])('by %j', (view, expected) => {
    expect(ids(view)).toEqual(expected);
  });

  it('keeps places and counts of all whatever is filtered', () => {
    const { rows, all, classes } = list({ class: 'B' });
    expect(rows.map(({ place, of }) => [place, of])).toEqual([[2, 3]]);
    expect(all).toBe(5);
    expect(classes).toEqual(['A', 'B', NO_CLASS]);
  });

  it('has nobody in a year without rows', () => {
    expect(list({ period: '1999' })).toMatchObject({ rows: [], all: 0, cities: [] });
  });
});

describe('scores by city', () => {
  it('are of one level, and leave out who has none', () => {
    expect(list().cities).toEqual([
      { code: '990100', name: { zh: '一市', en: '990100' }, n: 2, min: 70, median: 80, max: 90 },
      { code: '990200', name: { zh: '二市', en: '990200' }, n: 1, min: 30, median: 30, max: 30 },
    ]);
    expect(list({ everyLevel: false, level: 'city' }).cities).toHaveLength(1);
  });
});

describe('words', () => {
  const manifest = { edition: { id: '2025', cutoff: '2025-12-31' } } as unknown as Manifest;
  const finding = (model: ReturnType<typeof list>, locale: 'zh' | 'en' = 'zh') =>
    institutionsHeadings(
      model,
      scheme,
      manifest,
      locale,
      messagesFor(locale),
      institutionsMessages(locale),
    ).finding;

  it('count institutions, ranked ones and gaps', () => {
    expect(finding(list())).toBe(
      '共 5 家机构，县级 4 家、市级 1 家；4 家参与排名，1 家因数据不足不参与排名；1 家机构共缺 1 项数据。',
    );
    expect(finding(list({ city: '990100', everyLevel: false }), 'en')).toBe(
      '2 institutions; all ranked; no value is missing.',
    );
    expect(finding(list({ query: '没有' }))).toBe('没有符合条件的机构。');
  });

  it('say where nobody has reported anything', () => {
    const silent = VALUES.map(() => [null, null] as const);
    expect(finding(list({}, silent))).toBe('共 5 家机构，县级 4 家、市级 1 家；均未报送任何数值。');
  });

  it('in the table file leave missing numbers empty', () => {
    const sheet = institutionsSheet(
      list(),
      scheme,
      'zh',
      messagesFor('zh'),
      institutionsMessages('zh'),
    );
    expect(sheet.rows.every((row) => row.length === sheet.columns.length)).toBe(true);
    expect(sheet.rows[3]).toEqual([
      'u3',
      '丁所',
      '丁县',
      '二市',
      '县级',
      '法定',
      null,
      null,
      3,
      null,
      null,
      1,
    ]);
  });
});
