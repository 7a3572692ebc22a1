import type { NormaliseSpec, Scheme, SchemeGroup, SchemeNode } from '#lib/model/index.ts';
import { group, indicator, schemeOf } from './schemes.ts';
import { at, vectors } from './vectors.ts';

const raw = vectors('asem_raw');

/** A column of the metadata of the ASEM example, by name. */
export const asemMeta = <T>(name: string): readonly T[] => at<T[]>(raw, 'iMeta', name);

/**
 * The tree that the metadata describe; `own` normalises single indicators, `denominatorOf` divides
 * them.
 */
export function asemScheme(
  more: Partial<Scheme> = {},
  own: (code: string) => NormaliseSpec | undefined = () => undefined,
  denominatorOf: (code: string) => string | undefined = () => undefined,
): Scheme {
  const codes = asemMeta<string>('iCode');
  const build = (i: number): SchemeNode => {
    const code = codes[i]!;
    const weight = asemMeta<number>('Weight')[i]!;
    const children = [...codes.keys()].filter((j) => asemMeta('Parent')[j] === code);
    if (children.length > 0) return group(code, children.map(build), weight);
    const normalise = own(code);
    const direction = asemMeta<1 | -1>('Direction')[i]!;
    const denominator = denominatorOf(code);
    return indicator(code, weight, {
      direction,
      ...(denominator !== undefined && { denominator }),
      ...(normalise && { normalise }),
    });
  };
  return schemeOf(build(codes.indexOf('Index')) as SchemeGroup, more);
}
