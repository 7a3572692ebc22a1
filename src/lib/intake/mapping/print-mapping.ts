/** The answers as the text of a mapping file, for people to read and edit. */
import { answerCode } from './keys.ts';
import type { Mapping } from './mapping.ts';

type Entry = Readonly<Record<string, string | boolean>>;

/** By code points, so that the file is the same on every machine. */
const sorted = <T>(answers: ReadonlyMap<string, T>): (readonly [string, T])[] =>
  [...answers].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));

/** `{ "heading": "项目数", "indicator": "TZ1" }` on a line of its own. */
const line = (entry: Entry): string =>
  `    { ${Object.entries(entry)
    .map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`)
    .join(', ')} }`;

const list = (name: string, entries: readonly Entry[]): string =>
  entries.length === 0
    ? `  "${name}": []`
    : `  "${name}": [\n${entries.map(line).join(',\n')}\n  ]`;

/**
 * JSON, one answer a line, sorted by name: the same answers give the same bytes, and a change shows
 * as one line. Lists of entries rather than objects, since names come from other people's tables.
 */
export function printMapping(mapping: Mapping): string {
  const headings = sorted(mapping.headings).map(([heading, answer]) =>
    answer === 'ignore' ? { heading, ignore: true } : { heading, indicator: answerCode(answer) },
  );
  const institutions = sorted(mapping.institutions).map(([name, answer]) =>
    answer === 'ignore' ? { name, ignore: true } : { name, ...answer },
  );
  const units = sorted(mapping.units).map(([heading, unit]) => ({ heading, unit }));
  return `${[
    '{',
    [
      '  "version": 1',
      list('headings', headings),
      list('institutions', institutions),
      list('units', units),
    ].join(',\n'),
    '}',
  ].join('\n')}\n`;
}
