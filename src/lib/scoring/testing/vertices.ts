/** Solves a square linear system by Gauss-Jordan elimination; null when it has no single solution. */
function solveLinear(rows: readonly (readonly number[])[], right: readonly number[]) {
  const n = right.length;
  const m = rows.map((row, i) => [...row, right[i]!]);
  for (let c = 0; c < n; c++) {
    let pivot = c;
    for (let r = c; r < n; r++) if (Math.abs(m[r]![c]!) > Math.abs(m[pivot]![c]!)) pivot = r;
    if (Math.abs(m[pivot]![c]!) < 1e-10) return null;
    [m[c], m[pivot]] = [m[pivot]!, m[c]!];
    for (let r = 0; r < n; r++) {
      if (r === c) continue;
      const factor = m[r]![c]! / m[c]![c]!;
      for (let k = c; k <= n; k++) m[r]![k]! -= factor * m[c]![k]!;
    }
  }
  return m.map((row, i) => row[n]! / row[i]!);
}

function* subsets(of: number, size: number, from = 0): Generator<number[]> {
  if (size === 0) yield [];
  else
    for (let i = from; i <= of - size; i++)
      for (const rest of subsets(of, size - 1, i + 1)) yield [i, ...rest];
}

const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, x, i) => sum + x * b[i]!, 0);

/**
 * Greatest c·w subject to a·w ≤ b for every constraint, by trying every vertex: slow and simple,
 * to check a solver against.
 */
export function maximumAtVertices(
  c: readonly number[],
  constraints: readonly { readonly a: readonly number[]; readonly b: number }[],
): number {
  let best = -Infinity;
  for (const chosen of subsets(constraints.length, c.length)) {
    const w = solveLinear(
      chosen.map((i) => constraints[i]!.a),
      chosen.map((i) => constraints[i]!.b),
    );
    if (w && constraints.every(({ a, b }) => dot(a, w) <= b + 1e-11))
      best = Math.max(best, dot(c, w));
  }
  return best;
}
