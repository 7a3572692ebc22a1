/** A strict little reader of XML, so that tests see a file as another program would. */

export interface Node {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Node[];
  /** Of this element alone, without that of its children. */
  readonly text: string;
}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};

function decode(text: string): string {
  return text.replace(/&([^;&]*;?)/gu, (whole, name: string) => {
    const known = ENTITIES[name.replace(/;$/u, '')];
    const code = /^#(\d+);$/u.exec(name)?.[1];
    if (!name.endsWith(';') || (known === undefined && code === undefined))
      throw new Error(`A bare & in ${whole}`);
    return known ?? String.fromCodePoint(Number(code));
  });
}

const TOKEN =
  /<\?[\s\S]*?\?>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+/gu;

/** The root of a part. Throws where XML is not well formed. */
export function readXml(xml: string): Node {
  const root: Node[] = [];
  const open: { name: string; attributes: Map<string, string>; children: Node[]; text: string }[] =
    [];
  let at = 0;
  for (const match of xml.matchAll(TOKEN)) {
    if (match.index !== at) throw new Error(`Not XML: ${xml.slice(at, at + 80)}`);
    const [whole, slash, name, attributes = '', single] = match;
    at += whole.length;
    if (whole.startsWith('<?')) continue;
    if (name === undefined) {
      const last = open[open.length - 1];
      if (last) last.text += decode(whole);
      else if (whole.replace('\ufeff', '').trim() !== '') throw new Error(`Text outside: ${whole}`);
      continue;
    }
    if (slash === '/') {
      const closed = open.pop();
      if (closed?.name !== name) throw new Error(`</${name}> closes <${closed?.name ?? ''}>`);
      (open[open.length - 1]?.children ?? root).push(closed);
      continue;
    }
    const values = new Map<string, string>();
    for (const [, key = '', double, quoted] of attributes.matchAll(
      /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu,
    )) {
      if (values.has(key)) throw new Error(`${key} twice in <${name}>`);
      values.set(key, decode(double ?? quoted ?? ''));
    }
    const node = { name, attributes: values, children: [], text: '' };
    if (single === '/') (open[open.length - 1]?.children ?? root).push(node);
    else open.push(node);
  }
  if (at !== xml.length) throw new Error(`Not XML: ${xml.slice(at, at + 80)}`);
  if (open.length > 0 || root.length !== 1) throw new Error('Elements are not closed.');
  return root[0]!;
}

/** The element itself and everything below it, in reading order. */
export function everyNode(node: Node): Node[] {
  return [node, ...node.children.flatMap(everyNode)];
}

export const named = (node: Node, name: string): Node[] =>
  everyNode(node).filter((one) => one.name === name);

/** Text of every element of that name, joined. */
export const textOf = (node: Node, name: string): string =>
  named(node, name)
    .map(({ text }) => text)
    .join('');
