/** What the page says of the data as they are published. */
import { beforeAll, describe, expect, it } from 'vitest';
import { messagesFor } from '#lib/i18n/index.ts';
import { factsMessages } from '#lib/i18n/views/facts.ts';
import type { Locale } from '#lib/model/index.ts';
import { checks, indicators, regions, reportedFacts, sources } from '#lib/queries/index.ts';
import { ALL_FACTS } from '#lib/state/facts-view.ts';
import { factsData, type FactsData } from '#lib/state/published-facts.ts';
import { realRows } from '../../../../scripts/data/testing/real-rows.ts';
import { checkKind, checkRows } from './checks.ts';
import { factsChoices, factsModel, factsOptions, PILLARS } from './model.ts';
import { standardsSeries } from './series.ts';
import { INDICATORS_OF_TOPIC, TOPICS, topicsOf } from './topics.ts';
import { valueWords } from './words.ts';

let data: FactsData;
let known: ReadonlySet<string>;
beforeAll(async () => {
  const rows = await realRows('reported');
  data = factsData({
    facts: rows(reportedFacts),
    indicators: rows(indicators),
    regions: rows(regions),
    sources: rows(sources),
    checks: rows(checks),
  });
  known = new Set(rows(indicators).map(({ indicator }) => indicator));
});

const found = (query: string, rest = {}) =>
  factsModel(data, { ...ALL_FACTS, query, ...rest }).groups.flatMap(({ facts }) => facts);

describe('the published facts', () => {
  it('are 163 of the five documents and 53 public figures, each with its document', () => {
    expect(data.facts).toHaveLength(216);
    const figures = data.facts.filter(({ number }) => number.startsWith('P_'));
    expect(figures).toHaveLength(53);
    expect(new Set(data.facts.map(({ number }) => number)).size).toBe(216);
    for (const { source_id, locator } of data.facts) {
      expect(data.sources[source_id]?.title).toMatch(/./);
      expect(locator).toMatch(/./);
    }
  });

  it('all stand under one heading', () => {
    const model = factsModel(data, ALL_FACTS);
    expect(model).toMatchObject({ found: 216, total: 216 });
    expect(model.groups.map(({ pillar }) => pillar)).toEqual([...PILLARS]);
    expect(model.groups.flatMap(({ facts }) => facts)).toHaveLength(216);
  });

  it('of one document stay together, in its order', () => {
    for (const { facts } of factsModel(data, ALL_FACTS).groups) {
      const documents = facts.map(({ number }) => number.split(/[-_]/)[0]);
      const runs = documents.filter((document, i) => document !== documents[i - 1]);
      expect(new Set(runs).size).toBe(runs.length);
    }
  });

  it('are counted alike by the choices and by what they find', () => {
    const choices = factsChoices(data);
    for (const field of ['topic', 'pillar', 'province', 'document', 'year', 'kind'] as const)
      for (const { word, count } of choices[field])
        expect([field, word, found('', { [field]: word }).length]).toEqual([field, word, count]);
    expect(factsOptions(choices).pillar).toEqual([...PILLARS]);
  });
});

describe('every printed number', () => {
  /** What must be read for each hedge: in Chinese as printed, in English translated. */
  const HEDGES = {
    exact: { zh: /./, en: /./ },
    approx: { zh: /概数|约/, en: /approx\./ },
    about: { zh: /约/, en: /about/ },
    nearly: { zh: /近/, en: /nearly/ },
    more_than: { zh: /余|超过/, en: /over/ },
    at_least: { zh: /以上/, en: /at least/ },
    at_most: { zh: /以内|内/, en: /at most/ },
  } as const;

  it.each<Locale>(['zh', 'en'])('keeps its hedge, its number and its unit (%s)', (locale) => {
    const m = messagesFor(locale);
    const f = factsMessages(locale);
    for (const fact of data.facts) {
      const { text, original } = valueWords(fact, locale, m, f);
      expect(text).toMatch(HEDGES[fact.qualifier][locale]);
      expect(text).not.toMatch(/NaN|null|undefined/);
      if (locale === 'en') {
        expect(text).not.toMatch(/[\u4e00-\u9fff]/);
        expect(original).toBe(fact.value_text);
        expect(text.replace(/[\s\u2009]/g, '')).toContain(String(fact.value));
      }
      if (fact.qualifier === 'exact' && fact.value_text === null)
        expect(text.replace(/[\s\u2009]/g, '')).toContain(String(fact.value));
    }
  });

  it('is printed word for word where the source has words', () => {
    const text = (number: string) => {
      const fact = data.facts.find((other) => other.number === number);
      return fact && valueWords(fact, 'zh', messagesFor('zh'), factsMessages('zh')).text;
    };
    expect(text('LN-022')).toBe('630余家');
    expect(text('LN-002')).toBe('约2.5亿');
    expect(text('LN-021')).toBe('近百家');
    expect(text('LN-036')).toBe('24小时内');
    expect(text('P_026')).toBe('2780项以上');
    expect(text('JL-022')).toBe('第 5 名');
    expect(text('AH-046')).toBe('第 21 届');
    expect(text('LN-004')).toBe('7 项');
  });
});

