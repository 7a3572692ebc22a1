import { EngineError } from './engine.ts';

/** A longer timer, Infinity for one, would go off at once; nobody waits 24 days. */
const LONGEST_TIMER = 2 ** 31 - 1;

export interface Patience {
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds; 0 or less has already run out. */
  readonly deadline: number;
  /** What is waited for, named in the error. */
  readonly subject: string;
}

/**
 * Runs `work` until it settles, the deadline passes or the caller aborts, whichever comes first.
 * The promise never stays pending: it rejects with EngineError `deadline` or `aborted` at once,
 * and the signal handed to `work` tells it to stop. What `work` does after that is ignored.
 */
export function withDeadline<T>(
  work: (signal: AbortSignal) => Promise<T>,
  { signal, deadline, subject }: Patience,
): Promise<T> {
  if (signal?.aborted) return Promise.reject(aborted(subject));
  if (deadline <= 0) return Promise.reject(expired(subject, deadline));
  return new Promise<T>((resolve, reject) => {
    const stop = new AbortController();
    const giveUp = (error: EngineError) => {
      release();
      reject(error);
      stop.abort();
    };
    const onAbort = () => giveUp(aborted(subject));
    const timer =
      deadline > LONGEST_TIMER
        ? undefined
        : setTimeout(() => giveUp(expired(subject, deadline)), deadline);
    const release = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    };
    signal?.addEventListener('abort', onAbort);
    work(stop.signal).then(
      (value) => {
        release();
        resolve(value);
      },
      (error: unknown) => {
        release();
        reject(error instanceof Error ? error : new Error(String(error)));
      },
    );
  });
}

const aborted = (subject: string) =>
  new EngineError('aborted', `${subject}: given up by the caller.`, { subject });

const expired = (subject: string, deadline: number) =>
  new EngineError('deadline', `${subject}: no answer within ${deadline} ms.`, { subject });
