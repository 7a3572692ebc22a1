import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spreadLabels } from './trend-lines-labels.ts';

describe('spreadLabels(wanted, apart, height)', () => {
  it('leaves labels alone that do not touch', () => {
    expect(spreadLabels([80, 10, 40], 16, 100)).toEqual([80, 10, 40]);
  });

  it('moves touching ones apart around where they want to be', () => {
    expect(spreadLabels([50, 50], 16, 100)).toEqual([42, 58]);
    expect(spreadLabels([0, 0], 16, 100)).toEqual([0, 16]);
    expect(spreadLabels([100, 99], 16, 100)).toEqual([100, 84]);
  });

  it('keeps order, distance and bounds for any labels that have room', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -20, max: 320, noNaN: true }), { maxLength: 18 }),
        (wanted) => {
          const placed = spreadLabels(wanted, 16, 300);
          const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]! || a - b);
          order.forEach((index, i) => {
            expect(placed[index]).toBeGreaterThanOrEqual(-1e-9);
            expect(placed[index]).toBeLessThanOrEqual(300 + 1e-9);
            if (i > 0)
              expect(placed[index]! - placed[order[i - 1]!]!).toBeGreaterThanOrEqual(16 - 1e-9);
          });
        },
      ),
    );
  });
});
