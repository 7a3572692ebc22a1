/** Whether an edition computed again comes to what was published, to the last digit. */
import type { ManifestEdition, Scheme, ScoreResult } from '#lib/model/index.ts';
import { publishedRows, readPublished, type PublishedRow } from '../edition/published-result.ts';
import { problem, stopOn } from '../score/problem.ts';

const COMPARED = ['score', 'rank', 'band', 'status'] as const;

const keyOf = ({ institution_id, element }: PublishedRow) => `${institution_id} ${element}`;

/** Throws InputError that names the first rows that differ, in the file of the locked result. */
export function checkSameResult(
  { id, period, result_path: path }: ManifestEdition,
  published: Uint8Array,
  scheme: Scheme,
  result: ScoreResult,
): void {
  const then = readPublished(new TextDecoder().decode(published));
  const now = new Map(
    publishedRows({ id, period, sourceOf: () => '' }, scheme, result).map((row) => [
      keyOf(row),
      row,
    ]),
  );
  const differing = then.flatMap((row, i) => {
    const found = now.get(keyOf(row));
    return COMPARED.filter((name) => found?.[name] !== row[name]).map((column) =>
      problem(
        path,
        `重新计算为 ${JSON.stringify(found?.[column] ?? '')}，与 ${id} 版公布的不同，不能以此版的名义出报告`,
        `comes to ${JSON.stringify(found?.[column] ?? '')} when computed again, not what edition ${id} published: no report in its name`,
        { row: i + 2, column, found: row[column] },
      ),
    );
  });
  const known = new Set(then.map(keyOf));
  const added = [...now.keys()].filter((key) => !known.has(key));
  stopOn([
    ...differing,
    ...(added.length === 0
      ? []
      : [
          problem(
            path,
            `重新计算多出 ${added.join('、')}，不能以 ${id} 版的名义出报告`,
            `lacks ${added.join(', ')}, which a new computation has: no report in the name of edition ${id}`,
          ),
        ]),
  ]);
}
