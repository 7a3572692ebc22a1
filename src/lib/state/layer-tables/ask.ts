import type { Query } from '#lib/engine/engine.ts';

/** Asks whatever engine has one layer open. */
export type Ask = <Params, Row>(
  query: Query<Params, Row>,
  params: Params,
) => Promise<readonly Row[]>;
