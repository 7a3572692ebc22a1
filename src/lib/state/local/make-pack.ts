/** From a data folder with imported tables to what a browser keeps and serves. */
import { openPlainEngine } from '#lib/engine/plain/open.ts';
import type { DataSource } from '#lib/engine/load/source.ts';
import { sha256Hex } from '#lib/engine/load/sha256.ts';
import { checkData, fileRole, readJson, type Finding } from '#lib/intake/index.ts';
import { LAYERS, type Layer, type Manifest, type Scheme } from '#lib/model/index.ts';
import { pack, type SchemeInput } from '#lib/publish/index.ts';
import type { Ask } from '../layer-tables/ask.ts';
import { askChoices } from '../ask-choices.ts';
import type { Choices } from '../choices.ts';
import { LOCAL_VERSION, stampOf, type LocalFile, type LocalPack } from './local-pack.ts';
import { overlaySource } from './overlay-source.ts';

interface PackOrder {
  readonly published: Manifest;
  /** Where the published files are. */
  readonly source: DataSource;
  /** The whole data folder, imported tables included. */
  readonly folder: readonly LocalFile[];
  /** The raw files that are not as published. */
  readonly tables: readonly LocalFile[];
  /** Names of the imported files. */
  readonly imported: readonly string[];
}

export type PackResult =
  | { readonly ok: true; readonly pack: LocalPack }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** Checks the whole folder and publishes it into memory. `savedAt` is set when it is kept. */
export async function makePack(order: PackOrder): Promise<PackResult> {
  const { published, source, folder, tables, imported } = order;
  const { findings, output } = checkData(folder);
  if (!output)
    return { ok: false, findings: findings.filter(({ severity }) => severity === 'error') };
  const rolesOf = (kind: 'scheme' | 'old_scheme') =>
    folder.filter(({ path }) => fileRole(path).kind === kind).flatMap(schemeOf);
  const packed = pack({
    ...output,
    schemes: rolesOf('scheme'),
    oldSchemes: rolesOf('old_scheme'),
    inputs: folder,
  });
  const there = new Set(published.files.map(({ path }) => path));
  const own = packed.files.filter(
    ({ path }) => path.endsWith('.parquet') && !path.startsWith('raw/') && !there.has(path),
  );
  const layers = changedLayers(packed.manifest, published);
  const hash = sha256Hex(
    new TextEncoder().encode(packed.manifest.files.map(({ sha256 }) => sha256).join()),
  ).slice(0, 12);
  const manifest: Manifest = {
    ...packed.manifest,
    local: { savedAt: '', files: imported, layers, hash },
  };
  const result: LocalPack = {
    version: LOCAL_VERSION,
    base: stampOf(published),
    manifest,
    files: own,
    tables,
    choices: await choicesOf(manifest, own, source),
  };
  return { ok: true, pack: result };
}

/** Layers with a table of numbers that is not as published. */
function changedLayers(now: Manifest, published: Manifest): Layer[] {
  const there = new Set(published.files.map(({ path }) => path));
  return LAYERS.filter((layer) =>
    now.files.some(
      (file) => file.layer === layer && file.table === 'observation' && !there.has(file.path),
    ),
  );
}

function schemeOf({ path, bytes }: LocalFile): SchemeInput[] {
  const json = readJson(path, bytes);
  if (!json.ok) return [];
  const { id, version } = json.value as Pick<Scheme, 'id' | 'version'>;
  return [{ id, version, path, bytes }];
}

async function choicesOf(
  manifest: Manifest,
  own: readonly LocalFile[],
  source: DataSource,
): Promise<Choices> {
  const layers = LAYERS.filter((layer) => manifest.files.some((file) => file.layer === layer));
  const entries = await Promise.all(
    layers.map(async (layer) => {
      const engine = openPlainEngine(overlaySource(own, source), manifest, layer);
      const ask: Ask = (query, params) => engine.query(query, params);
      const choices = await askChoices(ask);
      await engine.close();
      return [layer, choices] as const;
    }),
  );
  return Object.fromEntries(entries);
}
