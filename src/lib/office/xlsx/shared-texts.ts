/** The table of texts that the cells of a workbook refer to by number. */
import { element, XML_HEAD } from '../xml.ts';
import { SPREADSHEET } from './namespaces.ts';
import { tElement } from './cell-text.ts';

export class SharedTexts {
  readonly #numbers = new Map<string, number>();
  #uses = 0;

  /** Number of a text, the same for the same text. */
  numberOf(text: string): number {
    this.#uses++;
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(text, number);
    return number;
  }

  get part(): string {
    const items = [...this.#numbers.keys()].map((text) => `<si>${tElement(text)}</si>`).join('');
    const counts = { count: this.#uses, uniqueCount: this.#numbers.size };
    return XML_HEAD + element('sst', { xmlns: SPREADSHEET, ...counts }, items);
  }
}
