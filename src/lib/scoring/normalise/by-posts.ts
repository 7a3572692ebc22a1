import type { NormaliseSpec } from '#lib/model/index.ts';
import type { Line, Method, Methods, Scale, ScaleInput } from './scale.ts';
import { onLine, stretch } from './scale.ts';

/** Posts in the indicator's own unit, after direction: the worse one, the better one. */
const directedPosts = (low: number, high: number, direction: 1 | -1, isCut: boolean): Line =>
  direction === 1 ? { from: low, until: high, isCut } : { from: -high, until: -low, isCut };

/** The way between the logarithms of two posts. */
function logarithmic(
  { low, high }: Extract<NormaliseSpec, { method: 'goalposts' }>,
  { direction, range }: ScaleInput,
  isCut: boolean,
): Scale {
  const line = directedPosts(Math.log10(low), Math.log10(high), direction, isCut);
  return (x) => {
    const given = direction * x;
    return given > 0 ? onLine(direction * Math.log10(given), line, range) : NaN;
  };
}

const distanceToReference: Method<'distance_to_reference'> = (
  { unit, period, cap = false },
  { extremes: { min }, range, valueOf },
) => {
  const reference = valueOf(unit, period);
  if (Number.isNaN(reference)) return 'missing_reference';
  if (reference <= min) return 'reference_below_peers';
  const to = stretch(range);
  const share: Scale = (x) => 1 - (reference - x) / (reference - min);
  return cap ? (x) => to(Math.min(1, share(x))) : (x) => to(share(x));
};

/** Scales with an end that the scheme fixes: R22, R23, R28. */
export const BY_POSTS: Methods<'goalposts' | 'scaled' | 'target' | 'distance_to_reference'> = {
  goalposts: (spec, input) => {
    const { low, high, truncate: isCut = true, log10 } = spec;
    return log10
      ? logarithmic(spec, input, isCut)
      : directedPosts(low, high, input.direction, isCut);
  },

  scaled: ({ low, high }, { direction }) => directedPosts(low, high, direction, false),

  target: ({ target, cap = true }, { direction, extremes: { min }, range }) => {
    const goal = direction * target;
    if (goal > min) return { from: min, until: goal, isCut: cap };
    const to = stretch(range);
    return cap ? () => to(1) : 'target_below_peers';
  },

  distance_to_reference: distanceToReference,
};
