/** The tree of an index: one column a level, every box as high as its share of the index. */
import { formatPercent } from '#lib/i18n/index.ts';
import type { Locale } from '#lib/model/index.ts';
import type { Chart, ChartSize, DrawnChart } from './chart.ts';
import { cleanText, drawableLine } from './clean-text.ts';
import type { BarSeries, ChartOption } from './option.ts';
import { TOKENS, type ChartTokens, type ThemeName } from './tokens.ts';
import { wrapText } from './wrap-text.ts';

/** An element of the index with its share of the whole, all data present. */
export interface HierarchyNode {
  readonly code: string;
  readonly name: string;
  /** In [0, 1]; the shares of the children add up to their parent's. */
  readonly share: number;
  /** Position of the dimension it belongs to, which fixes the colour; null for the index. */
  readonly colour: number | null;
  readonly children: readonly HierarchyNode[];
}

export interface HierarchyInput {
  readonly root: HierarchyNode;
  readonly locale: Locale;
}

const FONT = 12;
const LINE = 15;
const PADDING = 8;
const NARROW = 150;
/** Between the columns, as a share of their width. */
const GUTTER = 0.03;

/** A bar of the drawing: the box of an element, or the room below a branch that ends earlier. */
interface Box {
  readonly node: HierarchyNode;
  readonly depth: number;
  readonly kind: 'element' | 'room';
}

/**
 * Every bar of the tree, parents before children: bars of one column are stacked in this order, so
 * that each begins where the one before ends.
 */
function boxesOf(root: HierarchyNode): Box[] {
  const depthOf = (node: HierarchyNode): number =>
    1 + Math.max(0, ...node.children.map((child) => depthOf(child)));
  const columns = depthOf(root);
  const boxes: Box[] = [];
  const visit = (node: HierarchyNode, depth: number) => {
    boxes.push({ node, depth, kind: 'element' });
    if (node.children.length === 0 && depth < columns - 1)
      boxes.push({ node, depth, kind: 'room' });
    for (const child of node.children) visit(child, depth + 1);
  };
  visit(root, 0);
  return boxes;
}

export function hierarchyChart({ root, locale }: HierarchyInput): Chart {
  const boxes = boxesOf(root);
  const depth = Math.max(...boxes.map((box) => box.depth));
  const words = WORDS[locale];
  return {
    locale,
    stops: boxes.flatMap(({ node, depth: item, kind }, series) =>
      kind === 'room'
        ? []
        : {
            id: node.code,
            sentence: words.box(cleanText(node.name), formatPercent(node.share, 1)),
            mark: { series, item },
          },
    ),
    notes: [],
    summary: (title) =>
      cleanText(title) +
      words.summary(
        root.children.length,
        boxes.filter(({ node, kind }) => kind === 'element' && node.children.length === 0).length,
      ),
    draw: (theme, size) => draw(boxes, depth + 1, theme, size, words),
  };
}

function draw(
  boxes: readonly Box[],
  columns: number,
  theme: ThemeName,
  { width, height }: ChartSize,
  words: Words,
): DrawnChart {
  // Where the columns get too narrow for words, that of the index itself goes first.
  const from = columns > 2 && width / columns < NARROW ? 1 : 0;
  const room = (width / (columns - from)) * (1 - GUTTER) - 2 * PADDING;
  const labels = boxes.map(({ node }) =>
    wrapText(words.label(cleanText(node.name), formatPercent(node.share, 1)), room, FONT),
  );
  // As high as the lowest box needs for its words, so that none is cut off.
  const needed = Math.ceil(
    Math.max(
      ...boxes.map(({ node }, i) => ((labels[i]?.length ?? 1) * LINE + 6) / (node.share || 1)),
    ),
  );
  const drawn = Math.max(needed, height ?? 0);
  return {
    option: option(boxes, { from, columns }, labels, TOKENS[theme]),
    width,
    height: drawn,
    fits: height === null || needed <= height,
    captionHeight: 0,
  };
}

function option(
  boxes: readonly Box[],
  { from, columns }: { readonly from: number; readonly columns: number },
  labels: readonly (readonly string[])[],
  tokens: ChartTokens,
): ChartOption {
  return {
    animation: false,
    grid: { left: 0, right: 0, top: 1, bottom: 1, outerBoundsMode: 'none' },
    xAxis: {
      type: 'category',
      min: from,
      data: Array.from({ length: columns }, (_, i) => i),
      show: false,
    },
    yAxis: { type: 'value', min: 0, max: 1, inverse: true, show: false },
    legend: { show: false },
    tooltip: { show: false },
    series: boxes.map((box, i) =>
      box.kind === 'room'
        ? roomSeries(box, columns)
        : boxSeries(box, columns, labels[i] ?? [], tokens),
    ),
  };
}

function boxSeries(
  { node, depth }: Box,
  columns: number,
  lines: readonly string[],
  tokens: ChartTokens,
): BarSeries {
  const dimension =
    node.colour === null ? tokens.ink2 : (tokens.dims[node.colour] ?? tokens.dims[6]);
  return {
    type: 'bar',
    stack: 'tree',
    barWidth: `${100 * (1 - GUTTER)}%`,
    data: Array.from({ length: columns }, (_, i) => (i === depth ? node.share : '-')),
    itemStyle: { color: tokens.paper2, borderColor: dimension, borderWidth: 1.5 },
    emphasis: { disabled: true },
    label: {
      show: true,
      position: 'insideLeft',
      distance: PADDING,
      align: 'left',
      color: tokens.ink,
      fontSize: FONT,
      lineHeight: LINE,
      formatter: () => lines.map(drawableLine).join('\n'),
    },
  };
}

/** Nothing in the columns after a branch's end, so that what is below stays in its place. */
function roomSeries({ node, depth }: Box, columns: number): BarSeries {
  return {
    type: 'bar',
    stack: 'tree',
    silent: true,
    data: Array.from({ length: columns }, (_, i) => (i > depth ? node.share : '-')),
    itemStyle: { color: 'transparent' },
    label: { show: false },
  };
}

interface Words {
  readonly box: (name: string, share: string) => string;
  readonly label: (name: string, share: string) => string;
  readonly summary: (dimensions: number, indicators: number) => string;
}

const WORDS: Readonly<Record<Locale, Words>> = {
  zh: {
    box: (name, share) => `${name}，占总指数 ${share}。`,
    label: (name, share) => `${name} ${share}`,
    summary: (dimensions, indicators) =>
      `。层次图，${dimensions} 个维度，${indicators} 项指标，方框高度为占总指数的权重。`,
  },
  en: {
    box: (name, share) => `${name}, ${share} of the index.`,
    label: (name, share) => `${name} ${share}`,
    summary: (dimensions, indicators) =>
      `. Tree of ${dimensions} dimensions and ${indicators} indicators; the height of a box is its share of the index.`,
  },
};
