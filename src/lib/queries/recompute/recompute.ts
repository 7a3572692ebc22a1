import type { Engine, QueryOptions } from '#lib/engine/engine.ts';
import type { RecomputeVerdict, Scheme, ScoreResult } from '#lib/model/index.ts';
import { checkAgreement } from './agreement.ts';
import { recomputation } from './recomputation.ts';
import { uncovered } from './uncovered.ts';

/** Milliseconds: nothing on the page waits for it, and a slow machine may take long. */
const PATIENCE = 60_000;

/**
 * Has `engine` compute the index again from its tables and compares that with `result`. An engine
 * without SQL leaves the result unchecked. Rejects with the engine's errors.
 */
export async function recompute(
  engine: Engine,
  scheme: Scheme,
  result: ScoreResult,
  options: QueryOptions = {},
): Promise<RecomputeVerdict> {
  const why = uncovered(scheme);
  if (why) return why;
  if (engine.kind === 'typescript') return { kind: 'not_checked', reason: 'no_sql' };
  const rows = await engine.query(recomputation(scheme), null, { deadline: PATIENCE, ...options });
  return checkAgreement(result, rows);
}
