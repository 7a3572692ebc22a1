import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/**
 * SHA-256 as 64 lower-case hex digits. In JavaScript, because `crypto.subtle` does not exist on
 * pages served over plain HTTP, which is how an intranet serves them.
 */
export function sha256Hex(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}
