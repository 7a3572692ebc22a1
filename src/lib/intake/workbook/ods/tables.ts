/** The tables of an OpenDocument spreadsheet, read as content.xml is unpacked. */
import { cellAddress } from '../../csv/address.ts';
import type { CellContent, Grid } from '../grid.ts';
import { GridBuilder, type CellBudget } from '../grid-builder.ts';
import type { WorkbookLimits } from '../limits.ts';
import { Refused } from '../refused.ts';
import { attribute, type XmlEvents } from '../xml/scan.ts';
import { odsCellContent } from './cell.ts';
import { Paragraphs } from './paragraphs.ts';

interface Placed {
  readonly column: number;
  readonly content: CellContent;
}

/** How often a row, column or cell stands there; a number that is none refuses the file. */
function count(tag: string, name: string): number {
  const value = Number(attribute(tag, name) ?? 1);
  if (!Number.isInteger(value) || value < 1) throw new Refused('damaged', `${name} ${value}`);
  return value;
}

const isHidden = (tag: string) => /^(collapse|filter)$/.test(attribute(tag, 'visibility') ?? '');

/** Parts of the document with tables that are no sheets. */
const ASIDE = new Set(['tracked-changes', 'shapes', 'dde-links']);

export class Tables implements XmlEvents {
  readonly grids: Grid[] = [];
  readonly #limits: WorkbookLimits;
  readonly #budget: CellBudget;
  readonly #hiddenStyles = new Set<string>();
  readonly #paragraphs = new Paragraphs();
  #style = '';
  #grid: GridBuilder | null = null;
  #sheet = '';
  #aside = 0;
  #row = 0;
  #rowCount = 1;
  #rowHidden = false;
  #cells: Placed[] = [];
  #column = 0;
  #columnsSeen = 0;
  /** Tag of the open cell, and how deep we are in it. */
  #cell: string | null = null;
  #depth = 0;

  constructor(limits: WorkbookLimits) {
    this.#limits = limits;
    this.#budget = { left: limits.cells };
  }

  open(name: string, tag: string): void {
    if (this.#aside > 0 || ASIDE.has(name)) this.#aside++;
    else if (this.#cell !== null) {
      this.#depth++;
      this.#paragraphs.open(name, tag);
    } else if (name === 'style') this.#style = attribute(tag, 'name') ?? '';
    else if (name === 'table-properties' && attribute(tag, 'display') === 'false')
      this.#hiddenStyles.add(this.#style);
    else if (name === 'table') this.#openTable(tag);
    else if (this.#grid) this.#openInTable(this.#grid, name, tag);
  }

  #openTable(tag: string): void {
    this.#sheet = attribute(tag, 'name') ?? '';
    const hidden = this.#hiddenStyles.has(attribute(tag, 'style-name') ?? '');
    this.#grid = new GridBuilder(this.#sheet, hidden, this.#limits, this.#budget);
    this.#row = this.#columnsSeen = 0;
  }

  #openInTable(grid: GridBuilder, name: string, tag: string): void {
    if (name === 'table-column') {
      const columns = count(tag, 'number-columns-repeated');
      if (isHidden(tag)) grid.hideColumns(this.#columnsSeen, this.#columnsSeen + columns - 1);
      this.#columnsSeen += columns;
    } else if (name === 'table-row') {
      this.#rowCount = count(tag, 'number-rows-repeated');
      this.#rowHidden = isHidden(tag);
      this.#column = 0;
      this.#cells = [];
    } else if (name === 'table-cell' || name === 'covered-table-cell') {
      this.#cell = tag;
      this.#depth = 0;
    }
  }

  text(text: string): void {
    if (this.#cell !== null && this.#aside === 0) this.#paragraphs.text(text);
  }

  close(name: string): void {
    if (this.#aside > 0) this.#aside--;
    else if (this.#cell !== null) {
      if (this.#depth === 0) this.#closeCell(this.#cell, name === 'covered-table-cell');
      else {
        this.#depth--;
        this.#paragraphs.close();
      }
    } else if (name === 'table-row' && this.#grid) this.#closeRow(this.#grid);
    else if (name === 'table' && this.#grid) {
      this.grids.push(this.#grid.finish());
      this.#grid = null;
    }
  }

  #closeCell(tag: string, covered: boolean): void {
    const place = `${this.#sheet}!${cellAddress(this.#column, this.#row + 1)}`;
    const shown = this.#paragraphs.take();
    const content = covered ? null : odsCellContent(tag, shown, place);
    const times = count(tag, 'number-columns-repeated');
    const rows = count(tag, 'number-rows-spanned');
    const columns = count(tag, 'number-columns-spanned');
    if (rows * columns > 1)
      this.#grid?.merge({
        top: this.#row,
        left: this.#column,
        bottom: this.#row + rows - 1,
        right: this.#column + columns - 1,
      });
    if (content !== null)
      for (let index = 0; index < Math.min(times, this.#limits.columns + 1); index++)
        this.#cells.push({ column: this.#column + index, content });
    this.#column += times;
    this.#cell = null;
  }

  #closeRow(grid: GridBuilder): void {
    const rows = Math.min(this.#rowCount, this.#limits.rows + 1);
    for (let row = this.#row; row < this.#row + rows; row++) {
      if (this.#rowHidden) grid.hideRow(row);
      for (const { column, content } of this.#cells) grid.put(row, column, content);
    }
    this.#row += this.#rowCount;
  }
}
