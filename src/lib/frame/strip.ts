import { formatDay, type Messages } from '#lib/i18n/index.ts';
import type { Locale, Manifest, Scheme } from '#lib/model/index.ts';
import { cutoffOf } from '#lib/state/cutoff.ts';

/** Year, cut-off, scheme and weights, for the strip at the top of scored views. */
export const stripItems = (
  manifest: Manifest,
  period: string,
  scheme: Scheme | null | undefined,
  locale: Locale,
  m: Messages,
): string[] => [
  m.strip.period(period),
  m.strip.cutoff(formatDay(cutoffOf(manifest, period), locale)),
  ...(scheme
    ? [
        m.strip.scheme(scheme.name[locale], scheme.version),
        m.strip.weights(scheme.weights_label[locale]),
      ]
    : []),
];

/** A scheme as figures name it: name, version, whose weights. */
export const schemeLine = (scheme: Scheme, locale: Locale): string =>
  `${scheme.name[locale]} v${scheme.version} · ${scheme.weights_label[locale]}`;
