import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast, deltaE2000, distance, lab, VISIONS } from './testing/colour-vision.ts';
import { dimensionColour, FONT_STACK, THEME_NAMES, TOKENS, type ChartTokens } from './tokens.ts';

const css = readFileSync(new URL('../ui/tokens.css', import.meta.url), 'utf8');

/** The colours of the block that follows a selector. */
function block(selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`);
  const body = css.slice(css.indexOf('{', start) + 1, css.indexOf('}', start));
  return Object.fromEntries(
    [...body.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [
      name,
      hex,
    ]),
  );
}

function flat({ dims, ...named }: ChartTokens): Record<string, string> {
  const colours = Object.entries(named).filter(([, value]) => typeof value === 'string');
  const entries = colours.map(([name, hex]) => [
    name.replace(/[A-Z]|\d/g, (letter) => `-${letter.toLowerCase()}`),
    hex,
  ]);
  return Object.fromEntries([...entries, ...dims.map((hex, i) => [`dim-${i + 1}`, hex])]) as Record<
    string,
    string
  >;
}

describe('tokens.ts holds the values of tokens.css', () => {
  it.each([
    ['light', ':root'],
    ['dark', ":root[data-theme='dark']"],
    ['dark', ":root:not([data-theme='light'])"],
    ['print', ':root:not([data-theme])'],
  ] as const)('%s under %s', (theme, selector) => {
    expect(block(selector)).toEqual(flat(TOKENS[theme]));
  });

  it('the font stack', () => {
    const stack = /--font-text:([^;]+);/.exec(css)?.[1] ?? '';
    expect(stack.replace(/\s+/g, ' ').trim()).toBe(FONT_STACK);
  });
});

describe('CIEDE2000 gives the published test values', () => {
  it.each([
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
    [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
    [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
  ] as const)('%j %j', (a, b, expected) => {
    expect(deltaE2000(a, b)).toBeCloseTo(expected, 4);
  });
});

describe.each(THEME_NAMES)('the %s set', (theme) => {
  const tokens = TOKENS[theme];

  it('sets text with a contrast of at least 4.5 on paper and panel', () => {
    const weak = [tokens.ink, tokens.ink2, tokens.ink3, tokens.accent, tokens.good, tokens.bad]
      .flatMap((text) => [contrast(text, tokens.paper), contrast(text, tokens.paper2)])
      .filter((ratio) => ratio < 4.5);
    expect(weak).toEqual([]);
    expect(contrast(tokens.markInk, tokens.mark)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(tokens.ink, tokens.accentSoft)).toBeGreaterThanOrEqual(4.5);
  });

  it('draws marks, outlines of controls and the focus ring with at least 3', () => {
    // In print the outline in ink carries a bar, so its fill may be lighter.
    const marks = tokens.decals ? [tokens.ink] : tokens.dims;
    const weak = [...marks, tokens.focus, tokens.hairlineStrong, tokens.ink3].filter(
      (mark) => contrast(mark, tokens.paper) < 3,
    );
    expect(weak).toEqual([]);
  });

  it('makes every dimension lighter than the one before it, so that greyscale keeps the order', () => {
    const lightness = tokens.dims.slice(0, 6).map((hex) => lab(hex, 'greyscale')[0]);
    const steps = lightness.slice(1).map((L, i) => L - (lightness[i] ?? 0));
    expect(Math.min(...steps)).toBeGreaterThanOrEqual(6);
  });

  it.each(VISIONS)('keeps neighbours in the stack apart in %s vision', (vision) => {
    const dims = tokens.dims.slice(0, 6);
    const apart = dims.slice(1).map((hex, i) => distance(dims[i] ?? '', hex, vision));
    const colourless = vision === 'greyscale' || tokens.decals;
    expect(Math.min(...apart)).toBeGreaterThanOrEqual(colourless ? 5 : 20);
  });

  it.each(VISIONS.filter((vision) => vision !== 'greyscale'))(
    'keeps all six dimensions apart in %s vision',
    (vision) => {
      const dims = tokens.dims.slice(0, 6);
      const apart = dims.flatMap((a, i) => dims.slice(i + 1).map((b) => distance(a, b, vision)));
      expect(Math.min(...apart)).toBeGreaterThanOrEqual(tokens.decals ? 5 : 10);
    },
  );
});

it('tells good from bad without red and green', () => {
  const apart = VISIONS.filter((vision) => vision !== 'greyscale').map((vision) =>
    distance(TOKENS.light.good, TOKENS.light.bad, vision),
  );
  expect(Math.min(...apart)).toBeGreaterThanOrEqual(20);
});

it('gives every dimension from the seventh on the same grey', () => {
  expect(dimensionColour(TOKENS.light, 6)).toBe(TOKENS.light.dims[6]);
  expect(dimensionColour(TOKENS.light, 40)).toBe(TOKENS.light.dims[6]);
});

it('names every light colour once, so that a drawn colour leads back to its variable', () => {
  const colours = Object.values(flat(TOKENS.light));
  expect(new Set(colours).size).toBe(colours.length);
});
