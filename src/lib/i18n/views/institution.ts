/** Words of an institution's own page. */
import type { Locale } from '#lib/model/index.ts';

const zh = {
  title: (name: string, period: string) => `${name} ${period} 年度能力概况`,
};

export type InstitutionMessages = typeof zh;

const en: InstitutionMessages = {
  title: (name, period) => `${name}: capability profile ${period}`,
};

const MESSAGES: Readonly<Record<Locale, InstitutionMessages>> = { zh, en };

export const institutionMessages = (locale: Locale): InstitutionMessages => MESSAGES[locale];
