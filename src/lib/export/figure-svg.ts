import { escapeXml, FONT_STACK, TOKENS, type FigureLine } from '#lib/charts/index.ts';
import { renderSvgContent } from '#lib/chart-host/index.ts';
import type { Locale } from '#lib/model/index.ts';
import { figureLayout, type FigureInput, type FigureLayout } from './figure-layout.ts';
import { PRESET_SIZES } from './presets.ts';
import { provenanceJson, provenanceMetadata, type Provenance } from './provenance.ts';

export interface FigureSvgInput extends FigureInput {
  /** White (or dark) paper by default; the mark strip keeps its ground either way. */
  readonly background?: 'paper' | 'transparent';
  /** Written into the file for machines; see provenance.ts. */
  readonly provenance: Provenance;
}

export interface Figure {
  readonly svg: string;
  /** Pixels at 1x. */
  readonly width: number;
  readonly height: number;
  /** False: the preset was too low for the rows, the figure is higher than asked for. */
  readonly fits: boolean;
  readonly dpi: number | null;
  readonly locale: Locale;
  readonly provenance: string;
}

/**
 * A complete figure as SVG: mark strip, title, subtitle, unit, chart, source, scheme and edition,
 * note. All text is text in the product's font stack. Drawn off-screen at the preset's size, in
 * Node or a browser; equal input gives equal bytes.
 */
export function figureSvg(input: FigureSvgInput): Figure {
  const layout = figureLayout(input);
  const width = Math.round(layout.width * layout.scale);
  const height = Math.round(layout.height * layout.scale);
  const provenance = provenanceJson(input.provenance, input.layer, input.trial ?? false);
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"` +
      ` viewBox="0 0 ${number(layout.width)} ${number(layout.height)}" lang="${input.chart.locale === 'zh' ? 'zh-CN' : 'en'}"` +
      ` font-family="${FONT_STACK}" role="img" aria-labelledby="f-title f-desc">`,
    `<title id="f-title">${escapeXml(input.text.title)}</title>`,
    `<desc id="f-desc">${escapeXml(input.chart.summary(input.text.title))}</desc>`,
    provenanceMetadata(provenance),
    ...grounds(input, layout),
    ...layout.furniture.header.map((line) => lineSvg(line, 0)),
    chartSvg(input, layout),
    ...footerSvg(input, layout),
    '</svg>',
    '',
  ].join('\n');
  const { dpi } = PRESET_SIZES[input.preset];
  return { svg, width, height, fits: layout.fits, dpi, locale: input.chart.locale, provenance };
}

/** Two decimals are a fiftieth of a pixel at 1x; more would only be noise in the file. */
const number = (value: number): string => String(Math.round(value * 100) / 100);

function grounds({ theme, background = 'paper' }: FigureSvgInput, layout: FigureLayout): string[] {
  const tokens = TOKENS[theme];
  const { width, height, furniture } = layout;
  const rect = (h: number, fill: string) =>
    `<rect width="${number(width)}" height="${number(h)}" fill="${fill}"/>`;
  return [
    ...(background === 'paper' ? [rect(height, tokens.paper)] : []),
    ...(furniture.strip > 0 ? [rect(furniture.strip, tokens.mark)] : []),
    ...(furniture.strip > 0 && tokens.decals ? [rule(0, width, furniture.strip, tokens.ink)] : []),
  ];
}

const rule = (x1: number, x2: number, y: number, colour: string): string =>
  `<path d="M${number(x1)} ${number(y)}H${number(x2)}" stroke="${colour}" fill="none"/>`;

function lineSvg({ role, text, x, y, size, bold, colour }: FigureLine, top: number): string {
  return (
    `<text data-role="${role}" x="${number(x)}" y="${number(top + y)}" font-size="${size}"` +
    `${bold ? ' font-weight="600"' : ''} fill="${colour}">${escapeXml(text)}</text>`
  );
}

function chartSvg(
  { chart, theme }: FigureSvgInput,
  { chart: drawn, chartTop, furniture }: FigureLayout,
) {
  const { option, width, height } = drawn;
  const { locale } = chart;
  const content = renderSvgContent(option, { width, height, locale, theme, idPrefix: 'f' });
  return (
    `<g transform="translate(${furniture.margin} ${number(chartTop)})">\n` + `${content}\n</g>`
  );
}

/** The footer stands at the bottom edge, under a hairline. */
function footerSvg(
  { theme }: FigureSvgInput,
  { width, height, furniture }: FigureLayout,
): string[] {
  const top = height - furniture.footerHeight;
  const { margin } = furniture;
  if (furniture.footer.length === 0) return [];
  return [
    rule(margin, width - margin, top + 10, TOKENS[theme].hairline),
    ...furniture.footer.map((line) => lineSvg(line, top)),
  ];
}
