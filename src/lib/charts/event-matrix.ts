/**
 * How many events of which category fell into which month (or quarter, or year): a dot a cell with
 * its count, totals beside and below. Time runs to the right, years that do not follow each other
 * stand apart, and events whose month nobody gave have a column of their own.
 */
import type { Locale } from '#lib/model/index.ts';
import type { Chart, ChartSize, DrawnChart } from './chart.ts';
import { cleanText, drawableLine } from './clean-text.ts';
import { cellId } from './event-cell.ts';
import { byArea, eventWords, matrixNotes } from './event-words.ts';
import type { ChartOption, ScatterSeries } from './option.ts';
import { textWidth } from './text-width.ts';
import { TOKENS, type ChartTokens, type ThemeName } from './tokens.ts';
import { wrapEvenly } from './wrap-text.ts';

export interface EventColumn {
  readonly id: string;
  readonly year: string;
  /** Within the year: “3月”, “Mar”, “Q1”; “–” without month; empty where columns are years. */
  readonly label: string;
  /** The same where there is no room: “3”. */
  readonly short: string;
  /** In a sentence: “2022年3月”. */
  readonly full: string;
  readonly dated: boolean;
}

export interface EventMatrixRow {
  readonly id: string;
  readonly name: string;
  /** Parallel to the columns. */
  readonly counts: readonly number[];
}

export interface EventMatrixInput {
  readonly columns: readonly EventColumn[];
  readonly rows: readonly EventMatrixRow[];
  readonly locale: Locale;
}

const SMALL = 12;
const LINE = 16;
const HEAD = 2 * LINE + 8;
const ROW = { natural: 30, least: 18, most: 44 } as const;
const GAP = 12;

/** A column of the drawing: one of the input, or a gap between years that do not meet. */
type Slot = { readonly column: EventColumn; readonly index: number } | null;

