/** Targets of the fictional cities, after those that the Taizhou programme published (示例目标). */
import { CITIES, type City } from './places.ts';
import { type Row, SOURCE } from './tables.ts';

export const TARGET_COLUMNS =
  'target_id,region_code,owner,name_zh,name_en,indicator,comparator,value,unit,scope,due,test,source_id,locator,note';

/** Changes count from the end of this year on. */
export const BASE_YEAR = 2022;
const DUE = '2025-12-31';

/** Public standards that each city set itself for the end of the programme. */
const STANDARDS: Readonly<Record<string, number>> = { '990100': 550, '990200': 570, '990300': 450 };

function targetsOf({ code, zh }: City): Row[] {
  const target = (number: number, fields: Row): Row => ({
    target_id: `T-SY-${code.slice(2, 4)}-${number}`,
    region_code: code,
    owner: `${zh}市场监管局（虚构）`,
    due: DUE,
    source_id: SOURCE,
    note: '示例目标，虚构',
    ...fields,
  });
  return [
    target(1, {
      name_zh: '新增A级机构（示例目标）',
      name_en: 'New class-A institutions (illustrative target)',
      indicator: 'CLASSA',
      comparator: 'at_least',
      value: 2,
      unit: '家',
      scope: 'count_of_institutions',
      test: `${BASE_YEAR}年不是A级、现在是A级的县级机构数 ≥ 2`,
      note: `示例目标，虚构；基期${BASE_YEAR}年，等次编码A=3`,
    }),
    target(2, {
      name_zh: '每个县级机构持证比例（示例目标）',
      name_en: 'Certified share in each county institution (illustrative target)',
      indicator: 'TZ3',
      comparator: 'at_least',
      value: 80,
      unit: '%',
      scope: 'each_institution',
      test: '每家县级机构都 ≥ 80%（看最小值或达标家数，不看全市平均）',
    }),
    target(3, {
      name_zh: '科研项目立项实现零突破的机构（示例目标）',
      name_en: 'Institutions with their first research project (illustrative target)',
      indicator: 'TZ5R',
      comparator: 'at_least',
      value: 2,
      unit: '家',
      scope: 'count_of_institutions',
      test: `截至${BASE_YEAR}年各年立项数都为0、此后至少一年 ≥ 1 的县级机构数 ≥ 2`,
      note: `示例目标，虚构；基期${BASE_YEAR}年`,
    }),
    target(4, {
      name_zh: '每季度开展培训（示例目标）',
      name_en: 'Training in every quarter (illustrative target)',
      comparator: 'at_least',
      value: 1,
      unit: '次/季度',
      scope: 'each_quarter',
      test: '2023年第1季度起，每个季度已举办的全市培训 ≥ 1 次（见工作计划）',
    }),
    target(5, {
      name_zh: '全市社会公用计量标准总数（示例目标）',
      name_en: 'Public measurement standards of the whole city (illustrative target)',
      indicator: 'TZ2',
      comparator: 'at_least',
      value: STANDARDS[code] ?? '',
      unit: '项',
      scope: 'region_total',
      test: '期末全市县级机构与市院的合计数达到目标值',
    }),
  ];
}

export const targetRows = (): Row[] => CITIES.flatMap(targetsOf);
