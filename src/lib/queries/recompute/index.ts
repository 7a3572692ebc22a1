/** The index computed a second time, in SQL, and the comparison; METHOD.md R130–R139. */
export { checkAgreement } from './agreement.ts';
export { recompute } from './recompute.ts';
export { recomputation } from './recomputation.ts';
export type { RecomputedRow } from './recomputation.ts';
export { uncovered } from './uncovered.ts';
