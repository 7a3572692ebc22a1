/** Texts of an xlsx workbook: rich runs joined, pronunciation aids left out. */
import { scanPart, type XmlEvents } from '../xml/scan.ts';
import type { Archive } from '../zip/archive.ts';

/** Control characters are written as _x000D_, and the underscore itself as _x005F_. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_all, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
}

/** Collects the `t` elements of one text (`si` or `is`) that are not inside an `rPh`. */
export class TextRuns {
  #text = '';
  #open = false;
  #phonetic = false;

  readonly events: Required<XmlEvents> = {
    open: (name) => {
      if (name === 'rPh') this.#phonetic = true;
      else if (name === 't') this.#open = !this.#phonetic;
    },
    close: (name) => {
      if (name === 'rPh') this.#phonetic = false;
      else if (name === 't') this.#open = false;
    },
    text: (text) => {
      if (this.#open) this.#text += text;
    },
  };

  /** The text so far; the next one begins empty. */
  take(): string {
    const text = unescapeText(this.#text);
    this.#text = '';
    return text;
  }
}

/** The table of texts that cells refer to by number. */
export function readSharedTexts(archive: Archive, part: string): readonly string[] {
  const texts: string[] = [];
  const runs = new TextRuns();
  scanPart(archive, part, {
    open: (name, tag) => runs.events.open(name, tag),
    text: (text) => runs.events.text(text),
    close(name) {
      runs.events.close(name);
      if (name === 'si') texts.push(runs.take());
    },
  });
  return texts;
}
