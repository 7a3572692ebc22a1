import type {
  LocalText,
  MissingValue,
  PlaceBound,
  RankBounds,
  Rise,
  UnitBounds,
} from '#lib/model/index.ts';
import { missingValues, rankBounds, smallestRise } from '#lib/scoring/index.ts';
import { column, fact, table, words } from '../analysis.ts';
import type { Analysis, Column, Table } from '../analysis.ts';
import type { Report } from '../report.ts';
import { nameTextOf } from '../words.ts';
import { refusalText, unrankedText } from './refusals.ts';
import { shownRise } from './shown-rise.ts';
import type { ShownRise } from './shown-rise.ts';
import { unitColumns } from './units.ts';

/** Where no child of the index has a `weight_range`. */
const USUAL_BOX = { relative: 0.25 };

/** Something about the unit in one period. */
interface At<T> {
  readonly row: number;
  readonly of: T;
}

/** What would have to change for a unit, in every printed period (R110–R119). */
export function inverseAnalysis(report: Report, unit: string): Analysis {
  const { scheme, result, order } = report;
  const rows = order.filter((row) => result.rows[row]!.unit === unit);
  const hasRanges = scheme.index.children.some(({ weight_range }) => weight_range !== undefined);
  const bounds = rows.map((row) => ({ row, of: boundsOf(report, row, hasRanges) }));
  const rises = rows.map((row) => ({ row, of: smallestRise(report.table, scheme, row) }));
  const cells = rows.flatMap((row) =>
    missingValues(report.table, scheme, row).map((of) => ({ row, of })),
  );
  return {
    key: 'inverse',
    title: words(`${unit}：反过来问`, `${unit}: questions asked backwards`),
    facts: [
      {
        ...fact('box', words('权重范围', 'weights move'), 'text', hasRanges ? 'scheme' : 'usual'),
        words: BOXES,
      },
    ],
    notes: [
      ...bounds.flatMap(({ of, row }) => {
        if (of.kind !== 'bounds') return [refusalText(report, of)];
        return of.units.some((bound) => bound.row === row)
          ? []
          : [unrankedText(report, unit, result.status[row]!)];
      }),
      ...rises.flatMap(({ of }) => (of.kind === 'there_already' ? [FIRST] : [])),
    ],
    tables: [
      ...boundTables(
        report,
        bounds.flatMap(({ row, of }) =>
          of.kind === 'bounds'
            ? of.units
                .filter((bound) => bound.row === row)
                .map((bound) => ({ row, of: { bound, box: of.box } }))
            : [],
        ),
      ),
      riseTable(
        report,
        rises.flatMap(({ row, of }) =>
          of.kind === 'rises'
            ? of.rises.map((rise) => {
                const shown = shownRise(report, row, rise, of.to);
                return { row, of: { ...rise, ...shown, now: of.place, goal: of.to } };
              })
            : [],
        ),
      ),
      missingTable(report, cells),
    ],
  };
}

const BOXES: Readonly<Record<string, LocalText>> = {
  scheme: words('方案的 weight_range', 'by the scheme’s weight_range'),
  usual: words('方案未写明，各取 ±25%', 'the scheme does not say: by ±25 % each'),
};

const FIRST = words('已是第一，没有更好的名次', 'is first already: there is no better place');

function boundsOf(report: Report, row: number, hasRanges: boolean) {
  const { period, group } = report.table.rows[row]!;
  const box = hasRanges ? {} : { box: USUAL_BOX };
  return rankBounds(report.table, report.scheme, { period, group }, box);
}

type Bound = At<{ readonly bound: UnitBounds; readonly box: RankBounds['box'] }>;

const YES_NO: Readonly<Record<string, LocalText>> = {
  yes: words('是', 'yes'),
  no: words('否', 'no'),
};
const yesNo = (is: boolean) => (is ? 'yes' : 'no');

function boundTables(report: Report, bounds: readonly Bound[]): Table[] {
  const ends = bounds.flatMap(({ row, of }) =>
    (['best', 'worst'] as const).map((end) => ({ row, of: { end, place: of.bound[end] } })),
  );
  const weights = bounds.flatMap(({ row, of: { bound, box } }) =>
    [...box].map(([code, [low, high]]) => ({ row, of: { bound, code, low, high } })),
  );
  const at = (end: PlaceBound, code: string) => end.weights.get(code) ?? NaN;
  return [
    table('bounds', words('权重变动时的名次', 'Places over the weights'), ends, [
      ...unitColumns(report, ({ row }: (typeof ends)[number]) => row, true),
      column('end', words('极端', 'end'), 'text', ({ of }) => of.end, {
        words: { best: words('最好', 'best'), worst: words('最差', 'worst') },
      }),
      column('place', words('名次', 'place'), 'whole', ({ of }) => of.place.place),
      column('limit', words('不会超过', 'never beyond'), 'whole', ({ of }) => of.place.limit),
      column('proven', words('已证明', 'proven'), 'text', ({ of }) => yesNo(of.place.proven), {
        words: YES_NO,
      }),
    ]),
    table('weights', words('达到极端的权重', 'Weights that lead there'), weights, [
      ...unitColumns(report, ({ row }: (typeof weights)[number]) => row, true),
      column('element', words('元素', 'element'), 'text', ({ of }) => of.code),
      column('element_name', words('名称', 'name'), 'text', ({ of }) =>
        nameTextOf(report, of.code),
      ),
      column('low', words('下限', 'lowest'), 'fine', ({ of }) => of.low),
      column('high', words('上限', 'highest'), 'fine', ({ of }) => of.high),
      column('best', words('最好时', 'for the best'), 'fine', ({ of }) =>
        at(of.bound.best, of.code),
      ),
      column('worst', words('最差时', 'for the worst'), 'fine', ({ of }) =>
        at(of.bound.worst, of.code),
      ),
    ]),
  ];
}

