import type { FileAccount, Finding } from '#lib/intake/index.ts';
import type { Locale, Manifest } from '#lib/model/index.ts';

const WORDS = {
  zh: {
    error: '错误',
    warning: '提示',
    row: (row: number) => `第 ${row} 行`,
    found: '值',
    rule: '规则',
    todo: '处理',
    empty: '（空）',
    errors: (errors: number, warnings: number) =>
      `${errors} 个错误，${warnings} 条提示：未写出任何文件，原有数据保持不变`,
    clean: (warnings: number) => `检查通过，${warnings} 条提示`,
    account: '读入各表（行数 = 采用 + 被更正 + 未读）',
    written: (files: number, rows: number, kilobytes: string) =>
      `写出 ${files} 个文件，${rows} 行，${kilobytes} KB`,
  },
  en: {
    error: 'error',
    warning: 'note',
    row: (row: number) => `row ${row}`,
    found: 'found',
    rule: 'rule',
    todo: 'to do',
    empty: '(empty)',
    errors: (errors: number, warnings: number) =>
      `${errors} errors, ${warnings} notes: nothing was written, the data from before is untouched`,
    clean: (warnings: number) => `all checks passed, ${warnings} notes`,
    account: 'Tables read (rows = kept + superseded + left out)',
    written: (files: number, rows: number, kilobytes: string) =>
      `wrote ${files} files, ${rows} rows, ${kilobytes} KB`,
  },
} as const;

function placeOf(finding: Finding, locale: Locale): string {
  const parts = [
    finding.cell ?? '',
    finding.row === null ? '' : WORDS[locale].row(finding.row),
    finding.column ?? '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** A long cell is cut for the screen; the finding itself keeps all of it. */
const clip = (text: string) => (text.length > 120 ? `${text.slice(0, 119)}…` : text);

function formatFinding(finding: Finding, locale: Locale): string[] {
  const words = WORDS[locale];
  const found = finding.found === '' ? words.empty : clip(JSON.stringify(finding.found));
  return [
    `  ${finding.severity === 'error' ? '✗' : '!'} ${placeOf(finding, locale)} [${finding.code}]`,
    `      ${words.found}  ${found}`,
    `      ${words.rule}  ${finding.rule[locale]}`,
    `      ${words.todo}  ${finding.todo[locale]}`,
  ];
}

/** All findings, errors before warnings, each group under the name of its file. */
export function formatFindings(findings: readonly Finding[], locale: Locale): string[] {
  const words = WORDS[locale];
  return (['error', 'warning'] as const).flatMap((severity) => {
    const chosen = findings.filter((finding) => finding.severity === severity);
    const files = [...new Set(chosen.map((finding) => finding.file))];
    return files.flatMap((file) => {
      const own = chosen.filter((finding) => finding.file === file);
      return [
        `${words[severity]} · ${file} (${own.length})`,
        ...own.flatMap((finding) => formatFinding(finding, locale)),
      ];
    });
  });
}

/** One line for the outcome of the checks. */
export function formatOutcome(findings: readonly Finding[], locale: Locale): string {
  const errors = findings.filter((finding) => finding.severity === 'error').length;
  const warnings = findings.length - errors;
  return errors > 0 ? WORDS[locale].errors(errors, warnings) : WORDS[locale].clean(warnings);
}

export function formatAccounts(accounts: readonly FileAccount[], locale: Locale): string[] {
  const width = Math.max(...accounts.map((account) => account.file.length), 0);
  return [
    WORDS[locale].account,
    ...accounts.map(
      ({ file, rows, kept, superseded, left_out }) =>
        `  ${file.padEnd(width)} ${String(rows).padStart(6)} = ${kept} + ${superseded} + ${left_out}`,
    ),
  ];
}

export function formatManifest(manifest: Manifest, locale: Locale): string {
  const rows = manifest.files.reduce((sum, file) => sum + file.rows, 0);
  const bytes = [...manifest.files, ...manifest.schemes].reduce((sum, file) => sum + file.bytes, 0);
  const files = manifest.files.length + manifest.schemes.length + 1;
  return WORDS[locale].written(files, rows, (bytes / 1024).toFixed(1));
}
