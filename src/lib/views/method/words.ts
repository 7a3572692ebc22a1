/** The method in sentences. */
import { formatNumber, formatPercent, formatPlain, type Messages } from '#lib/i18n/index.ts';
import type { MethodMessages } from '#lib/i18n/views/method.ts';
import type { LocalText, Locale, Scheme, StructureFlag } from '#lib/model/index.ts';
import type { MethodIndicator, MethodModel } from './model.ts';

/** How big the index is, how it is weighed, what really counts in it. */
export function methodFinding(model: MethodModel, locale: Locale, w: MethodMessages): string {
  const dimensions = model.elements.filter(({ depth }) => depth === 1);
  const [first] = dimensions;
  const weights = dimensions.map(({ nominal }) => nominal);
  const equal = weights.every((weight) => Math.abs(weight - (weights[0] ?? 0)) < 1e-12);
  const heaviest = [...dimensions].sort((a, b) => b.nominal - a.nominal)[0] ?? first;
  const counted = dimensions
    .filter(({ achieved }) => achieved !== null)
    .sort((a, b) => (b.achieved ?? 0) - (a.achieved ?? 0));
  const [most, least] = [counted[0], counted[counted.length - 1]];
  return (
    [
      w.finding(model.dimensions, model.indicators.length),
      ...(heaviest
        ? [equal ? w.equal : w.unequal(heaviest.name[locale], formatPercent(heaviest.nominal, 1))]
        : []),
      ...(most && least && most !== least
        ? [w.achieved(most.name[locale], least.name[locale])]
        : []),
    ].join(w.join) + w.stop
  );
}

/** The numbers that an indicator's normalisation is done with. */
export function parameterText(indicator: MethodIndicator, w: MethodMessages): string {
  const { method, parameters } = indicator;
  switch (method.method) {
    case 'goalposts':
    case 'scaled':
      return w.normalise.goalposts(method.low, method.high);
    case 'target':
      return w.normalise.target(method.target);
    case 'none':
      return '—';
    default:
      if (parameters === null) return w.normalise.noPeers;
      return method.method === 'zscore'
        ? w.normalise.zscore(parameters.mean, parameters.sd)
        : w.normalise.minmax(parameters.min, parameters.max, parameters.n);
  }
}

/** The rules of the scheme, one sentence each. */
export function ruleSentences(
  scheme: Scheme,
  locale: Locale,
  w: MethodMessages,
  m: Messages,
): string[] {
  const { missing, impute, treat, ranking, robustness } = scheme;
  const methods = [...new Set(groupsOf(scheme).map(({ aggregate }) => aggregate))];
  return [
    w.rules.aggregate(methods.map((method) => w.rules.aggregates[method]).join(w.join)) + w.stop,
    w.rules.availability(missing.min_availability),
    ...(missing.require_all_dimensions ? [w.rules.allDimensions] : []),
    impute && impute.method !== 'none' ? w.rules.imputed : w.rules.notImputed,
    treat && treat.method !== 'none' ? w.rules.treated : w.rules.notTreated,
    ranking.tie_tolerance > 0 ? w.rules.ties(`${ranking.tie_tolerance}`) : w.rules.noTies,
    w.rules.peers,
    ...(robustness
      ? [
          w.rules.uncertainty(
            robustness.assumptions
              .map((one) => one.name?.[locale] ?? assumptionText(one, m))
              .join(m.finding.nameJoin),
            formatNumber(robustness.replicates, 0),
            robustness.seed,
          ),
        ]
      : []),
  ];
}

function assumptionText(
  assumption: NonNullable<Scheme['robustness']>['assumptions'][number],
  m: Messages,
): string {
  return assumption.kind === 'weights'
    ? m.ranking.assumption.weights(formatPercent(assumption.noise))
    : m.ranking.assumption[assumption.kind];
}

type Group = Scheme['index'];

function groupsOf({ index }: Pick<Scheme, 'index'>): Group[] {
  const below = (group: Group): Group[] => [
    group,
    ...group.children.flatMap((child) => ('children' in child ? below(child) : [])),
  ];
  return below(index);
}

/** Where weights do not simply stand in the scheme: the methods they come from. */
export const derivedWeights = (scheme: Scheme, w: MethodMessages): string[] => [
  ...new Set(
    groupsOf(scheme).flatMap(({ weigh }) =>
      weigh && weigh.method !== 'given' ? [w.weights.weigh[weigh.method]] : [],
    ),
  ),
];

/** What stands out in the structure of the indicators. */
export function flagSentence(
  flag: StructureFlag,
  names: ReadonlyMap<string, LocalText>,
  locale: Locale,
  w: MethodMessages,
): string {
  const name = (code: string) => names.get(code)?.[locale] ?? code;
  const r = formatNumber(flag.r, 2);
  switch (flag.kind) {
    case 'redundant':
    case 'opposed_siblings':
      return w.correlations[flag.kind](name(flag.elements[0]), name(flag.elements[1]), r);
    case 'dominant':
      return w.correlations.dominant(
        name(flag.element),
        name(flag.group),
        r,
        formatNumber(flag.next, 2),
      );
    default:
      return w.correlations[flag.kind](name(flag.element), name(flag.group), r);
  }
}

/** A weight or share as the tables show it; a dash where there is none. */
export const shareText = (share: number | null): string =>
  share === null || Number.isNaN(share) ? '—' : formatPercent(share, 1);

export const rangeText = (range: readonly [number, number] | null): string =>
  range === null ? '—' : `${formatPlain(range[0])}–${formatPlain(range[1])}`;
