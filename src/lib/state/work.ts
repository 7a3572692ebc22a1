/** What it takes to answer a question; fetched after the first paint, which needs none of it. */
export { recompute, uncovered } from '#lib/queries/recompute/index.ts';
export { score } from '#lib/scoring/index.ts';
export { sameRows } from './agreement.ts';
export { makeDataset, queryDataset, unitTable } from './dataset.ts';
