/** The words around a profile: its title, the one sentence it says, what the strip shows. */
import { stripItems } from '#lib/frame/strip.ts';
import type { InstitutionMessages } from '#lib/i18n/views/institution.ts';
import type { Messages } from '#lib/i18n/index.ts';
import type { Locale, LocalText, Manifest, Scheme } from '#lib/model/index.ts';
import { statusText } from '#lib/ui/value-words.ts';
import type { DimensionStanding } from './against.ts';
import type { ProfileModel } from './model.ts';

export interface ProfileHeadings {
  readonly title: string;
  readonly finding: string;
  readonly strip: readonly string[];
}

export function profileHeadings(
  model: ProfileModel,
  scheme: Scheme | undefined,
  manifest: Manifest,
  locale: Locale,
  m: Messages,
  w: InstitutionMessages,
): ProfileHeadings {
  const { view, identity } = model;
  return {
    title: w.title(identity.name[locale], view.period),
    finding: findingSentence(model, scheme, locale, m, w),
    strip: stripItems(manifest, view.period, scheme, locale, m),
  };
}

/** Nothing has been reported at all: there is nothing to show but what will be asked for. */
export const isSilent = ({ standing, gaps, indicators }: ProfileModel): boolean =>
  standing === null && gaps.length === indicators;

/** Place, change, strongest dimension, weakest dimension, gaps. */
function findingSentence(
  model: ProfileModel,
  scheme: Scheme | undefined,
  locale: Locale,
  m: Messages,
  w: InstitutionMessages,
): string {
  const { identity, standing, status, gaps } = model;
  const name = identity.name[locale];
  if (isSilent(model)) return w.finding.silent(name) + m.finding.stop;
  const gapText = gaps.length === 0 ? w.finding.complete : w.finding.gaps(gaps.length);
  if (!standing) {
    const dimensions = new Map(scheme?.index.children.map((node) => [node.code, node.name]));
    const reason = status ? statusText(status, dimensions, locale, m) : '';
    return [w.finding.unranked(name, reason), gapText].join(m.finding.join) + m.finding.stop;
  }
  const { place, tied, change } = standing;
  const changed =
    change.kind === 'up' || change.kind === 'down'
      ? w.finding.change[change.kind](change.places)
      : w.finding.change[change.kind];
  return (
    [
      [w.finding.place(name, w.peers[identity.level], place, tied), changed].join(w.finding.comma),
      ...extremes(model.dimensions, locale, w),
      gapText,
    ].join(m.finding.join) + m.finding.stop
  );
}

/** Furthest ahead of, and furthest behind, the peers' median; nothing where all are alike. */
function extremes(
  dimensions: readonly DimensionStanding[],
  locale: Locale,
  w: InstitutionMessages,
): string[] {
  const leads = dimensions
    .flatMap(({ name, score, peers, place }) =>
      score === null || peers === null ? [] : [{ name, place, lead: score - peers.median }],
    )
    .sort((a, b) => b.lead - a.lead);
  const [best, worst] = [leads[0], leads[leads.length - 1]];
  if (!best || !worst || best.lead === worst.lead) return [];
  const said = ({ name, place }: { name: LocalText; place: number | null }) =>
    [name[locale], place === null ? '' : w.finding.ofPlace(place)] as const;
  return [
    [w.finding.strongest(...said(best)), w.finding.weakest(...said(worst))].join(w.finding.comma),
  ];
}
