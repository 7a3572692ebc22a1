/** Codes of indicators as words: who hands in a table knows its headings, not our codes. */
import type { LocalText } from '#lib/model/index.ts';
import type { Folder } from '../folder.ts';
import type { ImportFinding } from '../outcome.ts';

/** No part of a path, an address or a longer word; shorter ones may be columns of a sheet. */
const CODE = /(?<![\w./!-])[A-Z][A-Z0-9_]{2,}(?![\w./!-])/g;

type Names = ReadonlyMap<string, LocalText>;

const namesOf = ({ data }: Folder): Names =>
  new Map(
    data.rows.indicator.flatMap(({ values: { indicator, name_zh, name_en } }) =>
      indicator === null || name_zh === null
        ? []
        : [[indicator, { zh: name_zh, en: name_en ?? name_zh }] as const],
    ),
  );

function worded(text: string, names: Names, locale: 'zh' | 'en'): string {
  const codes: string[] = [];
  const words = text.replace(CODE, (code) => {
    const name = names.get(code)?.[locale];
    if (name === undefined) return code;
    if (!codes.includes(code)) codes.push(code);
    // Where the name stands beside its code, it is not said twice.
    return text.includes(`${name} ${code}`) || text.includes(`${code} ${name}`) ? '' : name;
  });
  if (codes.length === 0) return text;
  const tidy = words.replace(/ {2,}/g, ' ').trim();
  return locale === 'zh' ? `${tidy}（${codes.join('、')}）` : `${tidy} (${codes.join(', ')})`;
}

/** The findings with names in place of codes; the codes stand in brackets at the end. */
export function inWords(findings: readonly ImportFinding[], folder: Folder): ImportFinding[] {
  const names = namesOf(folder);
  const both = ({ zh, en }: LocalText): LocalText => ({
    zh: worded(zh, names, 'zh'),
    en: worded(en, names, 'en'),
  });
  return findings.map((finding) => ({
    ...finding,
    rule: both(finding.rule),
    todo: both(finding.todo),
  }));
}
