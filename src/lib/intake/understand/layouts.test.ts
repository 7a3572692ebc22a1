import { expect, test } from 'vitest';
import type { Surroundings } from './sheet-reading.ts';
import { told, type Told } from './testing/case.ts';

interface Case extends Partial<Told> {
  readonly drawing: string;
  readonly merges?: readonly string[];
  readonly around?: Partial<Surroundings>;
}

const FOUR = ['甲县 TZ1 2023 =45', '甲县 TZ2 2023 =60', '乙县 TZ1 2023 =38', '乙县 TZ2 2023 =52'];
const FOUR_IN_ITEMS = FOUR.map((line) => `${line} 项`);
const BY_YEAR = ['甲县 TZ2 2021 =1', '甲县 TZ2 2022 =2', '乙县 TZ2 2021 =3', '乙县 TZ2 2022 =4'];

const CASES: Record<string, Case> = {
  'a column of groups of counties is no place': {
    drawing: `
2023年|||
片区|县（市、区）|强检项目数|社会公用计量标准数
东片|甲县|45|60
西片|乙县|38|52`,
    cells: FOUR,
    asides: ['A3 grouping', 'B3 place', 'A4 grouping', 'B4 place'],
  },
  'the sum of a city in a row without a county': {
    drawing: `
2023年|||
设区市|县（市、区）|强检项目数|社会公用计量标准数
示例一市|甲县|45|60
|乙县|38|52
示例一市||83|112`,
    roles: 'thdds',
    cells: FOUR,
    totals: ['示例一市 sum TZ1 C5 of C3 C4', '示例一市 sum TZ2 D5 of D3 D4'],
  },
  'a row without a county that is not the sum of any is nobody’s': {
    drawing: `
2023年|||
设区市|县（市、区）|强检项目数|社会公用计量标准数
示例一市|甲县|45|60
|乙县|38|52
示例一市||7|9`,
    roles: 'thddd',
    cells: [...FOUR, '(unknown) TZ1 2023 =7', '(unknown) TZ2 2023 =9'],
  },
  'a name in the first of its rows': {
    drawing: `
2023年||
机构|指标|数值
甲县|强检项目数|45
|社会公用计量标准数|60
乙县|强检项目数|38
|社会公用计量标准数|52
合计|强检项目数|83
|服务企业数|112`,
    cells: [...FOUR, '(unknown) TZ4A 2023 =112'],
  },
  'a blank name that may be another institution’s stays blank, and those before it': {
    drawing: `
2023年||
机构|指标|数值
甲县|强检项目数|45
|社会公用计量标准数|60
乙县|强检项目数|38
|社会公用计量标准数|52
|强检项目数|7`,
    cells: [
      ...FOUR.slice(0, 1),
      ...['(unknown) TZ2 2023 =60', '乙县 TZ1 2023 =38', '(unknown) TZ2 2023 =52'],
      '(unknown) TZ1 2023 =7',
    ],
  },
  'a name that is written in every row is not carried on': {
    drawing: `
2023年||
机构|指标|数值
甲县|强检项目数|45
甲县|社会公用计量标准数|60
|服务企业数|38
乙县|强检项目数|4
|服务企业数|5`,
    cells: [
      ...['甲县 TZ1 2023 =45', '甲县 TZ2 2023 =60', '(unknown) TZ4A 2023 =38'],
      ...['乙县 TZ1 2023 =4', '(unknown) TZ4A 2023 =5'],
    ],
  },
  'quarters across, of the year in the title': {
    drawing: `
2023年强检项目数||
机构|一季度|二季度
甲县|4|5
乙县|3|8`,
    layouts: 'wide_by_period',
    cells: [
      ...['甲县 TZ1 2023-Q1 =4', '甲县 TZ1 2023-Q2 =5'],
      ...['乙县 TZ1 2023-Q1 =3', '乙县 TZ1 2023-Q2 =8'],
    ],
  },
  'quarters across without a year wait for one': {
    drawing: `
|强检项目数|
机构|一季度|二季度
甲县|4|5
乙县|3|8`,
    merges: ['B1:C1'],
    layouts: 'wide_by_period',
    cells: ['甲县 TZ1 ? =4', '甲县 TZ1 ? =5', '乙县 TZ1 ? =3', '乙县 TZ1 ? =8'],
    questions: [],
    faults: [],
  },
  'plain, with a year in each row': {
    drawing: `
地区|年份|强检项目数|社会公用计量标准数
甲县|2023|45|60
乙县|2023|38|52`,
    roles: 'hdd',
    layouts: 'wide',
    cells: FOUR,
    asides: ['A2 place', 'B2 period', 'A3 place', 'B3 period'],
  },
  'title merged over the table, unit line, notes': {
    drawing: `
示例一市2023年计量技术机构统计表|||
填报单位：示例一市市场监管局||单位：项|
序号|机构名称|强制检定项目数量|社会公用计量标准数量
1|甲县计量检定测试所|45|60
2|乙县计量检定测试所|38|52
||合计|83|112
注：1.数据截至2023年12月31日。|||
2.“—”表示无数据。|||
填表人：张三||审核人：李四|填报日期：2024年1月5日`.replace('||合计|83|112', '|合计|83|112'),
    merges: ['A1:D1'],
    roles: 'tuhddsnnn',
    cells: FOUR_IN_ITEMS,
    totals: ['合计 sum TZ1 C6 of C4 C5', '合计 sum TZ2 D6 of D4 D5'],
  },
  'title not merged, one cell among empty ones; date line': {
    drawing: `
|计量技术机构情况||
填报单位：甲县计量检定测试所|单位：项|日期：2023年|
机构|强检项目数|社会公用计量标准数|备注
甲县|45|60|新建
乙县|38|52|`,
    roles: 'tuhdd',
    cells: FOUR_IN_ITEMS,
    asides: ['A4 place', 'D4 note', 'A5 place'],
  },
  'unit row under the header': {
    drawing: `
2023年统计||
县（市、区）|强检项目数|社会公用计量标准数
|项|项
甲县|45|60
乙县|38|52`,
    roles: 'thudd',
    cells: FOUR_IN_ITEMS,
  },
  'two header rows, merged': {
    drawing: `
机构|2023年||备注
|强制检定|公用标准|
|项目数（项）|总数（项）|
甲县|45|60|
乙县|38|52|`,
    merges: ['A1:A3', 'B1:C1', 'D1:D3'],
    roles: 'hhhdd',
    cells: FOUR_IN_ITEMS,
  },
  'two header rows, not merged': {
    drawing: `
地区|强制检定||公用标准|
|项目数|完成率|总数|其中：最高标准
甲县|45|98.5%|60|12`,
    around: { file: '2023年.csv' },
    roles: 'hhd',
    cells: ['甲县 TZ1 2023 =45', '甲县 TZ2 2023 =60', '甲县 TZ2H 2023 =12'],
    unknown: ['C3 强制检定/完成率'],
    questions: ['强制检定/完成率 ×1'],
  },
  'empty margins': {
    drawing: `
|||
||2023年度县级计量技术机构|
|||
|机构|强检项目数|社会公用计量标准数
|甲县|45|60
|乙县|38|52`,
    roles: '.t.hdd',
    cells: FOUR,
  },
  'a row of column numbers, blank rows between, header once more': {
    drawing: `
2023年||
机构|强检项目数|社会公用计量标准数
甲|1|2
甲县|45|60
||
机构|强检项目数|社会公用计量标准数
甲|1|2
乙县|38|52`,
    roles: 'thhd.rrd',
    cells: FOUR,
  },
  'totals above and below, subtotals for each city': {
    drawing: `
2023年||
地区|强检项目数|社会公用计量标准数
全省合计|10|20
示例一市小计|3|7
甲县|1|3
乙县|2|4
示例二市小计|7|13
子县|3|6
寅县|4|7
平均|2.5|5`,
    roles: 'thssddsdds',
    totals: [
      '全省合计 sum TZ1 B3 of B5 B6 B8 B9',
      '全省合计 sum TZ2 C3 of C5 C6 C8 C9',
      '示例一市小计 sum TZ1 B4 of B5 B6',
      '示例一市小计 sum TZ2 C4 of C5 C6',
      '示例二市小计 sum TZ1 B7 of B8 B9',
      '示例二市小计 sum TZ2 C7 of C8 C9',
      '平均 mean TZ1 B10 of B5 B6 B8 B9',
      '平均 mean TZ2 C10 of C5 C6 C8 C9',
    ],
  },
  'subtotal below its rows, city in merged cells': {
    drawing: `
2023年||
市|县|强检项目数
示例一市|甲县|1
|乙县|2
|小计|3
示例二市|子县|3
|寅县|4
|小计|7
总计||10`,
    merges: ['A3:A5', 'A6:A8', 'A9:B9'],
    roles: 'thddsddss',
    cells: ['甲县 TZ1 2023 =1', '乙县 TZ1 2023 =2', '子县 TZ1 2023 =3', '寅县 TZ1 2023 =4'],
    totals: [
      '小计 sum TZ1 C5 of C3 C4',
      '小计 sum TZ1 C8 of C6 C7',
      '总计 sum TZ1 C9 of C3 C4 C6 C7',
    ],
  },
  'the city as a heading row of its own': {
    drawing: `
2023年||
机构|强检项目数|社会公用计量标准数
示例一市||
甲县|45|60
一、示例二市||
子县|38|52`,
    roles: 'thhdhd',
    cells: [...FOUR.slice(0, 2), '子县 TZ1 2023 =38', '子县 TZ2 2023 =52'],
  },
  'two tables, one below the other, each with its year': {
    drawing: `
2022年强制检定情况|
机构|强检项目数
甲县|45
注：一。|
|
2023年强制检定情况|
机构|强检项目数
甲县|46`,
    roles: 'thdn.thd',
    cells: ['甲县 TZ1 2022 =45', '甲县 TZ1 2023 =46'],
  },
  'two different tables under one title': {
    drawing: `
示例省2023年计量统计|
表一 强制检定|
机构|强检项目数
甲县|45
乙县|38
|
表二 计量标准|
机构|社会公用计量标准数
甲县|60
乙县|52`,
    roles: 'tthdd.thdd',
    cells: [FOUR[0], FOUR[2], FOUR[1], FOUR[3]] as string[],
  },
  'side by side, an empty column between': {
    drawing: `
2023年统计表||||
机构|强检项目数||机构|强检项目数
甲县|45||乙县|38
丙县|30|||
合计|75||合计|38`,
    roles: 'thdds',
    cells: ['甲县 TZ1 2023 =45', '丙县 TZ1 2023 =30', '乙县 TZ1 2023 =38'],
    totals: ['合计 sum TZ1 B5 of B3 B4', '合计 sum TZ1 E5 of E3'],
  },
  'side by side, totals beside data': {
    drawing: `
2023年统计表||||
机构|强检项目数||机构|社会公用计量标准数
甲县|45||乙县|38
合计|45||丙县|30
||||注：一`,
    roles: 'thddn',
    cells: ['甲县 TZ1 2023 =45', '乙县 TZ2 2023 =38', '丙县 TZ2 2023 =30'],
    asides: ['A3 place', 'D3 place', 'D4 place', 'A4 row_total', 'B4 row_total'],
  },
  'folded: institution and number twice in a row': {
    drawing: `
2023年统计表|||
机构|强检项目数|机构|强检项目数
甲县|45|乙县|38
丙县|30||`,
    roles: 'thdd',
    cells: ['甲县 TZ1 2023 =45', '丙县 TZ1 2023 =30', '乙县 TZ1 2023 =38'],
  },
  'years across, the indicator in the title': {
    drawing: `
2021—2022年社会公用计量标准数量（项）||
机构|2021年|2022年
甲县|1|2
乙县|3|4`,
    roles: 'uhdd',
    layouts: 'wide_by_period',
    cells: BY_YEAR.map((line) => `${line} 项`),
  },
  'years across under the indicator': {
    drawing: `
机构|社会公用计量标准数|
|2021|2022
甲县|1|2
乙县|3|4`,
    merges: ['A1:A2', 'B1:C1'],
    roles: 'hhdd',
    cells: BY_YEAR,
  },
  'years across, the indicator in a column': {
    drawing: `
机构|指标|2021|2022
甲县|社会公用计量标准数|1|2
乙县|社会公用计量标准数|3|4`,
    layouts: 'wide_by_period',
    cells: BY_YEAR,
  },
  'indicators over years': {
    drawing: `
机构|强检项目数||社会公用计量标准数|
|2021年|2022年|2021年|2022年
甲县|1|2|3|4`,
    cells: ['甲县 TZ1 2021 =1', '甲县 TZ1 2022 =2', '甲县 TZ2 2021 =3', '甲县 TZ2 2022 =4'],
  },
  'years over indicators': {
    drawing: `
机构|2021年||2022年|
|强检项目数|社会公用计量标准数|强检项目数|社会公用计量标准数
甲县|1|3|2|4`,
    cells: ['甲县 TZ1 2021 =1', '甲县 TZ2 2021 =3', '甲县 TZ1 2022 =2', '甲县 TZ2 2022 =4'],
  },
  'long, in any order of columns': {
    drawing: `
单位|数值|指标|年度|机构
项|45|强检项目数|2023|甲县
项|60|社会公用计量标准数|2023|甲县
项|38|TZ1|2023|乙县
项|52|TZ2|2023|乙县`,
    layouts: 'long',
    cells: FOUR_IN_ITEMS,
  },
  'long, the institution merged over its rows': {
    drawing: `
机构|指标|2023年
甲县计量检定测试所|强检项目数|45
|社会公用计量标准数|60
乙县计量检定测试所|强检项目数|38
|社会公用计量标准数|52`,
    merges: ['A2:A3', 'A4:A5'],
    cells: FOUR,
  },
  'long, the name missing': {
    drawing: `
机构|指标|年度|数值
甲县|强检项目数|2023|45
|社会公用计量标准数|2023|60`,
    roles: 'hdd',
    cells: ['甲县 TZ1 2023 =45', '(unknown) TZ2 2023 =60'],
  },
  'transposed, with units, a total column and a computed row': {
    drawing: `
2023年统计表||||
指标|单位|甲县|乙县|合计
强制检定项目数量|项|45|38|83
社会公用计量标准数量|项|60|52|112
注册计量师持证比例|%|80|75|`,
    layouts: 'transposed',
    roles: 'thddd',
    cells: [
      '甲县 TZ1 2023 =45 项',
      '乙县 TZ1 2023 =38 项',
      '甲县 TZ2 2023 =60 项',
      '乙县 TZ2 2023 =52 项',
    ],
    totals: ['合计 sum TZ1 E3 of C3 D3', '合计 sum TZ2 E4 of C4 D4'],
  },
  'transposed with years': {
    drawing: `
指标|甲县||乙县|
|2021|2022|2021|2022
社会公用计量标准数量|1|2|3|4`,
    merges: ['A1:A2', 'B1:C1', 'D1:E1'],
    layouts: 'transposed',
    cells: BY_YEAR,
  },
  'transposed, groups of indicators': {
    drawing: `
2023年||
项目|甲县|乙县
强制检定||
项目数|45|38
公用标准||
总数|60|52
其中：最高标准|6|5`,
    roles: 'thhdddd',
    cells: [
      FOUR[0],
      FOUR[2],
      FOUR[1],
      FOUR[3],
      '甲县 TZ2H 2023 =6',
      '乙县 TZ2H 2023 =5',
    ] as string[],
  },
  'one institution, named above the table': {
    drawing: `
2023年计量技术机构统计表||
填报单位：甲县计量检定测试所||
指标名称|计量单位|数值
强制检定项目数量|项|45
社会公用计量标准数量|项|60`,
    layouts: 'long',
    cells: FOUR_IN_ITEMS.slice(0, 2),
  },
  'one institution, named by the sheet': {
    drawing: `
指标|2021年|2022年
社会公用计量标准数量|1|2`,
    around: { sheet: '甲县' },
    cells: BY_YEAR.slice(0, 2),
  },
  'nobody says whose': {
    drawing: `
指标|2021年|2022年
社会公用计量标准数量|1|2`,
    cells: ['(unknown) TZ2 2021 =1', '(unknown) TZ2 2022 =2'],
    faults: ['A1 no_place_lane'],
  },
  'the same heading twice': {
    drawing: `
机构|强检项目数|强制检定项目数量
甲县|45|45`,
    faults: ['C1 heading_twice'],
  },
  'period in a column wins over the title': {
    drawing: `
2024年统计||
机构|年度|强检项目数
甲县|2023|45`,
    cells: ['甲县 TZ1 2023 =45'],
  },
  'period of the sheet before that of the file': {
    drawing: `
机构|强检项目数
甲县|45`,
    around: { sheet: '2023年', file: '2022年统计.xlsx' },
    cells: ['甲县 TZ1 2023 =45'],
  },
  'a period that cannot be read is not replaced by the title': {
    drawing: `
2024年统计||
机构|年度|强检项目数
甲县|去年|45
乙县||38`,
    cells: ['甲县 TZ1 ? =45', '乙县 TZ1 ? =38'],
  },
  'a value merged over two institutions is nobody’s': {
    drawing: `
2023年||
机构|强检项目数|社会公用计量标准数
甲县|45|60
乙县||52`,
    merges: ['B3:B4'],
    cells: [FOUR[1], FOUR[3]] as string[],
    unknown: ['B3 强检项目数', 'B4 强检项目数'],
  },
  'columns that are known and left out': {
    drawing: `
2023年||||||
序号|机构|联系人|强检项目数|得分|排名|同比
1|甲县|张三|45|80|1|5%`,
    cells: ['甲县 TZ1 2023 =45'],
    asides: ['A3 sequence', 'B3 place', 'C3 contact', 'E3 score', 'F3 rank', 'G3 growth'],
  },
  'a number beside the table': {
    drawing: `
2023年|||
机构|强检项目数||
甲县|45||7
乙县|38||已核`,
    cells: ['甲县 TZ1 2023 =45', '乙县 TZ1 2023 =38'],
    unknown: ['D3'],
    asides: ['A3 place', 'A4 place', 'D4 note'],
  },
  instructions: {
    drawing: `
填表说明|
1.请填写本单位数据。|
2.不要修改表头。|`,
    roles: 'xxx',
    cells: [],
    faults: ['A1 no_table'],
  },
  'a list of indicators': {
    drawing: `
指标代码|指标名称|单位|说明
TZ1|强制检定项目数量|项|有效期内
TZ2|社会公用计量标准数量|项|有效证书`,
    roles: 'xxx',
    faults: ['A1 no_table'],
  },
  'a list of institutions': {
    drawing: `
机构编号|机构名称|行政区划代码
syn-990121|甲县计量检定测试所|990121
syn-990123|乙县计量检定测试所|990123`,
    roles: 'xxx',
    faults: ['A1 no_table'],
  },
  'the lists of drop-downs': {
    drawing: `
未报送|项|甲县
未统计|人|乙县
不适用|%|丙县`,
    roles: 'xxx',
    faults: ['A1 no_table'],
  },
  'a city’s row that is the sum of its counties': {
    drawing: `
2023年||
地区|强检项目数|社会公用计量标准数
示例一市|83|112
甲县|45|60
乙县|38|52`,
    roles: 'thsdd',
    cells: FOUR,
    totals: ['示例一市 sum TZ1 B3 of B4 B5', '示例一市 sum TZ2 C3 of C4 C5'],
  },
  'years as headings of groups of rows': {
    drawing: `
机构|社会公用计量标准数
2021年|
甲县|1
2022年|
甲县|2`,
    roles: 'hhdhd',
    cells: BY_YEAR.slice(0, 2),
  },
  'dimensions above the indicators': {
    drawing: `
2023年能力指数填报表|||
序号|县（市、区）|强检能力|计量标准
||强检项目数（项）|社会公用计量标准数（项）
1|甲县|45|60`,
    roles: 'thhd',
    cells: FOUR_IN_ITEMS.slice(0, 2),
  },
  'one institution, years down': {
    drawing: `
机构：甲县计量检定测试所|
年度|社会公用计量标准数
2021|1
2022|2`,
    roles: 'thdd',
    cells: BY_YEAR.slice(0, 2),
  },
  'a line of the form about the signers': {
    drawing: `
单位|强检项目数|公用标准数
甲县|45|60
单位负责人：|张三|联系电话：05768888`,
    around: { file: '2023年.xlsx' },
    roles: 'hdn',
    cells: FOUR.slice(0, 2),
  },
  'numbers above any header': {
    drawing: `
甲县|45
|
机构|强检项目数
乙县|38`,
    around: { file: '2023.xlsx' },
    roles: 'x.hd',
    cells: ['乙县 TZ1 2023 =38'],
  },
};

test.each(Object.entries(CASES))('%s', (_, { drawing, merges, around, ...expected }) => {
  expect(told(drawing, merges, around)).toMatchObject(expected);
});
