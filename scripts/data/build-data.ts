import { checkData, fileRole, hasErrors, type FileRole, type Finding } from '#lib/intake/index.ts';
import type { Locale, Manifest } from '#lib/model/index.ts';
import { manifestFile, pack } from '#lib/publish/index.ts';
import { checkEditions } from './check-editions.ts';
import { checkSchemes } from './check-schemes.ts';
import type { Log } from './log.ts';
import { readFolder } from './read-folder.ts';
import { manifestEntry, recomputeLayers, type LayerVerdict } from './recompute-layers.ts';
import { replaceFolder } from './replace-folder.ts';
import { formatAccounts, formatFindings, formatManifest, formatOutcome } from './report.ts';
import { formatVerdicts } from './report-recomputed.ts';

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
  /** What a second computation of every ranking came to; empty where findings forbid to compute. */
  readonly recomputed: readonly LayerVerdict[];
  /** Absent after an error. */
  readonly manifest?: Manifest;
}

/**
 * Reads and checks the raw tables and, only if there is no error at all and the rankings come out
 * the same when they are computed again by SQL (R137), writes Parquet files, schemes and
 * manifest.json. Otherwise the output folder is as it was.
 */
export async function buildData(options: BuildDataOptions): Promise<BuildDataResult> {
  const { dataDir, outDir, log, locale = 'zh' } = options;
  const say = (zh: string, en: string) => log.step(locale === 'zh' ? zh : en);

  say(`读取 ${dataDir}`, `reading ${dataDir}`);
  const files = (await readFolder(dataDir)).filter(({ path }) => fileRole(path).kind !== 'ignored');
  say(`检查 ${files.length} 个文件`, `checking ${files.length} files`);
  const filesOf = (kind: FileRole['kind']) =>
    files.filter(({ path }) => fileRole(path).kind === kind);
  const schemes = checkSchemes(filesOf('scheme'));
  const oldSchemes = checkSchemes(filesOf('old_scheme'));
  const { findings, accounts, output } = checkData(files, [
    ...schemes.findings,
    ...oldSchemes.findings,
    ...checkEditions(files),
  ]);
  formatFindings(findings, locale).forEach((text) => log.line(text));
  if (hasErrors(findings) || !output) {
    log.line(formatOutcome(findings, locale));
    return { ok: false, findings, recomputed: [] };
  }

  formatAccounts(accounts, locale).forEach((text) => log.line(text));
  log.line(formatOutcome(findings, locale));
  const packed = pack({
    ...output,
    schemes: schemes.schemes,
    oldSchemes: oldSchemes.schemes,
    inputs: files,
  });

  say('用 SQL 另算一遍', 'computing again in SQL');
  const recomputed = await recomputeLayers(packed, schemes.schemes);
  formatVerdicts(recomputed, locale).forEach((text) => log.line(text));
  if (recomputed.some(({ verdict }) => verdict.kind === 'differs'))
    return { ok: false, findings, recomputed };

  const manifest = { ...packed.manifest, recomputed: recomputed.map(manifestEntry) };
  if (outDir !== null) {
    say(`写出 ${outDir}`, `writing ${outDir}`);
    await replaceFolder(outDir, [...packed.files, manifestFile(manifest)]);
    log.line(formatManifest(manifest, locale));
  }
  return { ok: true, findings, recomputed, manifest };
}
