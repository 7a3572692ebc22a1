export const entries = () => [{}, { lang: 'en' }];
