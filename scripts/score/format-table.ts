import { group } from 'd3-array';
import { formatNumber, formatPercent, formatPlain, messagesFor, textIn } from '#lib/i18n/index.ts';
import { LAYERS } from '#lib/model/index.ts';
import type { Locale } from '#lib/model/index.ts';
import { flagWords } from './report.ts';
import type { Report } from './report.ts';
import { textTable } from './text-table.ts';
import type { TextColumn } from './text-table.ts';
import { flagText, issueText, nameOf, reasonText, wordsFor } from './words.ts';

const left = (head: string, cells: readonly string[]): TextColumn => ({
  head,
  cells,
  align: 'left',
});
const right = (head: string, cells: readonly string[]): TextColumn => ({
  head,
  cells,
  align: 'right',
});

/** The result for reading on a terminal, numbers rounded to two decimals. */
export function formatTable(report: Report, withSteps: boolean, locale: Locale): string {
  const blocks = [
    heading(report, locale),
    ...poolBlocks(report, locale),
    ...(withSteps ? stepBlocks(report, locale) : []),
    notes(report, locale),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function heading({ scheme, source, result, order }: Report, locale: Locale): string[] {
  const layer = LAYERS.find((word) => word === source.layer);
  const ranked = order.filter((row) => result.status[row]!.kind === 'ranked').length;
  return [
    `${textIn(scheme.name, locale)} v${scheme.version} · ${textIn(scheme.weights_label, locale)}`,
    ...(layer ? [messagesFor(locale).layerMark[layer]] : []),
    `${source.file} · ${wordsFor(locale).ranked(order.length, ranked)}`,
  ];
}

/** One table for each period and peer group, and below it who has no place. */
function poolBlocks(report: Report, locale: Locale): string[][] {
  const { result, order } = report;
  const keyOf = (row: number) => {
    const { period, group: peers } = result.rows[row]!;
    const levels: Readonly<Record<string, string>> = messagesFor(locale).level;
    return [period, levels[peers] ?? peers].filter(Boolean).join(' · ');
  };
  const pools = group(order, keyOf);
  return [...pools].flatMap(([title, rows]) => {
    const isRanked = (row: number) => result.status[row]!.kind === 'ranked';
    return [
      rankingBlock(report, title, rows.filter(isRanked), locale),
      unrankedBlock(
        report,
        rows.filter((row) => !isRanked(row)),
        locale,
      ),
    ];
  });
}

function unitColumns(
  { result, names }: Report,
  rows: readonly number[],
  locale: Locale,
): TextColumn[] {
  const words = wordsFor(locale);
  const units = rows.map((row) => result.rows[row]!.unit);
  const named = units.some((unit) => names.has(unit));
  return [
    left(words.unit, units),
    ...(named
      ? [
          left(
            words.name,
            units.map((unit) => names.get(unit) ?? ''),
          ),
        ]
      : []),
  ];
}

function rankingBlock(
  report: Report,
  title: string,
  rows: readonly number[],
  locale: Locale,
): string[] {
  if (rows.length === 0) return title === '' ? [] : [title];
  const { result, scheme } = report;
  const words = wordsFor(locale);
  const { code, children } = scheme.index;
  const values = new Map([...result.normalised, ...result.scores]);
  const shown = [code, ...children.map((child) => child.code)];
  const bandNames = new Map(scheme.bands.map((band) => [band.code, textIn(band.name, locale)]));
  const columns = [
    right(
      words.rank,
      rows.map((row) => String(result.ranks.get(code)![row])),
    ),
    ...unitColumns(report, rows, locale),
    ...shown.map((of) =>
      right(
        nameOf(report, of, locale),
        rows.map((row) => cell(values.get(of)![row]!, locale)),
      ),
    ),
    ...(bandNames.size > 0
      ? [
          left(
            words.band,
            rows.map((row) => bandNames.get(result.bands[row] ?? '') ?? ''),
          ),
        ]
      : []),
  ];
  return [...(title === '' ? [] : [title]), ...textTable(columns)];
}

function unrankedBlock(report: Report, rows: readonly number[], locale: Locale): string[] {
  if (rows.length === 0) return [];
  const words = wordsFor(locale);
  const reasons = rows.map((row) => reasonText(report.result.status[row]!, report, locale));
  return [
    words.unranked,
    ...textTable([...unitColumns(report, rows, locale), left(words.reason, reasons)]),
  ];
}

function stepBlocks(report: Report, locale: Locale): string[][] {
  const { result } = report;
  const words = wordsFor(locale);
  return [
    weightsBlock(report, locale),
    ...indicatorBlocks(report, words.raw, result.raw, plain, locale),
    ...indicatorBlocks(report, words.normalised, result.normalised, cell, locale),
    ...indicatorBlocks(report, words.contribution, result.contributions, cell, locale),
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

/** One table for the indicators of each group: a full table would be wider than any terminal. */
function indicatorBlocks(
  report: Report,
  title: string,
  columns: ReadonlyMap<string, Float64Array>,
  show: (x: number, locale: Locale) => string,
  locale: Locale,
): string[][] {
  const { elements, order, result } = report;
  const periods = order.map((row) => result.rows[row]!.period);
  const hasPeriods = new Set(periods).size > 1;
  return elements.flatMap((element) => {
    if (element.kind !== 'group') return [];
    const indicators = element.children
      .map((child) => elements[child]!)
      .filter(({ kind }) => kind === 'indicator');
    if (indicators.length === 0) return [];
    return [
      [
        `${title} · ${nameOf(report, element.code, locale)}`,
        ...textTable([
          ...(hasPeriods ? [left('', periods)] : []),
          ...unitColumns(report, order, locale),
          ...indicators.map(({ code }) =>
            right(
              code,
              order.map((row) => show(columns.get(code)![row]!, locale)),
            ),
          ),
        ]),
      ],
    ];
  });
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

function notes(report: Report, locale: Locale): string[] {
  const { issues } = report.result;
  if (issues.length === 0) return [];
  return [
    wordsFor(locale).notes,
    ...issues.map((issue) => `  ${issueText(issue, report, locale)}`),
  ];
}

const missing = (x: number, locale: Locale) => (Number.isNaN(x) ? wordsFor(locale).missing : null);
const cell = (x: number, locale: Locale) => missing(x, locale) ?? formatNumber(x, 2);
const plain = (x: number, locale: Locale) => missing(x, locale) ?? formatPlain(x, 4);
