/** Type that fits its box: programs shrink a text only when somebody edits it. */
import { printedWidth } from '../xlsx/index.ts';

/** A line is higher than its type; faces differ in how wide their letters are. */
const [LEADING, SPARE] = [1.22, 1.05];

interface Box {
  /** Inches. */
  readonly w: number;
  readonly h: number;
}

/** Points between `largest` and `smallest`, the most with which all lines stand in the box. */
export function typeSize(text: string, { w, h }: Box, largest: number, smallest: number): number {
  const letters = (printedWidth(text) / 2) * SPARE;
  for (let size = largest; size > smallest; size -= 1) {
    const lines = Math.max(1, Math.ceil((letters * size) / (w * 72)));
    if (lines * size * LEADING <= h * 72) return size;
  }
  return smallest;
}
