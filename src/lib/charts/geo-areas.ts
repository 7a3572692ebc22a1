/** Areas on a plane coloured by class, with their labels as text: what tile map and map share. */
import type { Locale } from '#lib/model/index.ts';
import type { Chart, ChartStop, DrawnChart } from './chart.ts';
import { cleanText, drawableLine } from './clean-text.ts';
import { boxOf, hatchOf, pathOf, type Point, type Polygon } from './geo-shape.ts';
import type { ChartOption, LineSeries, ScatterSeries } from './option.ts';
import { RAMP, rampStep } from './sequential.ts';
import { textWidth } from './text-width.ts';
import { TOKENS, type ChartTokens, type ThemeName } from './tokens.ts';
import { chartWords } from './words.ts';
import { wrapText } from './wrap-text.ts';

/** One area of a map: who, how much, and how it is said. */
export interface MapArea {
  readonly id: string;
  /** Short enough for a small area. */
  readonly name: string;
  /** Formatted, without unit; the word for missing where there is none. */
  readonly value: string;
  /** 第 1 名; empty where there is none. */
  readonly place: string;
  /** From the lowest class (0) up; null where there is no value, which is hatched. */
  readonly step: number | null;
  readonly sentence: string;
}

/** One class of the legend. */
export interface MapClass {
  /** 60–70, or the name of a band with its limits. */
  readonly label: string;
  readonly count: number;
}

export interface MapInput<Area extends MapArea> {
  readonly areas: readonly Area[];
  /** From the lowest up, at most as many as the ramp has steps. */
  readonly classes: readonly MapClass[];
  /** How many areas are hatched; said in the legend where there are any. */
  readonly missing: number;
  readonly picked: readonly string[];
  /** Said under the drawing itself: what it is not, or under which number it was approved. */
  readonly caption: string;
  readonly notes: readonly string[];
  /** The drawing in words, for those who do not see it, without its title. */
  readonly description: string;
  readonly locale: Locale;
}

/** An area in the pixels of the drawing. */
export interface PlacedArea {
  readonly polygons: readonly Polygon[];
  readonly label: Point;
  /** Lines that fit; the first is the name. */
  readonly lines: readonly string[];
  readonly fontSize: number;
}

export interface AreaLayout {
  readonly areas: readonly PlacedArea[];
  readonly width: number;
  /** Of the areas alone, legend and caption not counted. */
  readonly height: number;
  readonly fits: boolean;
  /** Strokes that set groups of areas apart. */
  readonly borders: readonly (readonly [Point, Point])[];
}

const LINE = 12;
const LEGEND_ROW = 24;
const SWATCH = { width: 20, height: 14 } as const;
const CAPTION_ROW = 16;

/** The words under the drawing, in as many lines as they need. */
const captionLines = (caption: string, width: number): string[] =>
  wrapText(cleanText(caption), width, LINE);

const captionHeight = (caption: string, width: number): number =>
  8 + Math.max(1, captionLines(caption, width).length) * CAPTION_ROW;

/** Rows of swatches that the legend takes. */
function legendPlaces<Area extends MapArea>(input: MapInput<Area>, width: number) {
  const { locale } = input;
  const words = chartWords(locale);
  const entries = [
    ...input.classes.map(({ label, count }, step) => ({
      label,
      count,
      step: step,
    })),
    ...(input.missing > 0 ? [{ label: words.missing, count: input.missing, step: null }] : []),
  ];
  let [x, row] = [0, 0];
  return entries.map(({ label, count, step }) => {
    const text = cleanText(locale === 'zh' ? `${label}（${count}）` : `${label} (${count})`);
    const room = SWATCH.width + 6 + textWidth(text, LINE) + 16;
    if (x > 0 && x + room - 16 > width) [x, row] = [0, row + 1];
    const at = { text, step, x, y: row * LEGEND_ROW };
    x += room;
    return at;
  });
}

export const legendHeight = <Area extends MapArea>(input: MapInput<Area>, width: number): number =>
  (legendPlaces(input, width).slice(-1)[0]?.y ?? -LEGEND_ROW) + LEGEND_ROW + 4;

