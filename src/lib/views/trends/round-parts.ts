/**
 * Rounds the two ends of a change and its parts so that what is shown adds up as shown: the ends are
 * rounded each by itself, the parts so that they sum to the difference of the rounded ends. Each
 * part is rounded first; what is then left over, a few units of the last decimal at most, goes one
 * unit at a time to the parts that rounding moved furthest the other way.
 */
export function roundParts<Key extends string>(
  before: number,
  after: number,
  parts: Readonly<Record<Key, number>>,
  decimals: number,
): { readonly before: number; readonly after: number; readonly parts: Record<Key, number> } {
  const scale = 10 ** decimals;
  // Half away from zero, as formatNumber rounds.
  const units = (value: number) =>
    Math.sign(value) * Math.round(Number(`${Math.abs(value).toFixed(12)}`) * scale);
  const [first, last] = [units(before), units(after)];
  const keys = Object.keys(parts) as Key[];
  const rounded = new Map(keys.map((key) => [key, units(parts[key])]));
  let over = last - first - keys.reduce((total, key) => total + rounded.get(key)!, 0);
  while (over !== 0 && keys.length > 0) {
    const step = Math.sign(over);
    const owed = (key: Key) => step * (parts[key] * scale - rounded.get(key)!);
    const key = keys.reduce((best, one) => (owed(one) > owed(best) + 1e-9 ? one : best));
    rounded.set(key, rounded.get(key)! + step);
    over -= step;
  }
  return {
    before: first / scale,
    after: last / scale,
    parts: Object.fromEntries(keys.map((key) => [key, (rounded.get(key)! + 0) / scale])) as Record<
      Key,
      number
    >,
  };
}
