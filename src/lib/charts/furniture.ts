/**
 * What stands around a chart in a figure: mark strip, title, subtitle, unit, source line, scheme
 * and edition, note. The same on screen and in every exported picture.
 */
import { formatDay, messagesFor, textsWith } from '#lib/i18n/index.ts';
import type { Layer, Locale } from '#lib/model/index.ts';
import { cleanText } from './clean-text.ts';
import type { ChartTokens } from './tokens.ts';
import { textWidth } from './text-width.ts';
import { chartWords } from './words.ts';
import { wrapEvenly, wrapText } from './wrap-text.ts';

export interface FigureText {
  /** The finding, or what is shown. */
  readonly title: string;
  /** Filters: year, region, level, dimension. */
  readonly subtitle: string;
  readonly unit: string;
  readonly source: string;
  /** ISO day up to which the data are counted. */
  readonly cutoff: string;
  readonly scheme: string;
  readonly edition: string;
  /** Empty when there is nothing to note. */
  readonly note: string;
}

export interface FigureFrame {
  readonly width: number;
  readonly locale: Locale;
  readonly tokens: ChartTokens;
  readonly layer: Layer;
  /** Weights or data are the reader's own and not the published ones. */
  readonly trial: boolean;
  /** Numbers come from files that the reader imported, which nobody has published. */
  readonly local?: boolean;
  /** Numbers were reported in what was a blank form. */
  readonly filled?: boolean;
}

export type FurnitureRole = 'mark' | 'title' | 'subtitle' | 'unit' | 'source' | 'edition' | 'note';

export interface FigureLine {
  readonly role: FurnitureRole;
  readonly text: string;
  readonly x: number;
  /** Baseline, from the top of the header or the footer. */
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
  readonly colour: string;
}

export interface Furniture {
  readonly margin: number;
  /** Height of the strip at the top edge; 0 for published data. */
  readonly strip: number;
  readonly header: readonly FigureLine[];
  readonly headerHeight: number;
  readonly footer: readonly FigureLine[];
  readonly footerHeight: number;
}

const STRIP_PADDING = 6;

/** What must be said first of data that are not published facts; empty for those that are. */
export function markText({ layer, trial, locale, ...state }: FigureFrame): string {
  const { local = false } = state;
  const { layerMark } = textsWith(locale, () => state);
  return [
    ...(layer === 'reported' && !local ? [] : [layerMark[layer]]),
    ...(trial ? [chartWords(locale).trial] : []),
  ].join(' · ');
}

/** Sets blocks of lines one under the other. */
class Column {
  readonly lines: FigureLine[] = [];
  y = 0;
  readonly #frame: FigureFrame;
  readonly #x: number;

  constructor(frame: FigureFrame, x: number) {
    this.#frame = frame;
    this.#x = x;
  }

  /** Bold lines are headings: broken evenly. Their letters run wider than the table of widths. */
  add(role: FurnitureRole, text: string, size: number, style: LineStyle) {
    const room = this.#frame.width - 2 * this.#x;
    const clean = cleanText(text);
    const lines = style.bold ? wrapEvenly(clean, room / 1.06, size) : wrapText(clean, room, size);
    const leading = size * (size >= 16 ? 1.35 : 1.5);
    for (const line of lines) {
      const y = this.y + leading / 2 + size * 0.36;
      this.lines.push({ role, text: line, x: this.#x, y, size, bold: false, ...style });
      this.y += leading;
    }
  }

  /** Short texts side by side, the next line taken whole where the room ends. */
  addRun(role: FurnitureRole, texts: readonly string[], size: number, style: LineStyle) {
    const room = this.#frame.width - 2 * this.#x;
    let line = '';
    for (const text of texts) {
      const longer = line === '' ? text : `${line}\u3000\u3000${text}`;
      if (line === '' || textWidth(longer, size) <= room) {
        line = longer;
        continue;
      }
      this.add(role, line, size, style);
      line = text;
    }
    this.add(role, line, size, style);
  }
}

interface LineStyle {
  readonly colour: string;
  readonly bold?: boolean;
}

/** Lays the furniture out for a figure `frame.width` pixels wide; nothing is ever cut off. */
export function furniture(text: FigureText, frame: FigureFrame): Furniture {
  const { width, tokens, locale } = frame;
  const margin = width < 480 ? 16 : 24;
  const titleSize = width < 480 ? 16 : width < 1120 ? 20 : 28;
  const small = 12;

  const header = new Column(frame, margin);
  const mark = markText(frame);
  if (mark !== '') {
    header.y = STRIP_PADDING;
    header.add('mark', mark, width < 480 ? small : 14, { colour: tokens.markInk, bold: true });
    header.y += STRIP_PADDING;
  }
  const strip = header.y;
  header.y += width < 480 ? 12 : 20;
  header.add('title', text.title, titleSize, { colour: tokens.ink, bold: true });
  header.y += 4;
  header.add('subtitle', text.subtitle, width < 480 ? small : 14, { colour: tokens.ink2 });
  header.y += 12;
  header.add('unit', chartWords(locale).unit(text.unit), small, { colour: tokens.ink2 });
  header.y += 4;

  return {
    margin,
    strip,
    header: header.lines,
    headerHeight: header.y,
    ...footer(text, frame, margin),
  };
}

function footer(text: FigureText, frame: FigureFrame, margin: number) {
  const { tokens, locale } = frame;
  const words = chartWords(locale);
  const exported = messagesFor(locale).export;
  const column = new Column(frame, margin);
  const style = { colour: tokens.ink2 };
  column.y = 20;
  const source = [exported.source(text.source), exported.cutoff(formatDay(text.cutoff, locale))];
  column.addRun('source', source, 12, style);
  // Published facts are of no scheme.
  const scheme = text.scheme === '' ? [] : [words.scheme(text.scheme)];
  const edition = [...scheme, words.edition(text.edition)];
  column.addRun('edition', edition, 12, style);
  if (text.note !== '') column.add('note', words.note(text.note), 12, style);
  return { footer: column.lines, footerHeight: column.y + 16 };
}
