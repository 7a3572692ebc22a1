import { describe, expect, it } from 'vitest';
import type { PublishedScore } from '#lib/model/index.ts';
import { messagesFor } from '#lib/i18n/index.ts';
import { rowsOf, SCHEME, sessionOf } from '#lib/state/testing/world.ts';
import { bandCounts, bandsModel } from './model.ts';
import { bandsSheet } from './sheet.ts';

const BANDS = [
  { code: 'high', name: { zh: '高', en: 'High' }, min: 50 },
  { code: 'low', name: { zh: '低', en: 'Low' }, min: 0 },
];
const PERIODS = ['2024', '2025'];

function modelOf(published: readonly PublishedScore[] = []) {
  const { dataset, scheme, result } = sessionOf({
    rows: rowsOf(4, true, PERIODS),
    scheme: { ...SCHEME, bands: BANDS },
  });
  return bandsModel({ dataset, scheme, result, periods: PERIODS, published });
}

const publishedOf = (institution_id: string, band: string | null): PublishedScore => ({
  edition: '2024',
  period: '2024',
  institution_id,
  element: SCHEME.index.code,
  score: band === null ? null : 71.25,
  rank: band === null ? null : 1,
  band,
  status: band === null ? 'no_data' : 'ranked',
  scheme: 's',
  scheme_version: '0',
  data_status: 'synthetic',
  source_id: 'x',
  locator: 'x',
});

describe('bandsModel', () => {
  it('has bands or the reason for none, and neither score nor place', () => {
    const model = modelOf();
    expect(model.bands.map(({ code }) => code)).toEqual(['high', 'low']);
    const kinds = model.rows.map(({ standings }) => standings[1]?.kind);
    expect(kinds).toEqual(['band', 'band', 'band', 'none']);
    expect(JSON.stringify(model)).not.toMatch(/score|rank"|\d\.\d/);
  });

  it('tells a locked year as it was published, whatever would be computed now', () => {
    const model = modelOf([publishedOf('u0', 'high'), publishedOf('u1', null)]);
    const then = new Map(model.rows.map(({ id, standings }) => [id, standings[0]]));
    expect(then.get('u0')).toEqual({ kind: 'band', band: 'high' });
    expect(then.get('u1')).toEqual({ kind: 'none', status: 'no_data' });
    expect(then.get('u2')).toBeNull();
  });

  it('stands in the order of region codes', () => {
    const codes = modelOf().rows.map(({ region_code }) => region_code);
    expect(codes).toEqual([...codes].sort());
  });

  it('counts each band, and those without one', () => {
    const model = modelOf();
    const { counts, none } = bandCounts(model, model.rows, '2025');
    expect(none).toBe(1);
    expect(counts.reduce((a, b) => a + b, 0) + none).toBe(4);
  });
});

it('bandsSheet has words only', () => {
  const sheet = bandsSheet(modelOf([publishedOf('u0', 'high')]), 'zh', messagesFor('zh'));
  expect(sheet.columns.slice(-2)).toEqual(['2024 年', '2025 年']);
  expect(sheet.rows[0]?.slice(-2)).toEqual(['高', '低']);
  expect(sheet.rows.flat().every((cell) => typeof cell === 'string')).toBe(true);
});
