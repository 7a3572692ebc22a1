import type { Manifest } from '#lib/model/index.ts';

/** The day a year's numbers stand for: the edition's cut-off for its own year, else the year's end. */
export function cutoffOf(manifest: Manifest, period: string): string {
  const { cutoff } = manifest.edition;
  return cutoff.startsWith(period) ? cutoff : `${period}-12-31`;
}
