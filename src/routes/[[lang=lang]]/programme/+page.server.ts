import { placeholderSize } from '../../figures/figures.ts';
import { programmeEvidence } from './programme.ts';
import type { PageServerLoad } from './$types';

/** The whole programme: small enough to go along with the page. */
export const load: PageServerLoad = async () => ({
  ...(await programmeEvidence()),
  figureSize: await placeholderSize('programme'),
});
