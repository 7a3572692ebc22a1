/** Size and strength of the invented institutions, and the few whose story is told on purpose. */
import { type Random, stream } from './random.ts';
import { YEARS } from './panel.ts';
import { CITIES, COUNTIES } from './places.ts';

/** Scale of an institution's numbers: a quantity is about `low + span · capability`. */
interface Scale {
  readonly low: number;
  readonly span: number;
}

export interface Profile {
  readonly place: string;
  /** Capability between 0 and 1 of each dimension, from the year before the first on. */
  readonly capability: readonly (readonly number[])[];
  readonly assigned: number;
  readonly items: Scale;
  readonly standards: Scale;
  /** All items for each standard. */
  readonly breadth: number;
  readonly staff: number;
  readonly firms: Scale;
  readonly labs: Scale;
  readonly projects: Scale;
  readonly centres: Scale;
}

export const DIMENSIONS = 6;

interface Path {
  readonly start: number;
  readonly growth: number;
  /** How far a dimension may lie off the common path, and how far it wanders in a year. */
  readonly spread: number;
  readonly wander: number;
}

/** Capability paths that are chosen, not drawn: one place climbs, one falls, one stays on top. */
const STORIES: Readonly<Record<string, Pick<Path, 'start' | 'growth'>>> = {
  甲县: { start: 0.72, growth: 0.025 },
  午县: { start: 0.3, growth: 0.115 },
  乙县: { start: 0.7, growth: -0.06 },
  陆县: { start: 0.2, growth: 0.02 },
  拾县: { start: 0.16, growth: 0.03 },
};

/** A common path for all dimensions (so that they correlate), each with its own lasting difference. */
function capabilities(path: Path, random: Random): number[][] {
  return Array.from({ length: DIMENSIONS }, () => {
    let own = random.bell() * path.spread;
    return Array.from({ length: YEARS.length + 1 }, (_, step) => {
      own += random.bell() * path.wander;
      return Math.min(0.97, Math.max(0.05, path.start + path.growth * (step - 1) + own));
    });
  });
}

function countyProfile(seed: number, place: string): Profile {
  const random = stream(seed, `${place}/profile`);
  const drawn = { start: 0.22 + 0.46 * random.next(), growth: 0.012 + 0.038 * random.next() };
  const path = { ...(STORIES[place] ?? drawn), spread: 0.3, wander: 0.1 };
  const size = random.next();
  return {
    place,
    capability: capabilities(path, random),
    assigned: 24 + random.integer(0, 3) * 2,
    items: { low: 7, span: 19 },
    standards: { low: 8, span: 46 },
    breadth: 1.35 + 0.45 * random.next(),
    staff: 9 + Math.round(14 * size),
    firms: { low: 60 + Math.round(120 * size), span: 420 },
    labs: { low: -0.9, span: 2.4 },
    projects: { low: -0.6, span: 3.2 },
    centres: { low: -1.1, span: 2.2 },
  };
}

function cityProfile(seed: number, place: string, index: number): Profile {
  const random = stream(seed, `${place}/profile`);
  const path = { start: 0.62 - 0.14 * index, growth: 0.02 + 0.012 * index };
  return {
    place,
    capability: capabilities({ ...path, spread: 0.15, wander: 0.05 }, random),
    assigned: 44,
    items: { low: 20, span: 21 },
    standards: { low: 70, span: 150 },
    breadth: 1.7 + 0.3 * random.next(),
    staff: 110 - 22 * index,
    firms: { low: 900, span: 2400 },
    labs: { low: 0.4, span: 3 },
    projects: { low: 1, span: 8 },
    centres: { low: 0.2, span: 2.4 },
  };
}

export function profiles(seed: number): Profile[] {
  return [
    ...COUNTIES.map((county) => countyProfile(seed, county.zh)),
    ...CITIES.map((city, index) => cityProfile(seed, city.zh, index)),
  ];
}
