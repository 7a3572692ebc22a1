import type { PathCommand } from 'opentype.js';

/** Hundredths of a pixel: a fifth of what the eye resolves in print at 300 dots an inch. */
const PARTS = 100;

/**
 * Writes outlines as one path. Points are rounded to hundredths where they stand, and written
 * relative to the point before, which is shorter and adds no error up.
 */
export class PathData {
  #data = '';
  #x = 0;
  #y = 0;
  #startX = 0;
  #startY = 0;

  /** Adds an outline of 1 em, `size` pixels high, its origin at `x`, `y`. */
  add(outline: readonly PathCommand[], x: number, y: number, size: number): void {
    const at = (px: number, py: number): [number, number] => [
      Math.round((x + px * size) * PARTS),
      Math.round((y + py * size) * PARTS),
    ];
    for (const command of outline) {
      switch (command.type) {
        case 'M':
          this.#move('m', [at(command.x, command.y)]);
          [this.#startX, this.#startY] = [this.#x, this.#y];
          break;
        case 'L':
          this.#move('l', [at(command.x, command.y)]);
          break;
        case 'Q':
          this.#move('q', [at(command.x1, command.y1), at(command.x, command.y)]);
          break;
        case 'C':
          this.#move('c', [
            at(command.x1, command.y1),
            at(command.x2, command.y2),
            at(command.x, command.y),
          ]);
          break;
        case 'Z':
          this.#data += 'z';
          [this.#x, this.#y] = [this.#startX, this.#startY];
      }
    }
  }

  toString(): string {
    return this.#data;
  }

  #move(letter: string, points: readonly [number, number][]): void {
    const deltas = points.flatMap(([x, y]) => [x - this.#x, y - this.#y]);
    const [x, y] = points[points.length - 1] ?? [this.#x, this.#y];
    [this.#x, this.#y] = [x, y];
    // A line to where one stands, left over from rounding.
    if (letter === 'l' && deltas.every((delta) => delta === 0)) return;
    this.#data += letter + deltas.map(shortest).join(' ').replace(/ -/gu, '-');
  }
}

/** Hundredths as the shortest decimal number: `-.5`, `12`, `3.07`. */
const shortest = (parts: number): string => String(parts / PARTS).replace(/^(-?)0\./u, '$1.');
