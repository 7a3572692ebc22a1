/** The list as a figure: scores by city drawn, the whole list in the table file. */
import { provenanceOf, type FigureSubject } from '#lib/figure/index.ts';
import { schemeLine } from '#lib/frame/strip.ts';
import type { InstitutionsMessages } from '#lib/i18n/views/institutions.ts';
import { formatNumber, type Messages } from '#lib/i18n/index.ts';
import type { Locale, Manifest, Scheme } from '#lib/model/index.ts';
import type { Sheet } from '#lib/export/index.ts';
import { cutoffOf } from '#lib/state/cutoff.ts';
import type { InstitutionsHeadings } from './headings.ts';
import type { InstitutionsModel } from './model.ts';
import { citiesNative } from './native.ts';

export function institutionsFigure(
  model: InstitutionsModel,
  scheme: Scheme,
  manifest: Manifest,
  headings: InstitutionsHeadings,
  search: string,
  locale: Locale,
  m: Messages,
  w: InstitutionsMessages,
): FigureSubject {
  const { layer, period, query, city, class: inClass, legalForm } = model.view;
  const place = model.rows.find(({ cityCode }) => cityCode === city)?.city?.[locale];
  return {
    name: 'institutions',
    locale,
    layer,
    text: {
      title: w.figure(m.level[model.cityLevel], period),
      subtitle: headings.finding,
      unit: w.points,
      source: m.layerSource[layer],
      cutoff: cutoffOf(manifest, period),
      scheme: schemeLine(scheme, locale),
      edition: manifest.edition.id,
      note: w.figureRule,
    },
    chart: (charts) =>
      charts.profileRanges({
        rows: model.cities.map(({ code, name, n, ...peers }) => ({
          id: code,
          name: name[locale],
          colour: null,
          own: null,
          beside: w.beside(formatNumber(peers.median, 1), n),
          peers,
        })),
        max: scheme.normalise.range[1],
        words: { own: null, ...w.words },
        unit: w.points,
        locale,
      }),
    native: () => citiesNative(model, scheme.normalise.range[1], locale, w),
    sheet: () => institutionsSheet(model, scheme, locale, m, w),
    fileParts: [
      m.layer[layer],
      period,
      ...(place === undefined ? [] : [place]),
      ...(model.view.everyLevel ? [] : [m.level[model.view.level]]),
      ...(legalForm === null ? [] : [w.legalForm[legalForm]]),
      ...(inClass === null ? [] : [inClass]),
      scheme.name[locale],
      w.file,
      ...(query.trim() === '' ? [] : [query.trim()]),
    ],
    provenance: provenanceOf(manifest, layer, scheme, search),
  };
}

/** Every listed institution in the order shown; a missing number is an empty cell. */
export function institutionsSheet(
  model: InstitutionsModel,
  { bands }: Scheme,
  locale: Locale,
  m: Messages,
  w: InstitutionsMessages,
): Sheet {
  const words = w.columns;
  const ids = m.export.columns;
  return {
    columns: [
      ids.id,
      ids.institution,
      ids.region,
      words.city,
      words.level,
      words.legalForm,
      words.class,
      words.place,
      w.ranked,
      m.ranking.withUnit(words.score, w.points),
      words.band,
      words.gaps,
    ],
    rows: model.rows.map((row) => [
      row.id,
      row.institution[locale],
      row.name[locale],
      row.city?.[locale] ?? null,
      w.levels[row.level],
      w.legalForm[row.legalForm],
      row.class,
      row.place,
      row.of,
      row.score,
      bands.find(({ code }) => code === row.band)?.name[locale] ?? null,
      row.gaps,
    ]),
  };
}
