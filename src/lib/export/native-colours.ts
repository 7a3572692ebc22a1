import { TOKENS } from '#lib/charts/index.ts';
import type { NativeChart } from '#lib/office/pptx/index.ts';
import type { EditableChart, SeriesInk } from './native.ts';

const { dims, accent, hairlineStrong } = TOKENS.light;

function colourOf(ink: SeriesInk): string {
  if (ink === 'accent') return accent;
  if (ink === 'grey') return hairlineStrong;
  const position = Number.parseInt(ink.slice('dim-'.length), 10);
  // More series than colours share the last one.
  return dims[Math.min(Math.max(position, 0), dims.length - 1)] ?? accent;
}

/** The chart in the colours of the light theme, with `alt` for those who do not see it. */
export const nativeChart = (chart: EditableChart, alt: string): NativeChart => ({
  ...chart,
  series: chart.series.map(({ ink, ...series }) => ({
    ...series,
    colour: colourOf(ink).replace('#', '').toUpperCase(),
  })),
  alt,
});
