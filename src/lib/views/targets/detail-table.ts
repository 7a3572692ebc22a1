/** The test of one target laid open: every institution, quarter or year with its number. */
import { quarterText, type TargetWords } from '#lib/frame/target-words.ts';
import { formatDay, formatNumber, formatPlain } from '#lib/i18n/index.ts';
import { institutionObservationId, type Layer } from '#lib/model/index.ts';
import type { Evaluation, Member, MemberStatus, TargetCell } from '#lib/state/targets/index.ts';
import type { TableCell, TableColumn, TableRow } from '#lib/ui/data-table.ts';
import { locatorFiles, missingReasonText, shortLocator } from '#lib/ui/value-words.ts';

export interface DetailTable {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

/** Name of an institution's number of the target's indicator. */
type OriginOf = (institution: string, year?: string) => Pick<TableCell, 'origin'>;

/** Shape and word; the same shapes as in the picture. */
const SHAPES: Readonly<Record<MemberStatus, string>> = { met: '●', not_met: '◇', unknown: '' };

const statusCell = (status: MemberStatus, word: string): TableCell =>
  status === 'unknown' ? { text: word, missing: true } : { text: `${SHAPES[status]} ${word}` };

/** The institutions or quarters of a target; null where the result is a published fact or none. */
export function detailTable(
  evaluation: Evaluation,
  words: TargetWords,
  rawHref: (path: string) => string,
  layer: Layer,
): DetailTable | null {
  const { measure, target, period } = evaluation;
  const originOf: OriginOf = (institution, year = period) =>
    target.indicator === null
      ? {}
      : { origin: institutionObservationId(layer, institution, target.indicator, year) };
  switch (measure.kind) {
    case 'each':
    case 'total':
      return valueTable(evaluation, measure.members, words, rawHref, originOf);
    case 'count':
      return historyTable(measure.members, words, rawHref, originOf);
    case 'quarters':
      return {
        columns: [
          { label: words.t.detail.quarter },
          { label: words.t.detail.status },
          { label: words.t.detail.held, numeric: true },
          { label: words.t.detail.entries },
        ],
        rows: measure.quarters.map(({ period, status, held, activities }) => ({
          id: period,
          cells: [
            quarterText(period, words.t),
            statusCell(status, words.t.member[status]),
            String(held),
            activities.length === 0
              ? { text: words.t.detail.noEntries, missing: true }
              : {
                  text: activities
                    .map(({ title_zh, title_en, done_on }) =>
                      [
                        words.locale === 'zh' ? title_zh : title_en,
                        done_on === null
                          ? words.t.detail.notHeld
                          : formatDay(done_on, words.locale),
                      ].join(words.t.finding.join),
                    )
                    .join(words.m.finding.join),
                },
          ],
        })),
      };
    case 'fact':
    case 'none':
      return null;
  }
}

/** As many decimals as any number of the column has, so that they stand one under the other. */
const decimalsOf = (members: readonly Member[]): number =>
  members.reduce((most, { cell }) => {
    const text = cell?.value == null ? '' : formatPlain(cell.value);
    return Math.max(most, (text.split('.')[1] ?? '').length);
  }, 0);

/** The number as its source hedges it, or why there is none. */
function valueCell(cell: TargetCell | null, decimals: number, { m }: TargetWords): TableCell {
  if (cell?.value == null)
    return { text: missingReasonText(cell?.missing_reason ?? null, m), missing: true };
  return {
    text: m.qualifier[cell.qualifier](formatNumber(cell.value, decimals), ''),
    ...(cell.note === null ? {} : { sub: cell.note }),
  };
}

function sourceCell(cell: TargetCell | null, rawHref: (path: string) => string): TableCell {
  if (cell === null) return { text: '' };
  const [file] = locatorFiles(cell.locator);
  return {
    // The folder is the same for every row; the link has it in full.
    text: shortLocator(cell.locator).replace(/(?:[\w-]+\/)+(?=[\w.-]+\.\w+ )/g, ''),
    ...(file === undefined ? {} : { href: rawHref(file) }),
  };
}

function valueTable(
  { measure, period, target }: Evaluation,
  members: readonly Member[],
  words: TargetWords,
  rawHref: (path: string) => string,
  originOf: OriginOf,
): DetailTable {
  const { t, locale } = words;
  const unit = words.unitOf({ target });
  const judged = measure.kind === 'each';
  const decimals = decimalsOf(members);
  const ratio = members.some(({ cell }) => cell?.denominator != null);
  const order = [...members].sort((a, b) =>
    judged ? (a.cell?.value ?? -Infinity) - (b.cell?.value ?? -Infinity) : 0,
  );
  return {
    columns: [
      { label: t.detail.institution },
      ...(judged ? [{ label: t.detail.status }] : []),
      { label: t.detail.value(period), unit, numeric: true },
      ...(ratio ? [{ label: t.detail.ratio, numeric: true }] : []),
      { label: t.detail.source },
    ],
    rows: order.map(({ id, name, status, cell }) => ({
      id,
      cells: [
        name[locale],
        ...(judged ? [statusCell(status, t.member[status])] : []),
        { ...valueCell(cell, decimals, words), ...originOf(id) },
        ...(ratio ? [ratioCell(cell, words)] : []),
        sourceCell(cell, rawHref),
      ],
    })),
  };
}

const ratioCell = (cell: TargetCell | null, { m }: TargetWords): string =>
  cell?.numerator == null || cell.denominator == null
    ? ''
    : m.detail.numeratorDenominator(formatPlain(cell.numerator), formatPlain(cell.denominator));

function historyTable(
  members: readonly Member[],
  words: TargetWords,
  rawHref: (path: string) => string,
  originOf: OriginOf,
): DetailTable {
  const { t, locale, m } = words;
  const years = members[0]?.history.map(({ period }) => period) ?? [];
  return {
    columns: [
      { label: t.detail.institution },
      { label: t.detail.status },
      { label: t.detail.change },
      ...years.map((year) => ({ label: year, numeric: true })),
      { label: t.detail.source },
    ],
    rows: members.map(({ id, name, status, why, cell, history }) => ({
      id,
      cells: [
        name[locale],
        statusCell(status, t.counted[status]),
        why === 'missing' ? missingReasonText(cell?.missing_reason ?? null, m) : t.why[why],
        ...history.map(({ period, cell: past }): TableCell => ({
          ...(past?.value == null
            ? { text: missingReasonText(past?.missing_reason ?? null, m), missing: true }
            : { text: past.value_text ?? formatPlain(past.value) }),
          ...originOf(id, period),
        })),
        sourceCell(cell, rawHref),
      ],
    })),
  };
}
