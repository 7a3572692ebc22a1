import { strFromU8, unzipSync } from 'fflate';
import { readXml, type Node } from './xml-reader.ts';

/** An office file as another program opens it: every part, the XML ones read. */
export interface Opened {
  readonly bytes: ReadonlyMap<string, Uint8Array>;
  readonly xml: ReadonlyMap<string, Node>;
}

export function open(file: Uint8Array): Opened {
  const bytes = new Map(Object.entries(unzipSync(file)));
  const xml = new Map(
    [...bytes]
      .filter(([path]) => /\.(?:xml|rels)$/u.test(path))
      .map(([path, part]) => [path, readXml(strFromU8(part))] as const),
  );
  return { bytes, xml };
}

export function part({ xml }: Opened, path: string): Node {
  const found = xml.get(path);
  if (!found) throw new Error(`There is no ${path}.`);
  return found;
}

/** What is named by relations and content types but is not there, and what is there unnamed. */
export function packageFaults({ bytes, xml }: Opened): string[] {
  const faults: string[] = [];
  const types = xml.get('[Content_Types].xml');
  const defaults = new Set<string>();
  const overrides = new Set<string>();
  for (const { name, attributes } of types?.children ?? []) {
    if (name === 'Default') defaults.add(attributes.get('Extension') ?? '');
    else overrides.add((attributes.get('PartName') ?? '').slice(1));
  }
  for (const path of overrides) if (!bytes.has(path)) faults.push(`typed but missing: ${path}`);
  for (const path of bytes.keys())
    if (
      path !== '[Content_Types].xml' &&
      !overrides.has(path) &&
      !defaults.has(path.split('.').pop() ?? '')
    )
      faults.push(`without a type: ${path}`);
  for (const [path, node] of xml) {
    if (!path.endsWith('.rels')) continue;
    const ids = node.children.map(({ attributes }) => attributes.get('Id'));
    if (new Set(ids).size !== ids.length) faults.push(`an id twice: ${path}`);
    const folder = path.replace(/_rels\/[^/]*$/u, '');
    for (const { attributes } of node.children) {
      const target = attributes.get('Target') ?? '';
      const whole = target.startsWith('/')
        ? target.slice(1)
        : new URL(target, `http://x/${folder}`).pathname.slice(1);
      if (attributes.get('TargetMode') !== 'External' && !bytes.has(decodeURIComponent(whole)))
        faults.push(`${path} leads to nothing: ${target}`);
    }
  }
  return faults;
}