function slotsOf(columns: readonly EventColumn[]): Slot[] {
  return columns.flatMap((column, index): Slot[] => {
    const before = columns[index - 1];
    const apart = before !== undefined && Math.abs(Number(column.year) - Number(before.year)) > 1;
    return apart ? [null, { column, index }] : [{ column, index }];
  });
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

interface Layout {
  readonly width: number;
  readonly height: number;
  readonly fits: boolean;
  readonly slots: readonly Slot[];
  readonly names: readonly string[];
  readonly left: number;
  readonly nameWidth: number;
  readonly right: number;
  readonly plotWidth: number;
  readonly plotHeight: number;
  /** Largest diameter. */
  readonly dot: number;
  readonly heads: readonly string[];
}

function layoutOf(input: EventMatrixInput, { width, height }: ChartSize): Layout {
  const words = eventWords(input.locale);
  const slots = slotsOf(input.columns);
  const nameCap = Math.round(width * (width < 480 ? 0.24 : 0.2));
  const wrapped = [...input.rows.map(({ name }) => name), words.total].map((name) =>
    wrapEvenly(cleanText(name), nameCap, SMALL, 2),
  );
  const nameWidth = Math.ceil(
    Math.max(0, ...wrapped.flatMap((lines) => lines.map((line) => textWidth(line, SMALL)))),
  );
  const left = nameWidth + GAP;
  const right = Math.ceil(textWidth('0000', SMALL)) + 4;
  const plotWidth = width - left - right;
  const slot = plotWidth / Math.max(slots.length, 1);
  const rows = input.rows.length + 1;
  const least = wrapped.some((lines) => lines.length > 1) ? 2 * 15 + 2 : ROW.least;
  const free = height === null ? Math.max(ROW.natural, least) : (height - HEAD - 8) / rows;
  const rowHeight = Math.min(Math.max(free, least), ROW.most);
  const room = Math.min(slot, rowHeight) - 2;
  const widest = Math.max(...input.columns.map(({ label }) => textWidth(label, SMALL)), 0);
  return {
    width,
    height: Math.ceil(HEAD + rowHeight * rows + 8),
    fits: free >= least,
    slots,
    names: wrapped.map((lines) => lines.map(drawableLine).join('\n')),
    left,
    nameWidth,
    right,
    plotWidth,
    plotHeight: rowHeight * rows,
    dot: room,
    heads: headsOf(slots, widest + 4 > slot),
  };
}

/** Month above, its year below where a new year begins. */
function headsOf(slots: readonly Slot[], short: boolean): string[] {
  return slots.map((slot, at) => {
    if (slot === null) return '';
    const { year, label, short: brief } = slot.column;
    const begins = slots[at - 1]?.column.year !== year;
    return `${begins ? drawableLine(year) : ''}\n${drawableLine(short ? brief : label)}`;
  });
}

interface Cell {
  readonly row: EventMatrixRow;
  readonly column: EventColumn;
  readonly count: number;
  readonly x: number;
  readonly y: number;
}

/** Cells with events, month by month, the categories from above. */
function cellsOf({ columns, rows }: EventMatrixInput): Cell[] {
  const slots = slotsOf(columns);
  return slots.flatMap((slot, x) => {
    if (slot === null) return [];
    return rows.flatMap((row, y) => {
      const count = row.counts[slot.index] ?? 0;
      return count > 0 ? [{ row, column: slot.column, count, x, y }] : [];
    });
  });
}

const countsOf = (cells: readonly Cell[]) => cells.map(({ count }) => count);

const sentence = ({ row, column, count }: Cell, locale: Locale): string => {
  const words = eventWords(locale);
  return cleanText([column.full, row.name, words.events(count)].join(words.comma));
};

/** The matrix as a chart; without events it says that there are none. */
export function eventMatrix(input: EventMatrixInput): Chart {
  const words = eventWords(input.locale);
  const cells = cellsOf(input);
  const totals = input.rows.map(({ name, counts }) => ({ name, total: sum(counts) }));
  return {
    locale: input.locale,
    stops: cells.map((cell, item) => ({
      id: cellId(cell.row.id, cell.column.id),
      sentence: sentence(cell, input.locale),
      mark: { series: 0, item },
    })),
    notes: matrixNotes(
      countsOf(cells),
      input.columns.some(({ dated }) => !dated),
      input.locale,
    ),
    summary: (title) =>
      cells.length === 0
        ? `${cleanText(title)}${words.stop}${words.empty}${words.stop}`.trimEnd()
        : [
            cleanText(title),
            words.kind(input.rows.length, sum(totals.map(({ total }) => total))),
            totals
              .map(({ name, total }) => `${cleanText(name)} ${words.events(total)}`)
              .join(words.semicolon),
            '',
          ]
            .join(words.stop)
            .trimEnd(),
    draw: (theme, size, highlight = null) => draw(input, cells, theme, size, highlight),
  };
}

function draw(
  input: EventMatrixInput,
  cells: readonly Cell[],
  theme: ThemeName,
  size: ChartSize,
  highlight: string | null,
): DrawnChart {
  const layout = layoutOf(input, size);
  const tokens = TOKENS[theme];
  return {
    option:
      cells.length === 0
        ? emptyOption(input, tokens)
        : option(input, cells, layout, tokens, highlight),
    width: layout.width,
    height: layout.height,
    fits: layout.fits,
    captionHeight: 0,
  };
}

function emptyOption({ locale }: EventMatrixInput, tokens: ChartTokens): ChartOption {
  return {
    animation: false,
    title: {
      text: eventWords(locale).empty,
      left: 'center',
      top: 'middle',
      textStyle: { color: tokens.ink2, fontSize: 14, fontWeight: 'normal' },
    },
  };
}

function option(
  input: EventMatrixInput,
  cells: readonly Cell[],
  layout: Layout,
  tokens: ChartTokens,
  highlight: string | null,
): ChartOption {
  return {
    animation: false,
    grid: {
      left: layout.left,
      top: HEAD,
      width: layout.plotWidth,
      height: layout.plotHeight,
      outerBoundsMode: 'none',
    },
    xAxis: {
      type: 'category',
      position: 'top',
      data: [...layout.heads],
      axisLabel: { interval: 0, margin: 6, lineHeight: LINE, color: tokens.ink2, fontSize: SMALL },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: layout.names.map((value, i) => ({
        value,
        textStyle: { align: 'left', color: i < input.rows.length ? tokens.ink : tokens.ink2 },
      })),
      axisLabel: { interval: 0, margin: layout.nameWidth + GAP, fontSize: SMALL, lineHeight: 15 },
      // A hairline between rows leads the eye to the dot.
      splitLine: { show: true, lineStyle: { color: tokens.hairline } },
    },
    tooltip: {
      trigger: 'item',
      renderMode: 'richText',
      confine: true,
      transitionDuration: 0,
      formatter: (params) => {
        const [first] = Array.isArray(params) ? params : [params];
        const cell = first?.seriesIndex === 0 ? cells[first.dataIndex] : undefined;
        return cell ? drawableLine(sentence(cell, input.locale)).replaceAll('{', '{\u200b') : '';
      },
    },
    series: [dots(cells, layout, tokens, highlight), totals(input, layout, tokens)],
  };
}

function dots(
  cells: readonly Cell[],
  layout: Layout,
  tokens: ChartTokens,
  highlight: string | null,
): ScatterSeries {
  const counts = countsOf(cells);
  const scaled = byArea(counts);
  const largest = Math.min(layout.dot, scaled ? Infinity : 20);
  const sizeOf = (count: number) =>
    scaled ? largest * Math.sqrt(count / Math.max(...counts)) : largest;
  return {
    type: 'scatter',
    id: 'cells',
    symbol: 'circle',
    clip: false,
    emphasis: { disabled: true },
    data: cells.map(({ row, column, count, x, y }) => {
      const lit = cellId(row.id, column.id) === highlight;
      return {
        value: [x, y],
        symbolSize: sizeOf(count),
        itemStyle: {
          color: lit ? tokens.accent : tokens.accentSoft,
          borderColor: tokens.accent,
          borderWidth: 1,
        },
        label: {
          show: true,
          position: 'inside' as const,
          formatter: () => String(count),
          color: lit ? tokens.paper : tokens.ink,
          fontSize: SMALL,
        },
      };
    }),
  };
}

/** Numbers without dots: of each column below, of each row at the right edge. */
function totals(input: EventMatrixInput, layout: Layout, tokens: ChartTokens): ScatterSeries {
  const last = layout.slots.length - 1;
  const slot = layout.plotWidth / Math.max(layout.slots.length, 1);
  const plain = (text: string) => ({
    show: true,
    formatter: () => text,
    color: tokens.ink2,
    fontSize: SMALL,
    fontWeight: 600 as const,
  });
  const columns = layout.slots.flatMap((at, x) => {
    if (at === null) return [];
    const total = sum(input.rows.map(({ counts }) => counts[at.index] ?? 0));
    if (total === 0) return [];
    return [
      {
        value: [x, input.rows.length],
        label: { ...plain(String(total)), position: 'inside' as const },
      },
    ];
  });
  const ends = input.rows.map(({ counts }) => sum(counts));
  const rows = [...ends, sum(ends)].map((total, y) => ({
    value: [last, y],
    label: {
      ...plain(String(total)),
      position: [slot / 2 + layout.right - 2, 0] as [number, number],
      align: 'right' as const,
      verticalAlign: 'middle' as const,
    },
  }));
  return {
    type: 'scatter',
    id: 'totals',
    symbolSize: 0.01,
    itemStyle: { color: 'transparent' },
    silent: true,
    clip: false,
    tooltip: { show: false },
    data: [...columns, ...rows],
  };
}
