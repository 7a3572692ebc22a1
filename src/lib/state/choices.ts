import type { Layer, LocalText } from '#lib/model/index.ts';

/** What one layer offers to choose from. */
export interface LayerChoices {
  /** Years with observations, ascending. */
  readonly periods: readonly string[];
  readonly cities: readonly { readonly code: string; readonly name: LocalText }[];
}

export type Choices = Readonly<Partial<Record<Layer, LayerChoices>>>;

/** The years of each layer, for reading addresses. */
export const periodsOf = (choices: Choices): Readonly<Partial<Record<Layer, readonly string[]>>> =>
  Object.fromEntries(Object.entries(choices).map(([layer, { periods }]) => [layer, periods]));
