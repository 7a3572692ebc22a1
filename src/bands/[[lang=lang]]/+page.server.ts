import { publicEdition } from '../bands.ts';

export const load = () => publicEdition();
