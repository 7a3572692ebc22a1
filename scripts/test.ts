import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { runInLanes } from './lib/lanes.ts';
import { STEPS } from './lib/test-steps.ts';
import type { Step } from './lib/test-steps.ts';
import { countCheck, sum } from './lib/test-count.ts';
import type { Count } from './lib/test-count.ts';

interface Outcome extends Count {
  name: string;
  seconds: number;
}

/**
 * Steps named by `--only a,b`, with all that they need; all steps without the flag. `system` names
 * both halves of it.
 */
function chosenSteps(argv: readonly string[]): readonly Step[] {
  const { values } = parseArgs({ args: [...argv], options: { only: { type: 'string' } } });
  if (values.only === undefined) return STEPS;
  const names = new Set(STEPS.map(({ name }) => bare(name)));
  const asked = values.only.split(',');
  const unknown = asked.filter((name) => !names.has(name));
  if (unknown.length > 0)
    throw new Error(`--only knows ${[...names].join(', ')}; not ${unknown.join(', ')}`);
  const wanted = new Set(
    STEPS.filter(({ name }) => asked.includes(bare(name))).map(({ name }) => name),
  );
  // A set grows while it is walked: what is needed may need something itself.
  for (const name of wanted)
    for (const need of STEPS.find((step) => step.name === name)?.needs ?? []) wanted.add(need);
  return STEPS.filter(({ name }) => wanted.has(name));
}

const bare = (name: string): string => name.replace(/-\d$/u, '');

async function runStep(step: Step, broken: string | null): Promise<Outcome> {
  const began = performance.now();
  console.log(`\n── ${step.name}: ${step.what}`);
  let count = countCheck(false);
  if (broken !== null) console.log(`  not run, because ${broken} failed`);
  else
    try {
      count = await step.run();
    } catch (cause) {
      console.log(cause instanceof Error ? cause.message : cause);
    }
  const seconds = (performance.now() - began) / 1000;
  console.log(
    `── ${step.name}: ${count.failed === 0 ? 'done' : 'FAILED'}, ${seconds.toFixed(0)} s`,
  );
  return { name: step.name, ...count, seconds };
}

function printSummary(outcomes: readonly Outcome[]): void {
  console.log('\nstep        passed  failed  seconds');
  for (const { name, passed, failed, seconds } of outcomes)
    console.log(
      name.padEnd(10) +
        [String(passed), String(failed), seconds.toFixed(1)]
          .map((cell) => cell.padStart(8))
          .join(''),
    );
  const { passed, failed } = sum(outcomes);
  for (const { name, faults } of outcomes)
    for (const fault of faults) console.log(`${name} | ${fault}`);
  console.log(`\n${passed} passed, ${failed} failed`);
}

try {
  const outcomes = await runInLanes(chosenSteps(process.argv.slice(2)), {
    lanes: Math.min(2, availableParallelism()),
    run: runStep,
  });
  printSummary(outcomes);
  process.exitCode = sum(outcomes).failed === 0 ? 0 : 1;
} catch (cause) {
  console.error(cause instanceof Error ? cause.message : cause);
  process.exitCode = 1;
}
