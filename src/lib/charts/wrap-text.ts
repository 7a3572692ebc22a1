import { textWidth } from './text-width.ts';

/** Marks that may not begin a line (禁则), and those that may not end one. */
const NEVER_FIRST = /^[，。；：、！？）》」』】”’…·%‰,.;:!?)\]}]/u;
const NEVER_LAST = /[（《「『【“‘([{]$/u;

/** After the hyphen of a compound; a class (A-), a range and a negative number stay whole. */
const AFTER_HYPHEN = /(?<=\p{L}{2}-)(?=\p{L}{3})/u;

/** Pieces between which a line may break: single East Asian letters, whole Latin words. */
function pieces(text: string): string[] {
  const raw = text.match(
    /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]|\s+|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+/gu,
  );
  const joined: string[] = [];
  for (const piece of (raw ?? []).flatMap((word) => word.split(AFTER_HYPHEN))) {
    const before = joined[joined.length - 1];
    if (before !== undefined && (NEVER_FIRST.test(piece) || NEVER_LAST.test(before)))
      joined[joined.length - 1] = before + piece;
    else joined.push(piece);
  }
  return joined;
}

/** A piece wider than the line is cut between letters. */
function cut(piece: string, width: number, fontSize: number): string[] {
  const parts: string[] = [];
  let part = '';
  for (const letter of piece) {
    if (part !== '' && textWidth(part + letter, fontSize) > width) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return part === '' ? parts : [...parts, part];
}

/**
 * Breaks a text into lines no wider than `width` pixels at `fontSize`, after the rules of Chinese
 * typesetting: between any two Chinese letters, never before closing punctuation. With `most`, the
 * last line ends in an ellipsis when text is left over. An empty text has no lines.
 */
export function wrapText(text: string, width: number, fontSize: number, most = Infinity): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text)) {
    if (textWidth((line + piece).trimEnd(), fontSize) <= width) {
      line += piece;
      continue;
    }
    if (line.trim() !== '') lines.push(line.trimEnd());
    const parts = cut(piece.trimStart(), width, fontSize);
    lines.push(...parts.slice(0, -1));
    line = parts[parts.length - 1] ?? '';
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines.length > most
    ? [...lines.slice(0, most - 1), ellipsis(lines, width, fontSize, most)]
    : lines;
}

function ellipsis(lines: readonly string[], width: number, fontSize: number, most: number): string {
  let last = lines[most - 1] ?? '';
  while (last !== '' && textWidth(`${last}…`, fontSize) > width)
    last = [...last].slice(0, -1).join('');
  return `${last}…`;
}

/** Wraps into as few lines as `width` allows, then as evenly as that many lines can be. */
export function wrapEvenly(
  text: string,
  width: number,
  fontSize: number,
  most = Infinity,
): string[] {
  const lines = wrapText(text, width, fontSize, most);
  if (lines.length < 2 || lines[lines.length - 1]?.endsWith('…')) return lines;
  for (let narrower = width / 2; narrower < width; narrower += fontSize) {
    const even = wrapText(text, narrower, fontSize);
    if (even.length === lines.length) return even;
  }
  return lines;
}
