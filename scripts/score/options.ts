import { LAYERS, LOCALES } from '#lib/model/index.ts';
import type { Layer, Locale } from '#lib/model/index.ts';
import { FORMATS } from './help.ts';
import type { Format } from './help.ts';
import { problem, stopOn } from './problem.ts';
import type { Problem } from './problem.ts';
import { readFlags } from './read-flags.ts';
import type { Flags } from './read-flags.ts';

/** What is asked about the ranking besides the ranking. */
export interface Questions {
  readonly uncertainty: boolean;
  readonly sensitivity: boolean;
  /** File with the assumptions of the two above, in place of the scheme's. */
  readonly robustness: string | null;
  readonly replicates: number | null;
  readonly seed: number | null;
  /** A period, or a scheme by id or file. */
  readonly compare: string | null;
  /** A file, or `edition`. */
  readonly compareData: string | null;
  readonly multivariate: boolean;
  /** Codes of units. */
  readonly inverse: string | null;
  readonly swap: readonly [string, string] | null;
  readonly explain: string | null;
}

export interface Options extends Questions {
  readonly scheme: string;
  /** A file, or `edition` for the published data. */
  readonly data: string;
  readonly period: string | null;
  readonly layer: Layer | null;
  readonly format: Format;
  readonly steps: boolean;
  readonly locale: Locale;
}

/** More would take hours, or more memory than there is. */
const MOST_REPLICATES = 1_000_000;
const MOST_SEED = 2 ** 32 - 1;

/** Reads the command line; null asks for the help. Throws InputError with every fault in it. */
export function parseOptions(args: readonly string[]): Options | null {
  const values = readFlags(args);
  if (values.help || args.length === 0) return null;
  const required = (['scheme', 'data'] as const)
    .filter((flag) => values[flag] === undefined)
    .map((flag) => problem(`--${flag}`, '缺少此项，见 --help', 'is missing, see --help'));
  stopOn([
    ...required,
    ...oneOf('--format', values.format, FORMATS),
    ...oneOf('--layer', values.layer, LAYERS),
    ...oneOf('--lang', values.lang, LOCALES),
    ...wholeNumber('--replicates', values.replicates, 1, MOST_REPLICATES),
    ...wholeNumber('--seed', values.seed, 0, MOST_SEED),
    ...simulationOnly(values),
    ...pairOfUnits(values.swap),
  ]);
  return {
    scheme: values.scheme!,
    data: values.data!,
    period: values.period ?? null,
    layer: (values.layer as Layer | undefined) ?? null,
    format: values.format as Format,
    steps: values.steps,
    locale: values.lang as Locale,
    uncertainty: values.uncertainty,
    sensitivity: values.sensitivity,
    robustness: values.robustness ?? null,
    replicates: values.replicates === undefined ? null : Number(values.replicates),
    seed: values.seed === undefined ? null : Number(values.seed),
    compare: values.compare ?? null,
    compareData: values['compare-data'] ?? null,
    multivariate: values.multivariate,
    inverse: values.inverse ?? null,
    swap: values.swap === undefined ? null : unitsOf(values.swap),
    explain: values.explain ?? null,
  };
}

const oneOf = (flag: string, value: string | undefined, words: readonly string[]): Problem[] =>
  value === undefined || words.includes(value)
    ? []
    : [
        problem(flag, `只能是 ${words.join('、')}`, `must be one of ${words.join(', ')}`, {
          found: value,
        }),
      ];

const wholeNumber = (
  flag: string,
  value: string | undefined,
  least: number,
  most: number,
): Problem[] =>
  value === undefined || (/^\d+$/.test(value) && Number(value) >= least && Number(value) <= most)
    ? []
    : [
        problem(
          flag,
          `须为 ${least} 到 ${most} 的整数`,
          `must be a whole number from ${least} to ${most}`,
          { found: value },
        ),
      ];

const simulationOnly = (values: Flags): Problem[] =>
  values.uncertainty || values.sensitivity
    ? []
    : (['robustness', 'replicates', 'seed'] as const)
        .filter((flag) => values[flag] !== undefined)
        .map((flag) =>
          problem(
            `--${flag}`,
            '只与 --uncertainty 或 --sensitivity 并用',
            'goes with --uncertainty or --sensitivity only',
          ),
        );

const unitsOf = (swap: string): readonly [string, string] => {
  const [first = '', second = ''] = swap.split(',').map((code) => code.trim());
  return [first, second];
};

function pairOfUnits(swap: string | undefined): Problem[] {
  if (swap === undefined) return [];
  const [first, second] = unitsOf(swap);
  return swap.split(',').length === 2 && first !== '' && second !== '' && first !== second
    ? []
    : [
        problem(
          '--swap',
          '须为以逗号隔开的两个不同单元代码，例如 A,B',
          'must be the codes of two different units with a comma between, for example A,B',
          { found: swap },
        ),
      ];
}
