/** Reads a painted SVG back: what stands where, and which markup it is made of. */
import { textWidth } from '#lib/charts/index.ts';

export interface PaintedText {
  readonly text: string;
  readonly role: string | null;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly size: number;
}

interface Tag {
  readonly name: string;
  readonly closing: boolean;
  readonly attributes: ReadonlyMap<string, string>;
  readonly end: number;
  readonly start: number;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

const decode = (text: string): string =>
  text.replace(/&(?:lt|gt|quot|#39|amp);/gu, (entity) => ENTITIES[entity] ?? entity);

/** Every tag in order. Throws where tags do not nest, or a `<` or `&` stands bare in text. */
export function tagsOf(svg: string): Tag[] {
  const tags: Tag[] = [];
  const open: string[] = [];
  const pattern = /<(\/?)([A-Za-z][\w:-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/gu;
  let last = 0;
  for (const match of svg.matchAll(pattern)) {
    const [whole, slash = '', name = '', attributes = '', single = ''] = match;
    assertText(svg.slice(last, match.index));
    last = match.index + whole.length;
    if (slash === '/') {
      const opened = open.pop();
      if (opened !== name) throw new Error(`</${name}> closes <${opened ?? 'nothing'}>.`);
    } else if (single === '') open.push(name);
    tags.push({
      name,
      closing: slash === '/',
      attributes: new Map(
        [...attributes.matchAll(/([\w:-]+)="([^"]*)"/gu)].map(([, key = '', value = '']) => [
          key,
          decode(value),
        ]),
      ),
      start: match.index,
      end: last,
    });
  }
  assertText(svg.slice(last));
  if (open.length > 0) throw new Error(`<${open.join('><')}> are never closed.`);
  return tags;
}

function assertText(text: string) {
  if (text.includes('<') || /&(?!(?:lt|gt|quot|#39|amp);)/u.test(text))
    throw new Error(`Bare markup in text: ${text.slice(0, 80)}`);
}

function offset(tag: Tag): [number, number] {
  const values = /(?:translate|matrix)\(([^)]*)\)/u.exec(
    tag.attributes.get('transform') ?? '',
  )?.[1];
  const numbers = (values ?? '0 0').split(/[\s,]+/u).map(Number);
  return numbers.length === 6
    ? [numbers[4] ?? 0, numbers[5] ?? 0]
    : [numbers[0] ?? 0, numbers[1] ?? 0];
}

/** All texts with their boxes, in the pixels of the outermost viewBox. */
export function textsOf(svg: string): PaintedText[] {
  const tags = tagsOf(svg);
  const texts: PaintedText[] = [];
  const groups: [number, number][] = [];
  tags.forEach((tag, i) => {
    if (tag.name === 'g') {
      if (tag.closing) groups.pop();
      else groups.push(offset(tag));
    }
    if (tag.name !== 'text' || tag.closing) return;
    texts.push(boxOf(tag, decode(svg.slice(tag.end, tags[i + 1]?.start)), groups));
  });
  return texts;
}

function boxOf(tag: Tag, text: string, groups: readonly [number, number][]): PaintedText {
  const get = (name: string) => Number(tag.attributes.get(name) ?? 0);
  const style = tag.attributes.get('style') ?? '';
  const size = get('font-size') || Number(/font-size:([\d.]+)px/u.exec(style)?.[1] ?? 12);
  const [dx, dy] = [offset(tag), ...groups].reduce(([x, y], [gx, gy]) => [x + gx, y + gy], [0, 0]);
  const middle = get('y') + dy - (tag.attributes.has('dy') ? 0 : size * 0.36);
  const width = textWidth(text, size);
  const shift = { end: width, middle: width / 2 }[tag.attributes.get('text-anchor') ?? ''] ?? 0;
  const left = get('x') + dx - shift;
  return {
    text,
    role: tag.attributes.get('data-role') ?? null,
    left,
    right: left + width,
    top: middle - size / 2,
    bottom: middle + size / 2,
    size,
  };
}

/** Pairs of texts that touch each other, in words. */
export function overlapsOf(texts: readonly PaintedText[]): string[] {
  const sorted = [...texts].sort((a, b) => a.top - b.top);
  return sorted.flatMap((a, i) => {
    const found: string[] = [];
    for (const b of sorted.slice(i + 1)) {
      if (b.top >= a.bottom - 0.5) break;
      if (a.left < b.right - 0.5 && b.left < a.right - 0.5) found.push(`${a.text} × ${b.text}`);
    }
    return found;
  });
}

const ELEMENTS =
  'svg title desc metadata provenance g rect path polyline text defs pattern clipPath'.split(' ');
const ATTRIBUTES =
  `xmlns width height viewBox lang font-family role aria-labelledby aria-label aria-hidden id transform x y dy d
  points fill stroke
  stroke-width stroke-linecap stroke-linejoin stroke-dasharray stroke-opacity fill-opacity opacity
  font-size font-weight style text-anchor data-role patternUnits patternTransform clip-path
  paint-order pointer-events`.split(/\s+/u);

/** Elements and attributes that a figure has no use for; anything injected would be among them. */
export function strangersOf(svg: string): string[] {
  return tagsOf(svg).flatMap(({ name, attributes }) => [
    ...(ELEMENTS.includes(name) ? [] : [`<${name}>`]),
    ...[...attributes.keys()].filter((key) => !ATTRIBUTES.includes(key)),
    ...[...attributes.values()].filter((value) => /javascript:|url\((?!#)/iu.test(value)),
  ]);
}