/** A chart of areas that `layout` places; the marks of its stops are the areas' own. */
export function areaMap<Area extends MapArea>(
  input: MapInput<Area>,
  layout: (width: number, room: number | null) => AreaLayout,
): Chart {
  const words = chartWords(input.locale);
  const stops = input.areas.map(({ id, sentence }, item): ChartStop => ({
    id,
    sentence,
    mark: { series: 0, item },
  }));
  return {
    locale: input.locale,
    stops,
    notes: input.notes,
    summary: (title) =>
      [cleanText(title), cleanText(input.description)]
        .filter((part) => part !== '')
        .join(words.stop),
    draw(theme, size, highlight = null): DrawnChart {
      const around = legendHeight(input, size.width) + captionHeight(input.caption, size.width);
      const placed = layout(size.width, size.height === null ? null : size.height - around);
      return {
        option: option(input, placed, theme, highlight),
        width: size.width,
        height: Math.ceil(around + placed.height),
        fits: placed.fits,
        captionHeight: 0,
      };
    },
  };
}

function option<Area extends MapArea>(
  input: MapInput<Area>,
  placed: AreaLayout,
  theme: ThemeName,
  highlight: string | null,
): ChartOption {
  const tokens = TOKENS[theme];
  const top = legendHeight(input, placed.width);
  const height = top + placed.height + captionHeight(input.caption, placed.width);
  const down = ([x, y]: Point): [number, number] => [x, y + top];
  return {
    animation: false,
    grid: { left: 0, top: 0, width: placed.width, height, outerBoundsMode: 'none' },
    xAxis: { type: 'value', min: 0, max: placed.width, show: false },
    yAxis: { type: 'value', min: 0, max: height, inverse: true, show: false },
    tooltip: {
      trigger: 'item',
      renderMode: 'richText',
      confine: true,
      transitionDuration: 0,
      formatter: (params) => {
        const [first] = Array.isArray(params) ? params : [params];
        const sentence = input.areas[first?.dataIndex ?? -1]?.sentence ?? '';
        return drawableLine(sentence).replaceAll('{', '{\u200b');
      },
    },
    series: [
      fills(input, placed, theme, down),
      strokes('hatch', hatches(input, placed, down), tokens.ink3, 1, 3),
      strokes(
        'outlines',
        outlines(placed, () => true, down),
        tokens.paper,
        1,
        3,
      ),
      strokes(
        'borders',
        placed.borders.map(([a, b]) => [down(a), down(b)]),
        tokens.ink2,
        2,
        3,
      ),
      strokes(
        'picked',
        outlines(placed, (i) => isSet(input, i, highlight), down),
        tokens.ink,
        2.5,
        4,
      ),
      labels(input, placed, theme, down),
      ...legend(input, placed.width, theme),
      caption(input, placed.width, height, tokens),
    ],
  };
}

const isSet = <Area extends MapArea>(
  { areas, picked }: MapInput<Area>,
  index: number,
  highlight: string | null,
): boolean => {
  const id = areas[index]?.id ?? '';
  return id === highlight || picked.includes(id);
};

type Down = (point: Point) => [number, number];

const groundOf = <Area extends MapArea>(
  { classes }: Pick<MapInput<Area>, 'classes'>,
  step: number | null,
  theme: ThemeName,
) =>
  step === null
    ? { fill: TOKENS[theme].paper, ink: TOKENS[theme].ink }
    : (RAMP[theme][rampStep(step, classes.length)] ?? { fill: '#fff', ink: '#000' });

/** Areas as symbols of their own outline: any renderer draws them, and the pointer finds them. */
function fills<Area extends MapArea>(
  input: MapInput<Area>,
  placed: AreaLayout,
  theme: ThemeName,
  down: Down,
): ScatterSeries {
  return {
    type: 'scatter',
    id: 'areas',
    z: 2,
    emphasis: { disabled: true },
    data: placed.areas.map(({ polygons }, i) => {
      const { left, right, top, bottom } = boxOf(polygons);
      return {
        value: down([(left + right) / 2, (top + bottom) / 2]),
        symbol: `path://${pathOf(polygons)}`,
        symbolSize: [Math.max(right - left, 1), Math.max(bottom - top, 1)],
        // Half-transparent by default: letters on them would lose their contrast.
        itemStyle: { color: groundOf(input, input.areas[i]?.step ?? null, theme).fill, opacity: 1 },
      };
    }),
  };
}

