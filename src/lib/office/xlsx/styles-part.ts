/** Styles of a workbook: each name once, and once more for texts that look like formulas. */
import { element, XML_HEAD } from '../xml.ts';
import { SPREADSHEET } from './namespaces.ts';
import type { FontModel, StyleModel, WorkbookModel } from './workbook-model.ts';

/** Numbers below are those of built-in formats. */
const FIRST_FORMAT = 164;
/** GB 2312: tells programs which of its faces a Chinese font is asked for. */
const CHINESE = 134;

/** Equal parts share one number. */
class Pool {
  readonly #numbers = new Map<string, number>();
  constructor(...first: readonly string[]) {
    for (const xml of first) this.add(xml);
  }
  add(xml: string): number {
    const known = this.#numbers.get(xml);
    if (known !== undefined) return known;
    this.#numbers.set(xml, this.#numbers.size);
    return this.#numbers.size - 1;
  }
  list(name: string): string {
    const all = [...this.#numbers.keys()];
    return element(name, { count: all.length }, all.join(''));
  }
}

const value = (name: string, val: string | number) => element(name, { val });
const colour = (name: string, rgb: string) => element(name, { rgb: `FF${rgb}` });

function fontXml(font: FontModel, standard: WorkbookModel['font']): string {
  return element(
    'font',
    {},
    (font.bold ? '<b/>' : '') +
      (font.italic ? '<i/>' : '') +
      value('sz', font.size ?? standard.size) +
      (font.colour === undefined ? '' : colour('color', font.colour)) +
      value('name', font.name ?? standard.name) +
      value('charset', CHINESE),
  );
}

function fillXml(fill: string | undefined): string {
  const pattern =
    fill === undefined
      ? element('patternFill', { patternType: 'none' })
      : element('patternFill', { patternType: 'solid' }, colour('fgColor', fill));
  return element('fill', {}, pattern);
}

const LINE_COLOUR = '808080';

function borderXml(style: StyleModel['border']): string {
  const side = (name: string) =>
    style === undefined ? element(name) : element(name, { style }, colour('color', LINE_COLOUR));
  return element(
    'border',
    {},
    ['left', 'right', 'top', 'bottom'].map(side).join('') + element('diagonal'),
  );
}

function alignmentXml(style: StyleModel): string {
  const { horizontal, vertical = 'center', wrap, indent } = style;
  return element('alignment', { horizontal, vertical, wrapText: wrap, indent });
}

/** Looks up styles by name; asks for the quoted one where the text looks like a formula. */
export class Styles {
  readonly #fonts: Pool;
  readonly #fills = new Pool(
    fillXml(undefined),
    element('fill', {}, element('patternFill', { patternType: 'gray125' })),
  );
  readonly #borders = new Pool(borderXml(undefined));
  readonly #formats = new Map<string, number>();
  readonly #cells = new Pool();
  readonly #numbers = new Map<string, { plain: number; quoted: number }>();

  constructor(private readonly workbook: Pick<WorkbookModel, 'font' | 'styles'>) {
    this.#fonts = new Pool(fontXml({}, workbook.font));
    this.#define('', {});
    for (const [name, style] of Object.entries(workbook.styles)) this.#define(name, style);
  }

  #formatOf(format: string | undefined): number {
    if (format === undefined) return 0;
    const number = this.#formats.get(format) ?? FIRST_FORMAT + this.#formats.size;
    this.#formats.set(format, number);
    return number;
  }

  #define(name: string, style: StyleModel): void {
    const values = {
      numFmtId: this.#formatOf(style.numberFormat),
      fontId: this.#fonts.add(fontXml(style.font ?? {}, this.workbook.font)),
      fillId: this.#fills.add(fillXml(style.fill)),
      borderId: this.#borders.add(borderXml(style.border)),
      xfId: 0,
      applyNumberFormat: true,
      applyFont: true,
      applyFill: true,
      applyBorder: true,
      applyAlignment: true,
      applyProtection: true,
    };
    const inside =
      alignmentXml(style) + (style.unlocked ? element('protection', { locked: false }) : '');
    this.#numbers.set(name, {
      plain: this.#cells.add(element('xf', values, inside)),
      quoted: this.#cells.add(element('xf', { ...values, quotePrefix: true }, inside)),
    });
  }

  /** Throws for a name that the workbook does not define. */
  numberOf(name: string | undefined, quoted = false): number {
    const numbers = this.#numbers.get(name ?? '');
    if (!numbers) throw new Error(`The workbook has no style ${name}.`);
    return quoted ? numbers.quoted : numbers.plain;
  }

  get part(): string {
    const formats = [...this.#formats].map(([formatCode, numFmtId]) =>
      element('numFmt', { numFmtId, formatCode }),
    );
    const plain = element('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 });
    return (
      XML_HEAD +
      element(
        'styleSheet',
        { xmlns: SPREADSHEET },
        (formats.length === 0
          ? ''
          : element('numFmts', { count: formats.length }, formats.join(''))) +
          this.#fonts.list('fonts') +
          this.#fills.list('fills') +
          this.#borders.list('borders') +
          element('cellStyleXfs', { count: 1 }, plain) +
          this.#cells.list('cellXfs') +
          element(
            'cellStyles',
            { count: 1 },
            element('cellStyle', { name: 'Normal', xfId: 0, builtinId: 0 }),
          ),
      )
    );
  }
}
