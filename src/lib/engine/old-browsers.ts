/**
 * What hyparquet, apache-arrow and noble-hashes take for granted but Chromium has only from
 * version 92 (`at`) and 93 (`Object.hasOwn`) on; government desktops run kernels from 87 on.
 * Import it before them. The worker has a global scope of its own, see wasm/worker-shell.js.
 */
const TYPED_ARRAY = Object.getPrototypeOf(Uint8Array.prototype) as object;

for (const prototype of [Array.prototype, TYPED_ARRAY])
  provide(prototype, 'at', function at(this: ArrayLike<unknown>, index: number): unknown {
    return this[index < 0 ? this.length + index : index];
  });

provide(Object, 'hasOwn', (object: object, key: PropertyKey): boolean =>
  Object.prototype.hasOwnProperty.call(object, key),
);

/** Like a built-in: writable and not enumerable. */
function provide(owner: object, name: string, value: unknown): void {
  if (name in owner) return;
  Object.defineProperty(owner, name, { configurable: true, writable: true, value });
}
