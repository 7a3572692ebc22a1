import { median, quantile } from 'd3-array';
import { cpus, loadavg } from 'node:os';
import type { ColdLoad } from './cold-load.ts';

const middle = (values: readonly number[]): number => median(values) ?? NaN;

/** Column widths. */
const LABEL = 44;
const VALUE = 10;

const ms = (value: number): string => `${Math.round(value)} ms`;

function line(label: string, value: string, values: readonly number[]): string {
  const range = `${Math.round(Math.min(...values))}–${Math.round(Math.max(...values))}`;
  return `${label.padEnd(LABEL)}${value.padStart(VALUE)}   (${range})`;
}

/** What the figures were measured beside: without it they mean nothing elsewhere. */
export function surroundings(browserVersion: string): string {
  const processors = cpus();
  const model = processors[0]?.model.trim() ?? 'unknown processor';
  const load = (loadavg()[0] ?? 0).toFixed(1);
  return `${model}, ${processors.length} cores, load ${load}; Chromium ${browserVersion}; Node ${process.version}`;
}

/** The table of medians; in brackets the smallest and the largest value seen. */
export function report(loads: readonly ColdLoad[], emptyPage: readonly number[]): string {
  const all = (pick: (load: ColdLoad) => number): number[] => loads.map(pick);
  const row = (label: string, pick: (load: ColdLoad) => number): string =>
    line(label, ms(middle(all(pick))), all(pick));
  const kilobytes = all(({ readableBytes }) => readableBytes / 1000);
  const changes = loads.flatMap((load) => load.changes);
  const ratio = middle(all(({ readable }) => readable)) / middle(emptyPage);
  return [
    `medians of ${loads.length} cold loads (smallest–largest)`,
    line('empty static page, for comparison', ms(middle(emptyPage)), emptyPage),
    row('ranking readable', ({ readable }) => readable),
    '  times the empty page'.padEnd(LABEL) + ratio.toFixed(1).padStart(VALUE),
    line('  bytes on the wire by then (brotli)', `${middle(kilobytes).toFixed(1)} kB`, kilobytes),
    row('page takes input', ({ hydrated }) => hydrated),
    row('data loaded and checked (TypeScript engine)', ({ engineReady }) => engineReady),
    row('first filter result', ({ firstFilter }) => firstFilter),
    row('DuckDB-WASM ready', ({ duckDbReady }) => duckDbReady),
    line(`filter change p50 (of ${changes.length})`, ms(quantile(changes, 0.5) ?? NaN), changes),
    line('filter change p95', ms(quantile(changes, 0.95) ?? NaN), changes),
  ].join('\n');
}
