/** The words around a ranking: what it is of, what it says, what must be known to read it. */
import { stripItems } from '#lib/frame/strip.ts';
import { formatNumber, formatPercent, type Messages } from '#lib/i18n/index.ts';
import type { Locale, Manifest, Robustness, Scheme } from '#lib/model/index.ts';
import type { Choices } from '#lib/state/choices.ts';
import { findingSentence } from './finding.ts';
import type { RankingModel } from './model.ts';
import { scoreDecimals } from '#lib/ui/score-decimals.ts';

export interface RankingHeadings {
  readonly caption: string;
  readonly finding: string;
  /** Year, cut-off, scheme and weights, for the strip at the top. */
  readonly strip: readonly string[];
  /** What must be known to read the ranking, on screen and in every picture. */
  readonly notes: readonly string[];
  /** What must be known besides to read the table. */
  readonly tableNotes: readonly string[];
}

export function rankingHeadings(
  model: RankingModel,
  scheme: Scheme | undefined,
  manifest: Manifest,
  choices: Choices,
  locale: Locale,
  m: Messages,
): RankingHeadings {
  const { layer, period, city, level, dimension, query } = model.view;
  const place =
    choices[layer]?.cities.find(({ code }) => code === city)?.name[locale] ?? m.layerOption[layer];
  const element = scheme?.index.children.find(({ code }) => code === dimension);
  return {
    caption:
      m.ranking.caption(
        m.ranking.scope(place, m.level[level]),
        period,
        element?.name[locale] ?? m.filters.allDimensions,
      ) + (query.trim() === '' ? '' : m.ranking.searched(query.trim())),
    finding: findingSentence(model.finding, locale, m),
    strip: stripItems(manifest, period, scheme, locale, m),
    notes: notesOf(model, scheme, locale, m),
    tableNotes: scheme ? possibleNotes(model, scheme, locale, m) : [],
  };
}

function notesOf(
  model: RankingModel,
  scheme: Scheme | undefined,
  locale: Locale,
  m: Messages,
): string[] {
  const { view, ranked, unranked, rankedInScope, rankedBefore, previousPeriod } = model;
  if (rankedInScope === 0) return [];
  const setChanged = previousPeriod !== null && rankedBefore !== rankedInScope;
  return [
    m.ranking.rankRule,
    ...(setChanged ? [m.ranking.setChanged(rankedBefore, rankedInScope)] : []),
    ...(view.dimension === null ? [] : [m.ranking.dimensionNote]),
    ...(view.city === null ? [] : [m.ranking.cityRankNote]),
    ...(scheme ? [m.ranking.normalisationScope[scheme.normalise.scope]] : []),
    ...(scoreDecimals(ranked) > 1 ? [m.ranking.fineDecimals] : []),
    ...(unranked.length === 0
      ? []
      : [m.ranking.unrankedNames(m.finding.list(unranked.map(({ name }) => name[locale])))]),
  ];
}

/** What was simulated, and what the lines between tiers mean. */
function possibleNotes(
  { hasPossible }: RankingModel,
  { robustness }: Scheme,
  locale: Locale,
  m: Messages,
): string[] {
  if (!hasPossible || !robustness) return [];
  const { replicates, seed, confidence = 0.95 } = robustness;
  return [
    m.ranking.possibleNote(variedText(robustness, locale, m), formatNumber(replicates, 0), seed),
    m.ranking.tierNote(formatPercent(confidence)),
  ];
}

/** What the simulation lets vary. */
export const variedText = (
  { assumptions }: Pick<Robustness, 'assumptions'>,
  locale: Locale,
  m: Messages,
): string =>
  m.finding.list(
    assumptions.map((assumption) =>
      assumption.kind === 'weights'
        ? m.ranking.assumption.weights(formatPercent(assumption.noise))
        : (assumption.name?.[locale] ?? m.ranking.assumption[assumption.kind]),
    ),
  );
