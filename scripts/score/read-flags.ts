import { parseArgs } from 'node:util';
import { problem, stopOn } from './problem.ts';
import type { Problem } from './problem.ts';

const CONFIG = {
  scheme: { type: 'string' },
  data: { type: 'string' },
  period: { type: 'string' },
  layer: { type: 'string' },
  format: { type: 'string', default: 'table' },
  steps: { type: 'boolean', default: false },
  lang: { type: 'string', default: 'zh' },
  help: { type: 'boolean', default: false },
  uncertainty: { type: 'boolean', default: false },
  sensitivity: { type: 'boolean', default: false },
  robustness: { type: 'string' },
  replicates: { type: 'string' },
  seed: { type: 'string' },
  compare: { type: 'string' },
  'compare-data': { type: 'string' },
  multivariate: { type: 'boolean', default: false },
  inverse: { type: 'string' },
  swap: { type: 'string' },
  explain: { type: 'string' },
} as const;

export type Flags = ReturnType<typeof readFlags>;

/**
 * The flags with their values as they were given. Throws InputError with every flag that there is
 * not, has no value, or has one that it does not take.
 */
export function readFlags(args: readonly string[]) {
  const joined = withNegativeNumbers(args);
  stopOn(faultsIn(joined));
  return parseArgs({ args: joined, options: CONFIG }).values;
}

/** `--seed -1` as `--seed=-1`: its value is judged with those of the other numbers. */
const withNegativeNumbers = (args: readonly string[]): string[] =>
  args.flatMap((arg, i) => {
    if (isNegativeNumber(arg) && takesValue(args[i - 1])) return [];
    const next = args[i + 1];
    return takesValue(arg) && isNegativeNumber(next) ? [`${arg}=${next}`] : [arg];
  });

const isNegativeNumber = (arg: string | undefined): arg is string => /^-\d/.test(arg ?? '');

const typeOf = (name: string) =>
  Object.hasOwn(CONFIG, name) ? CONFIG[name as keyof typeof CONFIG].type : null;

const takesValue = (arg: string | undefined) =>
  arg?.startsWith('--') === true && typeOf(arg.slice(2)) === 'string';

function faultsIn(args: string[]): Problem[] {
  const { tokens } = parseArgs({
    args,
    options: CONFIG,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  return tokens.flatMap((token) => {
    if (token.kind === 'option-terminator') return [];
    if (token.kind === 'positional')
      return [
        problem(token.value, '不属于任何选项，见 --help', 'belongs to no option, see --help'),
      ];
    const { name, rawName, value, inlineValue } = token;
    switch (typeOf(name)) {
      case null:
        return [problem(rawName, '没有此项，见 --help', 'there is no such option, see --help')];
      case 'boolean':
        return value === undefined
          ? []
          : [problem(rawName, '不带值', 'takes no value', { found: value })];
      case 'string':
        return value === undefined || (!inlineValue && value.startsWith('-'))
          ? [
              problem(
                rawName,
                '缺少值；值以 - 开头时写作 --选项=值',
                'has no value; one that begins with - is written --option=value',
              ),
            ]
          : [];
    }
  });
}
