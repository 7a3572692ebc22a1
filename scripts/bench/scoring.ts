import { cpus, loadavg } from 'node:os';
import { readScheme } from '../score/read-scheme.ts';
import { readTable } from '../score/read-table.ts';
import { toUnitTable } from '../score/unit-table.ts';
import { bundled } from './scoring/bundled.ts';
import type * as Figures from './scoring/figures.ts';

const EXAMPLE = 'src/lib/scoring/examples/asem';

const { scheme } = await readScheme(`${EXAMPLE}.scheme.json`);
const { table } = toUnitTable(await readTable(`${EXAMPLE}.csv`), scheme);
const { figures } = await bundled<typeof Figures>('scripts/bench/scoring/figures.ts');

const processors = cpus();
const load = (loadavg()[0] ?? 0).toFixed(1);
console.log(
  `${processors[0]?.model.trim() ?? 'unknown processor'}, ${processors.length} cores, load ${load}; Node ${process.version}`,
);
console.log('bundled and minified by Vite for the browsers of the site, as what ships is');
figures({ table, scheme });
