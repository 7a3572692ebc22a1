/**
 * The work programme as a matrix: what was to happen in which quarter, and whether it did. A mark
 * for each state in a cell, its shape saying the state, with a number where there are several.
 */
import type { Locale } from '#lib/model/index.ts';
import type { Chart, ChartSize, ChartStop, DrawnChart } from './chart.ts';
import { cleanText, drawableLine } from './clean-text.ts';
import type { ChartOption, ScatterSeries } from './option.ts';
import { matrixLayout, type MatrixLayout } from './programme-layout.ts';
import { textWidth } from './text-width.ts';
import { TOKENS, type ChartTokens, type ThemeName } from './tokens.ts';
import { chartWords } from './words.ts';

/** In the order in which the marks of a cell stand. */
export const PROGRAMME_STATES = [
  'done',
  'planned',
  'collecting',
  'planned_overdue',
  'collecting_overdue',
  'not_done',
] as const;
export type ProgrammeState = (typeof PROGRAMME_STATES)[number];

export interface ProgrammeCell {
  /** How many activities are in each state; states without any are left out. */
  readonly counts: Readonly<Partial<Record<ProgrammeState, number>>>;
  /** The cell as it is spoken. */
  readonly sentence: string;
}

export interface ProgrammeMatrixRow {
  readonly id: string;
  readonly name: string;
  /** Parallel to the columns; null where nothing was to happen. */
  readonly cells: readonly (ProgrammeCell | null)[];
}

export interface ProgrammeMatrixInput {
  readonly columns: readonly {
    readonly id: string;
    readonly year: string;
    readonly label: string;
  }[];
  readonly rows: readonly ProgrammeMatrixRow[];
  readonly states: Readonly<Record<ProgrammeState, string>>;
  readonly counts: string;
  readonly empty: string;
  readonly locale: Locale;
}

/** The id that a cell shares with the list beside it. */
export const programmeCellId = (row: string, column: string): string => `${row}|${column}`;

interface Mark {
  readonly id: string;
  readonly sentence: string;
  readonly column: number;
  readonly row: number;
  readonly count: number;
  /** Position among the marks of its cell, and how many those are. */
  readonly at: number;
  readonly of: number;
}

type Marks = readonly { readonly state: ProgrammeState; readonly marks: readonly Mark[] }[];

/** The states that occur, each with its marks. */
function marksOf({ rows, columns }: ProgrammeMatrixInput): Marks {
  const found = new Map<ProgrammeState, Mark[]>();
  rows.forEach(({ id, cells }, row) =>
    cells.forEach((cell, column) => {
      if (cell === null) return;
      const states = PROGRAMME_STATES.filter((state) => (cell.counts[state] ?? 0) > 0);
      states.forEach((state, at) => {
        const mark = {
          id: programmeCellId(id, columns[column]?.id ?? ''),
          sentence: cleanText(cell.sentence),
          column,
          row,
          count: cell.counts[state] ?? 0,
          at,
          of: states.length,
        };
        found.set(state, [...(found.get(state) ?? []), mark]);
      });
    }),
  );
  return PROGRAMME_STATES.flatMap((state) => {
    const marks = found.get(state);
    return marks ? [{ state, marks }] : [];
  });
}

/** Cell by cell, row by row; a cell with several marks stops once, at its first. */
function stopsOf(drawn: Marks): ChartStop[] {
  const stops = drawn.flatMap(({ marks }, series) =>
    marks.flatMap(({ id, sentence, at, row, column }, item) =>
      at === 0 ? [{ row, column, stop: { id, sentence, mark: { series, item } } }] : [],
    ),
  );
  stops.sort((a, b) => a.row - b.row || a.column - b.column);
  return stops.map(({ stop }) => stop);
}

export function programmeMatrix(input: ProgrammeMatrixInput): Chart {
  const words = chartWords(input.locale);
  const drawn = marksOf(input);
  return {
    locale: input.locale,
    stops: stopsOf(drawn),
    notes: [],
    summary: (title) =>
      [cleanText(title), drawn.length === 0 ? input.empty : input.counts, '']
        .join(words.stop)
        .trim(),
    draw: (theme, size) => draw(input, drawn, theme, size),
  };
}

function draw(
  input: ProgrammeMatrixInput,
  drawn: Marks,
  theme: ThemeName,
  size: ChartSize,
): DrawnChart {
  const tokens = TOKENS[theme];
  const states = drawn.map(({ state }) => input.states[state]);
  const layout = matrixLayout(input, states, size);
  return {
    option: drawn.length === 0 ? empty(input, tokens) : option(input, drawn, layout, tokens),
    width: layout.width,
    height: layout.height,
    fits: layout.fits,
    captionHeight: 0,
  };
}

