/** What is said of one cell, said at one place: a wrong number breaks several rules at once. */
import type { LocalText } from '#lib/model/index.ts';
import type { ImportFinding } from '../import/outcome.ts';

const NUMBERS = '①②③④⑤⑥⑦⑧⑨⑩';

const joined = (texts: readonly string[], between: string): string => {
  const different = [...new Set(texts)].filter((text) => text !== '');
  if (different.length < 2) return different[0] ?? '';
  return different.map((text, at) => `${NUMBERS[at] ?? `(${at + 1})`}${text}`).join(between);
};

const together = (texts: readonly LocalText[]): LocalText => ({
  zh: joined(
    texts.map(({ zh }) => zh),
    '；',
  ),
  en: joined(
    texts.map(({ en }) => en),
    '; ',
  ),
});

/**
 * Findings of the same severity about the same cell as one, where the first of them stood; those of
 * rows, sheets and files stay as they are. For people: the JSON has each by itself.
 */
export function byCell(findings: readonly ImportFinding[]): readonly ImportFinding[] {
  const groups = new Map<string, ImportFinding[]>();
  for (const finding of findings) {
    const { file, sheet, cell, severity } = finding;
    const key = JSON.stringify(cell === null ? [groups.size] : [file, sheet, cell, severity]);
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first || group.length === 1) return group;
    return [
      {
        ...first,
        code: [...new Set(group.map(({ code }) => code))].join('+'),
        rule: together(group.map(({ rule }) => rule)),
        todo: together(group.map(({ todo }) => todo)),
      },
    ];
  });
}
