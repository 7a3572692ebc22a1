/** What a view says of its scores having been computed twice. */
import type { Messages } from '#lib/i18n/index.ts';
import { isGroup } from '#lib/model/index.ts';
import type { Layer, Locale, Scheme, SchemeNode } from '#lib/model/index.ts';
import type { Session } from '#lib/state/session.svelte.ts';
import { verdictText, type Names } from '#lib/ui/recompute-words.ts';

export interface CheckWords {
  readonly text: string;
  /** Why nothing may be exported; null when everything may. */
  readonly blocked: string | null;
}

/** The verdict on the ranking of a layer by a scheme, and whether it forbids exports (R138). */
export function checkWords(
  session: Session,
  layer: Layer,
  scheme: Scheme,
  locale: Locale,
  m: Messages,
): CheckWords {
  const verdict = session.verdict(layer, scheme.id);
  const published = session.manifest.recomputed.find(
    (entry) => entry.layer === layer && entry.scheme === scheme.id,
  );
  const text = verdictText(verdict, published, namesOf(session, layer, scheme, locale), m);
  return { text, blocked: verdict.kind === 'differs' ? text : null };
}

function namesOf(session: Session, layer: Layer, scheme: Scheme, locale: Locale): Names {
  const institutions = session.get(layer, scheme.id)?.dataset.institutions ?? [];
  return {
    unit: (code) => {
      const found = institutions.find(({ institution_id }) => institution_id === code);
      return found ? (locale === 'zh' ? found.name_zh : found.name_en) : code;
    },
    element: (code) => nameIn(scheme.index, code)?.[locale] ?? code,
  };
}

function nameIn(node: SchemeNode, code: string): SchemeNode['name'] | null {
  if (node.code === code) return node.name;
  if (!isGroup(node)) return null;
  for (const child of node.children) {
    const name = nameIn(child, code);
    if (name) return name;
  }
  return null;
}

/** Why nothing may be exported; null when everything may. */
export const blockedReason = (
  session: Session,
  check: CheckWords | null,
  m: Messages,
): string | null =>
  // Between two sets of data nothing is handed out: it could be of either.
  session.local && !session.settled
    ? m.export.busy
    : session.agreement === 'disagree'
      ? m.export.blocked
      : (check?.blocked ?? null);
