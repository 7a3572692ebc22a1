import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ALL_EVENTS,
  parseTimelineView,
  TIMELINE_LAYERS,
  timelineSearch,
  type TimelineOptions,
} from './timeline-view.ts';

const options: TimelineOptions = {
  reported: { institution: [], region: ['220000'], category: ['科研', '党建'], year: ['2022'] },
  synthetic: { institution: ['syn-1'], region: ['990100'], category: ['科研'], year: ['2025'] },
};
const parse = (search: string) => parseTimelineView(new URLSearchParams(search), options);

describe('parseTimelineView(params)', () => {
  it('shows all published events for an empty address, and for words it does not know', () => {
    expect(parse('')).toEqual(ALL_EVENTS);
    expect(parse('data=template&institution=x&region=9&category=<b>&year=20x5')).toEqual(
      ALL_EVENTS,
    );
  });

  it('takes only what the layer has', () => {
    expect(parse('institution=syn-1&year=2025&category=科研')).toEqual({
      ...ALL_EVENTS,
      category: '科研',
    });
    expect(parse('data=synthetic&institution=syn-1&year=2025')).toMatchObject({
      institution: 'syn-1',
      year: '2025',
    });
  });

  it('reads back what it prints', () => {
    const view = fc.constantFrom(...TIMELINE_LAYERS).chain((layer) =>
      fc.record({
        layer: fc.constant(layer),
        institution: fc.constantFrom(null, ...options[layer].institution),
        region: fc.constantFrom(null, ...options[layer].region),
        category: fc.constantFrom(null, ...options[layer].category),
        year: fc.constantFrom(null, ...options[layer].year),
        query: fc.string({ maxLength: 80 }),
      }),
    );
    fc.assert(
      fc.property(view, (shown) => {
        expect(parse(timelineSearch(shown, options))).toEqual(shown);
      }),
    );
  });
});
