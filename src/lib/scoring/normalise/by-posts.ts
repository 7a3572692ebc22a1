import type { NormaliseSpec } from '#lib/model/index.ts';
import type { Method, Methods, Scale, ScaleInput } from './scale.ts';
import { stretch } from './scale.ts';

/** Posts in the indicator's own unit, after direction: the worse one, the better one. */
const directedPosts = (low: number, high: number, direction: 1 | -1): [number, number] =>
  direction === 1 ? [low, high] : [-high, -low];

const between =
  ([from, until]: readonly [number, number]): Scale =>
  (x) =>
    (x - from) / (until - from);

const cut = (share: number): number => Math.min(1, Math.max(0, share));

/** The share of the way between two posts; with `log10`, of the way between their logarithms. */
function shareOf(
  { low, high, log10 = false }: Extract<NormaliseSpec, { method: 'goalposts' }>,
  { direction }: ScaleInput,
): Scale {
  if (!log10) return between(directedPosts(low, high, direction));
  const share = between(directedPosts(Math.log10(low), Math.log10(high), direction));
  return (x) => {
    const given = direction * x;
    return given > 0 ? share(direction * Math.log10(given)) : NaN;
  };
}

const distanceToReference: Method<'distance_to_reference'> = (
  { unit, period, cap = false },
  { moments: { min }, range, valueOf },
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
    const to = stretch(input.range);
    const share = shareOf(spec, input);
    return spec.truncate === false ? (x) => to(share(x)) : (x) => to(cut(share(x)));
  },

  scaled: ({ low, high }, { direction, range }) => {
    const to = stretch(range);
    const share = between(directedPosts(low, high, direction));
    return (x) => to(share(x));
  },

  target: ({ target, cap = true }, { direction, moments: { min }, range }) => {
    const goal = direction * target;
    const to = stretch(range);
    if (goal <= min) return cap ? () => to(1) : 'target_below_peers';
    const share = between([min, goal]);
    return cap ? (x) => to(Math.min(1, share(x))) : (x) => to(share(x));
  },

  distance_to_reference: distanceToReference,
};
