import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  boxOf,
  hatchOf,
  labelPoint,
  pathOf,
  project,
  signedArea,
  type Polygon,
} from './geo-shape.ts';

/** Two degrees square with a hole, both wound the wrong way round for a screen. */
const SQUARE: Polygon = [
  [
    [120, 28],
    [120, 30],
    [122, 30],
    [122, 28],
  ],
  [
    [120.5, 28.5],
    [120.5, 29.5],
    [121.5, 29.5],
    [121.5, 28.5],
  ],
];

describe('project(areas, width, maxHeight)', () => {
  it('has north above south and squeezes longitudes as the latitude does', () => {
    const { areas, height } = project([[SQUARE]], 400, 1000);
    const { left, right, top, bottom } = boxOf(areas[0] ?? []);
    expect([left, top]).toEqual([0, 0]);
    expect(right).toBeCloseTo(400, 9);
    expect(bottom).toBeCloseTo(height, 9);
    expect(height).toBeCloseTo(400 / Math.cos((29 * Math.PI) / 180), 6);
    expect(areas[0]?.[0]?.[0]?.[0]).toEqual([0, height]);
  });

  it('winds outlines clockwise and holes the other way, however they came', () => {
    const reversed = SQUARE.map((ring) => [...ring].reverse());
    for (const polygon of [SQUARE, reversed]) {
      const [outline = [], hole = []] = project([[polygon]], 100, 100).areas[0]?.[0] ?? [];
      expect([Math.sign(signedArea(outline)), Math.sign(signedArea(hole))]).toEqual([1, -1]);
    }
  });

  it('never leaves its box', () => {
    const degrees = fc.tuple(
      fc.double({ min: -180, max: 180, noNaN: true }),
      fc.double({ min: -80, max: 80, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(degrees, { minLength: 3, maxLength: 8 }), (ring) => {
        const { areas, height } = project([[[ring]]], 300, 200);
        const box = boxOf(areas[0] ?? []);
        expect(box.left).toBeGreaterThanOrEqual(-1e-6);
        expect(box.right).toBeLessThanOrEqual(300 + 1e-6);
        expect(box.bottom).toBeLessThanOrEqual(height + 1e-6);
        expect(height).toBeLessThanOrEqual(200 + 1e-6);
      }),
    );
  });
});

it('pathOf closes every ring', () => {
  expect(
    pathOf([
      [
        [
          [0, 0],
          [1.234, 0],
          [1, 2],
        ],
      ],
    ]),
  ).toBe('M0,0L1.23,0L1,2Z');
});

it('labelPoint is the centre of the largest outline', () => {
  const small: Polygon = [
    [
      [90, 90],
      [91, 90],
      [91, 91],
      [90, 91],
    ],
  ];
  const large: Polygon = [
    [
      [0, 0],
      [10, 0],
      [10, 20],
      [0, 20],
    ],
  ];
  const [x, y] = labelPoint([small, large]);
  expect([x, y].map((value) => Math.round(value * 1e6) / 1e6)).toEqual([5, 10]);
});

it('hatchOf strokes only what is inside, not the hole', () => {
  const frame: Polygon = [
    [
      [0, 0],
      [30, 0],
      [30, 30],
      [0, 30],
    ],
    [
      [10, 10],
      [10, 20],
      [20, 20],
      [20, 10],
    ],
  ];
  const strokes = hatchOf([frame], 4);
  expect(strokes.length).toBeGreaterThan(10);
  for (const [[x1, y1], [x2, y2]] of strokes) {
    expect(x1 + y1).toBeCloseTo(x2 + y2, 9);
    const [x, y] = [(x1 + x2) / 2, (y1 + y2) / 2];
    expect(x >= 0 && x <= 30 && y >= 0 && y <= 30).toBe(true);
    expect(x > 10 && x < 20 && y > 10 && y < 20).toBe(false);
  }
});
