import { formatPercent, formatPlain, textIn } from '#lib/i18n/index.ts';
import type { Locale } from '#lib/model/index.ts';
import type { Element } from '#lib/scoring/index.ts';
import { flagWords } from './report.ts';
import type { Report } from './report.ts';
import { cell, left, plain, right, unitColumns } from './table-columns.ts';
import { weighingBlocks } from './table-weighings.ts';
import { textTable } from './text-table.ts';
import { flagText, nameOf, wordsFor } from './words.ts';

/** The intermediate tables: weights, raw and normalised values, contributions, altered cells. */
export function stepBlocks(report: Report, locale: Locale): string[][] {
  const { result } = report;
  const words = wordsFor(locale);
  return [
    weightsBlock(report, locale),
    ...weighingBlocks(report, locale),
    ...indicatorBlocks(report, words.raw, result.raw, plain, locale),
    ...indicatorBlocks(report, words.normalised, result.normalised, cell, locale),
    ...contributionBlocks(report, locale),
    flaggedBlock(report, locale),
  ];
}

function weightsBlock({ elements, result }: Report, locale: Locale): string[] {
  const words = wordsFor(locale);
  const weights = elements.map(({ code }) => result.weights.get(code)!);
  const names = elements.map(
    ({ depth, node }) => `${'  '.repeat(depth)}${textIn(node.name, locale)}`,
  );
  return [
    words.weights,
    ...textTable([
      left(
        words.unit,
        weights.map(({ code }) => code),
      ),
      left(words.name, names),
      right(
        words.weights,
        weights.map(({ nominal }) => formatPlain(nominal, 4)),
      ),
      right(
        words.share,
        weights.map(({ share }) => formatPercent(share, 2)),
      ),
      right(
        words.effective,
        weights.map(({ effective }) => formatPercent(effective, 2)),
      ),
    ]),
  ];
}

/**
 * Contributions by group. Where a mean on the way up is not arithmetic there are none (R41), which is
 * said: a value that is there is not called missing.
 */
function contributionBlocks(report: Report, locale: Locale): string[][] {
  const { result, elements } = report;
  const words = wordsFor(locale);
  const { contribution } = words;
  return elements.flatMap((element) => {
    if (element.kind !== 'group') return [];
    const inside = element.children.map((child) => elements[child]!.code);
    const isAdditive = !inside.some((code) =>
      result.actual_weights
        .get(code)!
        .some((weight, row) => weight > 0 && Number.isNaN(result.contributions.get(code)![row]!)),
    );
    const show = (x: number) => (isAdditive || !Number.isNaN(x) ? cell(x, locale) : words.none);
    const block = groupBlock(report, element, contribution, result.contributions, show, locale);
    return block.length === 0 ? [] : [isAdditive ? block : [...block, words.notAdditive]];
  });
}

/** One table for the indicators of each group: a full table would be wider than any terminal. */
const indicatorBlocks = (
  report: Report,
  title: string,
  columns: ReadonlyMap<string, Float64Array>,
  show: (x: number, locale: Locale) => string,
  locale: Locale,
): string[][] =>
  report.elements
    .filter((element) => element.kind === 'group')
    .map((group) => groupBlock(report, group, title, columns, (x) => show(x, locale), locale));

/** Empty for a group without indicators of its own. */
function groupBlock(
  report: Report,
  group: Extract<Element, { kind: 'group' }>,
  title: string,
  columns: ReadonlyMap<string, Float64Array>,
  show: (x: number) => string,
  locale: Locale,
): string[] {
  const { elements, order, result } = report;
  const indicators = group.children
    .map((child) => elements[child]!)
    .filter(({ kind }) => kind === 'indicator');
  if (indicators.length === 0) return [];
  const periods = order.map((row) => result.rows[row]!.period);
  return [
    `${title} · ${nameOf(report, group.code, locale)}`,
    ...textTable([
      ...(new Set(periods).size > 1 ? [left('', periods)] : []),
      ...unitColumns(report, order, locale),
      ...indicators.map(({ code }) =>
        right(
          code,
          order.map((row) => show(columns.get(code)![row]!)),
        ),
      ),
    ]),
  ];
}

/** Cells that were changed before they were normalised, one a line. */
function flaggedBlock(report: Report, locale: Locale): string[] {
  const { result, order } = report;
  const words = wordsFor(locale);
  const cells = [...result.cells.keys()].flatMap((code) =>
    order
      .filter((row) => flagWords(report, code, row) !== '')
      .map((row) => ({ code, row, ...result.rows[row]! })),
  );
  if (cells.length === 0) return [];
  const periods = cells.map(({ period }) => period);
  const numbers = (of: ReadonlyMap<string, Float64Array>) =>
    cells.map(({ code, row }) => plain(of.get(code)![row]!, locale));
  return [
    words.flagged,
    ...textTable([
      left(
        words.unit,
        cells.map(({ unit }) => unit),
      ),
      ...(periods.some(Boolean) ? [left(words.period, periods)] : []),
      left(
        words.indicator,
        cells.map(({ code }) => nameOf(report, code, locale)),
      ),
      left(
        words.what,
        cells.map(({ code, row }) => flagText(report, code, row, locale)),
      ),
      right(words.given, numbers(result.denominated)),
      right(words.used, numbers(result.treated)),
    ]),
  ];
}
