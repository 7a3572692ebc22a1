import {
  chartWords,
  echartsTheme,
  TOKENS,
  type ChartOption,
  type ChartStop,
  type ThemeName,
} from '#lib/charts/index.ts';
import type { Locale } from '#lib/model/index.ts';
import { chartCursor } from './cursor.ts';
import { init, type ECharts } from './register.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Which stop the reader points at; `null` when at none. */
export interface StopEvent {
  readonly kind: 'hover' | 'select';
  readonly index: number | null;
}

/** What a view hands over: everything is asked again after a resize or an update. */
export interface HostedChart {
  readonly build: (size: Size) => ChartOption;
  /** The chart in words, its accessible name. */
  readonly description: string;
  /** Where the keyboard cursor stops, in reading order. */
  readonly stops: readonly ChartStop[];
  readonly onStop?: (event: StopEvent) => void;
}

export interface MountedChart {
  /** Draws new data, and in a new theme where one is given; nothing of the old option stays. */
  update(chart: HostedChart, change?: { readonly theme?: ThemeName }): void;
  dispose(): void;
}

/**
 * Draws a chart into `element`, which must have a size of its own, and keeps it drawn to that size
 * until disposed. While the element has no area (a hidden tab) nothing is drawn. The arrow keys move
 * over the rows and speak them. The locale holds for the life of the chart.
 */
export function mount(
  element: HTMLElement,
  first: HostedChart,
  { locale, theme }: { readonly locale: Locale; readonly theme: ThemeName },
): MountedChart {
  let chart = first;
  let echarts: ECharts | null = null;
  let currentTheme = theme;
  let frame = 0;
  let drawn: Size = { width: 0, height: 0 };

  const stage = element.ownerDocument.createElement('div');
  // Out of the flow, so that the chart never holds its own container open.
  stage.style.cssText = 'position:absolute;inset:0;overflow:hidden';
  const positioned = getComputedStyle(element).position !== 'static';
  if (!positioned) element.style.position = 'relative';
  element.append(stage);
  const cursor = chartCursor(element, {
    words: chartWords(locale),
    chart: () => chart,
    point: (index) => {
      if (index === null) echarts?.dispatchAction({ type: 'hideTip' });
      else showTip(echarts, index, chart.stops[index]);
    },
  });

  function draw() {
    const size = { width: element.clientWidth, height: element.clientHeight };
    if (size.width === 0 || size.height === 0) return;
    if (echarts === null) {
      echarts = init(stage, echartsTheme(TOKENS[currentTheme]), {
        renderer: 'svg',
        ...size,
        locale: locale === 'zh' ? 'ZH' : 'EN',
      });
      listen(echarts, () => chart);
    } else if (size.width !== drawn.width || size.height !== drawn.height) {
      echarts.resize(size);
    }
    drawn = size;
    // Without animation for everybody: a redrawn ranking is read, not watched.
    echarts.setOption({ ...chart.build(size), animation: false }, { notMerge: true });
    // Painted at once: a page about to be printed does not wait for the next frame.
    echarts.getZr().flush();
    // Lets a style sheet scale the drawing where paper is narrower than the screen was.
    stage.querySelector('svg')?.setAttribute('viewBox', `0 0 ${size.width} ${size.height}`);
    cursor.describe();
  }

  const observer = new ResizeObserver(() => {
    if (element.clientWidth === drawn.width && element.clientHeight === drawn.height) return;
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(draw);
  });
  draw();
  observer.observe(element);

  return {
    update(next, change = {}) {
      chart = next;
      if (change.theme && change.theme !== currentTheme) {
        currentTheme = change.theme;
        echarts?.setTheme(echartsTheme(TOKENS[currentTheme]));
      }
      draw();
    },
    dispose() {
      observer.disconnect();
      cancelAnimationFrame(frame);
      cursor.dispose();
      echarts?.dispose();
      echarts = null;
      stage.remove();
      if (!positioned) element.style.position = '';
    },
  };
}

/** The names and bars of a chart, for going from pixels to rows and back. */
const PLOT = { xAxisIndex: 0, yAxisIndex: 0 };

/** Shows the tip of a stop: of its mark, or of its row at zero, which serves rows without a bar. */
function showTip(echarts: ECharts | null, index: number, stop: ChartStop | undefined) {
  if (stop?.mark) {
    const { series, item } = stop.mark;
    echarts?.dispatchAction({ type: 'showTip', seriesIndex: series, dataIndex: item });
    return;
  }
  const [x = 0, y = 0] = echarts?.convertToPixel(PLOT, [0, index]) ?? [];
  echarts?.dispatchAction({ type: 'showTip', x: x + 1, y });
}

/** Reports the stop under the pointer, once for each change. */
function listen(echarts: ECharts, chart: () => HostedChart) {
  let last: number | null = null;
  const hover = (index: number | null) => {
    if (index === last) return;
    last = index;
    chart().onStop?.({ kind: 'hover', index });
  };
  const select = (index: number | null) => {
    if (index !== null) chart().onStop?.({ kind: 'select', index });
  };
  const marked = () => chart().stops.some(({ mark }) => mark !== undefined);
  const rowAt = (x: number, y: number): number | null => {
    const at = echarts.convertFromPixel(PLOT, [x, y]);
    const index = Math.round(at[1] ?? -1);
    return index >= 0 && index < chart().stops.length ? index : null;
  };
  const zr = echarts.getZr();
  zr.on('mousemove', ({ offsetX, offsetY }) => {
    if (!marked()) hover(rowAt(offsetX, offsetY));
  });
  zr.on('globalout', () => hover(null));
  zr.on('click', ({ offsetX, offsetY }) => {
    if (!marked()) select(rowAt(offsetX, offsetY));
  });
  const markAt = ({ seriesIndex, dataIndex }: MarkEvent): number | null => {
    const index = chart().stops.findIndex(
      ({ mark }) => mark?.series === seriesIndex && mark?.item === dataIndex,
    );
    return index < 0 ? null : index;
  };
  echarts.on('mouseover', (event) => {
    if (marked()) hover(markAt(event));
  });
  echarts.on('mouseout', () => {
    if (marked()) hover(null);
  });
  echarts.on('click', (event) => {
    if (marked()) select(markAt(event));
  });
}

interface MarkEvent {
  readonly seriesIndex?: number;
  readonly dataIndex?: number;
}
