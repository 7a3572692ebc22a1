import { HELP } from './score/help.ts';
import { parseOptions } from './score/options.ts';
import { InputError, formatProblems } from './score/problem.ts';
import { run } from './score/run.ts';

// A reader that has seen enough, as `head` has, closes the pipe: no fault of anybody's.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const args = process.argv.slice(2);
try {
  const options = parseOptions(args);
  process.stdout.write(options ? await run(options) : `${HELP}\n`);
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  const locale = args.join(' ').match(/--lang[ =]en\b/) ? 'en' : 'zh';
  console.error(formatProblems(error.problems, locale).join('\n'));
  process.exitCode = 1;
}
