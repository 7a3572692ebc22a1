import type { Direction, LocalText, MeasureKind } from '#lib/model/index.ts';

/** An indicator of the catalogue, as far as its values over years need it. */
export interface TrendIndicator {
  readonly code: string;
  readonly name: LocalText;
  readonly unit: LocalText;
  readonly direction: Direction;
  readonly measure: MeasureKind;
}
