/** The work programme of the fictional cities: training, comparisons, competitions, help. */
import { CITIES, type City, cityOf, COUNTIES, type County } from './places.ts';
import { type Random, stream } from './random.ts';
import { idOf, type Row, SOURCE } from './tables.ts';

export const ACTIVITY_COLUMNS =
  'activity_id,kind,region_code,institution_id,period,title_zh,title_en,needs,status,planned_for,done_on,participants,source_id,locator,note';

const PROGRAMME_YEARS = [2023, 2024, 2025] as const;
const QUARTERS = [1, 2, 3, 4] as const;
type Quarter = (typeof QUARTERS)[number];

interface Title {
  readonly zh: string;
  readonly en: string;
}

const TRAININGS: readonly Title[] = [
  { zh: '压力表检定实操', en: 'verification of pressure gauges' },
  { zh: '电子天平与砝码', en: 'electronic balances and weights' },
  { zh: '注册计量师考前', en: 'preparation for the certified-engineer examination' },
  { zh: '测量不确定度评定', en: 'evaluation of measurement uncertainty' },
  { zh: '加油机现场检定', en: 'verification of fuel dispensers on site' },
  { zh: '医用计量器具', en: 'medical measuring instruments' },
  { zh: '计量标准考核申报', en: 'applying for the examination of measurement standards' },
  { zh: '证书数据追溯', en: 'traceability of certificate data' },
  { zh: '衡器检定实操', en: 'verification of weighing instruments' },
  { zh: '管理体系内审', en: 'internal audit of the management system' },
  { zh: '企业计量需求调研方法', en: 'how to survey what enterprises need' },
  { zh: '科研项目申报', en: 'applying for research projects' },
];

const COMPARISONS: readonly Title[] = [
  { zh: '压力表检定比对', en: 'Comparison: verification of pressure gauges' },
  { zh: '砝码质量比对', en: 'Comparison: mass of weights' },
  { zh: '血压计检定比对', en: 'Comparison: verification of sphygmomanometers' },
  { zh: '电能表检定比对', en: 'Comparison: verification of electricity meters' },
  { zh: '数字温度计校准比对', en: 'Comparison: calibration of digital thermometers' },
];

const HELP: readonly Title[] = [
  { zh: '新建计量标准帮扶', en: 'Help with a new measurement standard' },
  { zh: '注册计量师取证帮扶', en: 'Help with the certification of engineers' },
  { zh: '管理体系整改帮扶', en: 'Help with mending the management system' },
  { zh: '产业计量服务帮扶', en: 'Help with services to industry' },
  { zh: '科研立项帮扶', en: 'Help with the first research project' },
];

/** City-quarters whose training was not held, with the reason; the target fails there. */
const NOT_HELD: Readonly<Record<string, string>> = {
  '990200/2024-Q3': '授课专家临时承担国家比对任务，本季度未能补办',
  '990200/2025-Q2': '报名人数不足，未举办',
};

/** The city-quarter of which nobody has said yet whether its training was held. */
const NOT_YET_KNOWN = '990300/2025-Q4';

const pick = <T>(list: readonly T[], index: number): T => {
  const found = list[index % list.length];
  if (found === undefined) throw new Error('An empty list has nothing to pick');
  return found;
};

const two = (number: number) => String(number).padStart(2, '0');

/** A day of the quarter's second or third month, the 28th at the latest. */
function dayIn(year: number, quarter: Quarter, random: Random, month = random.integer(2, 3)) {
  return `${year}-${two((quarter - 1) * 3 + month)}-${two(random.integer(5, 24))}`;
}

/** Some days after a day, within its month. */
const later = (day: string, days: number) =>
  `${day.slice(0, 8)}${two(Math.min(28, Number(day.slice(8)) + days))}`;

const row = (fields: Row): Row => ({ source_id: SOURCE, note: '虚构', ...fields });
const held = (planned: string, random: Random) => ({
  status: 'done',
  planned_for: planned,
  done_on: later(planned, random.integer(0, 4)),
});

function training(seed: number, city: City, year: number, quarter: Quarter): Row {
  const period = `${year}-Q${quarter}`;
  const key = `${city.code}/${period}`;
  const random = stream(seed, `training/${key}`);
  const title = pick(TRAININGS, (year - 2023) * 4 + quarter - 1 + CITIES.indexOf(city) * 5);
  const planned = dayIn(year, quarter, random);
  const shared = {
    activity_id: `ACT-${city.code.slice(2, 4)}-${period}-T`,
    kind: 'training',
    region_code: city.code,
    period,
    title_zh: `${title.zh}培训`,
    title_en: `Training: ${title.en}`,
    needs: random.integer(6, 22),
  };
  const reason = NOT_HELD[key];
  if (reason !== undefined)
    return row({ ...shared, status: 'not_done', planned_for: planned, note: `虚构；${reason}` });
  if (key === NOT_YET_KNOWN)
    return row({
      ...shared,
      status: 'planned',
      planned_for: planned,
      note: '虚构；截止时尚未报来是否举办，不能判断',
    });
  return row({ ...shared, ...held(planned, random), participants: random.integer(24, 68) });
}

