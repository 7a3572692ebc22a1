/** What the command line of `npm run intake` asks for. */
import { parsePeriod } from '#lib/intake/index.ts';
import { FORM_LAYERS, type FormLayer } from '#lib/intake/template/order.ts';
import type { Locale } from '#lib/model/index.ts';
import { parseArgs } from 'node:util';
import { InputError, problem, stopOn, type Problem } from '../score/problem.ts';

export const HELP = `npm run intake -- [选项 flags] 文件、文件夹或通配符 files, folders or patterns …
读入表格文件（.xlsx .xls .xlsb .ods .et .csv .tsv），与 data/ 核对，报告每一行的去向。
Reads table files, holds them against data/ and reports the fate of every row.
  --format json    只输出 JSON 报告（缺省 text）the report as JSON and nothing else (default: text)
  --lang en        英文报告 report in English (zh)
  --report FILE    另存一份 .xlsx 报告，原表有标记 a report as .xlsx too, with the sheets marked
  --period 2026    文件没有写明时期时用哪一期 period of files that tell none
  --layer LAYER    只导入这一层：${FORM_LAYERS.join('、')} import into this layer only
  --mapping FILE   确认过的对应关系（缺省 data/mapping.json）answers confirmed before
  --questions FILE 把待确认的问题写成对应关系文件的草稿 write a draft of the answers that are missing
  --data DIR       原始表所在文件夹 folder of the raw tables (data)
  --write          没有拒绝和疑问时，把整理好的表写入 data/ write the tables into data/ if nothing was refused
  --out DIR        同上，写到另一个文件夹 the same, into another folder
  --partial        有拒绝时也写出其余部分 write the rest even if something was refused
  --open-seconds N 每个文件打开的时限（10）time to open a file   --seconds N 总时限（60）for all
退出码 exit code：0 全部妥当 all is well，1 有拒绝或待确认 something refused or asked，2 用法不对 wrong usage`;

export interface IntakeOptions {
  readonly paths: readonly string[];
  readonly format: 'text' | 'json';
  readonly locale: Locale;
  /** File of the report as a workbook; null for none. */
  readonly report: string | null;
  readonly period: string | null;
  readonly layer: FormLayer | null;
  /** null: mapping.json of the data folder, where there is one. */
  readonly mapping: string | null;
  /** File to write the draft of the answers to; null for none. */
  readonly questions: string | null;
  readonly data: string;
  readonly write: boolean;
  readonly out: string | null;
  readonly partial: boolean;
  readonly openSeconds: number;
  readonly seconds: number;
}

const CONFIG = {
  format: { type: 'string', default: 'text' },
  lang: { type: 'string', default: 'zh' },
  report: { type: 'string' },
  period: { type: 'string' },
  layer: { type: 'string' },
  mapping: { type: 'string' },
  questions: { type: 'string' },
  data: { type: 'string', default: 'data' },
  write: { type: 'boolean', default: false },
  out: { type: 'string' },
  partial: { type: 'boolean', default: false },
  'open-seconds': { type: 'string', default: '10' },
  seconds: { type: 'string', default: '60' },
  help: { type: 'boolean', default: false },
} as const;

function read(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: CONFIG, allowPositionals: true });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new InputError([
      problem('npm run intake', `${reason}（见 --help）`, `${reason} (see --help)`),
    ]);
  }
}

const oneOf = (flag: string, value: string | undefined, list: readonly string[]): Problem[] =>
  value === undefined || list.includes(value)
    ? []
    : [problem(flag, `可选 ${list.join('、')}`, `one of ${list.join(', ')}`, { found: value })];

const seconds = (flag: string, value: string): Problem[] =>
  /^\d+(\.\d+)?$/.test(value) && Number(value) > 0 && Number(value) <= 3600
    ? []
    : [problem(flag, '秒数，大于 0、不大于 3600', 'seconds, up to 3600', { found: value })];

/** null asks for the help. Throws InputError with everything that is wrong with the flags. */
export function parseOptions(args: readonly string[]): IntakeOptions | null {
  const { values, positionals } = read(args);
  if (values.help || args.length === 0) return null;
  stopOn([
    ...(positionals.length === 0
      ? [problem('npm run intake', '没有写要读哪个文件', 'says no file to read')]
      : []),
    ...oneOf('--format', values.format, ['text', 'json']),
    ...oneOf('--lang', values.lang, ['zh', 'en']),
    ...oneOf('--layer', values.layer, FORM_LAYERS),
    ...(values.period === undefined || parsePeriod(values.period)
      ? []
      : [problem('--period', '写成 2026 这样', 'such as 2026', { found: values.period })]),
    ...(values.report === undefined || /\.xlsx$/i.test(values.report)
      ? []
      : [problem('--report', '文件名须以 .xlsx 结尾', 'ends in .xlsx', { found: values.report })]),
    ...(values.questions === undefined || /\.json$/i.test(values.questions)
      ? []
      : [
          problem('--questions', '文件名须以 .json 结尾', 'ends in .json', {
            found: values.questions,
          }),
        ]),
    ...(values.partial && !values.write && values.out === undefined
      ? [problem('--partial', '与 --write 或 --out 一起用', 'goes with --write or --out')]
      : []),
    ...seconds('--open-seconds', values['open-seconds']),
    ...seconds('--seconds', values.seconds),
  ]);
  return {
    paths: positionals,
    format: values.format === 'json' ? 'json' : 'text',
    locale: values.lang === 'en' ? 'en' : 'zh',
    report: values.report ?? null,
    period: values.period ?? null,
    layer: (values.layer ?? null) as FormLayer | null,
    mapping: values.mapping ?? null,
    questions: values.questions ?? null,
    data: values.data,
    write: values.write,
    out: values.out ?? null,
    partial: values.partial,
    openSeconds: Number(values['open-seconds']),
    seconds: Number(values.seconds),
  };
}
