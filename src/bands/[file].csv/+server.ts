import { csvFile } from '#lib/export/csv.ts';
import { formatDay, messagesFor } from '#lib/i18n/index.ts';
import { bandsMessages } from '#lib/i18n/views/bands.ts';
import { LOCALES } from '#lib/model/index.ts';
import { bandsSheet } from '#lib/views/bands/sheet.ts';
import { publicEdition } from '../bands.ts';

export const prerender = true;
export const trailingSlash = 'never';

export const entries: () => { file: string }[] = () =>
  LOCALES.map((locale) => ({ file: `bands.${locale}` }));

/** The table of bands, for spreadsheets. */
export const GET = async ({ params }: { params: { file: string } }) => {
  const locale = LOCALES.find((one) => params.file === `bands.${one}`);
  if (!locale) return new Response(null, { status: 404 });
  const [{ model, edition, scheme }, m, b] = [
    await publicEdition(),
    messagesFor(locale),
    bandsMessages(locale),
  ];
  const text = csvFile({
    ...bandsSheet(model, locale, m),
    layer: edition.layer,
    locale,
    provenance: [
      b.title,
      b.only,
      m.strip.cutoff(formatDay(edition.cutoff, locale)),
      m.strip.scheme(scheme.name[locale], scheme.version),
    ],
  });
  return new Response(text, { headers: { 'content-type': 'text/csv; charset=utf-8' } });
};
