/**
 * A few published numbers side by side, each from zero, each with what it is of and its year under
 * it, in the order given: never sorted by height, because the years differ. A number that the source
 * hedges is drawn as hedged: “6.2万余” ends in an open, dashed box, “约 1000” is pale with a dashed
 * outline.
 */
import { formatPlain } from '#lib/i18n/index.ts';
import type { Locale, Qualifier } from '#lib/model/index.ts';
import { axisTicks } from './axis-ticks.ts';
import type { Chart, ChartSize, DrawnChart } from './chart.ts';
import { cleanText, drawableLine } from './clean-text.ts';
import { factWords } from './fact-words.ts';
import type { BarItem, BarItemStyle, BarSeries, ChartOption } from './option.ts';
import { textWidth } from './text-width.ts';
import { TOKENS, type ChartTokens, type ThemeName } from './tokens.ts';
import { wrapText } from './wrap-text.ts';

export interface FactBar {
  readonly id: string;
  readonly value: number;
  /** As printed at the bar: “6.2万余”, “63 658”. */
  readonly label: string;
  readonly qualifier: Qualifier;
  /** Under the bar, one below the other: what it is of, its year. */
  readonly under: readonly string[];
}

export interface FactBarsInput {
  readonly bars: readonly FactBar[];
  readonly unit: string;
  readonly locale: Locale;
}

const SMALL = 12;
const LINE = 16;
const CAP = 14;
/** Room above the axis for an open end and the number on it. */
const TOP = 40;
const PLOT = { natural: 220, least: 90 } as const;

type Hedge = 'none' | 'open' | 'pale';

/** “余”, “以上” leave the top open; “约”, “近”, “以内” leave the whole length uncertain. */
const HEDGE: Readonly<Record<Qualifier, Hedge>> = {
  exact: 'none',
  more_than: 'open',
  at_least: 'open',
  approx: 'pale',
  about: 'pale',
  nearly: 'pale',
  at_most: 'pale',
};

const hedgeOf = ({ qualifier }: FactBar): Hedge => HEDGE[qualifier];

interface Layout extends ChartSize {
  readonly left: number;
  readonly plotWidth: number;
  readonly plotHeight: number;
  readonly barWidth: number;
  readonly under: readonly string[];
  /** The words under the bars run upwards: their columns are narrower than a word. */
  readonly upright: boolean;
  readonly axis: { readonly max: number; readonly step: number };
  readonly height: number;
  readonly fits: boolean;
}

/** A year and its month come apart only between the two: 2017年 / 11月. */
function linesOf(text: string, room: number): string[] {
  if (textWidth(text, SMALL) <= room) return [text];
  const [, year, month] = /^(\d{4}年)(\d.*)$/u.exec(text) ?? [];
  return year !== undefined && month !== undefined
    ? [year, ...wrapText(month, room, SMALL)]
    : wrapText(text, room, SMALL);
}

/** Whether a Latin word would have to be cut; Chinese breaks anywhere. */
const hasWordOver = (text: string, room: number): boolean =>
  (text.match(/[\p{Script=Latin}\d]+/gu) ?? []).some((word) => textWidth(word, SMALL) > room);

function layoutOf({ bars }: FactBarsInput, { width, height }: ChartSize): Layout {
  const axis = axisTicks(0, Math.max(0, ...bars.map(({ value }) => value)), width < 480 ? 3 : 4);
  const ticks = Math.ceil(Math.max(textWidth(formatPlain(axis.max), SMALL), 16));
  const left = ticks + 10;
  const plotWidth = width - left - 8;
  const slot = plotWidth / Math.max(bars.length, 1);
  const texts = bars.map(({ under }) => under.map(cleanText));
  const upright = texts.flat().some((text) => hasWordOver(text, slot - 6));
  const under = upright
    ? texts
    : texts.map((lines) => lines.flatMap((text) => linesOf(text, slot - 6)));
  const foot =
    12 +
    (upright
      ? Math.ceil(Math.max(...texts.flat().map((text) => textWidth(text, SMALL))))
      : Math.max(1, ...under.map((lines) => lines.length)) * LINE);
  const free = height === null ? PLOT.natural : height - TOP - foot;
  const plotHeight = Math.max(PLOT.least, free);
  return {
    width,
    height: Math.ceil(TOP + plotHeight + foot),
    fits: free >= PLOT.least,
    left,
    plotWidth,
    plotHeight,
    barWidth: Math.round(Math.min(72, slot * 0.56)),
    under: under.map((lines) => lines.map(drawableLine).join('\n')),
    upright,
    axis,
  };
}

const tip = (text: string) => drawableLine(text).replaceAll('{', '{\u200b');

/** 全国，2021年：6.2万余 项 */
function sentence({ under, label }: FactBar, { unit, locale }: FactBarsInput): string {
  const words = factWords(locale);
  return cleanText(`${under.join(words.comma)}${words.colon}${label} ${unit}`.trimEnd());
}

