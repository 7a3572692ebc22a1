/** npm run intake: table files as they come, held against data/, every row accounted for. */
import { HELP, parseOptions } from './intake/options.ts';
import { runIntake } from './intake/run.ts';
import { HostError } from './intake/supervise.ts';
import { formatProblems, InputError } from './score/problem.ts';

// A reader that has seen enough, as `head` has, closes the pipe: no fault of anybody's.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const args = process.argv.slice(2);
const locale = /--lang[ =]en\b/.test(args.join(' ')) ? 'en' : 'zh';

/** Of the clock on the wall, not of Greenwich. */
function today(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

try {
  const options = parseOptions(args);
  if (!options) console.log(HELP);
  else {
    // JSON is alone on the standard output.
    const note = options.format === 'json' ? console.error : console.log;
    process.exitCode = await runIntake(options, today(), { out: process.stdout, note });
  }
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  console.error(formatProblems(error.problems, locale).join('\n'));
  process.exitCode = error instanceof HostError ? 1 : 2;
}
