/**
 * Units that no other unit equals or exceeds in everything, ascending; of equal ones one. For
 * weights that are not negative, what holds for these holds for all.
 *
 * @param columns one a child, one entry a unit, none missing
 */
export function frontierOf(columns: readonly Float64Array[], count: number): number[] {
  const sums = new Float64Array(count);
  for (const column of columns)
    for (let unit = 0; unit < count; unit++) sums[unit]! += column[unit]!;
  // Whoever exceeds a unit in everything comes before it.
  const units = Array.from(sums.keys()).sort((a, b) => sums[b]! - sums[a]! || a - b);
  const frontier: number[] = [];
  for (const unit of units)
    if (!frontier.some((other) => columns.every((column) => column[other]! >= column[unit]!)))
      frontier.push(unit);
  return frontier.sort((a, b) => a - b);
}
