/** Steps that run beside each other, each after those that it needs. */

export interface LaneStep {
  readonly name: string;
  /** Names of steps that must have ended before; one that is not in the list is not waited for. */
  readonly needs?: readonly string[];
}

export interface Lanes<Step, Outcome> {
  /** How many run at once. */
  readonly lanes: number;
  /** `broken` is a needed step that failed, without which this one cannot say anything. */
  readonly run: (step: Step, broken: string | null) => Promise<Outcome>;
}

/**
 * Runs every step once and resolves to the outcomes in the order of the list. Of the steps whose
 * needs are met the first of the list starts next. Rejects when steps wait for each other.
 */
export async function runInLanes<
  Step extends LaneStep,
  Outcome extends { readonly failed: number },
>(steps: readonly Step[], { lanes, run }: Lanes<Step, Outcome>): Promise<Outcome[]> {
  const waiting = new Set(steps);
  const underWay = new Set<Promise<void>>();
  const ended = new Map<string, Outcome>();
  const needed = ({ needs = [] }: Step) =>
    needs.filter((need) => steps.some(({ name }) => name === need));

  while (waiting.size > 0 || underWay.size > 0) {
    const next = [...waiting].find((step) => needed(step).every((need) => ended.has(need)));
    if (next && underWay.size < lanes) {
      waiting.delete(next);
      const broken = needed(next).find((need) => (ended.get(need)?.failed ?? 0) > 0) ?? null;
      const running = run(next, broken).then((outcome) => {
        ended.set(next.name, outcome);
        underWay.delete(running);
      });
      underWay.add(running);
    } else if (underWay.size > 0) await Promise.race(underWay);
    else {
      const names = [...waiting].map(({ name }) => name).join(', ');
      throw new Error(`steps wait for each other: ${names}`);
    }
  }
  return steps.flatMap(({ name }) => ended.get(name) ?? []);
}
