/** The tables of the work programme: summary, quarterly check, list of activities. */
import { factText } from '#lib/frame/target-words.ts';
import { formatDay, formatPlain } from '#lib/i18n/index.ts';
import type { Indicator } from '#lib/model/index.ts';
import type { ReportedFact } from '#lib/state/targets/index.ts';
import type { TableCell, TableColumn, TableRow } from '#lib/ui/data-table.ts';
import type { Entry, SummaryLine, State } from './model.ts';
import {
  countText,
  participantsText,
  placeOf,
  quarterText,
  titleOf,
  type ProgrammeWords,
} from './words.ts';

export interface ProgrammeTable {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

/** Shape before word; the same shapes as in the picture. */
const SHAPES: Readonly<Record<State, string>> = {
  done: '●',
  planned: '○',
  collecting: '◇',
  planned_overdue: '▲',
  collecting_overdue: '△',
  not_done: '□',
};

export function summaryTable(lines: readonly SummaryLine[], { p }: ProgrammeWords): ProgrammeTable {
  const s = p.summary;
  const unit = s.unit;
  return {
    columns: [
      { label: s.kind },
      { label: s.all, unit, numeric: true },
      { label: s.needs, unit: s.needsUnit, numeric: true },
      { label: s.planned, unit, numeric: true },
      { label: s.done, unit, numeric: true },
      { label: s.open, unit, numeric: true },
      { label: s.collecting, unit, numeric: true },
      { label: s.notDone, unit, numeric: true },
      { label: s.overdue, unit, numeric: true },
    ],
    rows: lines.map((line) => ({
      id: line.kind,
      cells: [
        line.kind === null ? s.total : p.kind[line.kind],
        countText(line.all),
        needsCell(line, s.uncounted, p.list.notCounted),
        countText(line.planned),
        countText(line.done),
        countText(line.open),
        countText(line.collecting),
        countText(line.notDone),
        countText(line.overdue),
      ],
    })),
  };
}

function needsCell(
  { needs, uncounted }: SummaryLine,
  uncountedText: (n: number) => string,
  none: string,
): TableCell {
  if (needs === null) return { text: none, missing: true };
  return { text: formatPlain(needs), ...(uncounted > 0 ? { sub: uncountedText(uncounted) } : {}) };
}

export function activityTable(entries: readonly Entry[], words: ProgrammeWords): ProgrammeTable {
  const { p, locale } = words;
  const c = p.list;
  return {
    columns: [
      { label: c.period },
      { label: c.place },
      { label: c.kind },
      { label: c.name },
      { label: c.status },
      { label: c.needs, numeric: true },
      { label: c.planned, numeric: true },
      { label: c.done, numeric: true },
      { label: c.participants, numeric: true },
      { label: c.note },
    ],
    rows: entries.map((entry) => {
      const { activity, state, city, county } = entry;
      const day = (iso: string | null, none: TableCell) =>
        iso === null ? none : { text: formatDay(iso, locale) };
      const held = activity.status === 'done';
      return {
        id: activity.activity_id,
        cells: [
          quarterText(activity.period, words),
          { text: placeOf(entry, words), ...(county === null ? {} : { sub: city[locale] }) },
          p.kind[activity.kind],
          titleOf(entry, words),
          `${SHAPES[state]} ${p.state[state]}`,
          activity.needs === null
            ? { text: c.notCounted, missing: true }
            : { text: formatPlain(activity.needs) },
          day(activity.planned_for, { text: c.notSet, missing: true }),
          day(activity.done_on, { text: c.notHeld }),
          activity.participants === null
            ? held
              ? { text: c.unknown, missing: true }
              : { text: c.notHeld }
            : { text: participantsText(entry, words) },
          activity.note ?? '',
        ],
      };
    }),
  };
}

/** What the published document says of the programme: number, section, note. */
export function factTable(
  facts: readonly ReportedFact[],
  indicators: readonly Indicator[],
  words: ProgrammeWords,
): ProgrammeTable {
  const { p, m, locale } = words;
  return {
    columns: [
      { label: p.published.what },
      { label: p.published.number, numeric: true },
      { label: p.published.section },
      { label: p.published.note },
    ],
    rows: facts.map((fact) => ({
      id: fact.obs_id,
      cells: [
        (locale === 'zh' ? fact.indicator_name_zh : fact.indicator_name_en) ?? fact.indicator,
        { text: factText(fact, indicators, locale, m), origin: fact.obs_id },
        fact.locator,
        fact.note ?? '',
      ],
    })),
  };
}
