/** What can be measured on the explore page, and the answers put together from both engines. */
import { EngineError, type EngineErrorCode, type Query } from '#lib/engine/engine.ts';
import {
  isGroup,
  type Layer,
  type LocalText,
  type MeasureKind,
  type Scheme,
  type TableName,
} from '#lib/model/index.ts';
import {
  groupFacts,
  groupsOf,
  type Fact,
  type FactGroup,
  type GroupFactsParams,
} from '#lib/queries/group-facts.ts';
import { READ_ALL } from '#lib/queries/index.ts';
import { placesIn, rowIndex } from './standing.ts';
import type { Ask } from './layer-tables/ask.ts';
import type { ExploreView } from './explore-view.ts';
import type { Loaded, Session } from './session.svelte.ts';

export type { FactGroup };
/** A row of any table: text, numbers, true or false, or nothing. */
export type TableRecord = Readonly<Record<string, string | number | boolean | null>>;

/** Something that can be counted, added up or averaged. */
export interface Measure {
  readonly code: string;
  readonly name: LocalText;
  readonly unit: LocalText;
  readonly kind: MeasureKind;
  /** The heading it stands under; the scheme's own scores come first. */
  readonly group: LocalText;
  readonly definition: string;
  /** From the scoring program, not from observations. */
  readonly scored: boolean;
}

export const SCORE = 'score';
export const RANK = 'rank';

const POINTS = { zh: '分', en: 'points' };
const OF_SCHEME = { zh: '得分与名次', en: 'Scores and ranks' };

/** What a scheme adds to the indicators: the index, its place, its dimensions. */
export const schemeMeasures = (scheme: Scheme): Measure[] => [
  scored(SCORE, { zh: '综合指数得分', en: 'Index score' }, POINTS, 'index'),
  scored(RANK, { zh: '综合指数名次', en: 'Index rank' }, { zh: '名', en: 'rank' }, 'rank'),
  ...scheme.index.children
    .filter(isGroup)
    .map(({ code, name }) => scored(code, name, POINTS, 'index')),
];

const scored = (code: string, name: LocalText, unit: LocalText, kind: MeasureKind): Measure => ({
  ...{ code, name, unit, kind },
  group: OF_SCHEME,
  definition: '',
  scored: true,
});

/** Names of what is grouped by, by code; what is not in it is its own name. */
export interface Labels {
  readonly city: Readonly<Record<string, LocalText>>;
  readonly region: Readonly<Record<string, LocalText>>;
  readonly institution: Readonly<Record<string, LocalText>>;
  readonly peer_group: Readonly<Record<string, LocalText>>;
}

type Named = [string, LocalText];

export type { Ask };

/** The names of a layer's regions, institutions and peer groups. */
export async function readLabels(ask: Ask): Promise<Labels> {
  const [regions, institutions] = await Promise.all([
    ask(READ_ALL.region, {}),
    ask(READ_ALL.institution, {}),
  ]);
  const region = Object.fromEntries(
    regions.map((one): Named => [one.region_code, { zh: one.name_zh, en: one.name_en }]),
  );
  return {
    city: region,
    region,
    institution: Object.fromEntries(
      institutions.map((one): Named => [one.institution_id, { zh: one.name_zh, en: one.name_en }]),
    ),
    peer_group: Object.fromEntries(
      institutions.flatMap(({ peer_group_zh, peer_group_en }): Named[] =>
        peer_group_zh === null
          ? []
          : [[peer_group_zh, { zh: peer_group_zh, en: peer_group_en ?? peer_group_zh }]],
      ),
    ),
  };
}

/** The indicators that a layer has observations of. */
export async function readMeasures(ask: Ask): Promise<Measure[]> {
  const [indicators, observations] = await Promise.all([
    ask(READ_ALL.indicator, {}),
    ask(READ_ALL.observation, {}),
  ]);
  const observed = new Set(observations.map(({ indicator }) => indicator));
  return indicators
    .filter(({ indicator }) => observed.has(indicator))
    .map((one) => ({
      code: one.indicator,
      name: { zh: one.name_zh, en: one.name_en },
      unit: { zh: one.unit_zh, en: one.unit_en },
      kind: one.measure_kind,
      group: { zh: one.dimension, en: one.dimension },
      definition: one.definition_zh,
      scored: false,
    }));
}

