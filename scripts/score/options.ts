import { parseArgs } from 'node:util';
import { LAYERS, LOCALES } from '#lib/model/index.ts';
import type { Layer, Locale } from '#lib/model/index.ts';
import { InputError, problem, stopOn } from './problem.ts';

export const FORMATS = ['table', 'csv', 'json'] as const;
export type Format = (typeof FORMATS)[number];

export interface Options {
  readonly scheme: string;
  /** A file, or `edition` for the published data. */
  readonly data: string;
  readonly period: string | null;
  readonly layer: Layer | null;
  readonly format: Format;
  readonly steps: boolean;
  readonly locale: Locale;
}

export const HELP = `npm run score -- --scheme FILE|ID --data FILE|edition [选项 flags]
  --scheme FILE|ID  方案文件，或 data/schemes 中的方案代码
                    scheme file, or the id of one in data/schemes
  --data FILE       CSV(UTF-8)或 Parquet 表；方案的 input 一项说明列名
                    CSV (UTF-8) or Parquet table whose columns the scheme’s input names
  --data edition    static/data 中已发布的数据 the published data in static/data
  --layer LAYER     edition 的数据层 layer of the edition: ${LAYERS.join(' | ')}
  --period PERIOD   只输出该时期，默认全部 only this period (all)
  --format FORMAT   ${FORMATS.join(' | ')} (table)
                    table 保留 2 位小数，csv 和 json 为双精度全部位数
                    table rounds to 2 decimals, csv and json have full double precision
  --steps           同时输出中间各表：原值、归一化值、权重、贡献
                    with the intermediate tables: raw, normalised, weights, contributions
  --lang zh|en      文字语言 language of the words (zh)
有任何错误时退出码为 1，不输出结果。Exits with 1 and prints no result if anything is wrong.

例 examples
  npm run score -- --scheme taizhou --data edition --period 2025
  npm run score -- --scheme src/lib/scoring/examples/asem.scheme.json \\
                   --data src/lib/scoring/examples/asem.csv --format json --steps`;

const CONFIG = {
  scheme: { type: 'string' },
  data: { type: 'string' },
  period: { type: 'string' },
  layer: { type: 'string' },
  format: { type: 'string', default: 'table' },
  steps: { type: 'boolean', default: false },
  lang: { type: 'string', default: 'zh' },
  help: { type: 'boolean', default: false },
} as const;

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
  ]);
  return {
    scheme: values.scheme!,
    data: values.data!,
    period: values.period ?? null,
    layer: (values.layer as Layer | undefined) ?? null,
    format: values.format as Format,
    steps: values.steps,
    locale: values.lang as Locale,
  };
}

function readFlags(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: CONFIG }).values;
  } catch (error) {
    const { message } = error as Error;
    throw new InputError([problem(message, '见 --help', 'see --help')]);
  }
}

const oneOf = (flag: string, value: string | undefined, words: readonly string[]) =>
  value === undefined || words.includes(value)
    ? []
    : [
        problem(flag, `只能是 ${words.join('、')}`, `must be one of ${words.join(', ')}`, {
          found: value,
        }),
      ];
