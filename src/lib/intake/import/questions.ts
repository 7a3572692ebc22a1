/** Questions of all files, each once with the number of cells or rows that wait for its answer. */
import type { Question } from '../mapping/mapping.ts';

export class Questions {
  readonly #byKey = new Map<string, Question>();

  /** The first place asked stays; later ones add to those that wait. */
  ask(question: Question): void {
    const id = `${question.kind}/${question.key}`;
    const before = this.#byKey.get(id);
    this.#byKey.set(
      id,
      before ? { ...before, waiting: before.waiting + question.waiting } : question,
    );
  }

  /** In the order in which they were first asked. */
  all(): Question[] {
    return [...this.#byKey.values()];
  }
}
