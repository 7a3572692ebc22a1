/** The headings above a column, from the outermost row of the header to the innermost. */
import type { Head } from './head.ts';
import { cellText, type Region, type Sheet } from './sheet.ts';
import type { CellPlace } from './sheet-reading.ts';

export interface PathPart extends CellPlace {
  readonly text: string;
  /** Taken from a heading to the left, as no merged place says how far that one reaches. */
  readonly inherited: boolean;
  /** From the row of units. */
  readonly unit: boolean;
}

/** The paths of all columns of a table. */
export function pathsOf(
  sheet: Sheet,
  { top, bottom, unitRows, numberRows }: Head,
  region: Region,
): ReadonlyMap<number, readonly PathPart[]> {
  const paths = new Map<number, PathPart[]>();
  const lastHeading = lastRowOf(top, bottom, unitRows, numberRows);
  for (let column = region.left; column <= region.right; column++) paths.set(column, []);
  for (let row = top; row <= bottom; row++) {
    if (numberRows.has(row)) continue;
    const unit = unitRows.has(row);
    const spans = sheet.used(row, region).some((column) => {
      const merge = sheet.mergeAt(row, column);
      return merge !== null && merge.right > merge.left;
    });
    let left: PathPart | null = null;
    for (let column = region.left; column <= region.right; column++) {
      const source = sheet.source(row, column);
      const text = source.row < top ? '' : cellText(sheet.shown(row, column));
      if (text !== '') {
        const part: PathPart = { ...source, text, inherited: false, unit };
        push(paths.get(column), part);
        left = isOwn(source, row, column) && !reachesDown(sheet, row, column) ? part : null;
      } else if (row < lastHeading && !unit && !spans && left) {
        const below = hasBelow(sheet, row, lastHeading, column);
        if (below && hasBelow(sheet, row, lastHeading, left.column))
          push(paths.get(column), { ...left, inherited: true });
        else if (
          !below &&
          sheet.text(row - 1, column) === '' &&
          isEmptyHead(sheet, top, bottom, column)
        )
          left = null;
      }
    }
  }
  return paths;
}

function lastRowOf(top: number, bottom: number, ...others: readonly ReadonlySet<number>[]): number {
  for (let row = bottom; row > top; row--) if (!others.some((rows) => rows.has(row))) return row;
  return top;
}

/** A place merged over several rows of the header is one heading. */
function push(path: PathPart[] | undefined, part: PathPart): void {
  const last = path?.[path.length - 1];
  if (last && last.row === part.row && last.column === part.column) return;
  path?.push(part);
}

const isOwn = (source: CellPlace, row: number, column: number): boolean =>
  source.row === row && source.column === column;

const reachesDown = (sheet: Sheet, row: number, column: number): boolean =>
  (sheet.mergeAt(row, column)?.bottom ?? row) > row;

function hasBelow(sheet: Sheet, row: number, last: number, column: number): boolean {
  for (let below = row + 1; below <= last; below++)
    if (sheet.text(below, column) !== '') return true;
  return false;
}

function isEmptyHead(sheet: Sheet, top: number, bottom: number, column: number): boolean {
  for (let row = top; row <= bottom; row++) if (sheet.text(row, column) !== '') return false;
  return true;
}
