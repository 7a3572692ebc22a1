/** The example as it is shipped, through the command: what COINr computes with its default steps. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { at, expectClose, vectors } from '#lib/scoring/testing/vectors.ts';
import type { VectorTable } from '#lib/scoring/testing/vectors.ts';
import { parseOptions } from './options.ts';
import { run } from './run.ts';

const FOLDER = 'src/lib/scoring/examples';

interface Result {
  readonly rows: readonly {
    readonly unit: string;
    readonly name: string;
    readonly rank: number;
    readonly score: number;
    readonly groups: Readonly<Record<string, { readonly score: number }>>;
  }[];
  readonly issues: readonly unknown[];
}

describe('examples/asem', () => {
  it('gives the scores and places that COINr computes', async () => {
    const args = ['--scheme', `${FOLDER}/asem.scheme.json`, '--data', `${FOLDER}/asem.csv`];
    const text = await run(parseOptions([...args, '--format', 'json'])!);
    const { rows, issues } = JSON.parse(text) as Result;
    const expected = at<VectorTable>(vectors('asem_pipeline_default'), 'resultsFull');
    expect(rows.map(({ unit }) => unit)).toEqual(expected['uCode']);
    expect(rows.map(({ rank }) => rank)).toEqual(expected['Rank']);
    expectClose(
      rows.map(({ score }) => score),
      expected['Index']!,
    );
    for (const code of ['Conn', 'Sust', 'Physical', 'Social'])
      expectClose(
        rows.map(({ groups }) => groups[code]!.score),
        expected[code]!,
      );
    expect(rows[0]).toMatchObject({ unit: 'CHE', name: 'Switzerland', rank: 1 });
    expect(issues).toEqual([]);
  });

  it('comes with the licence of its data', () => {
    expect(readFileSync(`${FOLDER}/LICENSE-COINr.md`, 'utf8')).toContain('William Becker');
  });
});
