/** Figures and tables with the numbers that every kind of file gives them, in reading order. */
import type { CollectionMessages } from '#lib/i18n/views/collection.ts';
import type { FigurePiece, Piece, TablePiece } from './report.ts';

export interface Numbered {
  readonly piece: FigurePiece | TablePiece;
  /** Counted from 1, figures and tables apart; null for a table without a caption. */
  readonly number: number | null;
}

/** Figures and tables of pieces; those side by side one after the other. */
export function countPieces(pieces: readonly Piece[]): Numbered[] {
  let figures = 0;
  let tables = 0;
  return pieces.flatMap((piece): Numbered[] => {
    if (piece.kind === 'figure') return [{ piece, number: (figures += 1) }];
    if (piece.kind === 'pair')
      return piece.figures.map((figure) => ({ piece: figure, number: (figures += 1) }));
    if (piece.kind !== 'table') return [];
    return [{ piece, number: piece.caption === '' ? null : (tables += 1) }];
  });
}

/** 图1–3、表1. */
export function numberWords(
  counted: readonly Numbered[],
  w: Pick<CollectionMessages, 'figure' | 'table' | 'from' | 'join'>,
): string {
  const of = (kind: 'figure' | 'table') =>
    ranges(
      counted.flatMap(({ piece, number }) =>
        piece.kind === kind && number !== null ? [number] : [],
      ),
      w,
    ).map(w[kind]);
  return [...of('figure'), ...of('table')].join(w.join);
}

/** Numbers that follow one another as one. */
function ranges(numbers: readonly number[], { from }: Pick<CollectionMessages, 'from'>): string[] {
  const runs: [first: number, last: number][] = [];
  for (const number of numbers) {
    const last = runs[runs.length - 1];
    if (last && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([first, last]) => (first === last ? String(first) : from(first, last)));
}
