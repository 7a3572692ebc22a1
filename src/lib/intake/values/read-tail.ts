/** What follows a number: 余, 万 or 亿, its unit, and what these make of it. */
import { hedgeAt, type Hedge } from '../cells/hedge.ts';
import { shift, type Decimal } from './decimal.ts';
import type { Conversion, ValueContext } from './read-value.ts';
import { isKnownUnit, normaliseUnit, SCALE_PLACES, splitUnit } from './units.ts';

export interface Tail {
  readonly decimal: Decimal;
  /** Normalised; null where the text has none. */
  readonly unit: string | null;
  readonly hedges: readonly Hedge[];
  readonly conversions: readonly Conversion[];
}

const SCALE = /^(?:万亿|[百千]?[万亿]|[百千])/;

/** The unit of a text that is one: known, or that of the heading. */
function unitOf(text: string, of: ValueContext): string | null {
  if (text === '') return null;
  const unit = normaliseUnit(text);
  if (of.unit !== null && /^\D+$/.test(unit) && unit === normaliseUnit(of.unit)) return unit;
  return splitUnit(text).places === 0 && isKnownUnit(text) ? unit : null;
}

/** ‰ of a percentage is a tenth of a percent; all other units leave the number alone. */
function inUnit(decimal: Decimal, unit: string | null, of: ValueContext): Omit<Tail, 'hedges'> {
  if (unit === '%') return { decimal, unit, conversions: ['percent'] };
  if (unit === '‰') {
    const asPercent = of.ratio && of.unit !== '‰';
    return asPercent
      ? { decimal: shift(decimal, -1), unit: '%', conversions: ['per_mille'] }
      : { decimal, unit, conversions: ['per_mille'] };
  }
  return { decimal, unit, conversions: unit === null ? [] : ['unit'] };
}

/** A number with 万 or 亿: in the unit of the heading where that has 万 itself, else multiplied out. */
function scaled(
  decimal: Decimal,
  scale: string,
  unit: string | null,
  of: ValueContext,
): Tail | null {
  if (unit === '%' || unit === '‰') return null;
  const names: Conversion[] = [];
  if (scale.includes('亿')) names.push('yi');
  if (scale.includes('万')) names.push('wan');
  if (names.length === 0) names.push('chinese_numeral');
  if (unit !== null) names.push('unit');
  const heading = of.unit === null ? null : splitUnit(of.unit);
  const places = SCALE_PLACES[scale] ?? 0;
  if (heading && heading.places > 0 && (unit === null || unit === heading.base))
    return {
      decimal: shift(decimal, places - heading.places),
      unit: unit === null || of.unit === null ? null : normaliseUnit(of.unit),
      hedges: [],
      conversions: [...names, 'header_scale'],
    };
  return { decimal: shift(decimal, places), unit, hedges: [], conversions: names };
}

/** Reads what follows a number to its end; null where it is anything else. */
export function readTail(decimal: Decimal, text: string, of: ValueContext): Tail | null {
  const first = hedgeAt('inside', text);
  const rest = text.slice(first?.word.length ?? 0);
  const unit = unitOf(rest, of);
  if (rest === '' || unit !== null)
    return { ...inUnit(decimal, unit, of), hedges: first ? [first] : [] };
  const scale = SCALE.exec(rest)?.[0];
  if (scale === undefined) return null;
  const second = hedgeAt('inside', rest.slice(scale.length));
  const unitText = rest.slice(scale.length + (second?.word.length ?? 0));
  const scaledUnit = unitOf(unitText, { ...of, unit: of.unit && splitUnit(of.unit).base });
  if (unitText !== '' && scaledUnit === null) return null;
  const tail = scaled(decimal, scale, scaledUnit, of);
  return tail && { ...tail, hedges: [first, second].flatMap((hedge) => hedge ?? []) };
}
