import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { schemeWeights, weightChanges } from './scheme-weights.ts';
import type { Scheme, SchemeNode } from './scheme.ts';

const leaf = (code: string, weight: number) => ({ code, weight }) as SchemeNode;
const group = (code: string, weight: number, children: SchemeNode[], method?: string) =>
  ({
    code,
    weight,
    children,
    aggregate: 'arithmetic',
    ...(method ? { weigh: { method } } : {}),
  }) as unknown as Scheme['index'];

const INDEX = group('I', 1, [
  group('A', 2, [leaf('a1', 0.1), leaf('a2', 1)]),
  group('B', 0.25, [leaf('b,1', 1), leaf('b:2', 3)], 'pca'),
]);

describe('schemeWeights', () => {
  it('has every dimension and indicator with its weight, or how it is found', () => {
    expect(schemeWeights({ index: INDEX })).toBe('A:2,a1:0.1,a2:1,B:0.25,b%2C1:pca,b%3A2:pca');
  });

  it('has room for a published scheme, and an end for any', () => {
    const scheme = JSON.parse(readFileSync('data/schemes/taizhou.json', 'utf8')) as Scheme;
    expect(schemeWeights(scheme)).toMatch(/^T1:1,TZ1:1,.*,TZ6D:1$/u);
    const many = Array.from({ length: 2000 }, (_, i) => leaf(`indicator-${i}`, 1));
    const cut = schemeWeights({ index: group('I', 1, many) });
    expect(cut.length).toBeLessThanOrEqual(3000);
    expect(cut.endsWith(':1')).toBe(true);
  });
});

describe('weightChanges', () => {
  const now = schemeWeights({ index: INDEX });

  it('is nothing where nothing changed', () => {
    expect(weightChanges(now, now)).toEqual([]);
  });

  it('names what has another weight, is new, or is gone', () => {
    expect(weightChanges(now.replace('a1:0.1', 'a1:0.3').replace('b%2C1:pca,', ''), now)).toEqual([
      { code: 'a1', was: '0.3', now: '0.1' },
      { code: 'b,1', was: null, now: 'pca' },
    ]);
    expect(weightChanges('gone:1', '')).toEqual([{ code: 'gone', was: '1', now: null }]);
  });

  it.each(['', ',,,', 'x', '__proto__:1,:2', '%2C%:1'])('reads anything: %j', (text) => {
    expect(() => weightChanges(text, now)).not.toThrow();
  });
});
