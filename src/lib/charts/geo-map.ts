import type { Chart } from './chart.ts';
import { areaMap, type AreaLayout, type MapArea, type MapInput } from './geo-areas.ts';
import { boxOf, labelPoint, project, type Polygon } from './geo-shape.ts';
import { textWidth } from './text-width.ts';

/** An area with its boundary in degrees of longitude and latitude, as the reader supplied it. */
export interface GeoArea extends MapArea {
  readonly polygons: readonly Polygon[];
}

const SMALL = 12;
const SMALLEST_HEIGHT = 160;

/** Boundaries that the reader supplied, under the review number that came with them. */
export function geoMap(input: MapInput<GeoArea>): Chart {
  return areaMap(input, (width, room) => layout(input.areas, width, room));
}

function layout(areas: readonly GeoArea[], width: number, room: number | null): AreaLayout {
  if (areas.length === 0)
    return { width, height: SMALLEST_HEIGHT, fits: true, borders: [], areas: [] };
  const most = room === null ? width * 0.9 : Math.max(room, SMALLEST_HEIGHT);
  const projected = project(
    areas.map(({ polygons }) => polygons),
    width,
    most,
  );
  const taken: Rect[] = [];
  return {
    width,
    height: projected.height,
    fits: room === null || projected.height <= room + 1,
    borders: [],
    areas: projected.areas.map((polygons, i) => {
      const area = areas[i];
      const label = labelPoint(polygons);
      const lines = area ? linesFor(area, polygons) : [];
      const rect = rectOf(label, lines);
      // A label on another one would be read as neither; the table has them all.
      const free =
        taken.every((other) => !overlaps(rect, other)) && inside(rect, width, projected.height);
      if (free) taken.push(rect);
      return { polygons, label, lines: free ? lines : [], fontSize: SMALL };
    }),
  };
}

/** Name and number where the area is about as wide as they are; else nothing. */
function linesFor({ name, value }: GeoArea, polygons: readonly Polygon[]): string[] {
  const { left, right, top, bottom } = boxOf(polygons);
  const wide = (text: string) => textWidth(text, SMALL) <= (right - left) * 1.1;
  if (!wide(name) || bottom - top < SMALL) return [];
  return bottom - top >= 2.4 * SMALL && wide(value) ? [name, value] : [name];
}

type Rect = readonly [left: number, top: number, right: number, bottom: number];

function rectOf([x, y]: readonly [number, number], lines: readonly string[]): Rect {
  const width = lines.reduce((most, line) => Math.max(most, textWidth(line, SMALL)), 0);
  const height = lines.length * SMALL * 1.15;
  return [x - width / 2 - 1, y - height / 2 - 1, x + width / 2 + 1, y + height / 2 + 1];
}

const overlaps = (a: Rect, b: Rect): boolean =>
  a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

const inside = (rect: Rect, width: number, height: number): boolean =>
  rect[0] >= 0 && rect[1] >= 0 && rect[2] <= width && rect[3] <= height;
