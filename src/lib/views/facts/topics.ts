/**
 * Which published facts answer which kind of question, by indicator. A table and no guess from
 * words: “项目” is a research project in one name and a verification item in the next. A fact may
 * answer two questions (an inspection of energy users) or none (an anniversary).
 */

export const TOPICS = [
  'standards',
  'inspections',
  'specifications',
  'energy',
  'honesty',
  'services',
  'research',
] as const;
export type Topic = (typeof TOPICS)[number];

/** Codes of one document: `codes('F_LN', 4, 5)` is F_LN_004 and F_LN_005. */
const codes = (document: string, ...numbers: readonly number[]): string[] =>
  numbers.map((number) => `${document}_${String(number).padStart(3, '0')}`);

export const INDICATORS_OF_TOPIC: Readonly<Record<Topic, readonly string[]>> = {
  // 社会公用计量标准：总数、新建、最高、分级（大区级、省级、市级）、增幅、目标。
  standards: [
    'TZ2',
    'TZ2N',
    'TZ2H',
    ...codes('F_LN', 4, 5, 6),
    ...codes('F_AH', 20, 21, 24),
    ...codes('P', 5, 26, 27, 30, 32, 49),
  ],
  // 专项检查：集贸市场、商超、眼镜制配、定量包装、计量标准、用能单位。
  inspections: [
    'LIV1',
    'LIV2',
    'LIV3',
    'LEG2',
    ...codes('F_LN', 27, 28),
    ...codes('F_AH', 8, 9, 12, 13, 14, 15, 16, 17),
    ...codes('P', 6, 7, 8, 9, 49),
  ],
  // 计量技术规范：立项、制修订、现行、清理、起草。
  specifications: [
    'SCI1',
    'SCI2',
    'SCI3',
    ...codes('F_JL', 1, 17, 24),
    ...codes('F_LN', 8),
    ...codes('F_AH', 27, 28, 43),
    ...codes('F_ZJ', 28, 29, 30, 31),
  ],
  // 能源计量：审查、数据采集、在线监测、碳计量审查员。
  energy: [
    'ENE1',
    'ENE2',
    ...codes('F_LN', 25, 26, 27, 28, 30, 31),
    ...codes('F_AH', 35, 36, 37),
    ...codes('F_ZJ', 38, 39),
  ],
  // 诚信计量：自我承诺、示范单位。
  honesty: ['HON1', ...codes('F_LN', 22, 23, 24), ...codes('F_AH', 7)],
  // 服务企业：走访、解决问题、培训、应急检定、产业计量测试中心、典型案例。
  services: [
    'TZ4A',
    'TZ4B',
    'TZ4C',
    'TZ4D',
    ...codes('F_JL', 21),
    ...codes('F_LN', 15, 34, 35, 36, 37, 38, 39, 40, 41, 44),
    ...codes('F_AH', 1, 4, 5, 6, 33, 34),
    ...codes('P', 23),
  ],
  // 科研：重点实验室、项目、奖项、知识产权、论文、仪器共享评价。
  research: [
    'TZ5',
    'TZ5R',
    'SCI4',
    'SCI5',
    'SCI6',
    'SCI7',
    ...codes('F_JL', 23),
    ...codes('F_AH', 31, 32),
    ...codes('F_ZJ', 1, 4, 5, 6, 7, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22),
    ...codes('F_ZJ', 24, 25, 26, 27),
    ...codes('F_TZ', 4),
  ],
};

const OF_INDICATOR = new Map<string, Topic[]>();
for (const topic of TOPICS)
  for (const code of INDICATORS_OF_TOPIC[topic])
    OF_INDICATOR.set(code, [...(OF_INDICATOR.get(code) ?? []), topic]);

/** The topics of an indicator, in the order of TOPICS. */
export const topicsOf = (indicator: string): readonly Topic[] => OF_INDICATOR.get(indicator) ?? [];
