export const entries = () => [{ lang: '' }, { lang: 'en' }];
