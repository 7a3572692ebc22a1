import type { Robustness, Scheme, Sensitivity, Uncertainty, UnitTable } from '#lib/model/index.ts';
import { simulationOf, startSensitivity, startUncertainty, within } from '#lib/scoring/index.ts';
import type { PeerSimulation, SensitivityOptions, UncertaintyOptions } from '#lib/scoring/index.ts';

/** What can be simulated, what has to be said for it, and what comes of it. */
export interface SimulationKinds {
  readonly uncertainty: { readonly options: UncertaintyOptions; readonly answer: Uncertainty };
  readonly sensitivity: { readonly options: SensitivityOptions; readonly answer: Sensitivity };
}
export type SimulationKind = keyof SimulationKinds;
export type SimulationAnswer<K extends SimulationKind = SimulationKind> =
  SimulationKinds[K]['answer'];

/**
 * An order for a simulation of one period's ranking. Plain data, for it is copied to the worker: no
 * proxies, no functions.
 */
export type SimulationOrder<K extends SimulationKind = SimulationKind> = {
  readonly [Kind in K]: {
    readonly kind: Kind;
    readonly table: UnitTable;
    readonly scheme: Scheme;
    readonly robustness: Robustness;
    readonly period: string;
    /** Positions of the rows among which places are counted; all rows when absent. */
    readonly only?: readonly number[];
    readonly options: SimulationKinds[Kind]['options'];
  };
}[K];

/** A simulation under way, whatever its kind. */
export interface SimulationRun {
  readonly total: number;
  readonly done: number;
  advance(steps: number): void;
  result(): SimulationAnswer;
}

/** The simulation that an order is for. */
export function simulationFor(order: SimulationOrder): PeerSimulation {
  const { table, scheme, robustness, period, only } = order;
  const whole = simulationOf(table, scheme, robustness, period);
  const chosen = only && new Set(only);
  return chosen ? within(whole, (row) => chosen.has(row)) : whole;
}

export const startRun = (order: SimulationOrder): SimulationRun =>
  order.kind === 'uncertainty'
    ? startUncertainty(simulationFor(order), order.options)
    : startSensitivity(simulationFor(order), order.options);

/** Works for so many milliseconds, or to the end; a single step may take longer. */
export function workFor(run: SimulationRun, milliseconds: number): void {
  const until = performance.now() + milliseconds;
  do run.advance(1);
  while (run.done < run.total && performance.now() < until);
}
