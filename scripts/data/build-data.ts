import { checkData, fileRole, hasErrors, type Finding } from '#lib/intake/index.ts';
import type { Locale, Manifest } from '#lib/model/index.ts';
import { checkSchemes } from './check-schemes.ts';
import type { Log } from './log.ts';
import { pack } from './pack.ts';
import { readFolder } from './read-folder.ts';
import { replaceFolder } from './replace-folder.ts';
import { formatAccounts, formatFindings, formatManifest, formatOutcome } from './report.ts';

export interface BuildDataOptions {
  readonly dataDir: string;
  /** The published folder, replaced as a whole; `null` checks only and writes nothing. */
  readonly outDir: string | null;
  readonly log: Log;
  readonly locale?: Locale;
}

export interface BuildDataResult {
  readonly ok: boolean;
  readonly findings: readonly Finding[];
  /** Absent after an error. */
  readonly manifest?: Manifest;
}

/**
 * Reads and checks the raw tables and, only if there is no error at all, writes Parquet files,
 * schemes and manifest.json. After an error the output folder is as it was.
 */
export async function buildData(options: BuildDataOptions): Promise<BuildDataResult> {
  const { dataDir, outDir, log, locale = 'zh' } = options;
  const say = (zh: string, en: string) => log.step(locale === 'zh' ? zh : en);

  say(`读取 ${dataDir}`, `reading ${dataDir}`);
  const files = (await readFolder(dataDir)).filter(({ path }) => fileRole(path).kind !== 'ignored');
  say(`检查 ${files.length} 个文件`, `checking ${files.length} files`);
  const schemes = checkSchemes(files.filter(({ path }) => fileRole(path).kind === 'scheme'));
  const { findings, accounts, output } = checkData(files, schemes.findings);
  formatFindings(findings, locale).forEach((text) => log.line(text));
  if (hasErrors(findings) || !output) {
    log.line(formatOutcome(findings, locale));
    return { ok: false, findings };
  }

  formatAccounts(accounts, locale).forEach((text) => log.line(text));
  log.line(formatOutcome(findings, locale));
  const packed = pack({ ...output, schemes: schemes.schemes, inputs: files });
  if (outDir !== null) {
    say(`写出 ${outDir}`, `writing ${outDir}`);
    await replaceFolder(outDir, packed.files);
    log.line(formatManifest(packed.manifest, locale));
  }
  return { ok: true, findings, manifest: packed.manifest };
}
