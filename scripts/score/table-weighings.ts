import { formatNumber, formatPercent } from '#lib/i18n/index.ts';
import type { Locale, LocalText, Weighing } from '#lib/model/index.ts';
import type { Report } from './report.ts';
import { left, right } from './table-columns.ts';
import { textTable } from './text-table.ts';
import { nameOf, wordsFor } from './words.ts';

const METHODS: Readonly<Record<Weighing['method'], LocalText>> = {
  given: { zh: '方案给定', en: 'as given' },
  equal: { zh: '等权', en: 'equal' },
  budget: { zh: '预算分配', en: 'budget allocation' },
  ahp: { zh: '层次分析', en: 'analytic hierarchy process' },
  pca: { zh: '第一主成分', en: 'first principal component' },
  factor: { zh: '因子分析', en: 'factor analysis' },
  equal_influence: { zh: '等影响', en: 'equal influence' },
};

/** Weights that the scheme does not give, group by group, with what they rest on. */
export function weighingBlocks(report: Report, locale: Locale): string[][] {
  return report.result.weighings
    .filter(({ method }) => method !== 'given')
    .map((weighing) => weighingBlock(report, weighing, locale));
}

function weighingBlock(report: Report, weighing: Weighing, locale: Locale): string[] {
  const { elements } = report;
  const words = wordsFor(locale);
  const at = elements.findIndex(({ code }) => code === weighing.group);
  const children = elements.filter(({ parent }) => parent === at);
  const { influence, components } = weighing;
  const numbers = (head: string, xs: ArrayLike<number>) =>
    right(
      head,
      Array.from(xs, (x) => formatNumber(x, 4)),
    );
  return [
    `${words.weights} · ${nameOf(report, weighing.group, locale)} · ${METHODS[weighing.method][locale]}`,
    ...textTable([
      left(
        words.unit,
        children.map(({ code }) => code),
      ),
      left(
        words.name,
        children.map(({ code }) => nameOf(report, code, locale)),
      ),
      right(
        words.share,
        Array.from(weighing.weights, (w) => formatPercent(w, 2)),
      ),
      ...(influence ? [numbers(words.correlation, influence.correlations)] : []),
      ...(components?.loadings.map((loading, i) => numbers(words.loading(i + 1), loading)) ?? []),
    ]),
    ...[
      weighing.n === null ? null : `  ${words.restsOn(weighing.n)}`,
      weighing.consistency && `  ${words.consistency(formatNumber(weighing.consistency.ratio, 4))}`,
      components &&
        `  ${words.eigenvalues(Array.from(components.eigenvalues, (x) => formatNumber(x, 4)).join(words.join))}`,
    ].filter((line) => typeof line === 'string'),
  ];
}
