/** The content of one cell as a value of its indicator, in the unit of the catalogue. */
import type { MissingReason, Qualifier } from '#lib/model/index.ts';
import type { Params } from '../findings/finding.ts';
import type { TableRow } from '../raw/table-row.ts';
import { GAPS, gapKey } from '../values/gaps.ts';
import { readValue, type Conversion, type ValueRead } from '../values/read-value.ts';
import { tidyName } from '../values/tidy-name.ts';
import { normaliseUnit, splitUnit } from '../values/units.ts';
import type { CellContent } from '../workbook/grid.ts';
import type { ImportCode } from './findings/import-finding.ts';
import { plainWord, type Words } from './folder.ts';
import { needsRounding, rounded, scaleBy } from './numbers.ts';
import { valueText } from './value-text.ts';

export interface CellContext {
  readonly indicator: TableRow<'indicator'>['values'];
  /** Of the heading, a unit row or the line above; null for none. */
  readonly unit: string | null;
  /** Codes of a category. */
  readonly words: Words;
}

export interface ReadNumber {
  readonly value: number | null;
  readonly missing_reason: MissingReason | null;
  readonly value_text: string | null;
  readonly qualifier: Qualifier;
  readonly conversions: readonly Conversion[];
  readonly rounded: boolean;
}

export type CellRead =
  | { readonly kind: 'empty' }
  | ({ readonly kind: 'read' } & ReadNumber)
  | { readonly kind: 'fault'; readonly code: ImportCode; readonly params: Params };

const number = (part: Partial<ReadNumber>): CellRead => ({
  kind: 'read',
  value: null,
  missing_reason: null,
  value_text: null,
  qualifier: 'exact',
  conversions: [],
  rounded: false,
  ...part,
});

const fault = (code: ImportCode, params: Params = {}): CellRead => ({
  kind: 'fault',
  code,
  params,
});

/** The reason a gap may be kept with; the others come of a computation only. */
const gap = (reason: MissingReason): CellRead =>
  reason === 'denominator_zero' || reason === 'component_missing'
    ? fault('unclear_words')
    : number({ missing_reason: reason });

/** 名 and 位 stay what they are: units that differ in writing are never made one here. */
function inCatalogueUnit(
  read: ValueRead & { kind: 'value' },
  raw: string,
  { indicator, unit }: CellContext,
): CellRead {
  const expected = indicator.unit_zh ?? '';
  const found = read.unit ?? unit ?? expected;
  const [from, to] = [splitUnit(found), splitUnit(expected)];
  if (from.base !== to.base)
    return fault('unit_incompatible', {
      found: normaliseUnit(found),
      expected,
      indicator: `${indicator.indicator ?? ''} ${indicator.name_zh ?? ''}`,
    });
  const scaled = scaleBy(read.value, from.places - to.places);
  if (scaled === null) return fault('unclear_too_many_digits');
  const isRounded = needsRounding(scaled);
  const value = isRounded ? rounded(scaled) : scaled;
  return number({
    value,
    value_text: valueText(raw, value, read.qualifier),
    qualifier: read.qualifier,
    conversions: read.conversions,
    rounded: isRounded,
  });
}

/** A, A级 or the code itself. */
function category(cell: CellContent, read: ValueRead, { words, indicator }: CellContext): CellRead {
  const word = plainWord(cell.text);
  const byWord = words.get(word);
  if (byWord !== undefined) return number({ value: byWord, value_text: word });
  const code = read.kind === 'value' && read.qualifier === 'exact' ? read.value : null;
  const byCode = [...words].find(([, value]) => value === code);
  if (byCode) return number({ value: byCode[1], value_text: byCode[0] });
  if (read.kind === 'missing') return gap(read.reason);
  return fault('word_unknown', {
    indicator: `${indicator.indicator ?? ''} ${indicator.name_zh ?? ''}`,
    words: [...words.keys()].sort().join('、'),
  });
}

/** Content that is told in words, kept as written. */
function wording(cell: CellContent, read: ValueRead): CellRead {
  if (read.kind === 'missing') return gap(read.reason);
  return number({ value_text: tidyName(cell.text) });
}

/** Reads the cell; what would have to be guessed is a fault. */
export function readCell(cell: CellContent | null, context: CellContext): CellRead {
  if (cell === null) return { kind: 'empty' };
  const { indicator, unit, words } = context;
  const ratio = indicator.measure_kind === 'ratio';
  const read = readValue(cell, { unit: unit ?? indicator.unit_zh, ratio });
  if (read.kind === 'empty') return read;
  if (indicator.data_type === 'text') return wording(cell, read);
  if (indicator.measure_kind === 'category' && words.size > 0) return category(cell, read, context);
  if (read.kind === 'missing') return gap(read.reason);
  if (read.kind === 'unclear') return fault(`unclear_${read.why}`);
  return inCatalogueUnit(read, cell.text, context);
}

/**
 * Why there is no value, as the lane of reasons says: one of the words for gaps, or the code
 * itself. Other words are “not reported”; they are kept as the row's note.
 */
export function readReason(text: string): { reason: MissingReason; known: boolean } {
  const key = gapKey(text);
  const code = ['not_reported', 'not_applicable', 'not_collected', 'late'].find(
    (reason) => reason === key,
  ) as MissingReason | undefined;
  const reason = code ?? GAPS.get(key);
  const usable = reason !== undefined && reason !== 'denominator_zero';
  return { reason: usable ? reason : 'not_reported', known: usable };
}
