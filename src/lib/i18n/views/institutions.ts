/** Words of the list of institutions. */
import type { Locale } from '#lib/model/index.ts';

const zh = {
  title: '机构',
};

export type InstitutionsMessages = typeof zh;

const en: InstitutionsMessages = {
  title: 'Institutions',
};

const MESSAGES: Readonly<Record<Locale, InstitutionsMessages>> = { zh, en };

export const institutionsMessages = (locale: Locale): InstitutionsMessages => MESSAGES[locale];
