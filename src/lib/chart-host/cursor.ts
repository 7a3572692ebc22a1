/** Keyboard and speech for a chart: arrows move over the rows, a live region says each. */
import type { ChartWords } from '#lib/charts/index.ts';
import type { HostedChart } from './mount.ts';

interface CursorHost {
  readonly words: ChartWords;
  chart(): HostedChart;
  /** Shows the tip of a stop, or none. */
  point(index: number | null): void;
}

export interface ChartCursor {
  /** Takes over the description and length of the chart as it is now. */
  describe(): void;
  dispose(): void;
}

/** Where a key leads from `index` among `rows`; undefined for keys that are not ours. */
export function cursorTarget(
  key: string,
  index: number | null,
  rows: number,
): number | null | undefined {
  const last = rows - 1;
  const next = index === null ? 0 : Math.min(index + 1, last);
  const previous = index === null ? last : Math.max(index - 1, 0);
  const targets = new Map<string, number | null>(
    Object.entries({
      ArrowDown: next,
      ArrowRight: next,
      ArrowUp: previous,
      ArrowLeft: previous,
      Home: 0,
      End: last,
      Escape: null,
    }),
  );
  return rows > 0 ? targets.get(key) : undefined;
}

const ATTRIBUTES = ['role', 'aria-roledescription', 'aria-label', 'tabindex'] as const;

/** Makes `element` focusable and readable row by row; `dispose` takes everything back. */
export function chartCursor(element: HTMLElement, host: CursorHost): ChartCursor {
  const before = ATTRIBUTES.map((name) => element.getAttribute(name));
  const live = element.ownerDocument.createElement('div');
  live.setAttribute('aria-live', 'polite');
  live.style.cssText =
    'position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap';
  element.append(live);
  // `application` hands the arrow keys to the chart instead of the screen reader's own cursor.
  element.setAttribute('role', 'application');
  element.setAttribute('aria-roledescription', host.words.chartRole);
  element.tabIndex = 0;

  let index: number | null = null;
  const go = (next: number | null) => {
    index = next;
    live.textContent = next === null ? '' : (host.chart().stops[next]?.sentence ?? '');
    host.point(next);
    host.chart().onStop?.({ kind: 'hover', index: next });
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' && index !== null) {
      host.chart().onStop?.({ kind: 'select', index });
      return;
    }
    const next = cursorTarget(event.key, index, host.chart().stops.length);
    if (next === undefined) return;
    event.preventDefault();
    go(next);
  };
  const onBlur = () => {
    if (index !== null) go(null);
  };
  element.addEventListener('keydown', onKey);
  element.addEventListener('blur', onBlur);

  return {
    describe() {
      const { description, stops } = host.chart();
      const hint = stops.length > 0 ? ` ${host.words.chartHint}` : '';
      element.setAttribute('aria-label', description + hint);
      if (index !== null && index >= stops.length) go(null);
    },
    dispose() {
      element.removeEventListener('keydown', onKey);
      element.removeEventListener('blur', onBlur);
      live.remove();
      ATTRIBUTES.forEach((name, i) => {
        const value = before[i] ?? null;
        if (value === null) element.removeAttribute(name);
        else element.setAttribute(name, value);
      });
    },
  };
}
