/** A figure's chart as a picture, drawn while the site is built. */
import * as charts from '#lib/charts/index.ts';
import { renderSvg } from '#lib/chart-host/index.ts';
import type { FigureSubject } from './subject.ts';

/** A picture of the chart alone; the words around it are the page's. */
export interface Placeholder {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** `width`: about what the figure has on the page, in pixels. */
export function placeholderOf(
  subject: FigureSubject,
  theme: 'light' | 'dark',
  width: number,
): Placeholder {
  const chart = subject.chart(charts);
  const drawn = chart.draw(theme, { width, height: null });
  const { title } = subject.text;
  const svg = renderSvg(drawn.option, {
    width: drawn.width,
    height: drawn.height,
    locale: subject.locale,
    theme,
    title,
    description: chart.summary(title),
  });
  return { svg, width: drawn.width, height: drawn.height };
}
