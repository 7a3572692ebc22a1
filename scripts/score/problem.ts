import type { LocalText, Locale } from '#lib/model/index.ts';

/** Something wrong with what the command was given. */
export interface Problem {
  /** File, or command-line flag. */
  readonly where: string;
  /** Line of the file; the header is 1. */
  readonly row: number | null;
  readonly column: string | null;
  /** What stands there; null where nothing does. */
  readonly found: string | null;
  /** What is wrong and what to do. */
  readonly text: LocalText;
}

/** Stops the command with everything that is wrong at once. */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ text }) => text.en).join('\n'));
    this.problems = problems;
  }
}

export const problem = (
  where: string,
  zh: string,
  en: string,
  place: { row?: number; column?: string; found?: string } = {},
): Problem => ({
  where,
  row: place.row ?? null,
  column: place.column ?? null,
  found: place.found ?? null,
  text: { zh, en },
});

/** Throws when there are problems. */
export function stopOn(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new InputError(problems);
}

/** More than this many lines nobody reads; the count of the rest is said. */
const MOST = 50;

/** One line a problem: place, what stands there, what to do. */
export function formatProblems(problems: readonly Problem[], locale: Locale): string[] {
  const zh = locale === 'zh';
  const lines = problems.slice(0, MOST).map(({ where, row, column, found, text }) => {
    const place = [
      where,
      row === null ? null : zh ? `第 ${row} 行` : `row ${row}`,
      column === null ? null : zh ? `“${column}”列` : `column “${column}”`,
      found === null
        ? null
        : zh
          ? `值为 ${JSON.stringify(found)}`
          : `found ${JSON.stringify(found)}`,
    ].filter((part) => part !== null);
    return `✗ ${place.join(zh ? '，' : ', ')}${zh ? '：' : ': '}${text[locale]}`;
  });
  const more = problems.length - lines.length;
  if (more > 0) lines.push(zh ? `…… 另有 ${more} 处` : `… and ${more} more`);
  return lines;
}
