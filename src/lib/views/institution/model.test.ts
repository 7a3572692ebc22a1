import { describe, expect, it } from 'vitest';
import { institutionMessages } from '#lib/i18n/views/institution.ts';
import { messagesFor } from '#lib/i18n/index.ts';
import type { Manifest } from '#lib/model/index.ts';
import { score } from '#lib/scoring/index.ts';
import { unitTable } from '#lib/state/dataset.ts';
import type { InstitutionFacts } from '#lib/state/institution-facts.ts';
import type { ProfileContext } from './context.ts';
import { dimensionFigure, historyFigure } from './figures.ts';
import { isSilent, profileHeadings } from './headings.ts';
import { profileModel } from './model.ts';
import { dimensionSheet, historySheet, profileSheet } from './sheet.ts';
import {
  noFacts,
  otherScheme,
  scheme,
  smallDataset,
  VALUES,
  view,
  type Values,
} from './testing/small-layer.ts';

interface Setting {
  id?: string;
  period?: string;
  values?: Values;
  facts?: Partial<InstitutionFacts>;
  by?: typeof scheme;
}

function profile({
  id = 'u0',
  period = '2025',
  values = VALUES,
  facts = {},
  by = scheme,
}: Setting = {}) {
  const dataset = smallDataset(values);
  const result = score(unitTable(dataset, by), by);
  return profileModel(dataset, by, result, { ...view, period, scheme: by.id }, id, {
    ...noFacts,
    ...facts,
  });
}

const manifest = {
  edition: { id: '2025', cutoff: '2025-12-31', layer: 'synthetic', scheme: 's' },
} as unknown as Manifest;
const finding = (setting: Setting, locale: 'zh' | 'en' = 'zh') =>
  profileHeadings(
    profile(setting),
    scheme,
    manifest,
    locale,
    messagesFor(locale),
    institutionMessages(locale),
  ).finding;

const values = (change: Values): Values => ({ ...VALUES, ...change });

describe('standing', () => {
  it('counts places among all of the level, and among those of the city', () => {
    const { standing } = profile({ id: 'u2' });
    expect(standing).toMatchObject({
      place: 3,
      of: 3,
      tied: false,
      inCity: { place: 3, of: 3 },
      change: { kind: 'same' },
    });
    expect(profile({ id: 'u3', period: '2024' }).standing).toMatchObject({
      place: 4,
      of: 4,
      inCity: { place: 1, of: 1 },
    });
  });

  it('says ties, and gives each neighbour', () => {
    const tied = values({ 乙: { ...VALUES['乙'], '2025': [44, 84] } });
    const model = profile({ id: 'u1', values: tied });
    expect(model.standing).toMatchObject({ place: 1, tied: true });
    expect(model.ahead?.id).toBe('u0');
    expect(model.behind).toEqual({ id: 'u2', name: { zh: '丙县', en: 'County 2' }, place: 3 });
  });

  it('has no place without the data that the scheme asks for, and says why', () => {
    const model = profile({ id: 'u3' });
    expect(model.standing).toBeNull();
    expect(model.status?.kind).toBe('low_availability');
    expect([model.ahead, model.behind]).toEqual([null, null]);
    expect(model.dimensions.map(({ score }) => score)).toEqual([null, null]);
    expect(model.against).toEqual({ strongest: [], weakest: [] });
  });

  it('throws for somebody who is not there', () => {
    expect(() => profile({ id: 'nobody' })).toThrow(RangeError);
  });
});

describe('history', () => {
  it('has every year, also those without a place', () => {
    expect(profile({ id: 'u3' }).history.map(({ place, of }) => [place, of])).toEqual([
      [4, 4],
      [4, 4],
      [null, 3],
    ]);
    expect(profile({ id: 'u3' }).history[2]?.score).toBeNull();
  });

  it('marks the breaks that concern the scheme, and none of schemes themselves', () => {
    const text = (zh: string) => ({ zh, en: zh });
    const breaks: InstitutionFacts['breaks'] = [
      { break_id: '1', indicator: null, period: '2024', kind: 'territory', text: text('设市') },
      { break_id: '2', indicator: 'n', period: '2025', kind: 'scope', text: text('口径') },
      { break_id: '3', indicator: 'zzz', period: '2025', kind: 'definition', text: text('别项') },
      { break_id: '4', indicator: null, period: '2025', kind: 'scheme', text: text('方案') },
    ];
    const found = profile({ facts: { breaks } }).history.map((year) =>
      year.breaks.map(({ zh }) => zh),
    );
    expect(found).toEqual([[], ['设市'], ['口径']]);
  });
});

describe('against peers', () => {
  it('takes lowest, middle and highest of those ranked', () => {
    expect(profile().dimensions[1]).toMatchObject({
      code: 'B',
      score: 84,
      place: 2,
      of: 3,
      peers: { n: 3, min: 64, median: 84, max: 90 },
    });
  });

  it('names indicators by their distance from the median, in order, with the raw median', () => {
    const { strongest, weakest } = profile().against;
    expect(strongest.map(({ code }) => code)).toEqual(['n']);
    expect(strongest[0]).toMatchObject({ value: 44, medianValue: 36, qualifier: 'exact' });
    expect(weakest).toEqual([]);
    expect(profile({ id: 'u2' }).against.weakest.map(({ code }) => code)).toEqual(['n', 'p']);
  });

  it('follows the scheme', () => {
    const model = profile({ id: 'u3', by: otherScheme });
    expect(model.standing).toMatchObject({ place: 4, of: 4 });
    expect(model.dimensions.map(({ code }) => code)).toEqual(['A']);
    expect(model.gaps).toEqual([]);
  });
});