const OUTCOMES: Readonly<Record<Rise['outcome']['kind'], LocalText>> = {
  gains: words('可升', 'gains'),
  not_attainable: words('此范围内达不到', 'not within the range'),
  missing: words('缺数据', 'missing'),
};

const CAPS: Readonly<Record<Rise['cap']['from'], LocalText>> = {
  option: words('给定', 'given'),
  scheme: words('方案的 value_range', 'the scheme’s value_range'),
  posts: words('门柱、目标或参照', 'posts, target or reference'),
  peers: words('同类中最好', 'best of the peers'),
};

type Asked = Rise & ShownRise & { readonly now: number; readonly goal: number };

const riseTable = (report: Report, rises: readonly At<Asked>[]): Table =>
  table(
    'rises',
    words('升一位所需的最小改进（其余不变）', 'Smallest rise that gains a place, all else equal'),
    rises,
    [
      ...unitColumns(report, ({ row }: At<Asked>) => row, true),
      column('indicator', words('指标', 'indicator'), 'text', ({ of }) => of.indicator),
      column('indicator_name', words('名称', 'name'), 'text', ({ of }) =>
        nameTextOf(report, of.indicator),
      ),
      column('outcome', words('结果', 'outcome'), 'text', ({ of }) => of.outcome.kind, {
        words: OUTCOMES,
      }),
      column('value', words('现值', 'value'), 'whole', ({ of }) => of.value),
      column(
        'needed',
        words('须达到（全部位数）', 'needed, all digits'),
        'exact',
        ({ of: { outcome } }) => (outcome.kind === 'gains' ? outcome.needed : null),
        { filesOnly: true },
      ),
      column('needed_rounded', words('须达到', 'needed'), 'exact', ({ of }) => of.needed_rounded),
      column(
        'rise',
        words('改进（全部位数）', 'rise, all digits'),
        'exact',
        ({ of: { outcome } }) => (outcome.kind === 'gains' ? outcome.rise : null),
        { filesOnly: true },
      ),
      column('rise_rounded', words('改进', 'rise'), 'exact', ({ of }) => of.rise_rounded),
      column('place_now', words('现名次', 'place now'), 'whole', ({ of }) => of.now),
      column('goal', words('目标名次', 'goal'), 'whole', ({ of }) => of.goal),
      column('place', words('改进后名次', 'place gained'), 'whole', ({ of: { outcome } }) =>
        outcome.kind === 'gains' ? outcome.place : null,
      ),
      column(
        'place_at_cap',
        words('达不到：最多升至', 'not reached: place at the most'),
        'whole',
        ({ of: { outcome } }) => (outcome.kind === 'not_attainable' ? outcome.place_at_cap : null),
      ),
      column('cap', words('考虑到', 'looked up to'), 'whole', ({ of }) => of.cap.value),
      column('cap_from', words('范围来源', 'range from'), 'text', ({ of }) => of.cap.from, {
        words: CAPS,
      }),
      column('exact', words('精确', 'exact'), 'text', ({ of }) => yesNo(of.exact), {
        words: YES_NO,
      }),
    ],
  );

const filled = (
  key: 'best' | 'worst' | 'highest' | 'lowest',
  head: LocalText,
  show: 'place' | 'score',
): Column<At<MissingValue>>[] => [
  column(`${key}_${show}`, head, show === 'place' ? 'whole' : 'number', ({ of }) =>
    of.kind === 'range' ? (of[key]?.[show] ?? null) : null,
  ),
  column(
    `${key}_value`,
    words(`${head.zh}时的值`, `${head.en} at`),
    'whole',
    ({ of }) => (of.kind === 'range' ? (of[key]?.value ?? null) : null),
    { filesOnly: true },
  ),
];

const MISSING: Readonly<Record<MissingValue['kind'], LocalText>> = {
  range: words('', ''),
  not_missing: words('不缺', 'not missing'),
  no_range: words('没有可参照的范围', 'nothing says what it could be'),
};

const missingTable = (report: Report, cells: readonly At<MissingValue>[]): Table =>
  table('missing', words('缺失值可能的影响', 'What missing values could do'), cells, [
    ...unitColumns(report, ({ row }: At<MissingValue>) => row, true),
    column('indicator', words('指标', 'indicator'), 'text', ({ of }) => of.indicator),
    column('indicator_name', words('名称', 'name'), 'text', ({ of }) =>
      nameTextOf(report, of.indicator),
    ),
    column('kind', words('说明', 'note'), 'text', ({ of }) => of.kind, { words: MISSING }),
    column('low', words('从', 'from'), 'whole', ({ of }) => (of.kind === 'range' ? of.low : null)),
    column('high', words('到', 'to'), 'whole', ({ of }) => (of.kind === 'range' ? of.high : null)),
    column('left_place', words('现名次', 'place now'), 'whole', ({ of }) =>
      of.kind === 'range' ? of.left.place || null : null,
    ),
    ...filled('best', words('最好名次', 'best place'), 'place'),
    ...filled('worst', words('最差名次', 'worst place'), 'place'),
    ...filled('highest', words('最高分', 'highest score'), 'score'),
    ...filled('lowest', words('最低分', 'lowest score'), 'score'),
    column(
      'exact',
      words('精确', 'exact'),
      'text',
      ({ of }) => (of.kind === 'range' ? yesNo(of.exact) : ''),
      { words: YES_NO },
    ),
  ]);
