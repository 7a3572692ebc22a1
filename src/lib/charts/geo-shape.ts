/**
 * Polygons on a plane: from longitude and latitude, or from anything else that has corners. Holes
 * are told from outlines by their winding, which is what an SVG path fills by.
 */

export type Point = readonly [number, number];
/** Closed; the first point need not be repeated at the end. */
export type Ring = readonly Point[];
/** The outline first, then its holes. */
export type Polygon = readonly Ring[];

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function boxOf(polygons: readonly Polygon[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const polygon of polygons)
    for (const ring of polygon)
      for (const [x, y] of ring) {
        left = Math.min(left, x);
        right = Math.max(right, x);
        top = Math.min(top, y);
        bottom = Math.max(bottom, y);
      }
  return { left, top, right, bottom };
}

/** Twice the signed area; positive for clockwise on a screen, whose y runs downwards. */
export function signedArea(ring: Ring): number {
  let sum = 0;
  ring.forEach(([x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [x, y];
    sum += x * nextY - nextX * y;
  });
  return sum;
}

/**
 * Equirectangular projection, true to shape in the middle of what is shown, into a box of `width`
 * pixels: right for a province, where no other would look different. `height` is what it takes, and
 * no more than `maxHeight`. Outlines come out clockwise, holes the other way.
 */
export function project(
  areas: readonly (readonly Polygon[])[],
  width: number,
  maxHeight: number,
): { readonly areas: Polygon[][]; readonly width: number; readonly height: number } {
  const box = boxOf(areas.flat());
  const squeeze = Math.cos((((box.top + box.bottom) / 2) * Math.PI) / 180);
  const spanX = Math.max((box.right - box.left) * squeeze, 1e-9);
  const spanY = Math.max(box.bottom - box.top, 1e-9);
  const scale = Math.min(width / spanX, maxHeight / spanY);
  const left = (width - spanX * scale) / 2;
  const place = ([x, y]: Point): Point => [
    left + (x - box.left) * squeeze * scale,
    (box.bottom - y) * scale,
  ];
  return {
    areas: areas.map((polygons) =>
      polygons.map((polygon) => wound(polygon.map((r) => r.map(place)))),
    ),
    width,
    height: spanY * scale,
  };
}

/** The same polygon with its outline clockwise and its holes the other way. */
const wound = (polygon: Polygon): Polygon =>
  polygon.map((ring, i) => (signedArea(ring) > 0 === (i === 0) ? ring : [...ring].reverse()));

/** An SVG path in hundredths of a pixel. */
export const pathOf = (polygons: readonly Polygon[]): string =>
  polygons
    .flat()
    .map((ring) => `M${ring.map(([x, y]) => `${hundredth(x)},${hundredth(y)}`).join('L')}Z`)
    .join('');

const hundredth = (value: number) => Math.round(value * 100) / 100;

/** Where a name may stand: the centre of the largest outline's area, or of its box for a sliver. */
export function labelPoint(polygons: readonly Polygon[]): Point {
  const outlines = polygons.flatMap(([outline]) => (outline ? [outline] : []));
  const largest = outlines.reduce<Ring>(
    (best, ring) => (Math.abs(signedArea(ring)) > Math.abs(signedArea(best)) ? ring : best),
    outlines[0] ?? [],
  );
  const area = signedArea(largest);
  const box = boxOf([[largest]]);
  if (Math.abs(area) < 1e-9) return [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  let [x, y] = [0, 0];
  largest.forEach(([x1, y1], i) => {
    const [x2, y2] = largest[(i + 1) % largest.length] ?? [x1, y1];
    const cross = x1 * y2 - x2 * y1;
    x += (x1 + x2) * cross;
    y += (y1 + y2) * cross;
  });
  return [x / (3 * area), y / (3 * area)];
}

/**
 * Diagonal strokes inside polygons, `spacing` pixels apart, for what has no value: lines that any
 * program draws, where a pattern may be lost.
 */
export function hatchOf(polygons: readonly Polygon[], spacing: number): [Point, Point][] {
  const box = boxOf(polygons);
  const strokes: [Point, Point][] = [];
  // Lines x + y = c; along each, x tells the order.
  const first = Math.ceil((box.left + box.top) / spacing) * spacing;
  for (let c = first; c <= box.right + box.bottom; c += spacing) {
    const hits: number[] = [];
    for (const polygon of polygons)
      for (const ring of polygon)
        ring.forEach(([x1, y1], i) => {
          const [x2, y2] = ring[(i + 1) % ring.length] ?? [x1, y1];
          const [a, b] = [x1 + y1 - c, x2 + y2 - c];
          if (a < 0 !== b < 0) hits.push(x1 + ((x2 - x1) * a) / (a - b));
        });
    hits.sort((a, b) => a - b);
    for (let i = 0; i + 1 < hits.length; i += 2) {
      const [from = 0, to = 0] = [hits[i], hits[i + 1]];
      if (to - from > 0.5)
        strokes.push([
          [from, c - from],
          [to, c - to],
        ]);
    }
  }
  return strokes;
}
