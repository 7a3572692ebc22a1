import type { Attachment } from 'svelte/attachments';
import type * as Charts from '#lib/charts/index.ts';
import type * as ChartHost from '#lib/chart-host/index.ts';
import type { Locale } from '#lib/model/index.ts';

interface LiveChartProps {
  readonly input: Charts.RankingBarsInput;
  readonly title: string;
  readonly theme: 'light' | 'dark';
  readonly locale: Locale;
  readonly onDrawn: () => void;
  /** The library could not be fetched. */
  readonly onFailed: () => void;
  readonly onHighlight: (id: string | null) => void;
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

function mountChart(
  element: HTMLElement,
  props: () => LiveChartProps,
  charts: typeof Charts,
  host: typeof ChartHost,
): () => void {
  const hosted = () => {
    const { input, title, onHighlight } = props();
    return {
      build: (size: { width: number; height: number }) =>
        charts.rankingBars(input, { width: size.width, height: null }).option,
      description: charts.rankingSummary(input, title),
      rows: input.rows.length,
      describeRow: (index: number) =>
        charts.rankingBars(input, { width: element.clientWidth, height: null }).describeRow(index),
      onRow: ({ index }: { index: number | null }) =>
        onHighlight(index === null ? null : (input.rows[index]?.id ?? null)),
    };
  };
  const fit = () => {
    element.style.height = `${charts.rankingBarsHeight(props().input, element.clientWidth)}px`;
  };
  fit();
  const { locale, theme, onDrawn } = props();
  const chart = host.mount(element, hosted(), { locale, theme });
  onDrawn();
  const stopUpdates = $effect.root(() => {
    $effect(() => {
      fit();
      chart.update(hosted(), { theme: props().theme });
    });
  });
  return () => {
    stopUpdates();
    chart.dispose();
  };
}
