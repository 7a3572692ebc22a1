import { parseArgs } from 'node:util';
import { STEPS } from './lib/test-steps.ts';
import type { Step } from './lib/test-steps.ts';
import { countCheck, sum } from './lib/test-count.ts';
import type { Count } from './lib/test-count.ts';

interface Outcome extends Count {
  name: string;
  seconds: number;
}

/** Steps named by `--only a,b`, with the set-up they need; all steps without the flag. */
function chosenSteps(argv: readonly string[]): readonly Step[] {
  const { values } = parseArgs({ args: [...argv], options: { only: { type: 'string' } } });
  if (values.only === undefined) return STEPS;
  const names = values.only.split(',');
  const unknown = names.filter((name) => !STEPS.some((step) => step.name === name));
  if (unknown.length > 0)
    throw new Error(
      `--only knows ${STEPS.map(({ name }) => name).join(', ')}; not ${unknown.join(', ')}`,
    );
  const chosen = STEPS.filter(({ name }) => names.includes(name));
  const wantSetup = chosen.some(({ needs }) => needs?.includes('setup'));
  return STEPS.filter((step) => chosen.includes(step) || (wantSetup && step.name === 'setup'));
}

async function runStep(step: Step, before: readonly Outcome[]): Promise<Outcome> {
  const began = performance.now();
  console.log(`\n── ${step.name}: ${step.what}`);
  const broken = before.find(({ name, failed }) => failed > 0 && step.needs?.includes(name));
  let count = countCheck(false);
  if (broken !== undefined) console.log(`  not run, because ${broken.name} failed`);
  else
    try {
      count = await step.run();
    } catch (cause) {
      console.log(cause instanceof Error ? cause.message : cause);
    }
  return { name: step.name, ...count, seconds: (performance.now() - began) / 1000 };
}

function printSummary(outcomes: readonly Outcome[]): void {
  console.log('\nstep       passed  failed  seconds');
  for (const { name, passed, failed, seconds } of outcomes)
    console.log(
      name.padEnd(9) +
        [String(passed), String(failed), seconds.toFixed(1)]
          .map((cell) => cell.padStart(8))
          .join(''),
    );
  const { passed, failed } = sum(outcomes);
  console.log(`\n${passed} passed, ${failed} failed`);
}

try {
  const outcomes: Outcome[] = [];
  for (const step of chosenSteps(process.argv.slice(2)))
    outcomes.push(await runStep(step, outcomes));
  printSummary(outcomes);
  process.exitCode = sum(outcomes).failed === 0 ? 0 : 1;
} catch (cause) {
  console.error(cause instanceof Error ? cause.message : cause);
  process.exitCode = 1;
}
