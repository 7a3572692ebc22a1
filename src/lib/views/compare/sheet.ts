/** The comparison as a table file: the numbers in full precision, the words of the screen beside. */
import type { Sheet } from '#lib/export/index.ts';
import type { Messages } from '#lib/i18n/index.ts';
import type { CompareMessages } from '#lib/i18n/views/compare.ts';
import type { Locale } from '#lib/model/index.ts';
import { missingReasonText } from '#lib/ui/value-words.ts';
import type { CompareModel } from './model.ts';
import { subjectName } from './words.ts';

type Cell = Sheet['rows'][number][number];

/** What one subject puts into a row: value, hedge or reason; then the gaps, unless it is the measure. */
interface Entry {
  readonly value: number | null;
  readonly hedge: string;
  readonly gap: number | null;
  readonly points: number | null;
}

export function compareSheet(
  model: CompareModel,
  locale: Locale,
  c: CompareMessages,
  m: Messages,
): Sheet {
  const { subjects, measure, scoreGaps, lines } = model;
  const names = subjects.map((subject) => subjectName(subject, locale, c));
  const base = names[measure] ?? '';
  const words = c.sheet;
  const cells = (entry: (column: number) => Entry): Cell[] =>
    subjects.flatMap((_, column) => {
      const { value, hedge, gap, points } = entry(column);
      return [value, hedge || null, ...(column === measure ? [] : [gap, points])];
    });
  const hedgeOf = (value: number | null, reason: string): string => (value === null ? reason : '');
  return {
    columns: [
      words.kind,
      words.code,
      words.name,
      words.unit,
      ...names.flatMap((name, column) => [
        words.value(name),
        words.hedge(name),
        ...(column === measure ? [] : [words.gap(name, base), words.points(name, base)]),
      ]),
    ],
    rows: [
      [
        words.kinds.index,
        null,
        c.table.score,
        m.ranking.scoreUnit,
        ...cells((column) => {
          const value = subjects[column]?.score ?? null;
          const gap = scoreGaps[column] ?? null;
          return { value, hedge: hedgeOf(value, c.table.unscored), gap, points: gap };
        }),
      ],
      [
        words.kinds.index,
        null,
        words.place,
        null,
        ...cells((column) => ({
          value: subjects[column]?.institution?.place?.rank ?? null,
          hedge: subjects[column]?.institution?.place?.tied ? c.table.tied : '',
          gap: null,
          points: null,
        })),
      ],
      ...lines.flatMap((line) => [
        [
          words.kinds.dimension,
          line.code,
          line.name[locale],
          m.ranking.scoreUnit,
          ...cells((column) => {
            const { score = null, gap = null, pointsGap = null } = line.cells[column] ?? {};
            const without = subjects[column]?.score == null ? c.table.unscored : c.table.noValue;
            return { value: score, hedge: hedgeOf(score, without), gap, points: pointsGap };
          }),
        ],
        ...line.indicators.map((indicator) => [
          words.kinds.indicator,
          indicator.code,
          indicator.name[locale],
          indicator.unit?.[locale] ?? null,
          ...cells((column) => {
            const cell = indicator.cells[column];
            return {
              value: cell?.value ?? null,
              hedge:
                cell?.value == null
                  ? missingReasonText(cell?.reason ?? null, m)
                  : words.hedges[cell.qualifier],
              gap: cell?.gap ?? null,
              points: null,
            };
          }),
        ]),
      ]),
    ],
  };
}
