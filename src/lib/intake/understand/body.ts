/** The rows under a header: data, totals, notes, headings of groups, the header once more. */
import type { Period } from '../period.ts';
import { remarkIn, type Meanings } from './meanings.ts';
import {
  bareName,
  keyLanesOf,
  keyText,
  placeKey,
  rowIndicator,
  type KeyLanes,
} from './row-keys.ts';
import { cellText, type Sheet } from './sheet.ts';
import type { RowRole } from './sheet-reading.ts';
import { isValueLane, type Table } from './table.ts';

/** What a heading row in the body says of the rows under it. */
export interface Group {
  readonly city: string | null;
  readonly period: Period | null;
  /** Heading of indicators, or the indicator that 其中 is a part of. */
  readonly above: string | null;
}

export interface BodyRow {
  readonly row: number;
  readonly role: RowRole;
  readonly group: Group;
  /** Label of a total row. */
  readonly label: string | null;
  /** Counts the heading rows and totals above: rows between two of them are one block. */
  readonly block: number;
}

const NO_GROUP: Group = { city: null, period: null, above: null };
const REGION = /(?:省|市|州|盟|地区)(?:本级)?$/;
const NUMBERED =
  /^(?:[一二三四五六七八九十]{1,3}[、.]|[(（][一二三四五六七八九十]{1,3}[)）]|第.{1,3}[类部组]|.{1,14}[:：]$)/;

export function bodyOf(sheet: Sheet, meanings: Meanings, table: Table): readonly BodyRow[] {
  return new Body(sheet, meanings, table).rows();
}

type Draft = {
  row: number;
  role: RowRole | 'words';
  group: Group;
  label: string | null;
  block: number;
};

class Body {
  readonly #sheet: Sheet;
  readonly #meanings: Meanings;
  readonly #table: Table;
  readonly #keys: KeyLanes;
  readonly #valueColumns: ReadonlySet<number>;
  readonly #known: ReadonlyMap<string, RowRole>;
  /** First texts of the header rows: a quick look before the whole row is compared. */
  readonly #firsts: ReadonlySet<string>;

