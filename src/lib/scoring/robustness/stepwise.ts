/** Work under way. It is done in steps, so that its host can report, pause and stop. */
export interface Stepwise<Result> {
  readonly total: number;
  readonly done: number;
  /** Does up to `steps` more steps. The result does not depend on how they are cut. */
  advance(steps: number): void;
  /** Throws a RangeError before all steps are done. */
  result(): Result;
}

/**
 * @param step does one step, told which, from 0
 * @param finish asked for the result when all are done
 */
export function stepwise<Result>(
  total: number,
  step: (at: number) => void,
  finish: () => Result,
): Stepwise<Result> {
  let done = 0;
  return {
    total,
    get done() {
      return done;
    },
    advance(steps) {
      for (const until = Math.min(total, done + steps); done < until; done++) step(done);
    },
    result() {
      if (done < total) throw new RangeError(`${done} of ${total} steps done`);
      return finish();
    },
  };
}

/** All steps at once: what a run comes to. */
export function allOf<Result>(run: Stepwise<Result>): Result {
  run.advance(run.total);
  return run.result();
}
