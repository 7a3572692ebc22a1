/** Figures with their text as outlines. Brings a font reader along: import when first needed. */
import type { Figure } from '../figure-svg.ts';
import { loadFont } from './load-font.ts';
import { lettersNeeded, outlineSvg } from './outline-svg.ts';

export interface OutlinedFigure {
  readonly figure: Figure;
  /** Characters the font does not have, kept as text; empty when everything was outlined. */
  readonly kept: readonly string[];
}

/**
 * The figure with its text as outlines, so that it looks the same where no Chinese font is. What
 * the font lacks stays text. Equal figures give equal bytes. Browser only; rejects when the font's
 * files cannot be fetched.
 */
export async function outlineFigure(figure: Figure): Promise<OutlinedFigure> {
  const needed = lettersNeeded(figure.svg);
  const [regular, bold] = await Promise.all([
    loadFont('regular', needed.regular),
    loadFont('bold', needed.bold),
  ]);
  const { svg, kept } = outlineSvg(figure.svg, { regular, bold }, figure.locale);
  return { figure: { ...figure, svg }, kept };
}
