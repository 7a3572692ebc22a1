import { EngineError } from '../engine.ts';

/** The EngineError that `work` rejects with; anything else fails the test. */
export async function failureOf(work: Promise<unknown>): Promise<EngineError> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof EngineError) return error;
  throw new Error(`Expected an EngineError, got ${String(error)}`, { cause: error });
}
