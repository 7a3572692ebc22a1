import type { BarItemStyle, Decal } from './option.ts';
import { dimensionColour, type ChartTokens } from './tokens.ts';

const DIAGONAL = Math.PI / 4;

/** One pattern a dimension, on top of falling darkness: told apart on paper in black and white. */
const PATTERNS: readonly (Omit<Decal, 'color'> | null)[] = [
  null,
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: DIAGONAL },
  { symbol: 'circle', dashArrayX: [[6, 3]], dashArrayY: [6, 3], symbolSize: 0.45 },
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: -DIAGONAL },
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [1, 4] },
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [1, 4], rotation: Math.PI / 2 },
  null,
];

/** Fill, outline and (in print) pattern of the dimension at `index`. */
export function dimensionStyle(tokens: ChartTokens, index: number): BarItemStyle {
  const color = dimensionColour(tokens, index);
  if (!tokens.decals) return { color, borderColor: tokens.paper, borderWidth: 1 };
  const pattern = PATTERNS[Math.min(index, PATTERNS.length - 1)];
  return {
    color,
    borderColor: tokens.ink,
    borderWidth: 0.5,
    ...(pattern ? { decal: { ...pattern, color: index < 3 ? tokens.paper : tokens.ink } } : {}),
  };
}

/** A gap: hatched on paper, never a colour that stands for a value. */
export function missingStyle(tokens: ChartTokens) {
  return {
    color: tokens.paper,
    borderColor: tokens.ink3,
    borderWidth: 1,
    decal: {
      symbol: 'rect',
      dashArrayX: [1, 0],
      dashArrayY: [1, 3],
      rotation: -DIAGONAL,
      color: tokens.ink3,
    },
  } satisfies BarItemStyle;
}