/** The bars as a chart; without bars it says that there is nothing. */
export function factBars(input: FactBarsInput): Chart {
  const words = factWords(input.locale);
  const has = (hedge: Hedge) => input.bars.some((bar) => hedgeOf(bar) === hedge);
  const sentences = input.bars.map((bar) => sentence(bar, input));
  return {
    locale: input.locale,
    stops: input.bars.map(({ id }, item) => ({
      id,
      sentence: sentences[item] ?? '',
      mark: { series: 0, item },
    })),
    notes: [...(has('open') ? [words.openNote] : []), ...(has('pale') ? [words.paleNote] : [])],
    summary: (title) =>
      [cleanText(title), words.barCount(input.bars.length), sentences.join(words.semicolon), '']
        .filter((part, i, all) => part !== '' || i === all.length - 1)
        .join(words.stop)
        .trimEnd(),
    draw: (theme, size, highlight = null) => draw(input, theme, size, highlight),
  };
}

function draw(
  input: FactBarsInput,
  theme: ThemeName,
  size: ChartSize,
  highlight: string | null,
): DrawnChart {
  const layout = layoutOf(input, size);
  const tokens = TOKENS[theme];
  return {
    option:
      input.bars.length === 0
        ? emptyOption(input, tokens)
        : option(input, layout, tokens, highlight),
    width: layout.width,
    height: layout.height,
    fits: layout.fits,
    captionHeight: 0,
  };
}

function emptyOption({ locale }: FactBarsInput, tokens: ChartTokens): ChartOption {
  return {
    animation: false,
    title: {
      text: factWords(locale).empty,
      left: 'center',
      top: 'middle',
      textStyle: { color: tokens.ink2, fontSize: 14, fontWeight: 'normal' },
    },
  };
}

function option(
  input: FactBarsInput,
  layout: Layout,
  tokens: ChartTokens,
  highlight: string | null,
): ChartOption {
  return {
    animation: false,
    grid: {
      left: layout.left,
      top: TOP,
      width: layout.plotWidth,
      height: layout.plotHeight,
      outerBoundsMode: 'none',
    },
    xAxis: {
      type: 'category',
      // Two bars may have the same words under them; the axis tells them apart by position.
      data: layout.under.map((text, i) => ({
        value: text,
        textStyle: {
          color: input.bars[i]?.id === highlight ? tokens.accent : tokens.ink,
          fontSize: SMALL,
        },
      })),
      axisLine: { show: true },
      axisLabel: {
        interval: 0,
        margin: 8,
        lineHeight: LINE,
        ...(layout.upright ? { rotate: 90 } : {}),
      },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: layout.axis.max,
      interval: layout.axis.step,
      axisLabel: { margin: 8, formatter: (value: number) => formatPlain(value) },
    },
    tooltip: {
      trigger: 'item',
      renderMode: 'richText',
      confine: true,
      transitionDuration: 0,
      formatter: (params) => {
        const [first] = Array.isArray(params) ? params : [params];
        const bar = input.bars[first?.dataIndex ?? -1];
        return bar ? [...bar.under, `${bar.label} ${input.unit}`].map(tip).join('\n') : '';
      },
    },
    series: series(input, layout, tokens, highlight),
  };
}

function barStyle(
  bar: FactBar,
  tokens: ChartTokens,
  highlight: string | null,
  hedge: Hedge,
): BarItemStyle {
  const lit = highlight === null || bar.id === highlight;
  const color = lit ? tokens.accent : tokens.hairlineStrong;
  if (hedge === 'none') return { color };
  return {
    color: hedge === 'open' ? 'transparent' : tokens.accentSoft,
    borderColor: color,
    borderWidth: 1,
    borderType: 'dashed',
  };
}

function series(
  { bars }: FactBarsInput,
  layout: Layout,
  tokens: ChartTokens,
  highlight: string | null,
): BarSeries[] {
  const cap = (CAP * layout.axis.max) / layout.plotHeight;
  const label = (bar: FactBar) => ({
    show: true,
    position: 'top' as const,
    distance: 4,
    formatter: () => drawableLine(bar.label),
    color: tokens.ink,
    fontSize: layout.width < 480 ? SMALL : 14,
    fontWeight: 600 as const,
  });
  const common = (id: string): BarSeries => ({
    type: 'bar',
    id,
    name: id,
    stack: 'facts',
    barWidth: layout.barWidth,
    clip: false,
    emphasis: { disabled: true },
  });
  return [
    {
      ...common('values'),
      data: bars.map((bar): BarItem => {
        const hedge = hedgeOf(bar);
        const style = barStyle(bar, tokens, highlight, hedge === 'open' ? 'none' : hedge);
        return {
          value: bar.value,
          itemStyle: style,
          ...(hedge === 'open' ? {} : { label: label(bar) }),
        };
      }),
    },
    {
      ...common('open'),
      data: bars.map((bar): BarItem => {
        if (hedgeOf(bar) !== 'open') return null;
        return {
          value: cap,
          itemStyle: barStyle(bar, tokens, highlight, 'open'),
          label: label(bar),
        };
      }),
    },
  ];
}
