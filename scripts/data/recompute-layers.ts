import { openNodeEngine } from '#lib/engine/node/node-engine.ts';
import {
  LAYERS,
  RECOMPUTE_TOLERANCE,
  type Layer,
  type LocalText,
  type Manifest,
  type ManifestRecomputation,
  type RecomputeVerdict,
  type Scheme,
} from '#lib/model/index.ts';
import { manifestFile, type PublishedFile, type SchemeInput } from '#lib/publish/index.ts';
import { makeDataset, queryDataset, unitTable } from '#lib/queries/dataset.ts';
import { recompute } from '#lib/queries/recompute/index.ts';
import { score } from '#lib/scoring/index.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFiles } from './replace-folder.ts';

/** What became of one ranking when it was computed a second time. */
export interface LayerVerdict {
  readonly layer: Layer;
  readonly scheme: string;
  readonly verdict: RecomputeVerdict;
  /** Names of the institutions by id. */
  readonly names: ReadonlyMap<string, LocalText>;
}

/**
 * Scores every layer that has institutions by every scheme, from the files about to be published,
 * and has native DuckDB compute the same again in SQL (R137).
 */
export async function recomputeLayers(
  { files, manifest }: { readonly files: readonly PublishedFile[]; readonly manifest: Manifest },
  schemes: readonly SchemeInput[],
): Promise<LayerVerdict[]> {
  const folder = await mkdtemp(join(tmpdir(), 'hengjian-recompute-'));
  try {
    const tables = files.filter(({ path }) => path.endsWith('.parquet'));
    await writeFiles(folder, [...tables, manifestFile(manifest)]);
    const parsed = schemes.map(
      ({ bytes }) => JSON.parse(new TextDecoder().decode(bytes)) as Scheme,
    );
    const verdicts: LayerVerdict[] = [];
    for (const layer of LAYERS)
      if (hasInstitutions(manifest, layer))
        verdicts.push(...(await recomputeLayer(folder, layer, parsed)));
    return verdicts;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const hasInstitutions = ({ files }: Manifest, layer: Layer): boolean =>
  files.some((file) => file.layer === layer && file.table === 'institution' && file.rows > 0);

async function recomputeLayer(
  folder: string,
  layer: Layer,
  schemes: readonly Scheme[],
): Promise<LayerVerdict[]> {
  const engine = await openNodeEngine(folder, layer);
  try {
    const verdicts: LayerVerdict[] = [];
    for (const scheme of schemes) {
      const dataset = makeDataset(layer, await queryDataset(engine, scheme));
      const result = score(unitTable(dataset, scheme), scheme);
      const verdict = await recompute(engine, scheme, result);
      const names = new Map(
        dataset.institutions.map(({ institution_id, name_zh, name_en }) => [
          institution_id,
          { zh: name_zh, en: name_en },
        ]),
      );
      verdicts.push({ layer, scheme: scheme.id, verdict, names });
    }
    return verdicts;
  } finally {
    await engine.close();
  }
}

/**
 * A verdict as the manifest keeps it. The largest difference is left out: its digits may depend on
 * the machine, and the same data are to give the same bytes everywhere.
 */
export function manifestEntry({ layer, scheme, verdict }: LayerVerdict): ManifestRecomputation {
  const agrees = verdict.kind === 'agrees';
  return {
    layer,
    scheme,
    verdict: agrees ? 'agrees' : 'not_covered',
    rows: agrees ? verdict.rows : 0,
    tolerance: RECOMPUTE_TOLERANCE,
  };
}
