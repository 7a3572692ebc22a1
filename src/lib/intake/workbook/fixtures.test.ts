import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readWorkbook } from './read-workbook.ts';
import { onlyGrid, shownRows } from './testing/shown-cells.ts';

const folder = new URL('../testing/fixtures/', import.meta.url);
const read = (name: string) => readWorkbook(name, readFileSync(new URL(name, folder)));

const UNITS = [
  ['地区', '年份', '强检项目数', '社会公用计量标准数', '注册计量师持证比例'],
  ['甲县', '2023', '45', '60', '80.5'],
  ['乙县', '2023', '38', '52', '75'],
  ['丙县', '2023', '30', '41', '66.7'],
];

const WORKBOOK = [
  ['台州市2023年计量技术机构统计表', '', '', ''],
  ['地区', '强制检定', '', '持证比例'],
  ['', '项目数', '完成率', ''],
  ['椒江区', '#45', '#0.985', '80.5%'],
  ['黄岩区', '#38', '#0.97', '75%'],
  ['合计', '#83', '', '—'],
];

const TABLES: Record<string, string[][]> = {
  '01_utf8.csv': UNITS,
  '03_gb18030.csv': UNITS,
  '04_title_notes.csv': [
    ['示例市2023年计量技术机构统计表', '', '', '', ''],
    ['填报单位:示例市计量院', '', '', '单位:项', ''],
    ...UNITS,
    ['合计', '2023', '113', '153', '—'],
    ['注:1.数据截至2023年12月31日。', '', '', '', ''],
    ['2.“—”表示无数据。', '', '', '', ''],
  ],
  '05_merged_header.csv': [
    ['地区', '强制检定', '', '公用标准', ''],
    ['', '项目数', '完成率', '总数', '其中:最高标准'],
    ['甲县', '45', '98.5%', '60', '12'],
    ['乙县', '38', '97%', '52', '9'],
  ],
  '07_wan.csv': [
    ['地区', '检定台件数(万台件)', '产值'],
    ['甲县', '1.23万', '3.5亿元'],
    ['乙县', '0.98万', '—'],
  ],
  '08_missing.csv': [
    ['地区', 'A', 'B', 'C'],
    ['甲县', '45', '—', '/'],
    ['乙县', '-', '38', '…'],
    ['丙县', '12', '无', ''],
    ['丁市', '1', 'N/A', '5'],
  ],
  '10_dates.csv': [
    ['地区', '日期'],
    ['甲县', '2023年12月'],
    ['乙县', '2023.12'],
    ['丙县', '2023-12-01'],
    ['丁市', '44927'],
  ],
  '12_tab.tsv': [
    ['地区', '年份', '项目数'],
    ['甲县', '2023', '45'],
  ],
  '13_leading_zero_code.csv': [
    ['行政区划代码', '地区', '联系电话'],
    ['990102', '甲县', '05768888'],
    ['990103', '乙县', '05767777'],
  ],
  '14_ragged.csv': [
    ['地区', 'A', 'B', '', ''],
    ['甲县', '1', '2', '', ''],
    ['乙县', '3', '', '', ''],
    ['丙县', '5', '6', '7', '8'],
  ],
  '16_fullwidth_comma.csv': [
    ['地区', '年份', '项目数'],
    ['甲县', '2023', '45'],
    ['乙县', '2023', '38'],
  ],
  '18_crlf_blank.csv': UNITS,
  '19_dup_header.csv': [
    ['地区', '数量', '数量', '合计'],
    ['甲县', '1', '2', '3'],
  ],
  'ok.xlsx': WORKBOOK,
  'ok.xls': WORKBOOK,
  'ok.et': WORKBOOK,
};

const REFUSED: Record<string, string> = {
  'empty.xlsx': 'empty',
  'html_as.xlsx': 'not_this_format',
  'sparse.xlsx': 'too_many_cells',
  'trunc.xlsx': 'damaged',
};

test('every sample has its expectation here', () => {
  const names = readdirSync(folder).filter((name) => name !== 'README.md');
  expect(names.sort()).toEqual([...Object.keys(TABLES), ...Object.keys(REFUSED)].sort());
});

test.each(Object.entries(TABLES))('%s is read cell for cell', (name, rows) => {
  expect(shownRows(onlyGrid(read(name)))).toEqual(rows);
});

test.each(Object.entries(REFUSED))('%s is refused: %s', (name, refusal) => {
  expect(read(name)).toMatchObject({ ok: false, refusal });
});

test('what the bytes are is said, not what the name says', () => {
  const formats = Object.keys(TABLES).map((name) => {
    const { format, encoding } = { format: '', encoding: '', ...read(name) };
    return `${name} ${format} ${encoding}`;
  });
  expect(formats).toContain('03_gb18030.csv csv gb18030');
  expect(formats).toContain('12_tab.tsv tsv utf-8');
  expect(formats).toContain('ok.xls xls null');
  expect(formats).toContain('ok.et et null');
  const bytes = readFileSync(new URL('ok.xlsx', folder));
  expect(readWorkbook('renamed.xls', bytes)).toMatchObject({ ok: true, format: 'xlsx' });
});

test('the merged places of the workbooks', () => {
  for (const name of ['ok.xlsx', 'ok.xls', 'ok.et'])
    expect(onlyGrid(read(name)).merges, name).toEqual([
      { top: 0, left: 0, bottom: 0, right: 3 },
      { top: 1, left: 0, bottom: 2, right: 0 },
      { top: 1, left: 1, bottom: 1, right: 2 },
      { top: 1, left: 3, bottom: 2, right: 3 },
    ]);
});
