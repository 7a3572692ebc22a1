/** XML as office files hold it: nothing that a text contains can become markup. */

/** What XML 1.0 cannot hold: control characters, U+FFFE and U+FFFF; single surrogates come after. */
// eslint-disable-next-line no-control-regex -- these very characters are looked for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const SURROGATES = /[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g;

/** What XML cannot hold becomes U+FFFD, the sign for it. */
const writable = (text: string): string =>
  text
    .replace(FORBIDDEN, '\ufffd')
    .replace(SURROGATES, (letter) => (letter.length === 2 ? letter : '\ufffd'));

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // Attribute values would lose them.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** For the inside of an element. */
export const xmlText = (text: string): string =>
  writable(text).replace(/[&<>\r]/g, (letter) => ENTITIES[letter] ?? letter);

/** For the inside of an attribute in double quotes. */
export const xmlAttribute = (text: string): string =>
  writable(text).replace(/[&<>"\t\n\r]/g, (letter) => ENTITIES[letter] ?? letter);

/** What is not given is left out; true and false become 1 and 0. */
export type AttributeValues = Readonly<
  Record<string, string | number | boolean | null | undefined>
>;

/** ` name="value"` of each that is given; true and false as 1 and 0. */
export function attributes(values: AttributeValues): string {
  return Object.entries(values)
    .map(([name, value]) => {
      if (value === null || value === undefined) return '';
      const text = typeof value === 'boolean' ? String(Number(value)) : String(value);
      return ` ${name}="${xmlAttribute(text)}"`;
    })
    .join('');
}

/** An element; without content it closes itself. */
export function element(name: string, values: AttributeValues = {}, content = ''): string {
  const tag = name + attributes(values);
  return content === '' ? `<${tag}/>` : `<${tag}>${content}</${name}>`;
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
