/** How like texts are, 0–1; only ever used to choose and order proposals, never to recognise. */

/** How often each character and each pair of neighbours occurs; a pair counts twice. */
export type Grams = ReadonlyMap<string, number>;

const LONGEST = 60;

export function gramsOf(text: string): Grams {
  const counts = new Map<string, number>();
  const chars = [...text.slice(0, LONGEST)];
  chars.forEach((char, index) => {
    counts.set(char, (counts.get(char) ?? 0) + 1);
    const next = chars[index + 1];
    if (next !== undefined) counts.set(char + next, (counts.get(char + next) ?? 0) + 2);
  });
  return counts;
}

function size(grams: Grams): number {
  let total = 0;
  for (const count of grams.values()) total += count;
  return total;
}

/** Dice's coefficient over characters and pairs of them. */
export function alike(a: Grams, b: Grams): number {
  let shared = 0;
  for (const [gram, count] of a) shared += Math.min(count, b.get(gram) ?? 0);
  const all = size(a) + size(b);
  return all === 0 ? 0 : (2 * shared) / all;
}

export const likeness = (a: string, b: string): number => alike(gramsOf(a), gramsOf(b));