describe('gaps', () => {
  it('are listed with indicator, dimension and reason', () => {
    const { gaps, indicators } = profile({ id: 'u3' });
    expect(indicators).toBe(2);
    expect(gaps).toEqual([
      {
        indicator: 'p',
        name: { zh: '持证比例', en: 'Certified share' },
        dimension: { zh: '持证', en: 'Certified' },
        reason: 'late',
        origin: 'synthetic/u3//p/2025',
      },
    ]);
  });
});

describe('the finding', () => {
  it.each([
    [
      {},
      '甲县居县级机构第 1 名，名次与上年持平；相对同级最强的维度是检定（第 1 名），最弱的是持证（第 2 名）；数据齐全。',
    ],
    [{ id: 'u1', period: '2024' }, '乙县居县级机构第 2 名，名次与上年持平；'],
    [{ id: 'u0', period: '2023' }, '甲县居县级机构第 1 名，无上年名次可比；'],
    [{ id: 'u3' }, '丁县不参与排名：指标可得率 50%，低于方案要求的 60%；缺 1 项数据。'],
  ])('of %j', (setting, expected) => {
    expect(finding(setting)).toContain(expected);
  });

  it('says rises and falls in places, never by 0', () => {
    const risen = values({ 乙: { '2023': [30, 90], '2024': [20, 50], '2025': [48, 99] } });
    expect(finding({ id: 'u1', values: risen })).toContain('较上年上升 2 位');
    expect(finding({ id: 'u0', values: risen })).toContain('较上年下降 1 位');
    expect(finding({ id: 'u1', values: risen }, 'en')).toContain(
      'County 1 ranks 1 among county institutions, up 2 places on last year',
    );
    expect(finding({ id: 'u0', values: risen }, 'en')).toContain('down 1 place on last year');
  });

  it('of somebody who was not ranked before does not speak of a rise', () => {
    const back = values({ 丁: { '2024': [12, null], '2025': [14, 60] } });
    expect(finding({ id: 'u3', values: back })).toContain('上年未参与排名');
  });

  it('of somebody who has reported nothing is only that', () => {
    const silent = values({ 丁: { '2025': [null, null] } });
    expect(isSilent(profile({ id: 'u3', values: silent }))).toBe(true);
    expect(finding({ id: 'u3', values: silent })).toBe('丁县尚未报送任何数值。');
    expect(finding({ id: 'u3', values: silent }, 'en')).toBe(
      'County 3 has not reported any value yet.',
    );
  });
});

describe('tables to take along', () => {
  const context = (setting: Setting = {}, locale: 'zh' | 'en' = 'zh') =>
    ({
      model: profile(setting),
      scheme,
      locale,
      m: messagesFor(locale),
      w: institutionMessages(locale),
    }) as ProfileContext;

  it('stand beside pictures that each say what is theirs', () => {
    const whole = (locale: 'zh' | 'en') => {
      const of = {
        ...context({ id: 'u1' }, locale),
        manifest: { ...manifest, files: [], schemes: [] },
        search: '',
      };
      return { ...of, headings: { title: '', finding: '总的', strip: [], notes: [] } } as never;
    };
    const { subtitle } = historyFigure(whole('zh')).text;
    expect(subtitle).toMatch(/^\d{4} 年 [\d.]+ 分、.+；2025 年 [\d.]+ 分、第 \d+ 名$/u);
    expect(subtitle).not.toBe(dimensionFigure(whole('zh')).text.subtitle);
    expect(historyFigure(whole('en')).text.subtitle).toMatch(/2025: [\d.]+ points, rank \d+$/u);
  });

  it('leave a missing number empty, and say why', () => {
    const { columns, rows } = historySheet(context({ id: 'u3' }));
    expect(rows.every((row) => row.length === columns.length)).toBe(true);
    expect(rows[2]).toEqual([
      '2025',
      null,
      3,
      null,
      '不参与排名：指标可得率 50%，低于方案要求的 60%',
    ]);
  });

  it('have full numbers and as many cells as columns', () => {
    const sheet = dimensionSheet(context());
    expect(sheet.rows[1]).toEqual(['持证', 84, 2, 3, 64, 84, 90]);
    expect(sheet.rows.every((row) => row.length === sheet.columns.length)).toBe(true);
  });

  it.each(['zh', 'en'] as const)(
    'hold the whole profile in %s without a nonsense word',
    (locale) => {
      for (const id of ['u0', 'u3']) {
        const { columns, rows } = profileSheet(context({ id }, locale));
        expect(rows.every((row) => row.length === columns.length)).toBe(true);
        expect(JSON.stringify(rows)).not.toMatch(/NaN|undefined|Infinity/u);
        expect(rows.length).toBeGreaterThan(10);
      }
    },
  );
});