describe('the search', () => {
  it.each([
    ['诚信计量自我承诺', 'LN-023'],
    ['honest-metrology', 'LN-022'],
    ['630余', 'LN-022'],
    ['63658', 'P_004'],
    ['大连市局', 'LN-024'],
    ['2016年全省计量工作总结', 'LN-001'],
    ['中国新闻网', 'P_009'],
    ['朝阳市计量测试所 标准', 'P_037'],
    ['LN-004', 'LN-004'],
  ])('%s finds %s', (query, number) => {
    expect(found(query).map((fact) => fact.number)).toContain(number);
  });

  it('finds nothing for what nobody wrote', () => {
    expect(found('椒江区排名')).toEqual([]);
  });
});

describe('the topics', () => {
  it('name only indicators that exist, and leave none of their facts out', () => {
    for (const topic of TOPICS) {
      const codes = INDICATORS_OF_TOPIC[topic];
      expect(codes.filter((code) => !known.has(code))).toEqual([]);
      expect(new Set(codes).size).toBe(codes.length);
      const facts = data.facts.filter(({ indicator }) => codes.includes(indicator));
      expect(found('', { topic })).toHaveLength(facts.length);
    }
  });

  it('have these many facts each', () => {
    const counts = factsChoices(data).topic.map(({ word, count }) => [word, count]);
    expect(Object.fromEntries(counts)).toEqual({
      standards: 29,
      inspections: 21,
      specifications: 16,
      energy: 13,
      honesty: 5,
      services: 23,
      research: 33,
    });
  });

  it('know the levels of the new standards of Liaoning 2016', () => {
    const levels = found('新建社会公用计量标准：', { topic: 'standards', province: '210000' });
    expect(levels.map(({ value }) => value)).toEqual([7, 14, 65]);
  });

  it('leave out what they do not name', () => {
    expect(topicsOf('F_JL_002')).toEqual([]);
    expect(topicsOf('F_LN_027')).toEqual(['inspections', 'energy']);
  });
});

describe('the series of public measurement standards', () => {
  it('are in the order of time, with their sources, hedges kept', () => {
    const { national, provinces } = standardsSeries(data);
    expect(national.map(({ fact, value }) => [fact.period, value, fact.qualifier])).toEqual([
      ['2021', 62_000, 'more_than'],
      ['2021', 63_658, 'exact'],
      ['2024-05', 67_000, 'more_than'],
    ]);
    expect(provinces.map(({ fact, value }) => [fact.region_code, fact.period, value])).toEqual([
      ['370000', '2017-11', 4675],
      ['330000', '2018', 3308],
      ['220000', '2019-05', 1272],
      ['340000', '2020', 3043],
      ['370000', '2021-05', 5507],
    ]);
  });
});

describe('the checks', () => {
  it('are 32; the one that fails stands first and says so', () => {
    const rows = checkRows(data.checks);
    expect(rows).toHaveLength(32);
    expect(rows[0]).toMatchObject({ check_id: 'CHK-ZJ-4', kind: 'fails', computed: 4.44 });
    expect(rows.filter(({ kind }) => kind === 'fails')).toHaveLength(1);
  });

  it('end with the three coincidences', () => {
    expect(
      checkRows(data.checks)
        .slice(-3)
        .map(({ check_id }) => check_id),
    ).toEqual(['CHK-X-1', 'CHK-X-2', 'CHK-X-3']);
  });

  it('are called what their verdict says', () => {
    const of = (kind: string) => data.checks.filter((check) => checkKind(check) === kind);
    for (const { verdict } of of('holds')) expect(verdict).toMatch(/相符|合格/);
    for (const { verdict } of of('derived')) expect(verdict).toMatch(/推/);
    for (const { verdict } of of('bound')) expect(verdict).toMatch(/界限|相容|可能/);
    const kinds = ['fails', 'holds', 'bound', 'derived', 'apart', 'rule', 'coincidence'];
    expect(kinds.map((kind) => of(kind).length)).toEqual([1, 8, 6, 12, 1, 1, 3]);
  });

  it('are told in two languages', () => {
    for (const { rule, verdict } of checkRows(data.checks)) {
      expect([rule.zh, verdict.zh].join()).not.toMatch(/\([a-z]/);
      expect(verdict.en).not.toMatch(/[\u4e00-\u9fff]/);
      expect(rule.en).not.toMatch(/[\u4e00-\u9fff]/);
    }
  });
});
