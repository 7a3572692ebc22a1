import { expect, test } from 'vitest';
import { formatPlain, messagesFor } from '#lib/i18n/index.ts';
import { originMessages } from '#lib/i18n/views/origin.ts';
import type { LocalMark, Locale } from '#lib/model/index.ts';
import { readOrigin, type ObservationOrigin } from '#lib/state/origin.ts';
import { askOf, handedIn, observed, PARTS, RATIO } from '#lib/state/testing/origin-world.ts';
import { natureText, originLines, partLines, type OriginLine } from './lines.ts';

const N = formatPlain(12000);

const wordsOf = (locale: Locale) => ({
  m: messagesFor(locale),
  o: originMessages(locale),
  locale,
  rawHref: (path: string) => (path.startsWith('synthetic/') ? `/raw/${path}` : null),
});
const linesOf = async (own: ObservationOrigin, locale: Locale = 'zh', rest = PARTS) =>
  originLines(await readOrigin(askOf([own, ...rest]), own.obs_id), wordsOf(locale));
const texts = (lines: readonly OriginLine[]) =>
  Object.fromEntries(lines.map(({ id, text }) => [id, text]));

test('a number of a raw table: file, cell and text, taken as written, with its source', async () => {
  const lines = await linesOf(observed());
  expect(texts(lines)).toEqual({
    value: `${N} 家`,
    file: 'synthetic/observations/2025.csv',
    cell: 'H17',
    raw: '12000',
    became: '照原文，未换算',
    unit: '家',
    qualifier: '无（确数）',
    revision: '首次报送，未修订',
    source: '示例数据说明',
    publisher: '示例一市局',
    published: '2026-01-05',
  });
  expect(lines.find(({ id }) => id === 'file')).toMatchObject({
    href: '/raw/synthetic/observations/2025.csv',
    download: '2025.csv',
  });
  expect(lines.find(({ id }) => id === 'source')).toMatchObject({
    href: 'https://example.invalid/a',
  });
  expect(lines.find(({ id }) => id === 'source')).not.toHaveProperty('download');
});

test('a number of a handed-in workbook: its cell, its text, every rule, and where it went', async () => {
  const lines = await linesOf(handedIn({ conversions: 'full_width wan of_the_future' }));
  expect(texts(lines)).toMatchObject({
    value: `${N} 家`,
    file: '2025年报表.xlsx',
    sheet: '服务',
    cell: 'D7',
    raw: '１．２万',
    became: '全角转为半角；万：×10000；规则“of_the_future”',
    table: 'synthetic/observations/2025.csv H17',
  });
  // The workbook lies with whoever handed it in.
  expect(lines.find(({ id }) => id === 'file')?.href).toBeUndefined();
  expect(texts(await linesOf(handedIn(), 'en'))).toMatchObject({
    value: `${N} firms`,
    became: 'full-width to half-width; 万: × 10,000',
  });
});

test('a published fact says its section and its wording', async () => {
  const own = observed({ locator: '二/一', value_text: '12000余家', qualifier: 'more_than' });
  expect(texts(await linesOf(own))).toMatchObject({
    value: `${N} 余家`,
    wording: '12000余家',
    qualifier: '余、超过',
    section: '二/一',
  });
});

test('a missing number gives its reason, never 0, and an empty cell has no text', async () => {
  const own = observed({ value: null, missing_reason: 'late', raw_text: null });
  const said = texts(await linesOf(own));
  expect(said).toMatchObject({ value: '缺：逾期未报', cell: 'H17', raw: '空格' });
  expect(said).not.toHaveProperty('became');
  expect(said).not.toHaveProperty('qualifier');
  const dash = handedIn({ value: null, missing_reason: 'not_applicable', raw_text: '—' });
  expect(texts(await linesOf({ ...dash, conversions: null }))).toMatchObject({
    value: '缺：不适用',
    raw: '—',
  });
  const nothing = originLines(await readOrigin(askOf([]), own.obs_id), wordsOf('en'));
  expect(texts(nothing)).toEqual({ value: 'missing: the data have no such row' });
});

test('a ratio has a formula and no cell of its own; its parts have theirs', async () => {
  const record = await readOrigin(askOf([RATIO, ...PARTS]), RATIO.obs_id);
  const said = texts(originLines(record, wordsOf('zh')));
  expect(said).toMatchObject({
    value: '84.21%',
    formula: '100 × (一级人员 + 二级人员) ÷ 在岗人员 = 100 × 16 ÷ 19',
    'denominator-kind': '在岗人员',
  });
  for (const absent of ['file', 'cell', 'raw', 'section', 'revision'])
    expect(said).not.toHaveProperty(absent);
  expect(record.parts.map((part) => texts(partLines(part, wordsOf('zh'))))).toMatchObject([
    { value: '4 人', cell: 'H9', raw: '4' },
    { value: '12 人', cell: 'H10', raw: '12' },
    { value: '19 人', cell: 'H11', raw: '19' },
  ]);
});

test('a revision says what was there before, or that it is not kept', async () => {
  expect(texts(await linesOf(observed({ revision: 1 })))).toMatchObject({
    revision: '第 1 次修订；修订前的数未留存',
  });
  const { origin_file, origin_sheet, origin_cell, locator } = observed();
  const before = {
    ...{ revision: 0, value: null, missing_reason: 'late', value_text: null, qualifier: 'exact' },
    ...{ source_id: 's1', note: '截止时迟报', origin_file, origin_sheet, origin_cell, locator },
    ...{ raw_text: null, conversions: null },
  };
  const own = observed({ revision: 1, earlier_revisions: JSON.stringify([before]) });
  expect(texts(await linesOf(own))).toMatchObject({
    revision: '第 1 次修订',
    'earlier-0': '首次报送：缺：逾期未报；synthetic/observations/2025.csv H17；截止时迟报',
  });
});

test("a number of an imported file is the reader's own, whatever layer it went into", async () => {
  const local: LocalMark = {
    ...{ savedAt: '', files: ['2025年报表.xlsx'], layers: ['synthetic'], hash: '' },
  };
  const said = async (own: ObservationOrigin, mark: LocalMark | null) =>
    natureText(await readOrigin(askOf([own, ...PARTS]), own.obs_id), mark, wordsOf('zh'));
  const mine = '本机数据（未发布，仅在此浏览器）';
  expect(await said(handedIn(), local)).toBe(mine);
  expect(await said(handedIn(), null)).toBe('示例数据，数值为虚构');
  expect(await said(observed(), local)).toBe('示例数据，数值为虚构');
  // A ratio of which one part was imported.
  const [first, ...others] = PARTS;
  const ask = askOf([RATIO, { ...first!, origin_file: '2025年报表.xlsx' }, ...others]);
  expect(natureText(await readOrigin(ask, RATIO.obs_id), local, wordsOf('zh'))).toBe(mine);
});
