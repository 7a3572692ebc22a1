/** What lies under a figure. */
import type { Figure } from './figure-svg.ts';

const PAPER = /<rect width="([\d.]+)" height="([\d.]+)" fill="#[\da-f]{3,8}"\/>\n/iu;
const VIEW_BOX = /^<svg\b[^>]*\sviewBox="0 0 ([\d.]+) ([\d.]+)"/u;

/**
 * The figure without its paper, so that a page shows through; as it is where it has none. The
 * ground of its mark stays. Works on every figure's own SVG, also on one kept from earlier.
 */
export function withoutPaper(figure: Figure): Figure {
  const [, ...whole] = VIEW_BOX.exec(figure.svg) ?? [];
  const [paper = '', ...size] = PAPER.exec(figure.svg) ?? [];
  const covers = whole.length === 2 && whole.every((side, i) => side === size[i]);
  return covers ? { ...figure, svg: figure.svg.replace(paper, '') } : figure;
}
