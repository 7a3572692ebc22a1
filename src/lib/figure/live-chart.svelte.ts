import type { Attachment } from 'svelte/attachments';
import type { Chart } from '#lib/charts/index.ts';
import type * as ChartHost from '#lib/chart-host/index.ts';
import type { ChartModule, FigureSubject } from './subject.ts';

export interface LiveChartProps {
  readonly subject: FigureSubject;
  readonly theme: 'light' | 'dark';
  /** Id of the one thing set off from the others. */
  readonly highlighted: string | null;
  readonly onDrawn: () => void;
  /** The library could not be fetched. */
  readonly onFailed: () => void;
  readonly onHighlight: (id: string | null) => void;
  readonly onSelect: (id: string) => void;
}

/**
 * Fetches the chart library, mounts the chart and keeps it up to date. Where the library cannot be
 * fetched nothing is drawn and `onFailed` says so; the table has the numbers.
 */
export const liveChart =
  (props: () => LiveChartProps): Attachment<HTMLElement> =>
  (element) => {
    let gone = false;
    let stop: (() => void) | undefined;
    void Promise.all([import('#lib/charts/index.ts'), import('#lib/chart-host/index.ts')]).then(
      ([charts, host]) => {
        if (!gone) stop = mountChart(element, props, charts, host);
      },
      () => {
        if (!gone) props().onFailed();
      },
    );
    return () => {
      gone = true;
      stop?.();
    };
  };

/** A4 between its margins, see print.css; and what a title and a few lines leave of its height. */
const PAPER = { width: 700, height: 760 };
/** Widths to draw at for paper, the one with the largest type first. */
const PAPER_WIDTHS = [700, 800, 900, 1000] as const;

function mountChart(
  element: HTMLElement,
  props: () => LiveChartProps,
  charts: ChartModule,
  host: typeof ChartHost,
): () => void {
  let chart: Chart = props().subject.chart(charts);
  let printing = false;
  const theme = () => (printing ? 'print' : props().theme);
  const draw = (width: number) => chart.draw(theme(), { width, height: null }, props().highlighted);
  const hosted = (): ChartHost.HostedChart => {
    const { subject, onHighlight, onSelect } = props();
    const idAt = (index: number | null) =>
      index === null ? null : (chart.stops[index]?.id ?? null);
    return {
      build: ({ width }) => draw(width).option,
      description: chart.summary(subject.text.title),
      stops: chart.stops,
      onStop: ({ kind, index }) => {
        const id = idAt(index);
        if (kind === 'hover') onHighlight(id);
        else if (id !== null) onSelect(id);
      },
    };
  };
  const fit = () => {
    element.style.height = `${draw(element.clientWidth).height}px`;
  };
  fit();
  const { subject, onDrawn } = props();
  const mounted = host.mount(element, hosted(), { locale: subject.locale, theme: theme() });
  onDrawn();
  // A narrower chart may need another height; the host redraws by itself, the height is ours.
  const observer = new ResizeObserver(fit);
  observer.observe(element);
  // Paper is white whatever the screen was, and narrower: shrunk type could not be read. Where the
  // drawing would be higher than a sheet, a wider and lower one is taken.
  const onOneSheet = (width: number) => (draw(width).height * PAPER.width) / width <= PAPER.height;
  const printed = ({ type }: Event) => {
    printing = type === 'beforeprint';
    const width = PAPER_WIDTHS.find(onOneSheet) ?? PAPER_WIDTHS[PAPER_WIDTHS.length - 1];
    element.style.width = printing ? `${width}px` : '';
    fit();
    mounted.update(hosted(), { theme: theme() });
  };
  window.addEventListener('beforeprint', printed);
  window.addEventListener('afterprint', printed);
  const stopUpdates = $effect.root(() => {
    $effect(() => {
      chart = props().subject.chart(charts);
      fit();
      mounted.update(hosted(), { theme: theme() });
    });
  });
  return () => {
    stopUpdates();
    observer.disconnect();
    window.removeEventListener('beforeprint', printed);
    window.removeEventListener('afterprint', printed);
    mounted.dispose();
  };
}
