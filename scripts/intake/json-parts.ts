/** JSON piece by piece, so that a report of any length never is one string. */

const indent = (text: string, depth: number) => text.replaceAll('\n', `\n${' '.repeat(depth)}`);

/**
 * The pieces of `JSON.stringify(value, null, 1)`, to the byte: objects are opened down to `deep`
 * levels, items of their lists come one by one.
 */
export function* jsonParts(value: unknown, deep = 1, depth = 0): Generator<string> {
  if (deep < 0 || typeof value !== 'object' || value === null) {
    yield indent(JSON.stringify(value, null, 1), depth);
    return;
  }
  const isList = Array.isArray(value);
  const entries: readonly (readonly [string | null, unknown])[] = isList
    ? value.map((item: unknown) => [null, item] as const)
    : Object.entries(value).filter(([, item]) => item !== undefined);
  if (entries.length === 0) {
    yield isList ? '[]' : '{}';
    return;
  }
  yield isList ? '[' : '{';
  let first = true;
  for (const [name, item] of entries) {
    yield `${first ? '' : ','}\n${' '.repeat(depth + 1)}`;
    if (name !== null) yield `${JSON.stringify(name)}: `;
    yield* jsonParts(item, deep - 1, depth + 1);
    first = false;
  }
  yield `\n${' '.repeat(depth)}${isList ? ']' : '}'}`;
}