/** The groups of the observed measures, asked of an engine. */
export async function askGroups(ask: Ask, view: ExploreView, codes: readonly string[]) {
  if (codes.length === 0) return [];
  const { by, aggregate, period, city, level } = view;
  const params: GroupFactsParams = { measures: codes, period, city, level };
  return ask(groupFacts(by, aggregate), params);
}

/** The groups of the scheme's own measures, from scores that the program has computed. */
export function scoredGroups(
  { dataset, result }: Pick<Loaded, 'dataset' | 'result'>,
  scheme: Scheme,
  view: ExploreView,
  codes: readonly string[],
): FactGroup[] {
  const rowOf = rowIndex(result);
  const institutions = new Map(dataset.institutions.map((one) => [one.institution_id, one]));
  const ranks = new Map(
    dataset.periods.map((period) => {
      const places = (['county', 'city'] as const).flatMap((level) => [
        ...placesIn(
          result,
          rowOf,
          dataset.institutions.filter((one) => one.level === level),
          scheme.index.code,
          period,
        ),
      ]);
      return [period, new Map(places)];
    }),
  );
  const facts = result.rows.flatMap(({ unit, period }, row) =>
    codes.map((code): Fact => {
      const one = institutions.get(unit);
      const element = code === SCORE ? scheme.index.code : code;
      const value =
        code === RANK
          ? ranks.get(period)?.get(unit)
          : result.status[row]?.kind === 'ranked'
            ? result.scores.get(element)?.[row]
            : undefined;
      return {
        measure: code,
        keys: {
          city: one?.city_code ?? null,
          region: one?.region_code ?? null,
          institution: unit,
          period,
          level: one?.level ?? null,
          peer_group: one?.peer_group_zh ?? null,
          class: one?.class ?? null,
        },
        value: value === undefined || Number.isNaN(value) ? null : value,
        unit: code === RANK ? '名' : '分',
        kind: code === RANK ? 'rank' : 'index',
        hedged: false,
      };
    }),
  );
  const { period, city, level } = view;
  return groupsOf(facts, view.by, view.aggregate, { period, city, level });
}

/** All rows of a table, as they stand. */
export async function readTable(ask: Ask, table: TableName): Promise<readonly TableRecord[]> {
  const rows: readonly object[] = await ask(
    READ_ALL[table] as Query<Record<string, never>, object>,
    {},
  );
  return rows as readonly TableRecord[];
}

/** Everything a view of the page needs from the session. */
export async function answerView(
  session: Session,
  scheme: Scheme | undefined,
  view: ExploreView,
): Promise<{ readonly groups: readonly FactGroup[]; readonly labels: Labels }> {
  const ask: Ask = (query, params) => session.ask(view.layer, query, params);
  const own = scheme && hasScores(view.layer) ? schemeMeasures(scheme).map(({ code }) => code) : [];
  const asked = view.measures.filter((code) => own.includes(code));
  const [labels, observed] = await Promise.all([
    readLabels(ask),
    askGroups(
      ask,
      view,
      view.measures.filter((code) => !own.includes(code)),
    ),
  ]);
  if (asked.length === 0 || !scheme) return { groups: observed, labels };
  await session.ensure(view.layer, scheme.id);
  const loaded = session.get(view.layer, scheme.id);
  if (!loaded) throw session.failure ?? new EngineError('query_failed', 'The scores are not here.');
  return { groups: [...observed, ...scoredGroups(loaded, scheme, view, asked)], labels };
}

/** Published facts are of no institutions that a scheme could score. */
export const hasScores = (layer: Layer): boolean => layer !== 'reported';

/** The code to word a failure by. */
export const faultOf = (error: unknown): EngineErrorCode =>
  error instanceof EngineError ? error.code : 'query_failed';
