/** What is in the tray, in its order, and everything that can be done with it. */
import type { KeptWishes } from './kept-figure.ts';

export interface TrayEntry extends KeptWishes {
  readonly id: string;
}

export interface TrayList {
  /** Of the report; null for the usual one. */
  readonly title: string | null;
  readonly entries: readonly TrayEntry[];
}

export const EMPTY: TrayList = { title: null, entries: [] };

/**
 * Something done to the list. It can be done again on a list that another tab has changed since:
 * what is not there any more is left alone.
 */
export type Change = (list: TrayList) => TrayList;

const limit = (value: number, most: number): number => Math.min(Math.max(value, 0), most);

const withEntries = (list: TrayList, entries: readonly TrayEntry[]): TrayList => ({
  ...list,
  entries,
});

export const positionOf = ({ entries }: TrayList, wanted: string): number =>
  entries.findIndex(({ id }) => id === wanted);

/** At a position from 0, or at the end; never a second time. */
export const added =
  (entry: TrayEntry, position = Infinity): Change =>
  (list) => {
    if (positionOf(list, entry.id) >= 0) return list;
    const entries = [...list.entries];
    entries.splice(limit(position, entries.length), 0, entry);
    return withEntries(list, entries);
  };

export const removed =
  (ids: ReadonlySet<string>): Change =>
  (list) =>
    withEntries(
      list,
      list.entries.filter(({ id }) => !ids.has(id)),
    );

/** Everything of an earlier list that is missing now, where it was. */
export const restored =
  (before: TrayList, ids: ReadonlySet<string>): Change =>
  (list) =>
    before.entries.reduce(
      (now, entry, position) => (ids.has(entry.id) ? added(entry, position)(now) : now),
      list,
    );

/** To a position from 0. */
export const moved =
  (id: string, position: number): Change =>
  (list) => {
    const from = positionOf(list, id);
    if (from < 0) return list;
    const entries = [...list.entries];
    const [entry] = entries.splice(from, 1);
    entries.splice(limit(position, entries.length), 0, entry!);
    return withEntries(list, entries);
  };

export const edited =
  (wanted: string, wishes: Partial<KeptWishes>): Change =>
  (list) =>
    withEntries(
      list,
      list.entries.map((entry) => (entry.id === wanted ? { ...entry, ...wishes } : entry)),
    );

export const renamed =
  (title: string | null): Change =>
  (list) => ({ ...list, title });
