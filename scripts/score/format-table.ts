import { group } from 'd3-array';
import { messagesFor, textIn, textsWith } from '#lib/i18n/index.ts';
import { LAYERS } from '#lib/model/index.ts';
import type { Layer, Locale } from '#lib/model/index.ts';
import type { Analysis } from './analysis.ts';
import { analysisBlocks } from './format-analysis.ts';
import type { Report } from './report.ts';
import { cell, left, right, unitColumns } from './table-columns.ts';
import { stepBlocks } from './table-steps.ts';
import { textTable } from './text-table.ts';
import { issueText, nameOf, reasonText, wordsFor } from './words.ts';

/** The result for reading on a terminal, numbers rounded to two decimals. */
export function formatTable(
  report: Report,
  withSteps: boolean,
  analyses: readonly Analysis[],
  locale: Locale,
): string {
  const blocks = [
    heading(report, locale),
    ...poolBlocks(report, locale),
    ...(withSteps ? stepBlocks(report, locale) : []),
    notes(report, locale),
    ...analyses.flatMap((analysis) => analysisBlocks(analysis, locale)),
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
    ...(layer
      ? [textsWith(locale, (one) => ({ filled: isFilled(one, result) })).layerMark[layer]]
      : []),
    `${source.file} · ${wordsFor(locale).ranked(order.length, ranked)}`,
  ];
}

/** A form is blank for as long as it holds no value. */
const isFilled = (layer: Layer, { raw }: Report['result']): boolean =>
  layer === 'template' && [...raw.values()].some((cells) => cells.some((cell) => !isNaN(cell)));

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

function notes(report: Report, locale: Locale): string[] {
  const { issues } = report.result;
  if (issues.length === 0) return [];
  return [
    wordsFor(locale).notes,
    ...issues.map((issue) => `  ${issueText(issue, report, locale)}`),
  ];
}