  constructor(sheet: Sheet, meanings: Meanings, table: Table) {
    this.#sheet = sheet;
    this.#meanings = meanings;
    this.#table = table;
    this.#keys = keyLanesOf(table.lanes);
    this.#valueColumns = new Set(
      table.lanes
        .filter(
          (lane) => isValueLane(lane) || lane.is.kind === 'total' || lane.is.kind === 'ignored',
        )
        .map(({ column }) => column),
    );
    const known = new Map<string, RowRole>();
    for (const row of table.preamble.roles.keys()) known.set(this.#keyOf(row), 'title');
    for (let row = table.head.top; row <= table.head.bottom; row++)
      known.set(this.#keyOf(row), 'repeated_header');
    this.#known = known;
    this.#firsts = new Set([...known.keys()].map((key) => key.slice(0, key.indexOf('\n'))));
  }

  #keyOf(row: number): string {
    return this.#sheet
      .used(row, this.#table.region)
      .map((column) => `${column}:${this.#meanings.tidy(this.#sheet.text(row, column))}\n`)
      .join('');
  }

  rows(): readonly BodyRow[] {
    const { head, region } = this.#table;
    const drafts: Draft[] = [];
    let group = NO_GROUP;
    let block = 0;
    let last = -1;
    for (let row = head.bottom + 1; row <= region.bottom; row++) {
      const { role, label, group: next } = this.#roleOf(row, group);
      if (next) {
        group = next;
        block++;
      }
      drafts.push({ row, role, group, label, block });
      if (role === 'total') block++;
      if (role === 'data' || role === 'total') last = drafts.length;
      if (role === 'data' && this.#keys.indicator.length > 0) group = this.#withParent(row, group);
    }
    return drafts.map((draft, index) => ({
      ...draft,
      role: draft.role === 'words' ? (index < last ? 'data' : 'note') : draft.role,
    }));
  }

  /** 其中 … is a part of the indicator above it that is none itself. */
  #withParent(row: number, group: Group): Group {
    const { text = '' } = keyText(this.#sheet, this.#keys.indicator.slice(-1), row) ?? {};
    if (text === '' || /^(?:其中|[#＃])/.test(text) || this.#isUnknown(text)) return group;
    return group.above === text ? group : { ...group, above: text };
  }

  #isUnknown(text: string): boolean {
    return this.#meanings.indicator(text).kind === 'unknown';
  }

  #roleOf(row: number, group: Group): { role: Draft['role']; label: string | null; group?: Group } {
    const sheet = this.#sheet;
    const used = sheet.used(row, this.#table.region);
    const plain = (role: Draft['role'], label: string | null = null) => ({ role, label });
    const [first] = used;
    if (first === undefined) return plain('blank');
    const firstText = this.#meanings.tidy(sheet.text(row, first));
    if (this.#firsts.has(`${first}:${firstText}`)) {
      const known = this.#known.get(this.#keyOf(row));
      if (known) return plain(known);
    }
    const key = placeKey(sheet, this.#meanings, this.#keys, row);
    const name = key.name?.text ?? '';
    const valued = used.some(
      (column) => this.#valueColumns.has(column) && this.#meanings.isValue(sheet.own(row, column)),
    );
    if (this.#meanings.isPlace(name) && (valued || !this.#isCityHeading(row, used, name)))
      return plain('data');
    const total = this.#totalLabel(row, first, name, group.above);
    if (total !== null) return plain('total', total);
    const remark = remarkIn(firstText);
    if (remark === 'label' || (remark === 'note' && !valued)) return plain('note');
    if (valued) return plain('data');
    return this.#wordsOnly(row, used, name, group);
  }

  /** A row without values that is alone in its line, over counties of its own. */
  #isCityHeading(row: number, used: readonly number[], name: string): boolean {
    const words = used.filter((column) => !/^\d+$/.test(this.#sheet.text(row, column)));
    if (words.length !== 1 || !REGION.test(name)) return false;
    const city = this.#regionOf(name, null);
    if (city === null) return true;
    if (!city.endsWith('00')) return false;
    for (let below = row + 1; below <= this.#table.region.bottom; below++) {
      if (this.#sheet.used(below, this.#table.region).length === 0) continue;
      const next = placeKey(this.#sheet, this.#meanings, this.#keys, below).name?.text ?? '';
      const region = this.#regionOf(next, name);
      if (region === null) return true;
      return !region.endsWith('00') && region.startsWith(city.slice(0, 4));
    }
    return false;
  }

  #regionOf(name: string, city: string | null): string | null {
    if (name === '') return null;
    const match = this.#meanings.place({ code: null, name, city }, null);
    if (match.kind === 'institution') return match.region_code;
    const [proposal] = match.kind === 'several' ? match.proposals : [];
    if (!proposal) return null;
    const own = this.#meanings.place({ code: proposal.code, name: null, city: null }, null);
    return own.kind === 'institution' ? own.region_code : null;
  }

  #totalLabel(row: number, first: number, name: string, above: string | null): string | null {
    const isTotal = (text: string) =>
      text !== '' &&
      this.#meanings.isTotal(text) &&
      !this.#meanings.isPlace(bareName(this.#meanings, text));
    if (isTotal(name)) return name;
    const indicator = keyText(this.#sheet, this.#keys.indicator.slice(-1), row)?.text ?? '';
    if (isTotal(indicator) && this.#isTotalIndicator(row, above)) return indicator;
    if (name !== '') return null;
    const others = [...this.#keys.city, ...this.#keys.region, ...this.#keys.code];
    const other = keyText(this.#sheet, others, row)?.text ?? this.#sheet.text(row, first);
    return isTotal(other) && other !== indicator ? other : null;
  }

  /** 总数 under 公用标准 is an indicator. */
  #isTotalIndicator(row: number, above: string | null): boolean {
    const named = rowIndicator(this.#sheet, this.#meanings, this.#keys, row, above);
    return named?.match.kind === 'total' || named?.match.kind === 'unknown';
  }

  #wordsOnly(row: number, used: readonly number[], name: string, group: Group) {
    const [first = 0] = used;
    const cell = this.#sheet.own(row, first);
    const text = cellText(cell);
    const meaning = this.#meanings.of(cell);
    const merge = this.#sheet.mergeAt(row, first);
    const wide = merge !== null && merge.right > merge.left + 1;
    const heading = (next: Group) => ({ role: 'header' as const, label: null, group: next });
    if (used.length === 1) {
      if (meaning.kind === 'period' && this.#keys.period.length === 0)
        return heading({ ...group, period: meaning.period });
      if (this.#keys.indicator.some(({ column }) => column === first) && name === '') {
        if (meaning.kind === 'heading') return { role: 'data' as const, label: null };
        return heading({ ...group, above: text });
      }
      const bare = text
        .replace(
          /^(?:[一二三四五六七八九十]{1,3}[、.]|[(（][一二三四五六七八九十]{1,3}[)）])\s*/,
          '',
        )
        .replace(/[:：]$/, '');
      const city = REGION.test(bare) ? bare : null;
      if (city !== null || ((wide || NUMBERED.test(text)) && !this.#isLast(row)))
        return heading({ ...group, city });
    }
    if (used.every((column) => this.#meanings.of(this.#sheet.own(row, column)).kind === 'note'))
      return { role: 'note' as const, label: null };
    const indicator = keyText(this.#sheet, this.#keys.indicator.slice(-1), row)?.text ?? '';
    const known = indicator !== '' && !this.#isUnknown(indicator);
    return { role: known ? ('data' as const) : ('words' as const), label: null };
  }

  /** Nothing but words follows. */
  #isLast(row: number): boolean {
    const { region } = this.#table;
    for (let below = row + 1; below <= Math.min(region.bottom, row + 5); below++)
      if (
        this.#sheet
          .used(below, region)
          .some((column) => this.#meanings.isValue(this.#sheet.own(below, column)))
      )
        return false;
    return true;
  }
}
