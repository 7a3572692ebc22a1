/** Which supplied shape is which region: by code, else by the exact name. */
import type { Polygon } from '#lib/charts/index.ts';
import type { GeoShape } from './geo-file.ts';

export interface Region {
  readonly code: string;
  readonly names: readonly string[];
}

export interface GeoMatch {
  /** By region code; several shapes of one region are parts of it. */
  readonly polygons: ReadonlyMap<string, readonly Polygon[]>;
  /** Labels of the shapes that are no region of the page. */
  readonly strangers: readonly string[];
}

export function matchShapes(shapes: readonly GeoShape[], regions: readonly Region[]): GeoMatch {
  const byCode = new Map(regions.map(({ code }) => [code, code]));
  const byName = new Map(regions.flatMap(({ code, names }) => names.map((name) => [name, code])));
  const polygons = new Map<string, readonly Polygon[]>();
  const strangers: string[] = [];
  for (const shape of shapes) {
    const code = firstKnown(shape.codes, byCode) ?? firstKnown(shape.names, byName);
    if (code === null) strangers.push(shape.label);
    else polygons.set(code, [...(polygons.get(code) ?? []), ...shape.polygons]);
  }
  return { polygons, strangers };
}

function firstKnown(keys: readonly string[], known: ReadonlyMap<string, string>): string | null {
  for (const key of keys) {
    const found = known.get(key);
    if (found !== undefined) return found;
  }
  return null;
}
