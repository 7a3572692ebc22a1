/** The figures of a report as files of their own, in a ZIP. */
import { zipParts, type Part } from '#lib/office/zip.ts';
import type { Paint } from './pictures.ts';
import { breathe, type Watch } from './progress.ts';
import type { Report } from './report.ts';

/** Rejects with an AbortError when it is cancelled, between one figure and the next. */
export async function picturesOf(
  { pieces }: Report,
  paint: Paint,
  watch: Watch,
): Promise<Uint8Array> {
  const parts: Part[] = [];
  for (const [i, piece] of pieces.entries()) {
    if (piece.kind !== 'figure') continue;
    await breathe(watch);
    const figure = piece.figure.alone();
    parts.push([`${i}.png`, await paint(figure)], [`${i}.svg`, figure.svg]);
  }
  return zipParts(parts);
}
