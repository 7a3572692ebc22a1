/** A row of a list that is drawn to another place with mouse, pen or finger. */

/** Pixels from the edge of the window where the page scrolls along. */
const EDGE = 72;
const STEP = 16;

export class Dragging {
  readonly #rows: () => readonly HTMLElement[];
  readonly #onDrop: (id: string, position: number) => void;
  #id = $state.raw<string | null>(null);
  #target = $state.raw<number | null>(null);

  /** `rows`: of the list, in its order, each with its id as `data-tray-item`. */
  constructor(rows: () => readonly HTMLElement[], onDrop: (id: string, position: number) => void) {
    this.#rows = rows;
    this.#onDrop = onDrop;
  }

  /** What is being moved. */
  get id(): string | null {
    return this.#id;
  }

  /** The row before which it would come to stand; the number of rows where it would be the last. */
  get target(): number | null {
    return this.#target;
  }

  start(event: PointerEvent, id: string): void {
    if (event.button !== 0 || !(event.currentTarget instanceof Element)) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    this.#id = id;
    this.#target = this.#at(event.clientY);
  }

  move(event: PointerEvent): void {
    if (this.#id === null) return;
    if (event.clientY < EDGE) scrollBy(0, -STEP);
    else if (event.clientY > innerHeight - EDGE) scrollBy(0, STEP);
    this.#target = this.#at(event.clientY);
  }

  end(): void {
    const [id, target] = [this.#id, this.#target];
    this.cancel();
    if (id === null || target === null) return;
    const from = this.#rows().findIndex((row) => row.dataset['trayItem'] === id);
    const position = target > from ? target - 1 : target;
    if (from >= 0 && position !== from) this.#onDrop(id, position);
  }

  cancel(): void {
    this.#id = null;
    this.#target = null;
  }

  #at(y: number): number {
    return this.#rows().filter((row) => {
      const { top, height } = row.getBoundingClientRect();
      return y > top + height / 2;
    }).length;
  }
}
