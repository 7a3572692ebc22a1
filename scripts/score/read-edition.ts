import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EngineError } from '#lib/engine/engine.ts';
import { parseManifest } from '#lib/engine/load/manifest.ts';
import { openNodeEngine } from '#lib/engine/node/node-engine.ts';
import type { Layer, Locale, Scheme } from '#lib/model/index.ts';
import { makeDataset, queryDataset, unitTable } from '#lib/queries/dataset.ts';
import { InputError, problem } from './problem.ts';
import type { SourcedTable } from './report.ts';

/**
 * Takes what a scheme needs from the published data, verified by their hashes. Throws InputError
 * when there are none or they are damaged.
 */
export async function readEdition(
  folder: string,
  scheme: Scheme,
  layer: Layer | null,
  locale: Locale,
): Promise<SourcedTable> {
  const file = join(folder, 'manifest.json');
  if (!existsSync(file))
    throw new InputError([
      problem(
        file,
        '还没有已发布的数据，请先运行 npm run data',
        'nothing is published yet: run npm run data first',
      ),
    ]);
  try {
    const { edition } = parseManifest(await readFile(file, 'utf8'));
    const chosen = layer ?? edition.layer;
    const engine = await openNodeEngine(folder, chosen);
    try {
      const dataset = makeDataset(chosen, await queryDataset(engine, scheme));
      const names = dataset.institutions.map(
        (of) => [of.institution_id, locale === 'zh' ? of.name_zh : of.name_en] as const,
      );
      return {
        table: unitTable(dataset, scheme),
        names: new Map(names),
        source: { file: folder, edition: edition.id, layer: chosen },
      };
    } finally {
      await engine.close();
    }
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    throw new InputError([
      problem(
        error.subject ?? folder,
        `已发布的数据无法使用，请重新运行 npm run data（${error.code}：${error.message}）`,
        `the published data cannot be used, run npm run data again (${error.code}: ${error.message})`,
      ),
    ]);
  }
}
