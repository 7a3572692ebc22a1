import fc from 'fast-check';
import type { PathCommand } from 'opentype.js';
import { describe, expect, it } from 'vitest';
import { PathData } from './path-data.ts';

const written = (outline: PathCommand[], x = 0, y = 0, size = 1): string => {
  const path = new PathData();
  path.add(outline, x, y, size);
  return path.toString();
};

/** Where each command of relative path data ends. */
function ends(data: string): [number, number][] {
  let [x, y, startX, startY] = [0, 0, 0, 0];
  return [...data.matchAll(/([mlqcz])([^mlqcz]*)/gu)].map(([, letter, numbers = '']) => {
    const values = (numbers.match(/-?(?:\d+(?:\.\d+)?|\.\d+)/gu) ?? []).map(Number);
    if (letter === 'z') [x, y] = [startX, startY];
    else [x, y] = [x + values[values.length - 2]!, y + values[values.length - 1]!];
    if (letter === 'm') [startX, startY] = [x, y];
    return [Math.round(x * 100) / 100, Math.round(y * 100) / 100];
  });
}

describe('PathData', () => {
  it('writes relative commands, as short as numbers can be', () => {
    const outline: PathCommand[] = [
      { type: 'M', x: 0.1, y: -0.5 },
      { type: 'L', x: 0.2, y: -0.5 },
      { type: 'Q', x1: 0.3, y1: -0.5, x: 0.3, y: -0.6 },
      { type: 'C', x1: 0.3, y1: 0, x2: 0.2, y2: 0, x: 0.1, y: 0.005 },
      { type: 'Z' },
    ];
    expect(written(outline, 5, 10, 10)).toBe('m6 5l1 0q1 0 1-1c0 6-1 6-2 6.05z');
  });

  it('leaves out a line that rounding has made a point', () => {
    const outline: PathCommand[] = [
      { type: 'M', x: 0, y: 0 },
      { type: 'L', x: 0.0004, y: 0 },
      { type: 'L', x: 1, y: 1 },
      { type: 'Z' },
    ];
    expect(written(outline)).toBe('m0 0l1 1z');
  });

  it('starts the next outline from where the last one was closed', () => {
    const square: PathCommand[] = [
      { type: 'M', x: 1, y: 1 },
      { type: 'L', x: 2, y: 2 },
      { type: 'Z' },
      { type: 'M', x: 3, y: 3 },
    ];
    expect(ends(written(square)).at(-1)).toEqual([3, 3]);
  });

  it('adds up no error: every point stands where it was rounded to', () => {
    const point = fc.record({
      x: fc.double({ min: -1, max: 1, noNaN: true }),
      y: fc.double({ min: -1, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(point, { minLength: 2, maxLength: 60 }), (points) => {
        const outline = points.map(({ x, y }, i): PathCommand => ({
          type: i === 0 ? 'M' : 'Q',
          x1: y,
          y1: x,
          x,
          y,
        }));
        const hundredths = ({ x, y }: { x: number; y: number }) => [
          Math.round((7 + x * 12) * 100) / 100 + 0,
          Math.round((9 + y * 12) * 100) / 100 + 0,
        ];
        expect(ends(written(outline, 7, 9, 12))).toEqual(points.map(hundredths));
      }),
    );
  });
});
