import { markerOf } from '#lib/storage/marker.ts';

/** When imported data were kept; null where there are none. */
export const localMarker = markerOf('hengjian:local');
