/** What the command line of `npm run template` asks for. */
import { parsePeriod, type Period } from '#lib/intake/index.ts';
import { FORM_LAYERS, type FormLayer } from '#lib/intake/template/order.ts';
import type { InstitutionLevel, Locale } from '#lib/model/index.ts';
import { parseArgs } from 'node:util';
import { InputError, problem, stopOn, type Problem } from '../score/problem.ts';

/** Levels of institutions that are ranked. */
const LEVELS = ['county', 'city'] as const satisfies readonly InstitutionLevel[];

export const HELP = `npm run template -- --period 2025 [选项 flags]
写出一张空白填报表（.xlsx）：填好以后用 npm run intake 或网页导入。
Writes a blank form (.xlsx), to be filled in and imported by npm run intake or on the page.
  --period YEAR    填报哪一年 the year to be filled in
  --layer LAYER    ${FORM_LAYERS.join('、')}（缺省 template 为台州空表）(default: template)
  --level LEVEL    ${LEVELS.join('、')}（缺省 county）institutions of which level (default: county)
  --scheme ID      按哪个方案要数（缺省为 edition.json 的方案）(default: that of edition.json)
  --data DIR       原始表所在文件夹 folder of the raw tables (data)
  --out FILE       写到哪个文件 file to write
  --lang en        说明用英文 explanations in English (zh)`;

export interface TemplateOptions {
  readonly layer: FormLayer;
  readonly level: (typeof LEVELS)[number];
  readonly period: Period;
  /** null: that of edition.json. */
  readonly scheme: string | null;
  readonly data: string;
  readonly out: string;
  readonly locale: Locale;
}

const CONFIG = {
  period: { type: 'string' },
  layer: { type: 'string', default: 'template' },
  level: { type: 'string', default: 'county' },
  scheme: { type: 'string' },
  data: { type: 'string', default: 'data' },
  out: { type: 'string' },
  lang: { type: 'string', default: 'zh' },
  help: { type: 'boolean', default: false },
} as const;

function read(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: CONFIG }).values;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new InputError([
      problem('npm run template', `${reason}（见 --help）`, `${reason} (see --help)`),
    ]);
  }
}

const oneOf = (flag: string, value: string, list: readonly string[]): Problem[] =>
  list.includes(value)
    ? []
    : [problem(flag, `可选 ${list.join('、')}`, `one of ${list.join(', ')}`, { found: value })];

/** null asks for the help. Throws InputError with everything that is wrong with the flags. */
export function parseOptions(args: readonly string[]): TemplateOptions | null {
  const values = read(args);
  if (values.help || args.length === 0) return null;
  const period = values.period === undefined ? null : parsePeriod(values.period);
  stopOn([
    ...(period?.period_type === 'year'
      ? []
      : [
          problem(
            '--period',
            '写成年份，如 2025',
            'a year such as 2025',
            values.period === undefined ? {} : { found: values.period },
          ),
        ]),
    ...oneOf('--layer', values.layer, FORM_LAYERS),
    ...oneOf('--level', values.level, LEVELS),
    ...oneOf('--lang', values.lang, ['zh', 'en']),
    ...(values.out === undefined || /\.xlsx$/i.test(values.out)
      ? []
      : [problem('--out', '文件名须以 .xlsx 结尾', 'ends in .xlsx', { found: values.out })]),
  ]);
  const { layer, level } = values;
  return {
    layer: layer as FormLayer,
    level: level as (typeof LEVELS)[number],
    period: period as Period,
    scheme: values.scheme ?? null,
    data: values.data,
    out: values.out ?? `hengjian-${layer}-${level}-${period?.period ?? ''}.xlsx`,
    locale: values.lang === 'en' ? 'en' : 'zh',
  };
}
