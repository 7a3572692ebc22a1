/** Finds the texts in a figure's own SVG, whose writers are known: one line each, never nested. */
export interface SvgText {
  /** Where the element stands in the file. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Start of the baseline as its anchor has it, in the element's own coordinates. */
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly size: number;
  readonly weight: Weight;
  /** All other attributes as written: place, colour, opacity, outline, role. */
  readonly rest: string;
}

/** The two weights of the figures' font: 400 and, for 600 and bold, 600. */
export type Weight = 'regular' | 'bold';

const TEXT = /<text((?:\s+[\w:-]+="[^"]*")*)\s*>([^<]*)<\/text>/gu;
const ATTRIBUTE = /\s+([\w:-]+)="([^"]*)"/gu;
const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

/** A text's words as a reader of SVG sees them: entities read, blanks run together. */
const plain = (content: string): string =>
  content
    .replace(/&(?:lt|gt|quot|#39|amp);/gu, (entity) => ENTITIES[entity] ?? entity)
    .replace(/[ \n\r\t]+/gu, ' ')
    .replace(/^ | $/gu, '');

/**
 * All texts of a figure in their order. Throws where an element is written in another way than
 * expected: it would otherwise stay text unnoticed.
 */
export function svgTexts(svg: string): SvgText[] {
  const texts = [...svg.matchAll(TEXT)].map(readText);
  if (texts.length !== svg.split('<text').length - 1)
    throw new Error('A text of the figure cannot be read.');
  return texts;
}

function readText(match: RegExpExecArray): SvgText {
  const [whole, attributes = '', content = ''] = match;
  const given = new Map(
    [...attributes.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, value]),
  );
  const style = new Map(
    (given.get('style') ?? '')
      .split(';')
      .map((part) => part.split(':', 2))
      .filter((pair): pair is [string, string] => pair.length === 2),
  );
  const take = (name: string): string | undefined => {
    const value = style.get(name) ?? given.get(name);
    style.delete(name);
    given.delete(name);
    return value;
  };

  const size = Number.parseFloat(take('font-size') ?? '16');
  const x = Number(take('x') ?? 0);
  const y = Number(take('y') ?? 0) + offset(take('dy'), size);
  const anchor = anchorOf(take('text-anchor'));
  const weight = weightOf(take('font-weight'));
  given.delete('style');
  if (style.size > 0) given.set('style', [...style].map((pair) => pair.join(':')).join(';'));
  return {
    start: match.index,
    end: match.index + whole.length,
    text: plain(content),
    x,
    y,
    anchor,
    size,
    weight,
    rest: [...given].map(([name, value]) => ` ${name}="${value}"`).join(''),
  };
}

/** A shift in em or pixels, as pixels. */
const offset = (shift = '0', size: number): number =>
  Number.parseFloat(shift) * (shift.endsWith('em') ? size : 1);

const anchorOf = (anchor = 'start'): SvgText['anchor'] =>
  anchor === 'middle' || anchor === 'end' ? anchor : 'start';

const weightOf = (weight = 'normal'): Weight =>
  weight === 'bold' || Number(weight) >= 550 ? 'bold' : 'regular';
