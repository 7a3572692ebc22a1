/** The cells of one worksheet of an xlsx workbook, read as the part is unpacked. */
import { cellAddress } from '../../csv/address.ts';
import type { GridBuilder } from '../grid-builder.ts';
import { excerpt, Refused } from '../refused.ts';
import { attribute, scanPart, type XmlEvents } from '../xml/scan.ts';
import type { Archive } from '../zip/archive.ts';
import { cellContent, type SheetContext } from './cell.ts';
import { parseRange, parseReference } from './reference.ts';
import { TextRuns } from './texts.ts';

const isTrue = (text: string | null) => text === '1' || text === 'true';

class SheetReader implements XmlEvents {
  readonly #grid: GridBuilder;
  readonly #context: SheetContext;
  readonly #sheet: string;
  readonly #runs = new TextRuns();
  #row = -1;
  #column = -1;
  #inCell = false;
  #inInline = false;
  #type = '';
  #style = 0;
  #value: string | null = null;
  #formula: string | null = null;
  #inline: string | null = null;
  #capture: 'v' | 'f' | null = null;

  constructor(sheet: string, grid: GridBuilder, context: SheetContext) {
    this.#sheet = sheet;
    this.#grid = grid;
    this.#context = context;
  }

  open(name: string, tag: string): void {
    if (this.#inCell) this.#openInCell(name, tag);
    else if (name === 'c') this.#openCell(tag);
    else if (name === 'row') this.#openRow(tag);
    else if (name === 'col' && isTrue(attribute(tag, 'hidden')))
      this.#grid.hideColumns(Number(attribute(tag, 'min')) - 1, Number(attribute(tag, 'max')) - 1);
    else if (name === 'mergeCell') {
      const range = parseRange(attribute(tag, 'ref') ?? '');
      if (range) this.#grid.merge(range);
    }
  }

  #openRow(tag: string): void {
    const number = attribute(tag, 'r');
    this.#row = number === null ? this.#row + 1 : Number(number) - 1;
    if (!Number.isInteger(this.#row) || this.#row < 0)
      throw new Refused('damaged', `${this.#sheet}: row ${excerpt(number ?? '')}`);
    this.#column = -1;
    if (isTrue(attribute(tag, 'hidden'))) this.#grid.hideRow(this.#row);
  }

  #openCell(tag: string): void {
    const reference = attribute(tag, 'r');
    const place = reference === null ? null : parseReference(reference);
    if (reference !== null && place === null)
      throw new Refused('damaged', `${this.#sheet}: cell ${excerpt(reference)}`);
    this.#row = place?.row ?? Math.max(this.#row, 0);
    this.#column = place?.column ?? this.#column + 1;
    this.#inCell = true;
    this.#type = attribute(tag, 't') ?? 'n';
    this.#style = Number(attribute(tag, 's') ?? 0);
    this.#value = this.#formula = this.#inline = null;
  }

  #openInCell(name: string, tag: string): void {
    if (this.#inInline) this.#runs.events.open(name, tag);
    else if (name === 'is') this.#inInline = true;
    else if (name === 'v') {
      this.#capture = 'v';
      this.#value = '';
    } else if (name === 'f') {
      this.#capture = 'f';
      this.#formula = '';
    }
  }

  text(text: string): void {
    if (!this.#inCell) return;
    if (this.#inInline) this.#runs.events.text(text);
    else if (this.#capture === 'v') this.#value += text;
    else if (this.#capture === 'f') this.#formula += text;
  }

  close(name: string): void {
    if (!this.#inCell) return;
    if (name === 'is') {
      this.#inInline = false;
      this.#inline = this.#runs.take();
    } else if (this.#inInline) this.#runs.events.close(name);
    else if (name === 'c') {
      this.#inCell = false;
      this.#putCell();
    } else this.#capture = null;
  }

  #putCell(): void {
    const raw = {
      type: this.#type,
      style: this.#style,
      value: this.#value,
      formula: this.#formula,
      inline: this.#inline,
    };
    const place = `${this.#sheet}!${cellAddress(this.#column, this.#row + 1)}`;
    this.#grid.put(this.#row, this.#column, cellContent(raw, this.#context, place));
  }
}

/** Reads a worksheet into `grid`. */
export function readSheet(
  archive: Archive,
  part: string,
  sheet: string,
  grid: GridBuilder,
  context: SheetContext,
): void {
  scanPart(archive, part, new SheetReader(sheet, grid, context));
}
