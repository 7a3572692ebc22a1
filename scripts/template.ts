/** npm run template: a blank form to be filled in. */
import { writeFile } from 'node:fs/promises';
import { readFolder } from './data/read-folder.ts';
import { formatProblems, InputError } from './score/problem.ts';
import { makeTemplate } from './template/make-template.ts';
import { HELP, parseOptions } from './template/options.ts';

const args = process.argv.slice(2);
const locale = /--lang[ =]en\b/.test(args.join(' ')) ? 'en' : 'zh';

try {
  const options = parseOptions(args);
  if (!options) console.log(HELP);
  else {
    const bytes = makeTemplate(await readFolder(options.data), options);
    await writeFile(options.out, bytes);
    console.log(locale === 'zh' ? `已写出 ${options.out}` : `wrote ${options.out}`);
  }
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  console.error(formatProblems(error.problems, locale).join('\n'));
  process.exitCode = 2;
}