/** A training that failed and was made good in the same quarter: the quarter counts as held. */
const madeGood = (): Row =>
  row({
    activity_id: 'ACT-01-2023-Q2-T0',
    kind: 'training',
    region_code: '990100',
    period: '2023-Q2',
    title_zh: '医用计量器具培训',
    title_en: 'Training: medical measuring instruments',
    needs: 5,
    status: 'not_done',
    planned_for: '2023-04-18',
    note: '虚构；场地检修取消，同季度另办一期',
  });

const countiesOf = (city: City) => COUNTIES.filter((county) => cityOf(county) === city.code);

/** One comparison a year, in even years a second; most counties of the city take part. */
function comparisons(seed: number, city: City, year: number): Row[] {
  const quarters: readonly Quarter[] = year % 2 === 0 ? [2, 4] : [2];
  return quarters.map((quarter) => {
    const period = `${year}-Q${quarter}`;
    const random = stream(seed, `comparison/${city.code}/${period}`);
    const title = pick(COMPARISONS, year + quarter + CITIES.indexOf(city));
    const all = countiesOf(city);
    const part = all.filter(() => random.chance(0.8));
    const absent = all.filter((county) => !part.includes(county));
    const missed = absent.length > 0 ? `；未参加：${names(absent)}` : '';
    return row({
      activity_id: `ACT-${city.code.slice(2, 4)}-${period}-M`,
      kind: 'comparison',
      region_code: city.code,
      period,
      title_zh: title.zh,
      title_en: title.en,
      ...held(dayIn(year, quarter, random, 2), random),
      participants: part.length,
      note: `虚构；参加机构：${names(part)}${missed}`,
    });
  });
}

const names = (counties: readonly County[]) => counties.map(({ zh }) => zh).join('、');

function competition(seed: number, city: City, year: number): Row {
  const random = stream(seed, `competition/${city.code}/${year}`);
  const period = `${year}-Q3`;
  return row({
    activity_id: `ACT-${city.code.slice(2, 4)}-${period}-C`,
    kind: 'competition',
    region_code: city.code,
    period,
    title_zh: `${year}年计量检定技能竞赛`,
    title_en: `Verification skills competition ${year}`,
    ...held(dayIn(year, 3, random, 3), random),
    participants: countiesOf(city).length * random.integer(2, 4),
  });
}

/** One help plan for every county and year; a few of the last year are still under way. */
function help(seed: number, county: County, year: number): Row {
  const index = COUNTIES.indexOf(county);
  const quarter = pick(QUARTERS, index + year);
  const period = `${year}-Q${quarter}`;
  const random = stream(seed, `help/${county.code}/${year}`);
  const title = pick(HELP, index + year);
  const shared = {
    activity_id: `ACT-${county.code}-${year}-H`,
    kind: 'help',
    region_code: cityOf(county),
    institution_id: idOf(county.zh),
    period,
    title_zh: title.zh,
    title_en: title.en,
    needs: random.integer(1, 6),
  };
  const planned = dayIn(year, quarter, random);
  if (year === 2025 && quarter === 4)
    return random.chance(0.5)
      ? row({ ...shared, status: 'collecting', note: '虚构；需求征集中，计划未定' })
      : row({
          ...shared,
          status: 'planned',
          planned_for: planned,
          note: '虚构；截止时尚未报来是否开展',
        });
  if (random.chance(0.07))
    return row({
      ...shared,
      status: 'not_done',
      planned_for: planned,
      note: '虚构；对口人员调整，当年未开展',
    });
  return row({ ...shared, ...held(planned, random), participants: random.integer(2, 8) });
}

/** All rows, by year, city and kind. */
export const activityRows = (seed: number): Row[] =>
  PROGRAMME_YEARS.flatMap((year) =>
    CITIES.flatMap((city) => [
      ...QUARTERS.map((quarter) => training(seed, city, year, quarter)),
      ...(city.code === '990100' && year === 2023 ? [madeGood()] : []),
      ...comparisons(seed, city, year),
      competition(seed, city, year),
      ...countiesOf(city).map((county) => help(seed, county, year)),
    ]),
  );
