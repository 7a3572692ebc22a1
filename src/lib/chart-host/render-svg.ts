import {
  echartsTheme,
  escapeXml,
  FONT_STACK,
  TOKENS,
  type ChartOption,
  type ThemeName,
} from '#lib/charts/index.ts';
import type { Locale } from '#lib/model/index.ts';
import { init } from './register.ts';
import { cssColours, portableContent } from './svg-text.ts';

export interface SvgContentOptions {
  readonly width: number;
  readonly height: number;
  readonly locale: Locale;
  readonly theme: ThemeName;
  /** Begins every id; two charts on one page need different ones. `c` by default. */
  readonly idPrefix?: string;
}

export interface RenderSvgOptions extends SvgContentOptions {
  /** Spoken name and description of the picture. */
  readonly title: string;
  readonly description: string;
  /**
   * `css` writes colours as `var(--dim-1,#003d5a)`, so that one picture follows the page from light
   * to dark to print; only for the light theme, inline in a page that has tokens.css.
   */
  readonly colours?: 'literal' | 'css';
}

/**
 * Draws a chart off-screen, in Node or a browser, to the content of an SVG of `width` x `height`
 * pixels that sets the font stack. Equal arguments give equal bytes. All labels stay text; none is
 * ever markup.
 */
export function renderSvgContent(option: ChartOption, options: SvgContentOptions): string {
  const { width, height, locale, theme, idPrefix = 'c' } = options;
  const chart = init(null, echartsTheme(TOKENS[theme]), {
    renderer: 'svg',
    ssr: true,
    width,
    height,
    locale: locale === 'zh' ? 'ZH' : 'EN',
  });
  try {
    chart.setOption({ ...option, animation: false });
    return portableContent(chart.renderToSVGString(), idPrefix);
  } finally {
    chart.dispose();
  }
}

/** Draws a chart like `renderSvgContent`, as a whole SVG with a spoken name and description. */
export function renderSvg(option: ChartOption, options: RenderSvgOptions): string {
  const { width, height, title, description, idPrefix = 'c', colours = 'literal' } = options;
  const content = renderSvgContent(option, options);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"` +
      ` viewBox="0 0 ${width} ${height}" font-family="${FONT_STACK}" role="img"` +
      ` aria-labelledby="${idPrefix}-title ${idPrefix}-desc">`,
    `<title id="${idPrefix}-title">${escapeXml(title)}</title>`,
    `<desc id="${idPrefix}-desc">${escapeXml(description)}</desc>`,
    colours === 'css' ? cssColours(content) : content,
    '</svg>',
  ].join('\n');
}