const empty = (input: ProgrammeMatrixInput, tokens: ChartTokens): ChartOption => ({
  animation: false,
  title: {
    text: drawableLine(input.empty),
    left: 'center',
    top: 'middle',
    textStyle: { color: tokens.ink2, fontSize: 14, fontWeight: 'normal' },
  },
});

function option(
  input: ProgrammeMatrixInput,
  drawn: Marks,
  layout: MatrixLayout,
  tokens: ChartTokens,
): ChartOption {
  const { columns, rows } = input;
  return {
    animation: false,
    grid: {
      left: layout.left,
      top: layout.top,
      width: layout.plotWidth,
      height: layout.plotHeight,
      outerBoundsMode: 'none',
    },
    xAxis: {
      type: 'category',
      position: 'top',
      data: columns.map(({ year, label }, i) => {
        const first = columns[i - 1]?.year !== year;
        return `${first ? year : ' '}\n${label}`;
      }),
      axisLabel: { interval: 0, fontSize: 12, lineHeight: 16, color: tokens.ink2, margin: 6 },
      splitLine: { show: true, lineStyle: { color: tokens.hairline } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map((_row, i) => ({
        value: layout.names[i] ?? '',
        textStyle: { align: 'left', color: tokens.ink },
      })),
      axisLabel: { interval: 0, margin: layout.nameWidth + 12, fontSize: 12, lineHeight: 16 },
      splitLine: { show: true, lineStyle: { color: tokens.hairline } },
    },
    legend: {
      data: drawn.map(({ state }) => ({ name: nameOf(input, state) })),
      selectedMode: false,
      left: 0,
      top: 0,
      width: layout.width,
      itemWidth: 12,
      itemHeight: 12,
      itemGap: 16,
      padding: 0,
      textStyle: { fontSize: 12 },
    },
    tooltip: {
      trigger: 'item',
      renderMode: 'richText',
      confine: true,
      transitionDuration: 0,
      formatter: (params) => {
        const [one] = Array.isArray(params) ? params : [params];
        const mark = drawn[one?.seriesIndex ?? -1]?.marks[one?.dataIndex ?? -1];
        return mark ? drawableLine(mark.sentence).replaceAll('{', '{\u200b') : '';
      },
    },
    series: drawn.map(({ state, marks }) => series(input, state, marks, layout, tokens)),
  };
}

const nameOf = ({ states }: ProgrammeMatrixInput, state: ProgrammeState): string =>
  drawableLine(states[state]);

/** Shape first, then whether it is full; colour last. */
const SHAPES: Readonly<Record<ProgrammeState, { symbol: string; full: boolean; size: number }>> = {
  done: { symbol: 'circle', full: true, size: 11 },
  planned: { symbol: 'circle', full: false, size: 11 },
  collecting: { symbol: 'diamond', full: false, size: 13 },
  planned_overdue: { symbol: 'triangle', full: true, size: 12 },
  collecting_overdue: { symbol: 'triangle', full: false, size: 12 },
  not_done: { symbol: 'rect', full: false, size: 10 },
};

const colourOf = (state: ProgrammeState, tokens: ChartTokens): string =>
  state === 'done'
    ? tokens.good
    : state === 'planned' || state === 'collecting'
      ? tokens.ink2
      : tokens.bad;

function series(
  input: ProgrammeMatrixInput,
  state: ProgrammeState,
  marks: readonly Mark[],
  layout: MatrixLayout,
  tokens: ChartTokens,
): ScatterSeries {
  const { symbol, full, size } = SHAPES[state];
  const colour = colourOf(state, tokens);
  return {
    type: 'scatter',
    id: state,
    name: nameOf(input, state),
    symbol,
    symbolSize: size,
    clip: false,
    emphasis: { disabled: true },
    itemStyle: full
      ? { color: colour, opacity: 1 }
      : { color: tokens.paper, borderColor: colour, borderWidth: 1.8, opacity: 1 },
    label: {
      position: layout.numbersBelow ? 'bottom' : 'right',
      distance: 2,
      fontSize: 12,
      color: tokens.ink,
    },
    data: marks.map(({ column, row, count, at, of }) => ({
      value: [column, row],
      // Mark and number together stand in the middle of the cell.
      symbolOffset: [
        count > 1 && !layout.numbersBelow ? -(2 + textWidth(String(count), 12)) / 2 : 0,
        (at - (of - 1) / 2) * layout.step - (count > 1 && layout.numbersBelow ? 7 : 0),
      ],
      label: { show: count > 1, formatter: () => String(count) },
    })),
  };
}
