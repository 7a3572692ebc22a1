import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALL_FACTS, factsSearch, parseFactsView, type FactsOptions } from './facts-view.ts';

const options: FactsOptions = {
  topic: ['standards', 'energy'],
  pillar: ['科学计量', '规范'],
  province: ['100000', '210000'],
  document: ['liaoning-2016', 'anhui-2020'],
  year: ['2016', '2020'],
  kind: ['stock', 'flow'],
};
const parse = (search: string) => parseFactsView(new URLSearchParams(search), options);

describe('parseFactsView(params)', () => {
  it('shows everything for an empty address, and for words it does not know', () => {
    expect(parse('')).toEqual(ALL_FACTS);
    expect(
      parse('topic=x&pillar=<b>&region=21&document=nine&year=1999&kind=rank&data=synthetic'),
    ).toEqual(ALL_FACTS);
  });

  it('reads what it knows', () => {
    expect(parse('topic=energy&pillar=规范&region=210000&year=2016&q=630余')).toEqual({
      ...ALL_FACTS,
      topic: 'energy',
      pillar: '规范',
      province: '210000',
      year: '2016',
      query: '630余',
    });
  });

  it('reads back what it prints', () => {
    const maybe = (words: readonly string[]) => fc.constantFrom(null, ...words);
    fc.assert(
      fc.property(
        fc.record({
          topic: maybe(options.topic),
          pillar: maybe(options.pillar),
          province: maybe(options.province),
          document: maybe(options.document),
          year: maybe(options.year),
          kind: maybe(options.kind),
          query: fc.string({ maxLength: 80 }),
        }),
        (view) => {
          expect(parse(factsSearch(view, options))).toEqual(view);
        },
      ),
    );
  });
});
