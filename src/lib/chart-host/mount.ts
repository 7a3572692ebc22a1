import {
  chartWords,
  echartsTheme,
  TOKENS,
  type ChartOption,
  type ThemeName,
} from '#lib/charts/index.ts';
import type { Locale } from '#lib/model/index.ts';
import { chartCursor } from './cursor.ts';
import { init, type ECharts } from './register.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Which row the reader points at; `null` when at none. */
export interface RowEvent {
  readonly kind: 'hover' | 'select';
  readonly index: number | null;
}

/** What a view hands over: everything is asked again after a resize or an update. */
export interface HostedChart {
  readonly build: (size: Size) => ChartOption;
  /** The chart in words, its accessible name. */
  readonly description: string;
  readonly rows: number;
  /** A row in one spoken sentence. */
  readonly describeRow: (index: number) => string;
  readonly onRow?: (event: RowEvent) => void;
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
      else showTip(echarts, index);
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

/** Shows the tip of a row at its zero; a position serves rows without a bar as well. */
function showTip(echarts: ECharts | null, index: number) {
  const [x = 0, y = 0] = echarts?.convertToPixel(PLOT, [0, index]) ?? [];
  echarts?.dispatchAction({ type: 'showTip', x: x + 1, y });
}

/** Reports the row under the pointer, once for each change. */
function listen(echarts: ECharts, chart: () => HostedChart) {
  let last: number | null = null;
  const rowAt = (x: number, y: number): number | null => {
    const at = echarts.convertFromPixel(PLOT, [x, y]);
    const index = Math.round(at[1] ?? -1);
    return index >= 0 && index < chart().rows ? index : null;
  };
  const hover = (index: number | null) => {
    if (index === last) return;
    last = index;
    chart().onRow?.({ kind: 'hover', index });
  };
  const zr = echarts.getZr();
  zr.on('mousemove', ({ offsetX, offsetY }) => hover(rowAt(offsetX, offsetY)));
  zr.on('globalout', () => hover(null));
  zr.on('click', ({ offsetX, offsetY }) => {
    const index = rowAt(offsetX, offsetY);
    if (index !== null) chart().onRow?.({ kind: 'select', index });
  });
}
