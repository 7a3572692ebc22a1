/**
 * How those compared are told apart without the colours of the dimensions: by lightness and
 * pattern, in every theme, so that a copy in black and white says the same.
 */
import type { BarItemStyle, Decal } from './option.ts';
import type { ChartTokens } from './tokens.ts';

type Pattern = Omit<Decal, 'color'> | null;

const DIAGONAL: Pattern = {
  symbol: 'rect',
  dashArrayX: [1, 0],
  dashArrayY: [2, 4],
  rotation: Math.PI / 4,
};
const DOTS: Pattern = {
  symbol: 'circle',
  dashArrayX: [[5, 3]],
  dashArrayY: [5, 3],
  symbolSize: 0.5,
};
const LINES: Pattern = { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [1, 4] };

interface Look {
  readonly fill: keyof ChartTokens &
    ('accent' | 'hairlineStrong' | 'accentSoft' | 'ink2' | 'paper2' | 'paper');
  readonly line: 'accent' | 'ink2' | 'ink3' | 'ink' | 'hairlineStrong';
  readonly pattern: Pattern;
  readonly patternColour: 'accent' | 'paper' | 'ink3';
}

/** In the order picked; more than five are never compared. */
const LOOKS: readonly Look[] = [
  { fill: 'accent', line: 'accent', pattern: null, patternColour: 'paper' },
  { fill: 'hairlineStrong', line: 'hairlineStrong', pattern: null, patternColour: 'paper' },
  { fill: 'accentSoft', line: 'accent', pattern: DIAGONAL, patternColour: 'accent' },
  { fill: 'ink2', line: 'ink2', pattern: DOTS, patternColour: 'paper' },
  { fill: 'paper2', line: 'ink3', pattern: LINES, patternColour: 'ink3' },
];
/** Hollow: it stands for nobody. */
const REFERENCE: Look = { fill: 'paper', line: 'ink', pattern: null, patternColour: 'ink3' };

const lookOf = (position: number, isReference: boolean): Look =>
  isReference ? REFERENCE : (LOOKS[Math.min(position, LOOKS.length - 1)] ?? REFERENCE);

/** Fill, outline and pattern of the bars of the series at `position`. */
export function comparedStyle(
  tokens: ChartTokens,
  position: number,
  isReference: boolean,
): BarItemStyle {
  const { fill, line, pattern, patternColour } = lookOf(position, isReference);
  return {
    color: tokens[fill],
    borderColor: tokens[line],
    borderWidth: 1,
    ...(pattern ? { decal: { ...pattern, color: tokens[patternColour] } } : {}),
  };
}

export interface LineLook {
  readonly color: string;
  readonly type: 'solid' | 'dashed' | 'dotted' | number[];
  readonly width: number;
  readonly symbol: string;
  /** Of the points, which are hollow for some. */
  readonly fill: string;
}

const DASHES: readonly LineLook['type'][] = ['solid', 'dashed', 'dotted', [8, 3, 2, 3], [2, 2]];
const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond', 'path://M0 0L10 0L5 9Z'];

/** The same series as a line: dash and point tell them apart as well as the shade does. */
export function comparedLine(
  tokens: ChartTokens,
  position: number,
  isReference: boolean,
): LineLook {
  if (isReference)
    return { color: tokens.ink, type: [1, 3], width: 1.5, symbol: 'circle', fill: tokens.paper };
  const shades = [tokens.accent, tokens.hairlineStrong, tokens.ink2, tokens.ink3, tokens.accent];
  const at = Math.min(position, shades.length - 1);
  const color = shades[at] ?? tokens.accent;
  return {
    color,
    type: DASHES[at] ?? 'solid',
    width: position === 0 ? 2.5 : 1.75,
    symbol: SYMBOLS[at] ?? 'circle',
    fill: color,
  };
}
