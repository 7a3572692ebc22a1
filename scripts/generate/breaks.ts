/** Where the invented series do not compare with themselves. */
import { THREE_CLASSES_FROM } from './classes.ts';
import { REORGANISED_FROM } from './places.ts';
import { idOf, type Row, SOURCE } from './tables.ts';

export const BREAK_COLUMNS =
  'break_id,indicator,institution_id,period,kind,text_zh,text_en,source_id,locator,note';

const breakRow = (fields: Row): Row => ({ source_id: SOURCE, note: '虚构', ...fields });

export const breakRows = (): Row[] => [
  breakRow({
    break_id: 'SB-01',
    indicator: 'CLASSA',
    period: THREE_CLASSES_FROM,
    kind: 'definition',
    text_zh: '等次由两级（B、C）改为三级（A、B、C），2021年没有A级，与以后年份不可直接比较',
    text_en:
      'Classes are A, B and C instead of B and C; 2021 knows no class A and does not compare with later years',
  }),
  breakRow({
    break_id: 'SB-02',
    institution_id: idOf('戊市'),
    period: REORGANISED_FROM,
    kind: 'territory',
    text_zh: '戊县撤县设市为戊市，代码由990122改为990185，同时划入2项社会公用计量标准',
    text_en:
      'Wu County became Wu City, its code changed from 990122 to 990185, and it took over 2 public measurement standards',
  }),
  breakRow({
    break_id: 'SB-03',
    period: 2023,
    kind: 'scheme',
    text_zh:
      '方案由1.0.0改为1.1.0：数量类指标的极差由当年同类改为历年同类；2021、2022版的分值不可与以后各版直接比较',
    text_en:
      'Scheme 1.1.0 instead of 1.0.0: counts are stretched among like institutions of all years instead of the year; scores of the 2021 and 2022 editions do not compare with later ones',
  }),
  breakRow({
    break_id: 'SB-04',
    indicator: 'TZ_ALL',
    institution_id: idOf('柒县'),
    period: 2024,
    kind: 'scope',
    text_zh: '由按大类计数改为按分项计数，由34项变为67项',
    text_en: 'Counted by item instead of by class of items: 67 instead of 34',
  }),
  breakRow({
    break_id: 'SB-05',
    period: 2025,
    kind: 'scheme',
    text_zh:
      '方案由1.1.0改为1.2.0：写明权重可议范围、指标取值范围和名次模拟的假设；同样的数据，分值和名次与1.1.0相同',
    text_en:
      'Scheme 1.2.0 instead of 1.1.0: it states the range of each weight, the possible values of indicators and the assumptions of the simulation; the same data give the same scores and ranks as under 1.1.0',
  }),
];
