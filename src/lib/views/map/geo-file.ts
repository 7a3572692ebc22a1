/** Reads boundaries that somebody supplied: trusts nothing, keeps only polygons, codes and names. */
import type { Point, Polygon, Ring } from '#lib/charts/index.ts';

export const MOST_BYTES = 10_000_000;
const MOST_SHAPES = 3000;
const MOST_POINTS = 200_000;

/** One feature: its outline in degrees, and what it may be recognised by. */
export interface GeoShape {
  /** What to call it where it matches nothing. */
  readonly label: string;
  readonly codes: readonly string[];
  readonly names: readonly string[];
  readonly polygons: readonly Polygon[];
}

export type GeoFault =
  | 'too_large'
  | 'unreadable'
  | 'not_json'
  | 'not_geojson'
  | 'no_polygons'
  | 'bad_coordinates'
  | 'wrong_crs'
  | 'too_detailed'
  | 'no_match';

export type GeoReading = { readonly shapes: readonly GeoShape[] } | { readonly fault: GeoFault };

class Refusal extends Error {
  readonly fault: GeoFault;
  constructor(fault: GeoFault) {
    super(fault);
    this.fault = fault;
  }
}

/** The polygons of a GeoJSON text, or why it is refused. Never throws. */
export function readGeoJson(text: string): GeoReading {
  if (text.length > MOST_BYTES) return { fault: 'too_large' };
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/u, ''));
  } catch {
    return { fault: 'not_json' };
  }
  try {
    return { shapes: shapesOf(json) };
  } catch (error) {
    if (error instanceof Refusal) return { fault: error.fault };
    throw error;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function shapesOf(json: unknown): GeoShape[] {
  if (!isRecord(json)) throw new Refusal('not_geojson');
  const features =
    json['type'] === 'FeatureCollection'
      ? json['features']
      : json['type'] === 'Feature'
        ? [json]
        : null;
  if (!Array.isArray(features)) throw new Refusal('not_geojson');
  if (isForeignCrs(json['crs'])) throw new Refusal('wrong_crs');
  if (features.length > MOST_SHAPES) throw new Refusal('too_detailed');
  const budget = { points: 0 };
  const shapes = features.flatMap((feature: unknown, i): GeoShape[] => {
    if (!isRecord(feature)) throw new Refusal('not_geojson');
    const polygons = polygonsOf(feature['geometry'], budget);
    return polygons.length === 0 ? [] : [named(feature, polygons, i)];
  });
  if (shapes.length === 0) throw new Refusal('no_polygons');
  return shapes;
}

/** The old `crs` member: longitude and latitude by any of their usual names, or refused. */
function isForeignCrs(crs: unknown): boolean {
  if (crs === undefined || crs === null) return false;
  const properties = isRecord(crs) ? crs['properties'] : null;
  const name = isRecord(properties) ? properties['name'] : null;
  return (
    typeof name !== 'string' || !/(CRS:?84|EPSG:+\d*:?(4326|4490)|WGS ?84|CGCS ?2000)$/iu.test(name)
  );
}

function polygonsOf(geometry: unknown, budget: { points: number }): Polygon[] {
  if (!isRecord(geometry)) return [];
  const { type, coordinates } = geometry;
  if (type === 'Polygon') return [polygon(coordinates, budget)];
  if (type !== 'MultiPolygon') return [];
  if (!Array.isArray(coordinates)) throw new Refusal('bad_coordinates');
  return coordinates.map((part: unknown) => polygon(part, budget));
}

function polygon(rings: unknown, budget: { points: number }): Polygon {
  if (!Array.isArray(rings) || rings.length === 0) throw new Refusal('bad_coordinates');
  return rings.map((ring: unknown): Ring => {
    if (!Array.isArray(ring) || ring.length < 3) throw new Refusal('bad_coordinates');
    budget.points += ring.length;
    if (budget.points > MOST_POINTS) throw new Refusal('too_detailed');
    return ring.map(point);
  });
}

function point(value: unknown): Point {
  const [x, y] = Array.isArray(value) ? (value as unknown[]) : [];
  if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y))
    throw new Refusal('bad_coordinates');
  if (Math.abs(x) > 180 || Math.abs(y) > 90) throw new Refusal('wrong_crs');
  return [x, y];
}

const CODES = ['adcode', 'code', 'id', 'region_code', 'gb', '行政区划代码', '区划代码', '代码'];
const NAMES = ['name', 'name_zh', 'name_en', 'NAME', '名称', '地名'];

function named(
  feature: Readonly<Record<string, unknown>>,
  polygons: readonly Polygon[],
  index: number,
): GeoShape {
  const properties = isRecord(feature['properties']) ? feature['properties'] : {};
  const lower = new Map(
    Object.entries(properties).map(([key, value]) => [key.toLowerCase(), value]),
  );
  const read = (keys: readonly string[]) =>
    keys.flatMap((key) => {
      const value = lower.get(key.toLowerCase());
      return typeof value === 'string' || typeof value === 'number' ? [String(value).trim()] : [];
    });
  const own = feature['id'];
  const codes = [
    ...read(CODES),
    ...(typeof own === 'string' || typeof own === 'number' ? [String(own).trim()] : []),
  ].flatMap((code) => sixDigits(code));
  const names = read(NAMES).filter((name) => name !== '');
  const label = (names[0] ?? codes[0] ?? `#${index + 1}`).slice(0, 40);
  return { label, codes: [...new Set(codes)], names: [...new Set(names)], polygons };
}

/** 331002, 331002000000 (with streets) and 156331002 (with the country) are one division. */
function sixDigits(code: string): string[] {
  const match = /^(?:156)?(\d{6})0*$/u.exec(code);
  return match?.[1] === undefined ? [] : [match[1]];
}
