/** Institutions whose names are most like a text that is none of them. */
import { proposals } from './indicator-names.ts';
import { alike, gramsOf, type Grams } from './likeness.ts';
import type { Candidate, PlaceNames } from './place-names.ts';
import type { KnownInstitution } from './places.ts';
import type { Proposal } from './recogniser.ts';

const LEAST_LIKENESS = 0.25;
/** What so many names share (计量检定测试所) tells none of them. */
const COMMON = 60;

interface KnownName {
  readonly grams: Grams;
  readonly of: readonly Candidate[];
}

export type Propose = (spelled: string) => Proposal[];

export const proposal = ({ id, name }: KnownInstitution, likeness: number): Proposal => ({
  code: id,
  name,
  likeness,
});

export function placeProposals({ all }: PlaceNames): Propose {
  const sharing = new Map<string, KnownName[]>();
  for (const [text, of] of all) {
    const known = { grams: gramsOf(text), of };
    for (const gram of known.grams.keys()) {
      const names = sharing.get(gram);
      if (names) names.push(known);
      else sharing.set(gram, [known]);
    }
  }
  return (spelled) => {
    const grams = gramsOf(spelled);
    const near = new Set<KnownName>();
    for (const gram of grams.keys()) {
      const names = sharing.get(gram) ?? [];
      if (names.length <= COMMON) for (const name of names) near.add(name);
    }
    const best = new Map<KnownInstitution, number>();
    for (const name of near) {
      const likeness = alike(grams, name.grams);
      if (likeness < LEAST_LIKENESS) continue;
      for (const { institution } of name.of)
        if (likeness > (best.get(institution) ?? 0)) best.set(institution, likeness);
    }
    return proposals([...best].map(([institution, likeness]) => proposal(institution, likeness)));
  };
}
