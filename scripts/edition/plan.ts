/** An edition computed, with the files that lock it; nothing is written here. */
import { fileRole, readLedger, type Edition, type InputFile } from '#lib/intake/index.ts';
import type { LocalText, ManifestEdition, Scheme } from '#lib/model/index.ts';
import { unitTable, type Dataset } from '#lib/queries/dataset.ts';
import { score } from '#lib/scoring/index.ts';
import { createHash } from 'node:crypto';
import Papa from 'papaparse';
import { problem, stopOn } from '../score/problem.ts';
import { changesSince, type Side } from './changes.ts';
import { standing, yearOf } from './check-request.ts';
import { folderThen, inputsOf } from './folder-then.ts';
import { layerDataset } from './layer-dataset.ts';
import type { EditionOptions } from './options.ts';
import { publishedRows, publishedText, readPublished } from './published-result.ts';

export const LEDGER = 'editions.json';

export interface Plan {
  readonly entry: ManifestEdition;
  /** Of the index, by status: how many institutions are ranked, and how many are not and why. */
  readonly statuses: ReadonlyMap<string, number>;
  /** Files to write, relative to the data folder; the ledger is the last. */
  readonly files: readonly InputFile[];
}

const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** The editions locked so far, oldest first. */
export function ledgerOf(files: readonly InputFile[]): readonly ManifestEdition[] {
  const file = files.find(({ path }) => path === LEDGER);
  return file ? readLedger(LEDGER, file.bytes).editions : [];
}

/** The scheme in force and its bytes. */
function currentScheme(files: readonly InputFile[], id: string) {
  for (const { path, bytes } of files)
    if (fileRole(path).kind === 'scheme') {
      const scheme = JSON.parse(decode(bytes)) as Scheme;
      if (scheme.id === id) return { scheme, bytes };
    }
  throw new Error(`no scheme ${id}`);
}

/** A version of a scheme is one text for ever. */
function checkVersion(path: string, bytes: Uint8Array, files: readonly InputFile[]): void {
  const kept = files.find((file) => file.path === path);
  if (kept && sha256(kept.bytes) !== sha256(bytes))
    stopOn([
      problem(
        path,
        '方案文件已改动，而版本号没有变：改动方案须换版本号（version）',
        'the scheme was changed, its version was not: a changed scheme has another version',
      ),
    ]);
}

/** Numbers of a table that were revised: by institution, indicator and period, each once. */
function revisedIn(bytes: Uint8Array): number {
  const rows = Papa.parse<Record<string, string>>(decode(bytes).trimEnd(), { header: true }).data;
  const keys = rows
    .filter((row) => Number(row['revision']) > 0)
    .map((row) => [row['institution_id'], row['indicator'], row['period']].join('|'));
  return new Set(keys).size;
}

/** The edition that a new one is compared with: the one it succeeds, else the last of a former year. */
function editionBefore(
  id: string,
  inForce: Edition,
  ledger: readonly ManifestEdition[],
): ManifestEdition | undefined {
  const same = standing(ledger, inForce, yearOf(id));
  if (same) return same;
  return ledger
    .filter(({ layer, period }) => layer === inForce.layer && period < yearOf(id))
    .sort((a, b) => (a.period < b.period ? -1 : a.period > b.period ? 1 : 0))
    .pop();
}

/** The edition as the computation takes it: that in force, or that of a past year. */
export function editionAsked(
  id: string,
  inForce: Edition,
  ledger: readonly ManifestEdition[],
): Edition {
  const before = standing(ledger, inForce, yearOf(id));
  return { ...inForce, id, cutoff: before?.cutoff ?? inForce.cutoff };
}

function nameIn({ institutions }: Dataset): (id: string) => LocalText {
  const names = new Map(
    institutions.map(({ institution_id, name_zh, name_en }) => [
      institution_id,
      { zh: name_zh, en: name_en },
    ]),
  );
  return (id) => names.get(id) ?? { zh: id, en: id };
}

/**
 * Computes the edition from the files of a clean data folder. Throws InputError where the scheme
 * was changed under its version, or the file of the result is there already.
 */
export function planEdition(
  files: readonly InputFile[],
  inForce: Edition,
  options: EditionOptions & { readonly id: string },
  toolVersion: string,
): Plan {
  const ledger = ledgerOf(files);
  const edition = editionAsked(options.id, inForce, ledger);
  const { scheme, bytes: schemeBytes } = currentScheme(files, edition.scheme);
  const then = folderThen(files, edition);
  const dataset = layerDataset(then, edition.layer, scheme);
  const result = score(unitTable(dataset, scheme), scheme);
  const period = yearOf(edition.id);
  const sources = new Map(
    dataset.institutions.map(({ institution_id, source_id }) => [institution_id, source_id]),
  );
  const sourceOf = (id: string) => sources.get(id) ?? '';
  const rows = publishedRows({ id: edition.id, period, sourceOf }, scheme, result);
  const text = encode(publishedText(rows));

  const schemePath = `schemes/history/${scheme.id}-${scheme.version}.json`;
  const resultPath = `${edition.layer}/published/${edition.id}.csv`;
  checkVersion(schemePath, schemeBytes, files);
  if (files.some(({ path }) => path === resultPath))
    stopOn([
      problem(
        resultPath,
        '已有这个文件，但 editions.json 中没有这一版：移走该文件再试',
        'this file is there, and editions.json has no such edition: move it away and try again',
      ),
    ]);

  const inputs = inputsOf(then, edition).map(({ path, bytes }) => ({
    path,
    sha256: sha256(bytes),
  }));
  const facts = { id: edition.id, scheme: scheme.id, scheme_version: scheme.version, inputs };
  const entry: ManifestEdition = {
    id: edition.id,
    ...(options.succeeds === null ? {} : { succeeds: options.succeeds }),
    layer: edition.layer,
    period,
    cutoff: edition.cutoff,
    locked_on: options.date,
    scheme: scheme.id,
    scheme_version: scheme.version,
    scheme_path: schemePath,
    scheme_sha256: sha256(schemeBytes),
    result_path: resultPath,
    result_sha256: sha256(text),
    inputs,
    tool_version: toolVersion,
    reason: { zh: options.reason, en: options.reasonEn },
    changes: changesSince(
      sideBefore(files, editionBefore(edition.id, inForce, ledger)),
      { edition: facts, rows },
      {
        name: nameIn(dataset),
        revisedIn: (path) => {
          const file = then.find((one) => one.path === path);
          return file ? revisedIn(file.bytes) : 0;
        },
      },
    ),
  };
  const statuses = new Map<string, number>();
  for (const { element, status } of rows)
    if (element === scheme.index.code) statuses.set(status, (statuses.get(status) ?? 0) + 1);
  return {
    entry,
    statuses,
    files: [
      ...(files.some(({ path }) => path === schemePath)
        ? []
        : [{ path: schemePath, bytes: schemeBytes }]),
      { path: resultPath, bytes: text },
      { path: LEDGER, bytes: encode(`${JSON.stringify([...ledger, entry], null, 2)}\n`) },
    ],
  };
}

function sideBefore(files: readonly InputFile[], entry: ManifestEdition | undefined): Side | null {
  const result = entry && files.find(({ path }) => path === entry.result_path);
  return entry && result ? { edition: entry, rows: readPublished(decode(result.bytes)) } : null;
}
