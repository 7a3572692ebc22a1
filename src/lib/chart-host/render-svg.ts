import { echartsTheme, TOKENS, type ChartOption, type ThemeName } from '#lib/charts/index.ts';
import type { Locale } from '#lib/model/index.ts';
import { init } from './register.ts';
import { accessible, cssColours, portable } from './svg-text.ts';

export interface RenderSvgOptions {
  readonly width: number;
  readonly height: number;
  readonly locale: Locale;
  readonly theme: ThemeName;
  /** Spoken name and description of the picture. */
  readonly title: string;
  readonly description: string;
  /** Begins every id; two charts on one page need different ones. `c` by default. */
  readonly idPrefix?: string;
  /**
   * `css` writes colours as `var(--dim-1,#003d5a)`, so that one picture follows the page from light
   * to dark to print; only for the light theme, inline in a page that has tokens.css.
   */
  readonly colours?: 'literal' | 'css';
}

/**
 * Draws a chart off-screen, in Node or a browser, to an SVG of `width` x `height` pixels. The same
 * option and size give the same bytes. All labels stay text; none is ever markup.
 */
export function renderSvg(option: ChartOption, options: RenderSvgOptions): string {
  const { width, height, locale, theme, idPrefix = 'c', colours = 'literal' } = options;
  const chart = init(null, echartsTheme(TOKENS[theme]), {
    renderer: 'svg',
    ssr: true,
    width,
    height,
    locale: locale === 'zh' ? 'ZH' : 'EN',
  });
  try {
    chart.setOption({ ...option, animation: false });
    const svg = accessible(portable(chart.renderToSVGString(), idPrefix), options, idPrefix);
    return colours === 'css' ? cssColours(svg) : svg;
  } finally {
    chart.dispose();
  }
}
