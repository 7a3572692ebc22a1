/**
 * apache-arrow reads the last element with `at`, which Chromium has from version 92 on; browsers
 * with a Chromium 87 to 91 kernel get it here. The worker has a global scope of its own, see
 * worker-shell.js.
 */
const TYPED_ARRAY = Object.getPrototypeOf(Uint8Array.prototype) as object;

for (const prototype of [Array.prototype, TYPED_ARRAY]) {
  if ('at' in prototype) continue;
  Object.defineProperty(prototype, 'at', {
    configurable: true,
    writable: true,
    value(this: ArrayLike<unknown>, index: number): unknown {
      return this[index < 0 ? this.length + index : index];
    },
  });
}
