/**
 * The worker's own script. DuckDB's published worker leaves its caller waiting for ever when the
 * wasm file is missing, cut off, of the wrong type or forbidden by a content security policy. So
 * this shell fetches, checks and compiles the file itself, reports every step and every failure
 * over a port, and only then loads DuckDB's script, unchanged, from the same origin.
 *
 * Plain, classic and without imports: it is served as it stands, and module workers are unknown
 * to the older browsers the page is made for.
 *
 * @typedef {object} Order
 * @property {MessagePort} port where the shell reports
 * @property {string} wasm absolute URL of the wasm file
 * @property {string} script absolute URL of DuckDB's worker script
 * @property {number} bytes length of the wasm file
 * @property {string} sha256 its SHA-256 in hex
 *
 * @typedef {'fetch_failed' | 'not_found' | 'wrong_content' | 'hash_mismatch' | 'wasm_blocked' | 'worker_failed' | 'boot_failed' | 'engine_crashed'} FailureCode
 *
 * @typedef {{ type: 'fetched', loaded: number } | { type: 'compiling' } | { type: 'ready' }
 *   | { type: 'failed', code: FailureCode, message: string }} ShellReport
 *
 * @typedef {object} Scope
 * @property {(url: string) => void} importScripts
 * @property {typeof globalThis.fetch | undefined} fetch
 * @property {unknown} XMLHttpRequest
 * @property {unknown} WebSocket
 */

const scope = /** @type {Scope & Record<string, unknown>} */ (/** @type {unknown} */ (self));

/**
 * C functions that the script of the mvp bundle (1.32.0) calls without having bound them, so that
 * every C++ exception ends as "_setThrew is not defined" and takes the engine with it.
 */
const UNBOUND = [
  'setThrew',
  '__cxa_can_catch',
  '__cxa_get_exception_ptr',
  '__cxa_increment_exception_refcount',
  '__cxa_decrement_exception_refcount',
];

/** The smallest module there is: when not even this compiles, WebAssembly is forbidden. */
const EMPTY_MODULE = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

