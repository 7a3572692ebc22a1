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

/** For each character and pair the names that have it. */
function nameIndex({ all }: PlaceNames): ReadonlyMap<string, readonly KnownName[]> {
  const sharing = new Map<string, KnownName[]>();
  for (const [text, of] of all) {
    const known = { grams: gramsOf(text), of };
    for (const gram of known.grams.keys()) {
      const names = sharing.get(gram);
      if (names) names.push(known);
      else sharing.set(gram, [known]);
    }
  }
  return sharing;
}

export function placeProposals(names: PlaceNames): Propose {
  // Most imports need no proposal, so that the index waits for the first.
  let index: ReturnType<typeof nameIndex> | null = null;
  return (spelled) => {
    index ??= nameIndex(names);
    const sharing = index;
    const grams = gramsOf(spelled);
    const near = new Set<KnownName>();
    for (const gram of grams.keys()) {
      const known = sharing.get(gram) ?? [];
      if (known.length <= COMMON) for (const name of known) near.add(name);
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
