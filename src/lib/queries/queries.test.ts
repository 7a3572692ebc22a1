import { describe, expect, it } from 'vitest';
import { TABLE_NAMES } from '#lib/model/index.ts';
import type { Query } from '#lib/engine/engine.ts';
import { readerOf } from '#lib/engine/testing/publish.ts';
import type { TableRows } from '#lib/engine/testing/publish.ts';
import * as queries from './index.ts';
import { FIXTURE, observation } from './testing/fixture.ts';

/** Expectations written out by hand; that SQL gives the same is the engine contract's to show. */
function ask<Params, Row>(
  query: Query<Params, Row>,
  params: Params,
  tables: TableRows = FIXTURE,
): Row[] {
  return query.plain(readerOf(tables), params).map((row) => query.decode(row));
}

describe('institutions', () => {
  it('places each institution in its city and province, by region code and id', () => {
    const rows = ask(queries.institutions, {});
    expect(
      rows.map((row) => [
        row.institution_id,
        row.region_name_zh,
        row.city_name_zh,
        row.province_code,
      ]),
    ).toEqual([
      ['p01', '示例省', null, '990000'],
      ['c03', '示例市', '示例市', '990000'],
      ['c01', "甲'区", '示例市', '990000'],
      ['c01', "甲'区", '示例市', '990000'],
      ['c02', '乙县', '示例市', '990000'],
      ['机构\uff21', '孤县', null, null],
      ['机构𠮷', '孤县', null, null],
      ["o'county", '直管县', null, '990000'],
      ['C01', null, null, null],
    ]);
    expect(rows.slice(2, 4).map((row) => row.valid_from)).toEqual(['2010-05-01', '2020-01-01']);
  });
});

describe('scheme-observations', () => {
  const cell = (over: object) => observation({ ...over });

  it('gives the latest revision of each cell and nothing of other codes or period types', () => {
    const tables = {
      observation: [
        cell({ obs_id: 'a', revision: 0, value: null, missing_reason: 'late' }),
        cell({ obs_id: 'b', revision: 1, value: 5 }),
        cell({ obs_id: 'c', indicator: 'M010' }),
        cell({ obs_id: 'd', indicator: 'M0' }),
        cell({ obs_id: 'e', period: '2025-Q1', period_type: 'quarter' }),
        cell({ obs_id: 'f', institution_id: null, entity: '省局' }),
        cell({ obs_id: 'g', institution_id: 'c00', value: null, missing_reason: 'not_reported' }),
        cell({ obs_id: 'h', period: '2024', period_start: '2024-01-01', value: 0 }),
      ],
    };
    const rows = ask(
      queries.schemeObservations,
      { indicators: ['M01'], period_type: 'year' },
      tables,
    );
    expect(rows.map((row) => [row.obs_id, row.period, row.value, row.missing_reason])).toEqual([
      ['h', '2024', 0, null],
      ['g', '2025', null, 'not_reported'],
      ['b', '2025', 5, null],
    ]);
  });

  it('a later revision may withdraw a value', () => {
    const tables = {
      observation: [
        cell({ obs_id: 'a', revision: 0, value: 5 }),
        cell({ obs_id: 'b', revision: 1, value: null, missing_reason: 'not_applicable' }),
      ],
    };
    const rows = ask(
      queries.schemeObservations,
      { indicators: ['M01'], period_type: 'year' },
      tables,
    );
    expect(rows.map((row) => [row.obs_id, row.value])).toEqual([['b', null]]);
  });

  it('no codes, no rows', () => {
    expect(ask(queries.schemeObservations, { indicators: [], period_type: 'year' })).toEqual([]);
  });
});

describe('origin-of', () => {
  it('gives one number with its cell and its document; a part of an id finds nothing', () => {
    expect(ask(queries.originOf, { obs_id: 'n-1' })).toMatchObject([
      {
        obs_id: 'n-1',
        entity: '省局',
        value: 12,
        origin_file: 'synthetic/2025.csv',
        origin_cell: 'H17',
        raw_text: '12',
        source_title: '关于"计量"的通知',
      },
    ]);
    const [orphan] = ask(queries.originOf, { obs_id: 'n-2' });
    expect([orphan?.source_id, orphan?.source_title]).toEqual(['unknown', null]);
    expect(ask(queries.originOf, { obs_id: 'n' })).toEqual([]);
  });
});

