import type { ParamMatcher } from '@sveltejs/kit';

/** Chinese lives at the root, every other language under its tag. */
export const match = ((param: string): param is 'en' => param === 'en') satisfies ParamMatcher;
