import { parseArgs } from 'node:util';
import { extname } from 'node:path';
import {
  REPORT_FORMATS,
  REPORT_TEMPLATES,
  type ReportFormat,
  type ReportTemplate,
} from '#lib/briefing/request.ts';
import type { Wish } from '#lib/briefing/server/make-published.ts';
import { WATERMARK_LETTERS } from '#lib/export/watermark-text.ts';
import { reportMessages } from '#lib/i18n/views/report.ts';
import { LOCALES } from '#lib/model/index.ts';

export interface Options {
  readonly wish: Wish;
  /** A raw data folder to be published for this report; null for what is published already. */
  readonly data: string | null;
  readonly out: string;
  readonly format: ReportFormat;
  /** Empty for none. */
  readonly watermark: string;
}

/** What is wrong with a command line, in both languages. */
export class OptionError extends Error {
  override readonly name = 'OptionError';
}

/** A template by its id or by its name in either language. */
function templateOf(text: string): ReportTemplate {
  const named = REPORT_TEMPLATES.find((id) =>
    [id, ...LOCALES.map((locale) => reportMessages(locale).template[id].name)].includes(text),
  );
  if (named) return named;
  const known = REPORT_TEMPLATES.map((id) => reportMessages('zh').template[id].name).join('、');
  throw new OptionError(`没有模板“${text}”，有：${known}\nThere is no template “${text}”.`);
}

/** Null asks for the help. Throws an OptionError. */
export function parseOptions(args: readonly string[]): Options | null {
  const { values } = read(args);
  if (values.help || args.length === 0) return null;
  const { template, out, lang, watermark, data, edition, year, layer, city, level, scheme } =
    values;
  if (template === undefined || out === undefined)
    throw new OptionError(
      '须有 --template 与 --out，见 --help\n--template and --out are needed, see --help',
    );
  const format = REPORT_FORMATS.find((known) => extname(out).toLowerCase() === `.${known}`);
  if (!format)
    throw new OptionError(
      `--out 须以 .docx、.pptx 或 .zip 结尾：${out}\n--out must end in .docx, .pptx or .zip: ${out}`,
    );
  const locale = LOCALES.find((known) => known === lang);
  if (!locale) throw new OptionError(`--lang：${lang}`);
  if ([...watermark].length > WATERMARK_LETTERS)
    throw new OptionError(
      `--watermark 最多 ${WATERMARK_LETTERS} 字\n--watermark: at most ${WATERMARK_LETTERS} letters`,
    );
  const wish = { template: templateOf(template), locale, edition, layer, city, level, scheme };
  return { wish: { ...wish, period: year }, data: data ?? null, out, format, watermark };
}

function read(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        template: text,
        out: text,
        data: text,
        edition: text,
        year: text,
        layer: text,
        city: text,
        level: text,
        scheme: text,
        lang: { type: 'string', default: 'zh' },
        watermark: { type: 'string', default: '' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (cause) {
    throw new OptionError(cause instanceof Error ? cause.message : String(cause));
  }
}
