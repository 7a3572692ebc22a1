/** The bands as a table to download. */
import type { Sheet } from '#lib/export/index.ts';
import type { Messages } from '#lib/i18n/index.ts';
import { bandsMessages } from '#lib/i18n/views/bands.ts';
import type { Locale } from '#lib/model/index.ts';
import type { BandsModel } from './model.ts';

/** One row an institution, one column a year; words as on the page. */
export function bandsSheet(model: BandsModel, locale: Locale, m: Messages): Sheet {
  const b = bandsMessages(locale);
  const names = new Map(model.bands.map(({ code, name }) => [code, name[locale]]));
  return {
    columns: [
      b.columns.institution,
      b.columns.city,
      m.filters.level,
      ...model.periods.map(b.columns.year),
    ],
    rows: model.rows.map((row) => [
      row.institution[locale],
      row.city?.name[locale] ?? '',
      m.level[row.level],
      ...row.standings.map((one) =>
        one === null
          ? b.absent
          : one.kind === 'none'
            ? b.status[one.status]
            : (names.get(one.band) ?? one.band),
      ),
    ]),
  };
}
