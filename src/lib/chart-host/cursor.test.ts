import { describe, expect, it } from 'vitest';
import { cursorTarget } from './cursor.ts';

describe('cursorTarget', () => {
  it('enters at the top with the down key and at the bottom with the up key', () => {
    expect(cursorTarget('ArrowDown', null, 5)).toBe(0);
    expect(cursorTarget('ArrowUp', null, 5)).toBe(4);
  });

  it('moves row by row and stops at the ends', () => {
    expect(cursorTarget('ArrowDown', 1, 5)).toBe(2);
    expect(cursorTarget('ArrowUp', 1, 5)).toBe(0);
    expect(cursorTarget('ArrowDown', 4, 5)).toBe(4);
    expect(cursorTarget('ArrowUp', 0, 5)).toBe(0);
  });

  it('jumps to the ends and lets go', () => {
    expect(cursorTarget('Home', 3, 5)).toBe(0);
    expect(cursorTarget('End', 1, 5)).toBe(4);
    expect(cursorTarget('Escape', 1, 5)).toBeNull();
  });

  it('leaves other keys, and charts without rows, alone', () => {
    expect(cursorTarget('Tab', 1, 5)).toBeUndefined();
    expect(cursorTarget('constructor', 1, 5)).toBeUndefined();
    expect(cursorTarget('ArrowDown', null, 0)).toBeUndefined();
  });
});
