/** A year that the folder does not have yet: the cut-off moves, and what did not come in has its rows. */
import type { Layer } from '#lib/model/index.ts';
import type { CellDraft } from '../drafts.ts';
import type { Folder } from '../folder.ts';
import { isRecord, readJson } from '../../raw/edition.ts';
import type { InputFile } from '../../raw/read-data.ts';
import type { Gap } from './observation-record.ts';
import { pathOf } from './merge.ts';
import { sourceId } from './sources.ts';

const EDITION = 'edition.json';

export interface MovedEdition {
  readonly file: InputFile;
  readonly before: { readonly id: string; readonly cutoff: string };
  readonly after: { readonly id: string; readonly cutoff: string };
  /** The edition in force was not locked: what was published of it is not kept anywhere. */
  readonly unlocked: boolean;
}

/** edition.json with a later cut-off, where values of the layer of the ranking are later than it. */
export function moveCutoff(folder: Folder, cells: readonly CellDraft[]): MovedEdition | null {
  const { edition, ledger } = folder.data;
  const input = folder.files.find(({ path }) => path === EDITION);
  if (!edition || !input) return null;
  const last = cells
    .filter(({ layer }) => layer === edition.layer)
    .reduce((day, { period }) => (period.period_end > day ? period.period_end : day), '');
  if (last <= edition.cutoff) return null;
  const json = readJson(EDITION, input.bytes);
  if (!json.ok || !isRecord(json.value)) return null;
  const year = last.slice(0, 4);
  const cutoff = `${year}-12-31`;
  const id = edition.cutoff.startsWith(edition.id) ? year : edition.id;
  const text = `${JSON.stringify({ ...json.value, id, cutoff }, null, 2)}\n`;
  return {
    file: { path: EDITION, bytes: new TextEncoder().encode(text) },
    before: { id: edition.id, cutoff: edition.cutoff },
    after: { id, cutoff },
    unlocked: !ledger.some((entry) => entry.id === edition.id),
  };
}

/** Institutions of a layer that exist in a year, by level. */
function institutionsIn(
  folder: Folder,
  layer: Layer,
  year: string,
): { id: string; level: string }[] {
  return folder.data.rows.institution.flatMap(({ layer: own, values }) => {
    const { institution_id: id, level, valid_from, valid_to } = values;
    if (own !== layer || id === null || level === null) return [];
    const exists = (valid_from ?? '') <= `${year}-12-31` && (valid_to ?? '9999') >= `${year}-01-01`;
    return exists ? [{ id, level }] : [];
  });
}

const keyOf = (id: string, indicator: string) => `${id}/${indicator}`;

/** What the last yearly table before asked of each level. */
function formBefore(folder: Folder, layer: Layer, year: string): Map<string, Set<string>> {
  const years = folder.data.files.flatMap((file) =>
    file.table === 'observation' && file.layer === layer && file.year !== null ? [file.year] : [],
  );
  const before =
    years
      .filter((other) => other < year)
      .sort()
      .pop() ?? years.sort()[0];
  const levels = new Map(
    folder.data.rows.institution.map(({ values }) => [
      values.institution_id ?? '',
      values.level ?? '',
    ]),
  );
  const counts = new Map<string, Map<string, number>>();
  const path = before === undefined ? '' : pathOf(layer, before);
  const seen = new Set<string>();
  for (const { file, values } of folder.data.rows.observation) {
    if (file !== path || values.period?.period !== before) continue;
    const level = levels.get(values.institution_id ?? '') ?? '';
    const once = keyOf(values.institution_id ?? '', values.indicator ?? '');
    if (seen.has(once)) continue;
    seen.add(once);
    const ofLevel = counts.get(level) ?? new Map<string, number>();
    ofLevel.set(values.indicator ?? '', (ofLevel.get(values.indicator ?? '') ?? 0) + 1);
    counts.set(level, ofLevel);
  }
  const size = new Map<string, number>();
  for (const { level } of institutionsIn(folder, layer, before ?? year))
    size.set(level, (size.get(level) ?? 0) + 1);
  return new Map(
    [...counts].map(([level, ofLevel]) => [
      level,
      new Set(
        [...ofLevel].filter(([, n]) => n * 2 >= (size.get(level) ?? 0)).map(([code]) => code),
      ),
    ]),
  );
}

/** Rows “not reported” for all that a new year's table would lack against the year before. */
export function gapsOfNewYears(folder: Folder, cells: readonly CellDraft[]): Gap[] {
  const known = new Set(folder.files.map(({ path }) => path));
  const opened = new Map<string, CellDraft[]>();
  for (const cell of cells) {
    const path = pathOf(cell.layer, cell.period.period);
    if (known.has(path)) continue;
    const own = opened.get(path);
    if (own) own.push(cell);
    else opened.set(path, [cell]);
  }
  return [...opened].flatMap(([path, own]) => {
    const [layer, year] = [layerOf(path), yearOf(path)];
    const gap = gapMaker(own, path);
    const given = new Set(own.map((cell) => keyOf(cell.institution_id, cell.indicator)));
    const form = formBefore(folder, layer, year);
    return institutionsIn(folder, layer, year).flatMap(({ id, level }) =>
      [...(form.get(level) ?? [])]
        .filter((indicator) => !given.has(keyOf(id, indicator)))
        .map((indicator) => gap(id, indicator)),
    );
  });
}

const layerOf = (path: string) => (path.split('/')[0] ?? '') as Layer;
const yearOf = (path: string) => /(\d{4})\.csv$/.exec(path)?.[1] ?? '';

/** A gap of the table at `path`; its source is the first file that brought something into it. */
function gapMaker(own: readonly CellDraft[], path: string) {
  const first = own.reduce(
    (least, { row }) => (least === '' || row.input.sha256 < least ? row.input.sha256 : least),
    '',
  );
  const layer = layerOf(path);
  return (institution_id: string, indicator: string): Gap => ({
    path,
    layer,
    institution_id,
    indicator,
    period: yearOf(path),
    source_id: sourceId(layer, first),
  });
}

type Asking = { readonly code: string; readonly file: string; readonly found: string };

/** The gaps that a finding of the checks asks for: a missing row, or an indicator nobody has. */
export function gapsAskedBy(
  folder: Folder,
  cells: readonly CellDraft[],
): (finding: Asking) => readonly Gap[] {
  const byPath = new Map<string, CellDraft[]>();
  for (const cell of cells) {
    const path = pathOf(cell.layer, cell.period.period);
    const own = byPath.get(path);
    if (own) own.push(cell);
    else byPath.set(path, [cell]);
  }
  const makers = new Map([...byPath].map(([path, own]) => [path, gapMaker(own, path)] as const));
  return ({ code, file, found }) => {
    const gap = makers.get(file);
    if (!gap) return [];
    const [who = '', indicator = ''] = found.split(' / ');
    if (code === 'row_missing') return [gap(who, indicator)];
    if (code !== 'indicator_absent') return [];
    return institutionsIn(folder, layerOf(file), yearOf(file))
      .filter(({ level }) => level === who)
      .map(({ id }) => gap(id, indicator));
  };
}
