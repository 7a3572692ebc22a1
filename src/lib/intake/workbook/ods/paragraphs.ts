/** The text a cell shows: its paragraphs, without comments and drawings that hang on it. */
import { attribute } from '../xml/scan.ts';

/** No cell holds more spaces in a row than this. */
const SPACES = 1_000;

export class Paragraphs {
  #text = '';
  #count = 0;
  /** Elements open inside the cell that are no text of it. */
  #aside = 0;
  #inside = 0;

  open(name: string, tag: string): void {
    if (this.#aside > 0) this.#aside++;
    else if (this.#inside === 0 && name === 'p') {
      if (this.#count++ > 0) this.#text += '\n';
      this.#inside = 1;
    } else if (this.#inside === 0 || name === 'annotation' || name === 'ruby-text') this.#aside = 1;
    else {
      this.#inside++;
      if (name === 's')
        this.#text += ' '.repeat(Math.min(Number(attribute(tag, 'c') ?? 1) || 1, SPACES));
      else if (name === 'tab') this.#text += '\t';
      else if (name === 'line-break') this.#text += '\n';
    }
  }

  close(): void {
    if (this.#aside > 0) this.#aside--;
    else if (this.#inside > 0) this.#inside--;
  }

  text(text: string): void {
    if (this.#inside > 0 && this.#aside === 0) this.#text += text.replace(/[ \t\r\n]+/g, ' ');
  }

  /** The text so far; the next cell begins empty. */
  take(): string {
    const text = this.#text;
    this.#text = '';
    this.#count = this.#aside = this.#inside = 0;
    return text;
  }
}
