/** Where the squares stand, and how the arrow keys move over them. */

export interface Spot {
  readonly id: string;
  readonly row: number;
  readonly col: number;
}

export interface Placeable {
  readonly id: string;
  /** As the table of regions has it; null: no place. */
  readonly row: number | null;
  readonly col: number | null;
  /** The city, whose squares stay together. */
  readonly group: string;
}

/**
 * Squares of one grid, from row and column 0. Places that collide (each city counts its own from 1)
 * are taken as one block a city, side by side; who has no place, or shares one within its city,
 * stands in rows below. `unplaced` are these.
 */
export function placeSquares(all: readonly Placeable[]): {
  readonly spots: readonly Spot[];
  readonly unplaced: readonly string[];
} {
  const placed = all.filter(isPlaced);
  const shared = new Set(placed.map(({ row, col }) => `${row} ${col}`)).size < placed.length;
  const spots = shared ? inBlocks(placed) : normalised(placed);
  const standing = new Set(spots.map(({ id }) => id));
  const unplaced = all.filter(({ id }) => !standing.has(id)).map(({ id }) => id);
  const rows = spots.reduce((most, { row }) => Math.max(most, row + 1), 0);
  const cols = Math.max(
    spots.reduce((most, { col }) => Math.max(most, col + 1), 0),
    Math.min(6, unplaced.length),
  );
  const below = unplaced.map((id, i) => ({
    id,
    row: rows + Math.floor(i / cols),
    col: i % cols,
  }));
  return { spots: [...spots, ...below], unplaced };
}

type Placed = Placeable & { readonly row: number; readonly col: number };

const isPlaced = (one: Placeable): one is Placed =>
  typeof one.row === 'number' && typeof one.col === 'number';

function normalised(placed: readonly Placed[]): Spot[] {
  const top = placed.reduce((least, { row }) => Math.min(least, row), Infinity);
  const left = placed.reduce((least, { col }) => Math.min(least, col), Infinity);
  return placed.map(({ id, row, col }) => ({ id, row: row - top, col: col - left }));
}

/** The first at each place of its city's own grid; cities from left to right by their code. */
function inBlocks(placed: readonly Placed[]): Spot[] {
  const groups = [...new Set(placed.map(({ group }) => group))].sort();
  let left = 0;
  return groups.flatMap((group) => {
    const taken = new Set<string>();
    const own = placed.filter((one) => {
      const at = `${one.row} ${one.col}`;
      if (one.group !== group || taken.has(at)) return false;
      taken.add(at);
      return true;
    });
    const block = normalised(own).map((spot) => ({ ...spot, col: spot.col + left }));
    left = block.reduce((most, { col }) => Math.max(most, col + 1), left);
    return block;
  });
}

/**
 * The square that a key leads to. Left and right go along the row over its gaps, and at its end on
 * to the next, so that every square can be reached; up and down go to the nearest in that
 * direction, straight ahead before aslant; Home and End to the ends of the row. The same square
 * where there is none; null for other keys.
 */
export function spatialMove(spots: readonly Spot[], from: string, key: string): string | null {
  const own = spots.find(({ id }) => id === from);
  if (!own) return null;
  const row = () => spots.filter((spot) => spot.row === own.row).sort((a, b) => a.col - b.col);
  switch (key) {
    case 'Home':
      return row()[0]?.id ?? from;
    case 'End':
      return row().pop()?.id ?? from;
    case 'ArrowLeft':
      return alongReading(spots, from, -1);
    case 'ArrowRight':
      return alongReading(spots, from, 1);
    case 'ArrowUp':
      return nearest(spots, own, -1);
    case 'ArrowDown':
      return nearest(spots, own, 1);
    default:
      return null;
  }
}

function alongReading(spots: readonly Spot[], from: string, step: 1 | -1): string {
  const order = [...spots].sort((a, b) => a.row - b.row || a.col - b.col);
  return order[order.findIndex(({ id }) => id === from) + step]?.id ?? from;
}

function nearest(spots: readonly Spot[], own: Spot, down: 1 | -1): string {
  let best = own.id;
  let least = Infinity;
  for (const { id, row, col } of spots) {
    const ahead = (row - own.row) * down;
    const distance = ahead + 2 * Math.abs(col - own.col);
    if (ahead > 0 && distance < least) [best, least] = [id, distance];
  }
  return best;
}
