import { EngineError } from '../engine.ts';
import type { EngineErrorCode } from '../engine.ts';
import { shellUrl } from './bundles.ts';
import type { Bundle } from './bundles.ts';
import { WorkerLife } from './worker-life.ts';

/** What worker-shell.js reports over its port. */
type ShellReport =
  | { readonly type: 'fetched'; readonly loaded: number }
  | { readonly type: 'compiling' }
  | { readonly type: 'ready' }
  | { readonly type: 'failed'; readonly code: EngineErrorCode; readonly message: string };

export interface StartOptions {
  /** Milliseconds without any sign of progress after which the start is given up. */
  readonly stall: number;
  readonly onFetched: (loaded: number) => void;
  readonly onCompiling: () => void;
}

/**
 * Starts a worker that has the bundle's wasm compiled and DuckDB's script loaded. Ends the life
 * with the reason of whatever goes wrong; `during` any promise of it tells.
 */
export function startWorker(bundle: Bundle): WorkerLife {
  try {
    return new WorkerLife(new Worker(shellUrl()));
  } catch (cause) {
    throw new EngineError('worker_failed', `${bundle.script}: workers are blocked.`, { cause });
  }
}

/** Gives the shell its order. Resolves when DuckDB's script may be spoken to; never hangs. */
export async function shellReady(
  life: WorkerLife,
  bundle: Bundle,
  { stall, onFetched, onCompiling }: StartOptions,
): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  let silence: ReturnType<typeof setTimeout> | undefined;
  const listen = () => {
    clearTimeout(silence);
    silence = setTimeout(() => life.end(stalled(bundle, stall)), stall);
  };
  const ready = new Promise<void>((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<ShellReport>) => {
      if (data.type === 'failed') return life.end(new EngineError(data.code, `${data.message}.`));
      if (data.type === 'ready') return resolve();
      listen();
      if (data.type === 'fetched') onFetched(data.loaded);
      else onCompiling();
    };
  });
  life.onEnd(() => port1.close());
  listen();
  const { wasm, script, bytes, sha256 } = bundle;
  life.worker.postMessage({ port: port2, wasm, script, bytes, sha256 }, [port2]);
  await life.during(ready).finally(() => clearTimeout(silence));
}

const stalled = (bundle: Bundle, stall: number) =>
  new EngineError('deadline', `${bundle.wasm}: no progress for ${stall} ms.`);
