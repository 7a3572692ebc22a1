import { describe, expect, it } from 'vitest';
import { nativeChart } from './native-colours.ts';
import { PLAIN, seriesInk, type EditableChart, type SeriesInk } from './native.ts';

const chartIn = (...inks: SeriesInk[]): EditableChart => ({
  ...PLAIN,
  form: 'bars',
  categories: ['甲县'],
  series: inks.map((ink) => ({ name: ink, values: [1], ink })),
  unit: '分',
});
const colours = (...inks: SeriesInk[]): string[] =>
  nativeChart(chartIn(...inks), '').series.map(({ colour }) => colour);

describe('nativeChart', () => {
  it('gives every ink six hexadecimal digits, and different ones different colours', () => {
    const all = colours('accent', 'grey', seriesInk(0), seriesInk(1), seriesInk(2));
    for (const colour of all) expect(colour).toMatch(/^[0-9A-F]{6}$/u);
    expect(new Set(all).size).toBe(5);
  });

  it('has a colour for more series than there are colours, and for an ink it does not know', () => {
    const [last, beyond, unknown] = colours(seriesInk(40), seriesInk(41), 'dim-x' as SeriesInk);
    expect(beyond).toBe(last);
    expect(unknown).toMatch(/^[0-9A-F]{6}$/u);
  });

  it('keeps the numbers and takes the words', () => {
    const chart = nativeChart(chartIn('accent'), '甲县一分');
    expect(chart.alt).toBe('甲县一分');
    expect(chart.series[0]).toEqual({ name: 'accent', values: [1], colour: colours('accent')[0] });
  });
});
