import { PNG } from 'pngjs';

/** A picture of that many pixels, all of one colour. */
export const samplePng = (width: number, height: number, grey = 200): Uint8Array => {
  const picture = new PNG({ width, height });
  picture.data.fill(grey);
  return new Uint8Array(PNG.sync.write(picture));
};
