/** What every template says alike: scope, marks, sources, scores. */
import type { NatureOfData } from '#lib/export/data-nature.ts';
import { schemeLine } from '#lib/frame/strip.ts';
import { formatDay, formatNumber, messagesFor, type Messages } from '#lib/i18n/index.ts';
import { nameList } from '#lib/i18n/names.ts';
import { reportMessages, type ReportMessages } from '#lib/i18n/views/report.ts';
import {
  layerState,
  type Layer,
  type LocalText,
  type Locale,
  type ManifestEdition,
} from '#lib/model/index.ts';
import { cutoffOf } from '#lib/state/cutoff.ts';
import type { Material } from './material.ts';
import type { ReportRequest } from './request.ts';

export interface Words {
  readonly locale: Locale;
  readonly m: Messages;
  readonly r: ReportMessages;
}

export const wordsOf = (locale: Locale): Words => ({
  locale,
  m: messagesFor(locale),
  r: reportMessages(locale),
});

/** 示例省（示例数据）县级机构. */
export function scopeText(
  { choices }: Pick<Material, 'choices'>,
  { layer, city, level }: ReportRequest,
  { locale, m }: Words,
): string {
  const place = choices[layer]?.cities.find(({ code }) => code === city)?.name[locale];
  return m.ranking.scope(place ?? m.layerOption[layer], m.level[level]);
}

/** What must be said first of data that are not published facts; empty for those that are. */
export const layerMark = (layer: Layer, m: Messages): string =>
  layer === 'reported' ? '' : m.layerMark[layer];

/** The locked edition that a report is of: that in force, its own year and scheme; else undefined. */
export const lockedEdition = (
  { manifest, scheme }: Pick<Material, 'manifest' | 'scheme'>,
  { layer, period }: Pick<ReportRequest, 'layer' | 'period'>,
): ManifestEdition | undefined =>
  manifest.local?.layers.includes(layer)
    ? undefined
    : manifest.editions.find(
        (one) =>
          one.id === manifest.edition.id &&
          one.layer === layer &&
          one.period === period &&
          one.scheme === scheme.id &&
          one.scheme_version === scheme.version,
      );

/** Source, cut-off, scheme, edition. */
export function sourceLines(
  material: Pick<Material, 'manifest' | 'scheme'>,
  request: ReportRequest,
  { locale, m, r }: Words,
): string[] {
  const { manifest, scheme } = material;
  const { layer, period } = request;
  const locked = lockedEdition(material, request);
  return [
    m.export.source(m.layerSource[layer]),
    m.export.cutoff(formatDay(cutoffOf(manifest, period), locale)),
    m.export.scheme(schemeLine(scheme, locale)),
    locked
      ? r.lockedEdition(locked.id, formatDay(locked.locked_on, locale))
      : r.edition(manifest.edition.id),
  ];
}

/** What the data of a report are, for its tables. */
export const natureOf = (
  { manifest }: Pick<Material, 'manifest'>,
  { layer, locale }: ReportRequest,
): NatureOfData => ({
  layer,
  locale,
  ...layerState(manifest, layer),
});

export const points = (value: number, decimals: number): string => formatNumber(value, decimals);

export const names = (all: readonly LocalText[], { locale, m }: Words): string =>
  nameList(all, locale, m);

/** Headings with their numbers: 一、总体情况. */
export function headings(r: ReportMessages) {
  let n = 0;
  return (text: string) => {
    n += 1;
    return { kind: 'heading', level: 1, text: r.numbered(n, text) } as const;
  };
}
