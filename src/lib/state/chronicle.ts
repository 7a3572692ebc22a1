/**
 * What happened, as the timeline knows it: the events of one layer with the names of who and where.
 * Pure and serialisable; documents and names that many events share are held once.
 */
import type { DataStatus, LocalText, Region, Source } from '#lib/model/index.ts';
import type { EventRow } from '#lib/queries/index.ts';
import type { InstitutionRow } from './dataset.ts';

export interface ChronicleEvent extends Pick<
  EventRow,
  'category' | 'region_code' | 'institution_id' | 'source_id' | 'locator' | 'note'
> {
  readonly id: string;
  /** At its own precision: 2016, 2022-03 or 2024-05-20. */
  readonly date: string;
  readonly text: LocalText;
  /** What the source counts in the event, by key, in its order. */
  readonly numbers: readonly (readonly [key: string, value: number])[];
}

export interface Chronicle {
  readonly status: DataStatus;
  /** Oldest first; within one month in the order of the source. */
  readonly events: readonly ChronicleEvent[];
  readonly institutions: Readonly<Record<string, LocalText>>;
  readonly regions: Readonly<Record<string, LocalText>>;
  readonly sources: Readonly<Record<string, Source>>;
}

export interface ChronicleTables {
  readonly events: readonly EventRow[];
  readonly institutions: readonly InstitutionRow[];
  readonly regions: readonly Region[];
  readonly sources: readonly Source[];
}

/** The numbers of an event, a JSON object of numbers; anything else is none. */
export function eventNumbers(json: string | null): [string, number][] {
  if (json === null) return [];
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return [];
  }
  if (typeof parsed !== 'object' || parsed === null) return [];
  return Object.entries(parsed).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number' && Number.isFinite(entry[1]),
  );
}

const named = ({ name_zh, name_en }: { name_zh: string; name_en: string }): LocalText => ({
  zh: name_zh,
  en: name_en,
});

/** Joins the tables of one layer. Unknown codes keep themselves as their names. */
export function chronicleOf(tables: ChronicleTables, status: DataStatus): Chronicle {
  const institutionNames = new Map(
    tables.institutions.map((row) => [row.institution_id, named(row)] as const),
  );
  const regionNames = new Map(tables.regions.map((row) => [row.region_code, named(row)] as const));
  const sourceRows = new Map(tables.sources.map((row) => [row.source_id, row]));
  const institutions: Record<string, LocalText> = {};
  const regions: Record<string, LocalText> = {};
  const sources: Record<string, Source> = {};
  for (const { institution_id: id, region_code: code, source_id } of tables.events) {
    if (id !== null) institutions[id] = institutionNames.get(id) ?? { zh: id, en: id };
    regions[code] = regionNames.get(code) ?? { zh: code, en: code };
    const source = sourceRows.get(source_id);
    if (source) sources[source_id] = source;
  }
  return {
    status,
    events: tables.events.map((row) => ({
      id: row.event_id,
      date: row.date,
      category: row.category,
      text: { zh: row.summary_zh, en: row.summary_en },
      numbers: eventNumbers(row.numbers),
      institution_id: row.institution_id,
      region_code: row.region_code,
      source_id: row.source_id,
      locator: row.locator,
      note: row.note,
    })),
    institutions,
    regions,
    sources,
  };
}
