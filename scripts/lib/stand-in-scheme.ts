/** A scheme with faults of form, made whole by stand-ins, so that the rest of it can be checked. */

type Json = Record<string, unknown>;

const TEXT = { zh: '?', en: '?' };

/** In place of a part of the scheme that cannot be read; parts without an entry are left out. */
const SCHEME_PARTS: Json = {
  id: 'x',
  version: '0.0.0',
  name: TEXT,
  description: TEXT,
  effective_from: '2000-01-01',
  weights_label: TEXT,
  normalise: { scope: 'period', range: [1, 100], default: { method: 'rank' } },
  missing: { min_availability: 0, require_all_dimensions: false },
  ranking: { tie_tolerance: 0 },
  bands: [],
};

/** The same for a part of an element of the tree. None of them is at odds with anything else. */
const NODE_PARTS: Json = {
  name: TEXT,
  weight: 1,
  direction: 1,
  aggregate: 'arithmetic',
  power: 1,
  normalise: { method: 'rank' },
};

export interface StandIn {
  readonly value: unknown;
  /** JSON Pointers to the parts that stand in: nothing can be said about them. */
  readonly replaced: readonly string[];
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/**
 * Replaces what the paths point into; null where the tree itself cannot be read.
 *
 * @param paths JSON Pointers to what is wrong, missing or unknown
 */
export function standIn(value: unknown, paths: readonly string[]): StandIn | null {
  const copy = structuredClone(value);
  const replaced: string[] = [];
  for (const path of paths) {
    const keys = path.split('/').slice(1);
    const place = partAt(copy, keys);
    if (!place) return null;
    const { owner, key, depth } = place;
    const part = keys[0] === 'index' ? nodePart(key, replaced.length) : SCHEME_PARTS[key];
    if (part === undefined) delete owner[key];
    else owner[key] = part;
    replaced.push(`/${keys.slice(0, depth).join('/')}`);
  }
  return { value: copy, replaced };
}

/** Codes must differ from each other, and from any that a scheme would have. */
const nodePart = (key: string, count: number): unknown =>
  key === 'code' ? `stand-in ${count}` : NODE_PARTS[key];

/** The object that owns the part, the part's key, and how many keys lead there. */
function partAt(root: unknown, keys: readonly string[]) {
  let owner = root;
  let depth = 0;
  if (keys[0] === 'index') {
    owner = isObject(root) ? root['index'] : null;
    depth = 1;
    while (keys[depth] === 'children' && keys[depth + 1] !== undefined) {
      const { children } = owner as { children?: unknown };
      owner = Array.isArray(children) ? (children[Number(keys[depth + 1])] as unknown) : null;
      depth += 2;
      if (!isObject(owner)) return null;
    }
  }
  const key = keys[depth];
  if (!isObject(owner) || !key || key === 'index' || key === 'children') return null;
  return { owner, key, depth: depth + 1 };
}
