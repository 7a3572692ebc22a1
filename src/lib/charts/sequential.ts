import type { ThemeName } from './tokens.ts';

/** One step of a ramp: the ground, and the ink that can be read on it. */
export interface RampStep {
  readonly fill: string;
  readonly ink: string;
}

const steps = (fills: readonly string[], inks: readonly string[]): readonly RampStep[] =>
  fills.map((fill, i) => ({ fill, ink: inks[i] ?? '#000000' }));

/**
 * Five steps of one hue from the least to the most, for ordered classes: away from the paper as the
 * numbers rise, so that they keep their order in greyscale, in the dark and in print. The same
 * values stand in src/lib/ui/ramp.css.
 */
export const RAMP: Readonly<Record<ThemeName, readonly RampStep[]>> = {
  light: steps(
    ['#dcecee', '#a9cfd5', '#74afb9', '#2b7985', '#00424b'],
    ['#16201f', '#16201f', '#16201f', '#ffffff', '#ffffff'],
  ),
  dark: steps(
    ['#1f3b40', '#2a5b63', '#438e98', '#83c2cb', '#c9e9ed'],
    ['#e8ebec', '#e8ebec', '#14181b', '#14181b', '#14181b'],
  ),
  print: steps(
    ['#f0f0f0', '#cfcfcf', '#a6a6a6', '#6b6b6b', '#262626'],
    ['#000000', '#000000', '#000000', '#ffffff', '#ffffff'],
  ),
};

export const RAMP_STEPS = 5;

/** The step of class `index` of `count`, from 0: few classes are spread over the whole ramp. */
export function rampStep(index: number, count: number): number {
  if (count <= 1) return 2;
  return Math.round((index * (RAMP_STEPS - 1)) / (Math.min(count, RAMP_STEPS) - 1));
}
