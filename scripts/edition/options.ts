/** What the command line of `npm run edition` asks for. */
import type { Locale } from '#lib/model/index.ts';
import { parseArgs } from 'node:util';
import { problem, stopOn, InputError, type Problem } from '../score/problem.ts';

export const HELP = `npm run edition -- --id 2025 --reason "…" [选项 flags]
锁定一版：检查数据、用 SQL 另算一遍、写下结果、方案和校验值。锁定以后不能改，只能由新的一版接替。
Locks an edition: checks the data, has SQL compute the ranking again, keeps result, scheme and
hashes. A locked edition is never changed, only succeeded.
  --id ID           版号：年份，或年份加 -2 等 the year, or the year and -2 or the like
  --reason TEXT     为什么出这一版 why it is published
  --reason-en TEXT  同上，英文（缺省用中文）the same in English (default: as above)
  --date DAY        锁定日（缺省为今天）day of locking (default: today)
  --succeeds ID     接替同一年已锁定的哪一版 the locked edition of that year whose place it takes
  --next ID         锁定后（或只）把 edition.json 改为下一版 then (or only) move edition.json on
  --data DIR        原始表所在文件夹 folder of the raw tables (data)
  --dry-run         全部算好、查好，只是不写 do everything but write
  --lang en         英文报告 report in English (zh)
退出码 exit code：0 成功 done，1 拒绝 refused，2 用法不对 wrong usage`;

export interface EditionOptions {
  /** null: only move edition.json on. */
  readonly id: string | null;
  readonly reason: string;
  readonly reasonEn: string;
  /** Day of locking. */
  readonly date: string;
  readonly succeeds: string | null;
  readonly next: string | null;
  readonly data: string;
  readonly dryRun: boolean;
  readonly locale: Locale;
}

const CONFIG = {
  id: { type: 'string' },
  reason: { type: 'string' },
  'reason-en': { type: 'string' },
  date: { type: 'string' },
  succeeds: { type: 'string' },
  next: { type: 'string' },
  data: { type: 'string', default: 'data' },
  'dry-run': { type: 'boolean', default: false },
  lang: { type: 'string', default: 'zh' },
  help: { type: 'boolean', default: false },
} as const;

/** 2025, 2025-2, 2025-corrected: the year is what is ranked, and the name of the file kept. */
const ID = /^[12]\d{3}(-[A-Za-z0-9_.]+)?$/;

const isDay = (text: string) => {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text;
};

function read(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: CONFIG }).values;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new InputError([
      problem('npm run edition', `${reason}（见 --help）`, `${reason} (--help)`),
    ]);
  }
}

/** null asks for the help. Throws InputError with everything that is wrong with the flags. */
export function parseOptions(args: readonly string[], today: string): EditionOptions | null {
  const values = read(args);
  if (values.help || args.length === 0) return null;
  const { id, reason, next, succeeds, date = today, lang } = values;
  const idProblem = (flag: string, value: string | undefined): Problem[] =>
    value === undefined || ID.test(value)
      ? []
      : [
          problem(
            flag,
            '版号写成年份（2025），或年份加后缀（2025-2）',
            'an edition is called by its year (2025), or year and suffix (2025-2)',
            { found: value },
          ),
        ];
  stopOn([
    ...idProblem('--id', id),
    ...idProblem('--next', next),
    ...idProblem('--succeeds', succeeds),
    ...(id === undefined && next === undefined
      ? [problem('--id', '缺少此项，见 --help', 'is missing, see --help')]
      : []),
    ...(id !== undefined && (reason ?? '').trim() === ''
      ? [problem('--reason', '写明为什么出这一版', 'say why this edition is published')]
      : []),
    ...(isDay(date)
      ? []
      : [
          problem('--date', '写成 2026-03-10 这样的日期', 'a day such as 2026-03-10', {
            found: date,
          }),
        ]),
    ...(lang === 'zh' || lang === 'en'
      ? []
      : [problem('--lang', '可选 zh、en', 'zh or en', { found: lang })]),
  ]);
  return {
    id: id ?? null,
    reason: reason ?? '',
    reasonEn: values['reason-en'] ?? reason ?? '',
    date,
    succeeds: succeeds ?? null,
    next: next ?? null,
    data: values.data,
    dryRun: values['dry-run'],
    locale: lang === 'en' ? 'en' : 'zh',
  };
}
