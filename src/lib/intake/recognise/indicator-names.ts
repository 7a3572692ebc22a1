/** The names under which an indicator is known: those of the catalogue, its synonyms, its code. */
import type { MeasureKind } from '#lib/model/index.ts';
import type { DataSet } from '../raw/read-data.ts';
import type { TableRow } from '../raw/table-row.ts';
import type { Proposal, RecognisedBy } from './recogniser.ts';
import { alike, gramsOf, type Grams } from './likeness.ts';
import { spell } from './spelling.ts';

export interface KnownIndicator {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly dimension: string;
  readonly kind: MeasureKind;
  /** A ratio or composite that is never typed. */
  readonly computed: boolean;
}

export interface Named {
  readonly indicator: KnownIndicator;
  readonly by: RecognisedBy;
}

/** A name that two indicators share: it is neither's. */
export type NameFound = Named | { readonly several: readonly KnownIndicator[] };

export interface IndicatorNames {
  readonly byCode: ReadonlyMap<string, KnownIndicator>;
  /** Looks up a whole name: a text, or the rows of a header. */
  find(...rows: readonly string[]): NameFound | null;
  /** Indicators whose names are most like the text, the likest first. */
  propose(text: string): Proposal[];
}

/** What may stand behind a name without changing it, by unit. 人数 behind a count of 人次 would. */
const COUNTED: Readonly<Record<string, readonly string[]>> = {
  家: ['数', '数量', '总数', '家数', '户数', '个数'],
  个: ['数', '数量', '总数', '个数'],
  项: ['数', '数量', '总数', '项数', '个数'],
  人: ['数', '数量', '总数', '人数', '总人数'],
  名: ['数', '数量', '人数', '总人数'],
  人次: ['人次', '人次数', '总人次'],
  '台(件)': ['数', '数量', '总数', '台件数', '台数', '台件', '台(件)数'],
  件: ['数', '数量', '总数', '件数'],
  分: ['得分', '评分', '分', '分值', '分数', '检查得分', '检查评分', '考核得分'],
};
/** What a name may do without; 项数 is not among them, since 立项数 ends in it as well. */
const ENDINGS = ['总数', '数量', '人数', '数'];

/** The name and its spellings with 数, 数量, 项数 … as its unit allows. */
function* spellings(name: string, unit: string): Iterable<string> {
  const allowed = COUNTED[unit] ?? [];
  const spelled = spell(name);
  yield spelled;
  const ending = ENDINGS.find((one) => allowed.includes(one) && spelled.endsWith(one));
  const stem = ending === undefined ? spelled : spelled.slice(0, -ending.length);
  // 项目 would be left of 项目数, and says nothing.
  if (stem.length < 3 && ending !== undefined) return;
  yield stem;
  for (const one of allowed) yield stem + one;
}

/** Words in front of a name that say what its kind says already: a stock is one at the end. */
const IN_FRONT: Readonly<Partial<Record<MeasureKind, RegExp>>> = {
  stock: /^(?:期末|年末|年底|现有|已有|实有|目前|截至年底)(?=..)/,
  flow: /^(?:本年度?|本期|当年|当期|全年|年度|年内)(?=..)/,
};

function knownIndicators(data: DataSet): KnownIndicator[] {
  const rows = data.rows.indicator.filter((row) => row.layer === null);
  const codes = rows.flatMap(({ values }) => values.indicator ?? []);
  const ratios = new Set(
    data.rows.rule.flatMap(({ values }) => (values.kind === 'ratio' ? [values.indicator] : [])),
  );
  /** TZ4 stands for TZ4A to TZ4D together, which a scheme makes one. */
  const composite = (code: string, kind: MeasureKind) =>
    kind === 'index' && codes.some((other) => other !== code && other.startsWith(code));
  return rows.flatMap((row: TableRow<'indicator'>) => {
    const { indicator: code, name_zh: name, unit_zh: unit, measure_kind: kind } = row.values;
    if (code === null || name === null || unit === null || kind === null) return [];
    const computed = ratios.has(code) || composite(code, kind);
    return [{ code, name, unit, kind, computed, dimension: row.values.dimension ?? '' }];
  });
}

const MAX_PROPOSALS = 5;
/** Letters recur in every word, ideographs do not. */
const leastLikeness = (text: string) => (/\p{Script=Han}/u.test(text) ? 0.2 : 0.55);

export function indicatorNames(data: DataSet): IndicatorNames {
  const known = knownIndicators(data);
  const byCode = new Map(known.map((indicator) => [indicator.code, indicator]));
  const names = new Map<string, Named[]>();
  const texts: (readonly [Grams, KnownIndicator])[] = [];

  const learn = (name: string | null, indicator: KnownIndicator, by: RecognisedBy) => {
    if (name === null) return;
    texts.push([gramsOf(spell(name)), indicator]);
    for (const spelled of spellings(name, indicator.unit)) {
      const named = names.get(spelled) ?? [];
      if (!named.some((one) => one.indicator === indicator)) named.push({ indicator, by });
      names.set(spelled, named);
    }
  };
  for (const { layer, values } of data.rows.indicator) {
    const indicator = layer === null ? byCode.get(values.indicator ?? '') : undefined;
    if (!indicator) continue;
    learn(values.name_zh, indicator, 'name');
    learn(values.name_en, indicator, 'name');
  }
  for (const { values } of data.rows.synonym) {
    const indicator = byCode.get(values.indicator ?? '');
    if (!indicator) continue;
    // The slash of a synonym stands between the rows of a header.
    const rows = (values.synonym ?? '').split('/').map(spell);
    if (rows.length === 1) learn(values.synonym, indicator, 'alias');
    else {
      const above = rows.slice(0, -1).join('/');
      texts.push([gramsOf(rows.join('')), indicator]);
      for (const last of spellings(rows[rows.length - 1] ?? '', indicator.unit)) {
        const path = `${above}/${last}`;
        names.set(path, [...(names.get(path) ?? []), { indicator, by: 'alias' }]);
      }
    }
  }

  const exact = (spelled: string): NameFound | null => {
    const [first, ...others] = names.get(spelled) ?? [];
    if (first === undefined) return null;
    const different = others.filter(({ indicator }) => indicator !== first.indicator);
    if (different.length === 0) return first;
    return { several: [first, ...different].map(({ indicator }) => indicator) };
  };

  return {
    byCode,
    find(...rows) {
      const spelled = rows.map(spell).join('/');
      const whole = exact(spelled);
      if (whole) return whole;
      for (const [kind, pattern] of Object.entries(IN_FRONT)) {
        const bare = spelled.replace(pattern, '');
        const found = bare === spelled ? null : exact(bare);
        if (found && 'indicator' in found && found.indicator.kind === kind)
          return { indicator: found.indicator, by: 'alias' };
      }
      return null;
    },
    propose(text) {
      const spelled = spell(text);
      const grams = gramsOf(spelled);
      const least = leastLikeness(spelled);
      const best = new Map<KnownIndicator, number>();
      for (const [name, indicator] of texts) {
        if (indicator.computed) continue;
        const like = alike(grams, name);
        if (like >= least && like > (best.get(indicator) ?? 0)) best.set(indicator, like);
      }
      return proposals([...best].map(([{ code, name }, likeness]) => ({ code, name, likeness })));
    },
  };
}

/** The likest first, then by code; a handful is enough to choose from. */
export const proposals = (all: readonly Proposal[]): Proposal[] =>
  [...all]
    .sort((a, b) => b.likeness - a.likeness || (a.code < b.code ? -1 : 1))
    .slice(0, MAX_PROPOSALS);
