/** npm run edition: locks what is published, so that it stays what was published. */
import { readFileSync } from 'node:fs';
import { HELP, parseOptions } from './edition/options.ts';
import { runEdition } from './edition/run.ts';
import { formatProblems, InputError } from './score/problem.ts';

const args = process.argv.slice(2);
const locale = /--lang[ =]en\b/.test(args.join(' ')) ? 'en' : 'zh';
const fail = (error: unknown, code: number) => {
  if (!(error instanceof InputError)) throw error;
  console.error(formatProblems(error.problems, locale).join('\n'));
  process.exitCode = code;
};

/** Of the clock on the wall, not of Greenwich. */
function today(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

const { version } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
) as { version: string };

try {
  const options = parseOptions(args, today());
  if (!options) console.log(HELP);
  else
    await runEdition(options, version, (line) => console.log(line)).catch((error: unknown) =>
      fail(error, 1),
    );
} catch (error) {
  fail(error, 2);
}
