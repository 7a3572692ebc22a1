/** Text handed to libraries that escape markup but let through what XML cannot hold at all. */

// eslint-disable-next-line no-control-regex -- these very characters are looked for
const FORBIDDEN = /[\u0000-\u001f\u007f-\u009f\ufffe\uffff]/gu;
const SURROGATES = /[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g;

/** One line: breaks and tabs become spaces, what XML cannot hold the sign for it. */
export const plainLine = (text: string): string =>
  text
    .replace(/[\r\n\t\u2028\u2029]+/gu, ' ')
    .replace(SURROGATES, (letter) => (letter.length === 2 ? letter : '\ufffd'))
    .replace(FORBIDDEN, '\ufffd');
