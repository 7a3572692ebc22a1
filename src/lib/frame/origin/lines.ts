/** What is known of one number as labelled lines, in the order in which somebody checks it. */
import { formatPlain, localWords, type Messages } from '#lib/i18n/index.ts';
import type { OriginMessages } from '#lib/i18n/views/origin.ts';
import type { LocalMark, Locale } from '#lib/model/index.ts';
import {
  conversionsOf,
  rawCell,
  webAddress,
  type EarlierRevision,
  type Origin,
  type OriginRecord,
} from '#lib/state/origin.ts';
import { missingReasonText, rawValueText } from '#lib/ui/value-words.ts';

export interface OriginLine {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  /** As somebody wrote it: in their language, spaces kept. */
  readonly verbatim?: boolean;
  readonly href?: string;
  /** The link gives the file itself, under this name, not a page. */
  readonly download?: string;
}

export interface LineWords {
  readonly m: Messages;
  readonly o: OriginMessages;
  readonly locale: Locale;
  /** Address of a raw table; null where it is not to be had. */
  readonly rawHref: (path: string) => string | null;
}

/** What is said of the number first: the reader's own, invented, or nothing. */
export function natureText(
  { layer, own, parts }: OriginRecord,
  local: LocalMark | null,
  { o, locale }: Pick<LineWords, 'o' | 'locale'>,
): string {
  const isImported = (row: Origin['own']) =>
    row?.origin_file != null && (local?.files.includes(row.origin_file) ?? false);
  if (local?.layers.includes(layer) && [own, ...parts.map((part) => part.own)].some(isImported))
    return localWords(locale).mark;
  return layer === 'synthetic' ? o.synthetic : '';
}

/** The value as its source hedges it, or that and why it is missing. */
export function valueText(origin: Origin, { m, o, locale }: LineWords): string {
  const { own } = origin;
  if (own === null) return `${o.missing}${m.colon}${o.absent}`;
  if (own.value !== null) return rawValueText(own, origin.unit[locale], m);
  if (own.missing_reason === null && own.value_text !== null) return own.value_text;
  return `${o.missing}${m.colon}${missingReasonText(own.missing_reason, m)}`;
}

type Place = Pick<
  EarlierRevision,
  'origin_file' | 'origin_sheet' | 'origin_cell' | 'raw_text' | 'conversions' | 'locator'
>;

/** File, sheet, cell, text and what was done to it; empty for a computed value. */
export function placeLines(place: Place, words: LineWords): OriginLine[] {
  const { o, rawHref } = words;
  if (place.origin_file === null) return [];
  const raw = rawCell(place.locator);
  const here = raw !== null && raw.file === place.origin_file;
  const rules = conversionsOf(place);
  const became = rules.map((rule) => o.conversions[rule] ?? o.unknownRule(rule));
  return [
    link('file', o.file, place.origin_file, rawHref(place.origin_file)),
    ...maybe('sheet', o.sheet, place.origin_sheet),
    ...maybe('cell', o.cell, place.origin_cell),
    place.raw_text === null
      ? { id: 'raw', label: o.raw, text: o.rawEmpty }
      : { id: 'raw', label: o.raw, text: place.raw_text, verbatim: true },
    ...(place.raw_text === null
      ? []
      : [{ id: 'became', label: o.became, text: became.join(o.steps) || o.asWritten }]),
    // A handed-in file went into a table of the data, which has a cell of its own.
    ...(raw === null || here
      ? []
      : [link('table', o.table, `${raw.file} ${raw.cell}`, rawHref(raw.file), raw.file)]),
  ];
}

/** All lines of one number but its parts. */
export function originLines(origin: OriginRecord, words: LineWords): OriginLine[] {
  const { o, locale } = words;
  const { own } = origin;
  const value: OriginLine = { id: 'value', label: o.value, text: valueText(origin, words) };
  if (own === null) return [value];
  return [
    value,
    ...(own.formula === null
      ? placeLines(own, words)
      : [{ id: 'formula', label: o.formula, text: formulaText(origin, words) }]),
    ...maybe('wording', o.wording, own.value_text, true),
    ...maybe('unit', o.unit, origin.unit[locale]),
    ...(own.value === null
      ? []
      : [{ id: 'qualifier', label: o.qualifier, text: o.qualifiers[own.qualifier] }]),
    ...maybe('denominator-kind', o.denominatorKind, own.denominator_kind, true),
    ...(own.formula === null
      ? [{ id: 'revision', label: o.revision, text: revision(origin, o) }]
      : []),
    ...origin.earlier.map((one) => ({
      id: `earlier-${one.revision}`,
      label: o.earlier,
      text: earlierText(one, origin, words),
    })),
    link('source', o.source, own.source_title ?? own.source_id, webAddress(own.source_url), null),
    ...maybe('publisher', o.publisher, own.source_publisher, true),
    ...maybe('published', o.published, own.source_published, true),
    ...(own.formula !== null || rawCell(own.locator) !== null
      ? []
      : maybe('section', o.section, own.locator, true)),
    ...maybe('note', o.note, own.note, true),
  ];
}

/** Value and place of a part of a ratio; of a conversion only where there was one. */
export const partLines = (part: Origin, words: LineWords): OriginLine[] => [
  { id: 'value', label: words.o.value, text: valueText(part, words) },
  ...(part.own === null ? [] : placeLines(part.own, words)).filter(
    ({ id, text }) => id !== 'became' || text !== words.o.asWritten,
  ),
];

/** `100 × (持证人员 + …) ÷ 在岗人员 = 100 × 16 ÷ 19`. */
function formulaText({ own, parts }: OriginRecord, { locale }: LineWords): string {
  const names = new Map(parts.map(({ id, name }) => [id.split('/').slice(-2)[0] ?? '', name]));
  const said = (own?.formula ?? '').replace(
    /[A-Za-z]\w*/g,
    (code) => names.get(code)?.[locale] ?? code,
  );
  return own?.numerator == null || own.denominator == null
    ? `100 × ${said}`
    : `100 × ${said} = 100 × ${formatPlain(own.numerator)} ÷ ${formatPlain(own.denominator)}`;
}

function revision({ own, earlier }: OriginRecord, o: OriginMessages): string {
  const n = own?.revision ?? 0;
  if (n === 0) return o.first;
  return earlier.length > 0 ? o.revised(n) : `${o.revised(n)}${o.steps}${o.lost}`;
}

function earlierText(one: EarlierRevision, origin: OriginRecord, words: LineWords): string {
  const { m, o, locale } = words;
  const value =
    one.value === null
      ? `${o.missing}${m.colon}${missingReasonText(one.missing_reason, m)}`
      : rawValueText(one, origin.unit[locale], m);
  const place = [one.origin_file, one.origin_sheet, one.origin_cell].filter(
    (part) => part !== null,
  );
  const parts = [`${o.earlierAs(one.revision)}${m.colon}${value}`, place.join(' ')];
  if (one.note !== null) parts.push(one.note);
  return parts.filter((part) => part !== '').join(o.steps);
}

const maybe = (id: string, label: string, text: string | null, verbatim = false): OriginLine[] =>
  text === null || text === '' ? [] : [{ id, label, text, verbatim }];

/** A document is a page of the web; a file comes under the last part of its path. */
const link = (
  id: string,
  label: string,
  text: string,
  href: string | null,
  file: string | null = text,
): OriginLine => ({
  id,
  label,
  text,
  verbatim: true,
  ...(href === null ? {} : { href }),
  ...(href === null || file === null ? {} : { download: file.replace(/^.*\//, '') }),
});