class ShellError extends Error {
  /**
   * @param {FailureCode} code
   * @param {string} message
   */
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

// DuckDB's script reads the last element with `at`, which Chromium has from version 92 on.
for (const prototype of [Array.prototype, Object.getPrototypeOf(Uint8Array.prototype)]) {
  if ('at' in prototype) continue;
  Object.defineProperty(prototype, 'at', {
    configurable: true,
    writable: true,
    /** @this {ArrayLike<unknown>} @param {number} index */
    value(index) {
      return this[index < 0 ? this.length + index : index];
    },
  });
}

/** @param {unknown} error */
const reason = (error) => (error instanceof Error ? error.message : String(error));

self.addEventListener('message', (event) => void boot(/** @type {Order} */ (event.data)), {
  once: true,
});

/** @param {Order} order */
async function boot(order) {
  const { port, script, wasm } = order;
  /** @param {ShellReport} message */
  const report = (message) => port.postMessage(message);
  /** @param {FailureCode} code @param {unknown} error */
  const fail = (code, error) => report({ type: 'failed', code, message: reason(error) });
  self.addEventListener('unhandledrejection', (event) => fail('engine_crashed', event.reason));
  try {
    const bytes = await fetchSound(order, (loaded) => report({ type: 'fetched', loaded }));
    report({ type: 'compiling' });
    const module = await compile(bytes);
    handOver(wasm, module, (error) => fail('boot_failed', error));
    load(script);
    report({ type: 'ready' });
  } catch (error) {
    fail(error instanceof ShellError ? error.code : 'worker_failed', error);
  }
}

/**
 * A damaged copy may sit in a cache: it is passed by once, then the damage is believed.
 * @param {Order} order
 * @param {(loaded: number) => void} onProgress
 */
async function fetchSound(order, onProgress) {
  try {
    return await fetchChecked(order, 'default', onProgress);
  } catch (error) {
    if (!(error instanceof ShellError)) throw error;
    if (error.code !== 'wrong_content' && error.code !== 'hash_mismatch') throw error;
    return await fetchChecked(order, 'reload', onProgress);
  }
}

/**
 * @param {Order} order
 * @param {RequestCache} cache
 * @param {(loaded: number) => void} onProgress
 */
async function fetchChecked({ wasm, bytes: length, sha256 }, cache, onProgress) {
  const response = await fetch(wasm, { cache, mode: 'same-origin', redirect: 'error' }).catch(
    (error) => {
      throw new ShellError('fetch_failed', `${wasm} could not be fetched: ${reason(error)}`);
    },
  );
  if (!response.ok || !response.body)
    throw new ShellError(
      response.status === 404 || response.status === 410 ? 'not_found' : 'fetch_failed',
      `${wasm} was refused by the server (HTTP ${response.status})`,
    );
  const bytes = await readExactly(response.body.getReader(), length, onProgress).catch((error) => {
    if (error instanceof ShellError) throw error;
    throw new ShellError('fetch_failed', `${wasm} broke off: ${reason(error)}`);
  });
  // Plain http has no crypto.subtle; there the length and the compiler must do.
  const digest = await self.crypto?.subtle?.digest('SHA-256', bytes);
  if (digest && hex(digest) !== sha256)
    throw new ShellError('hash_mismatch', `${wasm} is damaged: its SHA-256 is not the expected`);
  return bytes;
}

/**
 * @param {ReadableStreamDefaultReader<Uint8Array>} reader
 * @param {number} length
 * @param {(loaded: number) => void} onProgress
 */
async function readExactly(reader, length, onProgress) {
  const bytes = new Uint8Array(length);
  let loaded = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (loaded + value.length > length) throw damaged(`should have ${length} bytes but has more`);
    bytes.set(value, loaded);
    if (loaded === 0 && !isMagic(bytes)) throw damaged('is not WebAssembly');
    loaded += value.length;
    onProgress(loaded);
  }
  if (loaded < length) throw damaged(`should have ${length} bytes but has ${loaded}`);
  return bytes;
}

/** @param {Uint8Array} bytes */
const isMagic = (bytes) => EMPTY_MODULE.slice(0, 4).every((byte, index) => bytes[index] === byte);

/** @param {string} what */
const damaged = (what) => new ShellError('wrong_content', `The engine's wasm file ${what}`);

/** @param {ArrayBuffer} digest */
const hex = (digest) =>
  Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** @param {Uint8Array<ArrayBuffer>} bytes */
async function compile(bytes) {
  if (typeof WebAssembly !== 'object')
    throw new ShellError('wasm_blocked', 'This browser has no WebAssembly');
  try {
    return await WebAssembly.compile(bytes);
  } catch (error) {
    const blocked = await WebAssembly.compile(EMPTY_MODULE).then(
      () => false,
      () => true,
    );
    throw new ShellError(blocked ? 'wasm_blocked' : 'boot_failed', reason(error));
  }
}

/**
 * DuckDB's script fetches the file and instantiates what comes: it is given the module that is
 * already there. From then on the worker has no network.
 * @param {string} wasm
 * @param {WebAssembly.Module} module
 * @param {(error: unknown) => void} onFailure
 */
function handOver(wasm, module, onFailure) {
  scope.fetch = (request) =>
    request instanceof Request && request.url === wasm
      ? Promise.resolve(new Response())
      : Promise.reject(new TypeError('The engine works without a network'));
  scope.XMLHttpRequest = undefined;
  scope.WebSocket = undefined;
  WebAssembly.instantiateStreaming = async (_response, imports) => {
    try {
      const instance = await WebAssembly.instantiate(module, imports);
      for (const name of UNBOUND) scope[`_${name}`] = instance.exports[name];
      return { instance, module };
    } catch (error) {
      onFailure(error);
      throw error;
    }
  };
}

/** @param {string} script */
function load(script) {
  try {
    scope.importScripts(script);
  } catch (error) {
    throw new ShellError('worker_failed', `${script} could not be loaded: ${reason(error)}`);
  }
}
