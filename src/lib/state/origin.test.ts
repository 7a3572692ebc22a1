import { expect, test } from 'vitest';
import { conversionsOf, failureCode, rawCell, readOrigin, rolesOf, webAddress } from './origin.ts';
import { askOf, handedIn, observed, PARTS, RATIO } from './testing/origin-world.ts';

const ID = 'synthetic/syn-1//TZ4A/2025';

test('a number comes with its name, its institution and what its earlier revisions said', async () => {
  const before = [{ revision: 0, value: null, missing_reason: 'late' }];
  const own = observed({ revision: 1, earlier_revisions: JSON.stringify(before) });
  expect(await readOrigin(askOf([own]), ID)).toMatchObject({
    name: { zh: '服务企业数', en: 'Firms served' },
    unit: { zh: '家', en: 'firms' },
    period: '2025',
    who: { zh: '甲县所', en: 'Jia Institute' },
    layer: 'synthetic',
    own,
    earlier: before,
    parts: [],
  });
});

test('a ratio comes with its parts, each on its side of the line', async () => {
  const found = await readOrigin(askOf([RATIO, ...PARTS.slice(0, 2)]), RATIO.obs_id);
  expect(found.parts.map(({ role, own, name }) => [role, name.zh, own?.origin_cell])).toEqual([
    ['numerator', '一级人员', 'H9'],
    ['numerator', '二级人员', 'H10'],
    ['denominator', '在岗人员', undefined],
  ]);
});

test('where there is no row there is still a name, and nothing is made up', async () => {
  expect(await readOrigin(askOf([]), ID)).toMatchObject({
    own: null,
    name: { zh: '服务企业数' },
    who: { zh: '甲县所' },
    parts: [],
    earlier: [],
  });
  expect((await readOrigin(askOf([]), 'synthetic/gone//NEW/2025')).name).toEqual({
    zh: 'NEW',
    en: 'NEW',
  });
});

test('what names no observation is refused', async () => {
  const error: unknown = await readOrigin(askOf([]), 'x').catch((cause: unknown) => cause);
  expect(failureCode(error)).toBe('not_found');
  expect(failureCode(new TypeError('x'))).toBe('query_failed');
});

test('formulas, cells, addresses and rules', () => {
  expect(rolesOf('TZ1R ÷ (TZ1N - 2)').map(({ code, role }) => `${role} ${code}`)).toEqual([
    'numerator TZ1R',
    'denominator TZ1N',
  ]);
  expect(rawCell('synthetic/observations/2025.csv!H17')).toEqual({
    file: 'synthetic/observations/2025.csv',
    cell: 'H17',
  });
  for (const section of ['二/一', '第28条', '(a.csv!H2 + a.csv!H3) ÷ a.csv!H4'])
    expect(rawCell(section)).toBeNull();
  expect(webAddress('https://example.invalid/')).toBe('https://example.invalid/');
  for (const address of ['javascript:alert(1)', 'data:text/html,x', '//x', null])
    expect(webAddress(address)).toBeNull();
  expect(conversionsOf(handedIn())).toEqual(['full_width', 'wan']);
  expect(conversionsOf(observed())).toEqual([]);
});
