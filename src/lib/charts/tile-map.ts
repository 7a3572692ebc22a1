import type { Chart } from './chart.ts';
import { areaMap, type AreaLayout, type MapArea, type MapInput } from './geo-areas.ts';
import type { Point, Polygon } from './geo-shape.ts';
import { textWidth } from './text-width.ts';
import { wrapText } from './wrap-text.ts';

/** An equal square at its place in the grid; `group` (a city) is set apart by a line. */
export interface TileArea extends MapArea {
  readonly row: number;
  readonly col: number;
  readonly group: string;
}

const GAP = 3;
const LARGEST = 96;
const SMALLEST = 36;

/** Labels that fit a square of `side` pixels: name, number, place; below 28 pixels none. */
export function tileLines(
  { name, value, place }: Pick<MapArea, 'name' | 'value' | 'place'>,
  side: number,
): { readonly lines: readonly string[]; readonly fontSize: number } {
  const room = side - 2;
  // A name that does not fit a small square by a letter is set a little smaller.
  const fontSize = side >= 72 ? 14 : textWidth(name, 12) <= room ? 12 : 11;
  const most = Math.floor(side / (Math.max(fontSize, 12) * 1.15));
  const [short = ''] = wrapText(name, room, fontSize, 1);
  const rest = [value, place].filter((line) => line !== '' && textWidth(line, fontSize) <= room);
  return { lines: most < 2 ? [] : [short, ...rest].slice(0, most), fontSize };
}

/** Equal squares in a grid: a scheme of who lies beside whom, never a map of boundaries. */
export function tileMap(input: MapInput<TileArea>): Chart {
  return areaMap(input, (width, room) => layout(input.areas, width, room));
}

function layout(tiles: readonly TileArea[], width: number, room: number | null): AreaLayout {
  const cols = tiles.reduce((most, { col }) => Math.max(most, col + 1), 1);
  const rows = tiles.reduce((most, { row }) => Math.max(most, row + 1), 1);
  const wide = width / cols;
  const cell = Math.min(LARGEST, wide, room === null ? LARGEST : Math.max(room / rows, SMALLEST));
  const left = (width - cell * cols) / 2;
  const side = cell - GAP;
  const corner = ({ row, col }: { row: number; col: number }): Point => [
    left + col * cell + GAP / 2,
    row * cell + GAP / 2,
  ];
  return {
    width,
    height: rows * cell,
    fits: room === null || rows * cell <= room + 1,
    borders: borders(tiles, cell, left),
    areas: tiles.map((tile) => {
      const [x, y] = corner(tile);
      const square: Polygon = [
        [
          [x, y],
          [x + side, y],
          [x + side, y + side],
          [x, y + side],
        ],
      ];
      return { polygons: [square], label: [x + side / 2, y + side / 2], ...tileLines(tile, side) };
    }),
  };
}

/** Lines between squares of different groups that touch. */
function borders(
  tiles: readonly TileArea[],
  cell: number,
  left: number,
): (readonly [Point, Point])[] {
  const groupAt = new Map(tiles.map(({ row, col, group }) => [`${row} ${col}`, group]));
  return tiles.flatMap(({ row, col, group }) => {
    const differs = (other: string | undefined) => other !== undefined && other !== group;
    const at = (dRow: number, dCol: number): Point => [
      left + (col + dCol) * cell,
      (row + dRow) * cell,
    ];
    return [
      ...(differs(groupAt.get(`${row} ${col + 1}`)) ? [[at(0, 1), at(1, 1)] as const] : []),
      ...(differs(groupAt.get(`${row + 1} ${col}`)) ? [[at(1, 0), at(1, 1)] as const] : []),
    ];
  });
}
