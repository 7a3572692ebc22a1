import type { SimulationAnswer } from './task.ts';

/** What the worker tells, in this order: started, any progress, then how it ended. */
export type WorkerReport =
  | { readonly type: 'started' }
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'done'; readonly answer: SimulationAnswer }
  | { readonly type: 'failed'; readonly message: string };

/** The buffers of all typed arrays within plain data, each once: they are moved, not copied. */
export function buffersOf(value: unknown, found = new Set<ArrayBuffer>()): Set<ArrayBuffer> {
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer) found.add(value.buffer);
  } else if (typeof value === 'object' && value !== null)
    for (const part of value instanceof Map ? value.values() : Object.values(value))
      buffersOf(part, found);
  return found;
}
