/** What `npm run edition` says. */
import {
  RANK_STATUS_KINDS,
  type LocalText,
  type Locale,
  type RankStatusKind,
} from '#lib/model/index.ts';
import type { Edition, InputFile } from '#lib/intake/index.ts';
import type { EditionOptions } from './options.ts';
import type { Plan } from './plan.ts';

const STATUS_WORDS: Readonly<Record<RankStatusKind, LocalText>> = {
  ranked: { zh: '参加排名', en: 'ranked' },
  no_data: { zh: '未报送', en: 'no data' },
  low_availability: { zh: '缺报太多', en: 'too many gaps' },
  dimension_missing: { zh: '缺维度', en: 'a dimension missing' },
  low_nonzero: { zh: '零值太多', en: 'too many zeros' },
  excluded: { zh: '方案规定不参与', en: 'left out by the scheme' },
  not_computable: { zh: '无法计算', en: 'not computable' },
};

export function formatPlan({ entry, statuses }: Plan, locale: Locale): string[] {
  const zh = locale === 'zh';
  const by = RANK_STATUS_KINDS.flatMap((kind) => {
    const count = statuses.get(kind) ?? 0;
    return count === 0 ? [] : [`${STATUS_WORDS[kind][locale]} ${count}`];
  });
  return [
    zh
      ? `${entry.id} 版：${entry.layer} 层 ${entry.period} 年，截至 ${entry.cutoff}，方案 ${entry.scheme} ${entry.scheme_version}`
      : `Edition ${entry.id}: layer ${entry.layer}, year ${entry.period}, cut-off ${entry.cutoff}, scheme ${entry.scheme} ${entry.scheme_version}`,
    ...(entry.succeeds === undefined
      ? []
      : [zh ? `  接替 ${entry.succeeds} 版` : `  succeeds ${entry.succeeds}`]),
    `  ${by.join(zh ? '，' : ', ')}`,
    `  ${zh ? '结果' : 'result'} ${entry.result_path} ${entry.result_sha256}`,
    `  ${zh ? '方案' : 'scheme'} ${entry.scheme_path} ${entry.scheme_sha256}`,
    zh
      ? `  依据 ${entry.inputs.length} 个数据文件`
      : `  rests on ${entry.inputs.length} files of data`,
    zh ? '与上一版相比：' : 'Changes since the edition before:',
    ...entry.changes.map((change) => `  · ${change[locale]}`),
  ];
}

export function formatWritten(
  files: readonly InputFile[],
  { dryRun, data, id, date }: EditionOptions,
  locale: Locale,
): string[] {
  const zh = locale === 'zh';
  const paths = files.map(({ path }) => `  ${data}/${path}`);
  if (dryRun)
    return [zh ? '试运行，没有写出。会写出：' : 'Dry run, nothing written. Would write:', ...paths];
  return [
    id === null
      ? zh
        ? '已写出：'
        : 'Written:'
      : zh
        ? `${id} 版已锁定（${date}），已写出：`
        : `Edition ${id} is locked (${date}). Written:`,
    ...paths,
  ];
}

/** Where edition.json moved to, and which table that year still lacks. */
export function formatNext(next: Edition, files: readonly InputFile[], locale: Locale): string[] {
  const zh = locale === 'zh';
  const table = `${next.layer}/observations/${next.cutoff.slice(0, 4)}.csv`;
  return [
    zh
      ? `正在编的一版：${next.id}，截至 ${next.cutoff}`
      : `Edition in work: ${next.id}, cut-off ${next.cutoff}`,
    ...(files.some(({ path }) => path === table)
      ? []
      : [
          zh
            ? `  还没有 ${table}：用 npm run intake 导入之前，npm run data 会指出缺少它`
            : `  There is no ${table} yet: until it is imported (npm run intake), npm run data will ask for it`,
        ]),
  ];
}
