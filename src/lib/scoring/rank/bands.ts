import type { SchemeBand } from '#lib/model/index.ts';

/**
 * Code of the first band (they run from the best down) whose floor the score reaches, null when
 * there is none (R52). A score short of the floor by no more than `slack` counts as reaching it,
 * so that the rounding of a sum cannot cost a band.
 */
export function bandOf(score: number, bands: readonly SchemeBand[], slack: number): string | null {
  return bands.find(({ min }) => score >= min - slack)?.code ?? null;
}
