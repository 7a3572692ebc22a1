import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast, lab } from './testing/colour-vision.ts';
import { RAMP, RAMP_STEPS, rampStep } from './sequential.ts';
import { THEME_NAMES } from './tokens.ts';

const css = readFileSync(new URL('../ui/ramp.css', import.meta.url), 'utf8');

describe.each(THEME_NAMES)('the %s ramp', (theme) => {
  it('carries text with a contrast of at least 4.5', () => {
    expect(RAMP[theme].filter(({ fill, ink }) => contrast(fill, ink) < 4.5)).toEqual([]);
  });

  it('keeps its order in greyscale, one clear step after the other', () => {
    const lightness = RAMP[theme].map(({ fill }) => lab(fill, 'greyscale')[0]);
    const sign = theme === 'dark' ? 1 : -1;
    const between = lightness.slice(1).map((L, i) => sign * (L - (lightness[i] ?? 0)));
    expect(Math.min(...between)).toBeGreaterThanOrEqual(10);
  });

  it('has the values of ramp.css', () => {
    const selector = {
      light: ':root {',
      dark: "[data-theme='dark'] {",
      print: ':not([data-theme]) {',
    };
    const start = css.indexOf(selector[theme]);
    const body = css.slice(start, css.indexOf('}', start));
    RAMP[theme].forEach(({ fill, ink }, i) => {
      expect(body).toContain(`--ramp-${i + 1}: ${fill};`);
      expect(body).toContain(`--ramp-ink-${i + 1}: ${ink};`);
    });
  });
});

it('spreads few classes over the whole ramp, in order', () => {
  expect([rampStep(0, 1), rampStep(0, 2), rampStep(1, 2)]).toEqual([2, 0, 4]);
  for (let count = 2; count <= RAMP_STEPS; count++) {
    const used = Array.from({ length: count }, (_, i) => rampStep(i, count));
    expect(new Set(used).size).toBe(count);
    expect(used).toEqual([...used].sort((a, b) => a - b));
  }
});
