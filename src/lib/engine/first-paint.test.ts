import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Run-time imports of a source file; `import type` and `import()` bring nothing at once. */
const staticImports = (source: string): string[] =>
  [...source.matchAll(/^(?:import|export)\s+(?!type\b)(?:[^'"]*?\sfrom\s+)?'([^']+)'/gm)].map(
    ([, specifier]) => specifier ?? '',
  );

/** Everything that arrives with `entry`: files by path, packages by name. */
function reach(entry: string, seen = new Set<string>()): Set<string> {
  if (seen.has(entry)) return seen;
  seen.add(entry);
  for (const specifier of staticImports(readFileSync(entry, 'utf8'))) {
    if (specifier.startsWith('#lib/')) reach(resolve('src/lib', specifier.slice(5)), seen);
    else if (specifier.startsWith('.')) reach(resolve(dirname(entry), specifier), seen);
    else seen.add(specifier);
  }
  return seen;
}

describe('what comes with the first page', () => {
  it.each(['src/lib/engine/index.ts', 'src/lib/queries/index.ts'])(
    '%s brings no package: DuckDB, Arrow, hyparquet and the hash come when needed',
    (entry) => {
      const all = [...reach(resolve(entry))];
      expect(all.filter((name) => !name.startsWith('/'))).toEqual([]);
      expect(all.length).toBeGreaterThan(5);
    },
  );

  it('the check sees packages where they are', () => {
    expect(reach(resolve('src/lib/engine/load/open.ts'))).toContain('hyparquet');
    expect(reach(resolve('src/lib/engine/load/arrow-ipc.ts'))).toContain('apache-arrow');
  });
});
