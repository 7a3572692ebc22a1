/** The ranking as a table file: the numbers in full precision, the words of the screen beside. */
import type { Sheet } from '#lib/export/index.ts';
import type { Messages } from '#lib/i18n/index.ts';
import type { Locale, LocalText, SchemeBand } from '#lib/model/index.ts';
import type { RankingModel } from './model.ts';
import { statusText } from '#lib/ui/value-words.ts';

type SheetCell = Sheet['rows'][number][number];

/** Ranked rows in the order shown, then those without a place; a missing number is an empty cell. */
export function rankingSheet(
  model: RankingModel,
  bands: readonly SchemeBand[],
  dimensionNames: ReadonlyMap<string, LocalText>,
  locale: Locale,
  m: Messages,
): Sheet {
  const words = m.export.columns;
  const isDimension = model.view.dimension !== null;
  const elements = isDimension ? [] : model.elements.map(({ name }) => words.points(name[locale]));
  const possible = (row: RankingModel['ranked'][number]): SheetCell[] =>
    model.hasPossible
      ? [row.possible?.from ?? null, row.possible?.to ?? null, row.possible?.tier ?? null]
      : [];
  const bandName = (code: string | null) =>
    bands.find((band) => band.code === code)?.name[locale] ?? null;
  const changeOf = (row: RankingModel['ranked'][number]): [SheetCell, string] => {
    const { change } = row;
    if (change.kind === 'up') return [change.places, m.change.up(change.places)];
    if (change.kind === 'down') return [-change.places, m.change.down(change.places)];
    return [change.kind === 'same' ? 0 : null, m.change[change.kind]];
  };
  return {
    columns: [
      words.rank,
      words.provinceRank,
      words.id,
      words.institution,
      words.region,
      words.city,
      words.score,
      ...elements,
      words.change,
      words.changeWords,
      ...(model.hasPossible ? [words.possibleFrom, words.possibleTo, words.tier] : []),
      words.band,
      words.missing,
      words.status,
    ],
    rows: [
      ...model.ranked.map((row) => [
        row.rank,
        row.provinceRank,
        row.id,
        row.institution[locale],
        row.name[locale],
        row.place?.[locale] ?? null,
        row.score,
        ...(isDimension ? [] : row.segments),
        ...changeOf(row),
        ...possible(row),
        bandName(row.band),
        row.gaps.map(({ name }) => name[locale]).join(m.finding.nameJoin) || null,
        m.export.ranked,
      ]),
      ...model.unranked.map((row) => [
        null,
        null,
        row.id,
        row.institution[locale],
        row.name[locale],
        row.place?.[locale] ?? null,
        null,
        ...elements.map(() => null),
        null,
        null,
        ...(model.hasPossible ? [null, null, null] : []),
        null,
        row.gaps.map(({ name }) => name[locale]).join(m.finding.nameJoin) || null,
        `${m.ranking.unranked}${m.colon}${statusText(row.status, dimensionNames, locale, m)}`,
      ]),
    ],
  };
}
