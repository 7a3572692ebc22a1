/** How far a report is, and whether it is still wanted. */
export interface Watch {
  /** Figures drawn and in all. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Throws an AbortError where it is not wanted any more. (`throwIfAborted` is too young.) */
export function stopIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new DOMException('The report was cancelled.', 'AbortError');
}

/** Lets the page breathe between two figures, and stops here when the report is not wanted. */
export async function breathe({ signal }: Watch): Promise<void> {
  await new Promise<void>((resolve) => setTimeout(resolve));
  stopIfAborted(signal);
}

/** Counts steps aloud. */
export function counter({ onProgress }: Watch, total: number): () => void {
  let done = 0;
  onProgress?.(0, total);
  return () => {
    done += 1;
    onProgress?.(done, total);
  };
}
