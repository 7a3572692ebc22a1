/** What the timeline says of the events as they are published. */
import { beforeAll, describe, expect, it } from 'vitest';
import { timelineMessages } from '#lib/i18n/views/timeline.ts';
import type { Layer } from '#lib/model/index.ts';
import { events, institutions, regions, sources } from '#lib/queries/index.ts';
import { chronicleOf } from '#lib/state/chronicle.ts';
import { ALL_EVENTS } from '#lib/state/timeline-view.ts';
import { realRows } from '../../../../scripts/data/testing/real-rows.ts';
import { timelineChoices, timelineModel, type Chronicles } from './model.ts';
import { findingText, numberWords } from './words.ts';

const zh = timelineMessages('zh');
const en = timelineMessages('en');

let chronicles: Chronicles;
beforeAll(async () => {
  const read = async (layer: Layer & ('reported' | 'synthetic')) => {
    const rows = await realRows(layer);
    const tables = {
      events: rows(events),
      institutions: rows(institutions),
      regions: rows(regions),
      sources: rows(sources),
    };
    return chronicleOf(tables, layer);
  };
  chronicles = { reported: await read('reported'), synthetic: await read('synthetic') };
});

const model = (change = {}) => timelineModel(chronicles, { ...ALL_EVENTS, ...change });
const found = (change: object) => model(change).groups.flatMap((group) => group.events);

describe('the published events', () => {
  it('are 42 of Jilin and 20 of cities in Liaoning, all with a document and a place in it', () => {
    const all = chronicles.reported.events;
    expect(all).toHaveLength(62);
    expect(all.filter(({ source_id }) => source_id === 'jilin-2022')).toHaveLength(42);
    expect(all.filter(({ source_id }) => source_id === 'liaoning-2016')).toHaveLength(20);
    for (const { source_id, locator, text } of all) {
      expect(chronicles.reported.sources[source_id]?.title).toMatch(/./);
      expect(locator).toMatch(/./);
      expect(text.en).not.toMatch(/[\u4e00-\u9fff]/);
    }
  });

  it('stand in the order of time and of the document', () => {
    const jilin = found({ year: '2022' }).map(({ locator }) => Number(/\d+/.exec(locator)?.[0]));
    expect(jilin).toEqual(Array.from({ length: 42 }, (_, i) => i + 1));
    expect(model().groups[0]).toMatchObject({ period: '2016' });
    expect(
      model()
        .groups.map(({ period }) => period)
        .slice(1),
    ).toEqual(Array.from({ length: 12 }, (_, i) => `2022-${String(i + 1).padStart(2, '0')}`));
  });

  it('are counted once in the matrix', () => {
    for (const layer of ['reported', 'synthetic'] as const)
      for (const year of [
        null,
        ...timelineChoices(chronicles)[layer].year.map(({ word }) => word),
      ]) {
        const { rows, found: listed, scale } = model({ layer, year });
        const counts = rows.flatMap((row) => row.counts);
        expect(counts.reduce((a, b) => a + b, 0)).toBe(listed);
        for (const row of rows) expect(row.counts).toHaveLength(scale.columns.length);
      }
  });

  it('are counted alike by the choices and by what they find', () => {
    for (const layer of ['reported', 'synthetic'] as const) {
      const choices = timelineChoices(chronicles)[layer];
      for (const field of ['institution', 'region', 'category', 'year'] as const)
        for (const { word, count } of choices[field])
          expect([word, found({ layer, [field]: word }).length]).toEqual([word, count]);
    }
  });

  it('never meet the fictional ones', () => {
    for (const { id, region_code } of chronicles.synthetic.events) {
      expect(region_code).toMatch(/^99/);
      expect(chronicles.reported.events.map((event) => event.id)).not.toContain(id);
    }
    expect(found({ query: '示例' })).toEqual([]);
  });
});

describe('the numbers of an event', () => {
  it('all have words in both languages, and keep their hedges', () => {
    for (const { events } of Object.values(chronicles))
      for (const { numbers } of events)
        for (const [key] of numbers)
          expect([key, key in zh.numbers, key in en.numbers]).toEqual([key, true, true]);
    const [tally] = found({ query: '第15条' });
    expect(tally && numberWords(tally, zh)).toEqual(
      expect.arrayContaining(['配送物资 58\u2009000 余件', '协助核酸检测约 418\u2009000 人次']),
    );
    expect(tally && numberWords(tally, en)).toContain('over 58\u2009000 supply items');
    const [benefit] = found({ query: '单企增效' });
    expect(benefit && numberWords(benefit, en)).toContain('benefit 800\u2009000 CNY');
  });
});

describe('the search', () => {
  it.each([
    ['浊度', 'EV-JL-31'],
    ['turbidity', 'EV-JL-31'],
    ['大连 示范', 'EV-LN-08'],
    ['2022年12月', 'EV-JL-42'],
    ['December 2022', 'EV-JL-42'],
    ['24 小时以内', 'EV-LN-18'],
    ['第28条', 'EV-JL-28'],
  ])('%s finds %s', (query, id) => {
    expect(found({ query }).map((event) => event.id)).toContain(id);
  });

  it('finds nothing for what did not happen', () => {
    expect(model({ query: '火星' })).toMatchObject({ found: 0, groups: [], rows: [] });
  });
});

describe('the finding', () => {
  const say = (change: object, locale: 'zh' | 'en' = 'zh') => {
    const { finding, view } = model(change);
    return findingText(finding, view, locale, timelineMessages(locale));
  };

  it('tells how many, of what most, and when', () => {
    expect(say({ year: '2022' })).toMatch(
      /^2022 年共 42 件，管理、党建最多（6 件），2022年2月最集中（6 件）。$/,
    );
    expect(say({ year: '2016' })).toBe(
      '2016 年共 20 件，民生计量、能源计量最多（7 件），20 件只有年份。',
    );
    expect(say({}, 'en')).toMatch(/^62 events, Industrial metrology most often \(9\), /);
    expect(say({ query: '火星' })).toBe('没有符合条件的事件。');
    expect(say({ query: '浊度' })).toBe('共 1 件。');
  });
});
