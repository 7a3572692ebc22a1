/** Chinese lives at the root, English under its tag. */
export const entries: () => { lang?: string }[] = () => [{}, { lang: 'en' }];