describe('periods', () => {
  it('counts institutions with rows, and those with values, oldest period first', () => {
    const old = { period: '2024', period_start: '2024-01-01', period_end: '2024-12-31' };
    const gap = { value: null, missing_reason: 'not_reported' };
    const tables = {
      observation: [
        observation({ obs_id: '1' }),
        observation({ obs_id: '2', indicator: 'M02', ...gap }),
        observation({ obs_id: '3', institution_id: 'c02', ...gap }),
        observation({ obs_id: '4', institution_id: null }),
        observation({ obs_id: '5', ...old }),
        observation({ obs_id: '6', period: '2025-Q1', period_type: 'quarter' }),
      ],
    };
    expect(ask(queries.periods, { period_type: 'year' }, tables)).toEqual([
      { ...old, institutions: 1, with_values: 1 },
      {
        period: '2025',
        period_start: '2025-01-01',
        period_end: '2025-12-31',
        institutions: 2,
        with_values: 1,
      },
    ]);
  });
});

describe('lists', () => {
  it('come by their key, whole', () => {
    expect(ask(queries.regions, {}).map((row) => row.region_code)).toEqual([
      '100000',
      '990000',
      '990100',
      '990101',
      '990102',
      '990103',
      '998001',
      '999001',
    ]);
    expect(ask(queries.sources, {}).map((row) => row.source_id)).toEqual(['s1', 's2', '文件']);
    expect(ask(queries.indicators, {}).map((row) => row.indicator)).toEqual([
      'M01',
      'M02',
      "P'%",
      'ratio',
      '人员_1',
    ]);
    expect(ask(queries.targets, {}).map((row) => [row.target_id, row.value, row.due])).toEqual([
      ['t1', 95.5, '2025-12-31'],
      ['t2', null, null],
    ]);
    expect(ask(queries.events, {}).map((row) => [row.date, row.event_id])).toEqual([
      ['2024', 'e6'],
      ['2024', 'e8'],
      ['2024-05', 'e7'],
      ['2024-05-20', 'e9'],
    ]);
    expect(ask(queries.activities, {}).map((row) => [row.period, row.activity_id])).toEqual([
      ['2024-Q4', 'a8'],
      ['2025-Q1', 'a7'],
      ['2025-Q1', 'a9'],
    ]);
    expect(ask(queries.seriesBreaks, {}).map((row) => [row.period, row.break_id])).toEqual([
      ['2023', 'b8'],
      ['2024', 'b7'],
      ['2024', 'b9'],
    ]);
    expect(ask(queries.published, {}).map((row) => [row.edition, row.element])).toEqual([
      ['2023', 'INDEX'],
      ['2024', 'D1'],
      ['2024', 'INDEX'],
    ]);
    expect(ask(queries.checks, {}).map((row) => [row.check_id, row.consistent])).toEqual([
      ['k0', true],
      ['k1', false],
    ]);
  });

  it('an absent count stays absent, and nobody is not none', () => {
    const rows = ask(queries.activities, {});
    expect(rows.map((row) => [row.needs, row.participants])).toEqual([
      [null, null],
      [null, null],
      [14, 0],
    ]);
  });

  it('each table has a query that reads all of it', () => {
    for (const table of TABLE_NAMES) {
      const query: Query<Record<string, never>, object> = queries.READ_ALL[table];
      expect(query.tables).toContain(table);
      expect(ask(query, {}), table).toHaveLength(FIXTURE[table].length);
    }
  });

  it('a word that the model does not know is refused', () => {
    const [row] = FIXTURE.activity;
    const tables = { activity: [{ ...row, status: 'cancelled' }] };
    expect(() => ask(queries.activities, {}, tables)).toThrow(/column status/);
  });
});

describe('table-counts', () => {
  it('counts rows by table and status; empty tables are not listed', () => {
    const { institution, indicator, source } = FIXTURE;
    const tables = { institution, indicator, source, event: [] };
    expect(ask(queries.tableCounts, {}, tables)).toEqual([
      { table_name: 'indicator', data_status: null, row_count: 5 },
      { table_name: 'institution', data_status: 'synthetic', row_count: 9 },
      { table_name: 'source', data_status: 'reported', row_count: 1 },
      { table_name: 'source', data_status: 'synthetic', row_count: 2 },
    ]);
  });
});

describe('reported-facts', () => {
  it('gives published facts only, with region and document; an unknown document is null', () => {
    const rows = ask(queries.reportedFacts, {});
    expect(
      rows.map((row) => [row.obs_id, row.region_name_zh, row.indicator_name_zh, row.source_title]),
    ).toEqual([
      ['n-1', "甲'区", '指标4', '关于"计量"的通知'],
      ['n-2', null, null, null],
    ]);
    expect(rows[1]).toMatchObject({ period_start: '1899-12-31', pillar: '民生计量' });
  });
});