/** Separate strokes in one series, with gaps between them. */
function strokes(
  id: string,
  segments: readonly (readonly [number, number][])[],
  color: string,
  width: number,
  z: number,
): LineSeries {
  return {
    type: 'line',
    id,
    z,
    silent: true,
    showSymbol: false,
    connectNulls: false,
    lineStyle: { color, width, cap: 'square' },
    data: segments.flatMap((segment) => [...segment, [NaN, NaN] as [number, number]]),
  };
}

function hatches<Area extends MapArea>(input: MapInput<Area>, placed: AreaLayout, down: Down) {
  return placed.areas.flatMap(({ polygons }, i) =>
    input.areas[i]?.step === null
      ? [
          ...hatchOf(polygons, 6).map(([a, b]) => [down(a), down(b)]),
          ...polygons.flat().map((ring) => closed(ring).map(down)),
        ]
      : [],
  );
}

const outlines = (placed: AreaLayout, keep: (index: number) => boolean, down: Down) =>
  placed.areas.flatMap(({ polygons }, i) =>
    keep(i) ? polygons.flat().map((ring) => closed(ring).map(down)) : [],
  );

const closed = (ring: readonly Point[]): readonly Point[] => (ring[0] ? [...ring, ring[0]] : ring);

function labels<Area extends MapArea>(
  input: MapInput<Area>,
  placed: AreaLayout,
  theme: ThemeName,
  down: Down,
): ScatterSeries {
  return {
    type: 'scatter',
    id: 'labels',
    z: 5,
    silent: true,
    symbolSize: 0,
    data: placed.areas.map(({ label, lines, fontSize }, i) => {
      const step = input.areas[i]?.step ?? null;
      return {
        value: down(label),
        label: {
          show: lines.length > 0,
          position: 'inside' as const,
          formatter: () => lines.map(drawableLine).join('\n'),
          color: groundOf(input, step, theme).ink,
          fontSize,
          lineHeight: Math.round(fontSize * 1.15),
          // Over the strokes of a gap, a word stands on paper.
          ...(step === null ? { backgroundColor: TOKENS[theme].paper, padding: [1, 2] } : {}),
        },
      };
    }),
  };
}

function legend<Area extends MapArea>(
  input: MapInput<Area>,
  width: number,
  theme: ThemeName,
): (ScatterSeries | LineSeries)[] {
  const tokens = TOKENS[theme];
  const places = legendPlaces(input, width);
  const swatch = ({ x, y }: { x: number; y: number }): Polygon => [
    [
      [x, y + 5],
      [x + SWATCH.width, y + 5],
      [x + SWATCH.width, y + 5 + SWATCH.height],
      [x, y + 5 + SWATCH.height],
    ],
  ];
  return [
    {
      type: 'scatter',
      id: 'legend',
      z: 2,
      silent: true,
      data: places.map(({ text, step, x, y }) => ({
        value: [x + SWATCH.width / 2, y + 5 + SWATCH.height / 2],
        symbol: 'rect',
        symbolSize: [SWATCH.width, SWATCH.height],
        itemStyle: {
          color: groundOf(input, step, theme).fill,
          opacity: 1,
          borderColor: tokens.hairlineStrong,
          borderWidth: 0.5,
        },
        label: {
          show: true,
          position: 'right' as const,
          distance: 6,
          formatter: () => drawableLine(text),
          color: tokens.ink2,
          fontSize: LINE,
        },
      })),
    },
    strokes(
      'legend-hatch',
      places
        .filter(({ step }) => step === null)
        .flatMap((place) =>
          hatchOf([swatch(place)], 6).map(([a, b]): [number, number][] => [[...a], [...b]]),
        ),
      tokens.ink3,
      1,
      3,
    ),
  ];
}

/** What the drawing is not, or its review number, on the drawing itself. */
function caption<Area extends MapArea>(
  input: MapInput<Area>,
  width: number,
  height: number,
  tokens: ChartTokens,
): ScatterSeries {
  const lines = captionLines(input.caption, width);
  return {
    type: 'scatter',
    id: 'caption',
    z: 5,
    silent: true,
    symbolSize: 0,
    data: [
      {
        value: [width, height - (Math.max(1, lines.length) * CAPTION_ROW) / 2],
        label: {
          show: input.caption !== '',
          position: 'left' as const,
          distance: 0,
          formatter: () => lines.map(drawableLine).join('\n'),
          color: tokens.ink2,
          fontSize: LINE,
          lineHeight: CAPTION_ROW,
          align: 'right' as const,
        },
      },
    ],
  };
}
