import { serialize } from 'node:v8';
import { readScheme } from '../score/read-scheme.ts';
import { readTable } from '../score/read-table.ts';
import { toUnitTable } from '../score/unit-table.ts';
import { runBundled } from './scoring/run-bundled.ts';

const EXAMPLE = 'src/lib/scoring/examples/asem';

const { scheme } = await readScheme(`${EXAMPLE}.scheme.json`);
const { table } = toUnitTable(await readTable(`${EXAMPLE}.csv`), scheme);
process.exitCode = await runBundled(
  'scripts/bench/scoring/figures.ts',
  ['large', 'asem', 'growth'],
  serialize({ table, scheme }),
);
