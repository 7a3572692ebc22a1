import { describe, expect, it } from 'vitest';
import { messagesFor } from '#lib/i18n/index.ts';
import { methodMessages } from '#lib/i18n/views/method.ts';
import type { Scheme } from '#lib/model/index.ts';
import { methodOptions } from '#lib/state/method-view.ts';
import { MANIFEST, rowsOf, SCHEME, sessionOf } from '#lib/state/testing/world.ts';
import { methodModel } from './model.ts';
import { derivedWeights, methodFinding, parameterText, ruleSentences } from './words.ts';

const w = methodMessages('zh');
const m = messagesFor('zh');
const { defaults } = methodOptions(MANIFEST, [SCHEME], {});

function modelOf(n: number, scheme: Scheme = SCHEME) {
  const { result } = sessionOf({ rows: rowsOf(n), scheme });
  return methodModel(scheme, result, defaults);
}

describe('methodModel', () => {
  it('has the weights that the scores were computed with', () => {
    const weighed = {
      ...SCHEME,
      index: {
        ...SCHEME.index,
        children: SCHEME.index.children.map((child, i) => ({ ...child, weight: 1 + 2 * i })),
      },
    };
    const { elements } = modelOf(5, weighed);
    expect(elements.map(({ code, nominal }) => [code, nominal])).toEqual([
      ['a', 0.25],
      ['b', 0.75],
    ]);
  });

  it('says how many peers figures rest on, and has none where there are too few', () => {
    expect(modelOf(12).peers).toBe(12);
    const few = modelOf(1);
    expect(few.elements.every(({ achieved, reason }) => achieved === null && reason !== null)).toBe(
      true,
    );
    expect(few.alpha).toBeNull();
  });

  it('gives the numbers of the peers where normalisation rests on them', () => {
    const minmax: Scheme = {
      ...SCHEME,
      normalise: { ...SCHEME.normalise, default: { method: 'minmax' } },
    };
    const [a] = modelOf(12, minmax).indicators;
    expect(a?.parameters).toMatchObject({ n: 12, min: 1, max: 12 });
    expect(a && parameterText(a, w)).toBe('最低 1，最高 12（12 个有数的机构年度）');
  });
});

describe('words', () => {
  it('tell equal weights from unequal ones', () => {
    expect(methodFinding(modelOf(12), 'zh', w)).toContain('各维度权重相等');
    const weighed = {
      ...SCHEME,
      index: {
        ...SCHEME.index,
        children: SCHEME.index.children.map((child, i) => ({ ...child, weight: 1 + 2 * i })),
      },
    };
    expect(methodFinding(modelOf(12, weighed), 'zh', w)).toContain('权重最大的维度是b（75.0%）');
  });

  it('state the rules that the scheme has, and no other', () => {
    const said = ruleSentences(SCHEME, 'zh', w, m).join('');
    expect(said).toContain('加权算术平均');
    expect(said).toContain('不插补');
    expect(said).not.toContain('模拟');
    const strict = { ...SCHEME, missing: { min_availability: 1, require_all_dimensions: false } };
    expect(ruleSentences(strict, 'zh', w, m).join('')).not.toContain('任一维度');
  });

  it('name where weights come from when not from the scheme', () => {
    expect(derivedWeights(SCHEME, w)).toEqual([]);
    const derived: Scheme = { ...SCHEME, index: { ...SCHEME.index, weigh: { method: 'pca' } } };
    expect(derivedWeights(derived, w)).toEqual(['第一主成分']);
  });
});
