import type { Refusal } from './grid.ts';

/** Thrown anywhere in this room to refuse the whole file; `readWorkbook` turns it into a result. */
export class Refused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal, detail: string) {
    super(detail);
    this.refusal = refusal;
  }
}

/** Text out of a file, short enough to be shown in a message. */
export const excerpt = (text: string): string =>
  text.length > 60 ? `${text.slice(0, 60)}…` : text;
