import { readTargetEvidence } from '#lib/state/server/targets.ts';
import { placeholderSize } from '../../figures/figures.ts';
import type { PageServerLoad } from './$types';

/** All that the targets are judged by: small enough to go along with the page. */
export const load: PageServerLoad = async () => ({
  published: await readTargetEvidence('reported'),
  demo: await readTargetEvidence('synthetic'),
  figureSize: await placeholderSize('targets'),
});
