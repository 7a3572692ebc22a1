/** Statements of the reader's own, from judging them to what they came to. Nothing is ever thrown. */
import { EngineError, type EngineErrorCode, type StatementAnswer } from '#lib/engine/engine.ts';
import { judgeStatement, type StatementFault } from '#lib/engine/statement.ts';
import type { Layer } from '#lib/model/index.ts';
import type { Session } from './session.svelte.ts';

export type { StatementAnswer, StatementFault };

/** Rows shown of an answer, and milliseconds that it may take. */
export const STATEMENT_ROWS = 2000;
export const STATEMENT_DEADLINE = 15_000;

export type StatementOutcome =
  | { readonly kind: 'answer'; readonly answer: StatementAnswer }
  | { readonly kind: 'refused'; readonly fault: StatementFault; readonly word: string }
  /** `detail`: the engine's own words. */
  | { readonly kind: 'failed'; readonly code: EngineErrorCode; readonly detail: string };

/** Judges a statement, boots DuckDB where it does not run yet, and puts it to a layer. */
export async function askStatement(
  session: Pick<Session, 'boot' | 'statement' | 'status'>,
  layer: Layer,
  text: string,
  signal: AbortSignal,
): Promise<StatementOutcome> {
  const verdict = judgeStatement(text);
  if (verdict.kind === 'refused') return verdict;
  try {
    if (!(await session.boot(layer, { asked: true })))
      throw session.status?.reason ?? new EngineError('wasm_blocked', 'DuckDB does not run here.');
    const answer = await session.statement(layer, verdict.sql, {
      limit: STATEMENT_ROWS,
      deadline: STATEMENT_DEADLINE,
      signal,
    });
    return { kind: 'answer', answer };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return { kind: 'failed', code: error.code, detail: error.message.replace(/^statement: /u, '') };
  }
}
