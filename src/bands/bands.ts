/** The public edition as the build computes it: only what comes out of here reaches a page. */
import { join } from 'node:path';
import { openNodeEngine } from '#lib/engine/node/node-engine.ts';
import { published } from '#lib/queries/index.ts';
import { DATA_FOLDER, readSite, scoreLayer } from '#lib/state/server/site.ts';
import { bandsModel, type BandsModel } from '#lib/views/bands/model.ts';
import type { Manifest, Scheme } from '#lib/model/index.ts';

export interface PublicEdition {
  readonly model: BandsModel;
  readonly edition: Manifest['edition'];
  /** Name, version and whose weights; what the scheme computes stays out. */
  readonly scheme: Pick<Scheme, 'name' | 'version' | 'weights_label'>;
  readonly locked: readonly string[];
}

let edition: Promise<PublicEdition> | undefined;

export const publicEdition = (): Promise<PublicEdition> => (edition ??= compute());

async function compute(): Promise<PublicEdition> {
  const { manifest, choices } = await readSite();
  const { layer, scheme: id } = manifest.edition;
  const { dataset, scheme, result } = await scoreLayer(layer, id);
  const engine = await openNodeEngine(join(DATA_FOLDER), layer);
  try {
    const model = bandsModel({
      dataset,
      result,
      scheme,
      periods: choices[layer]?.periods ?? [],
      published: await engine.query(published, {}),
    });
    const { name, version, weights_label } = scheme;
    return {
      model,
      edition: manifest.edition,
      scheme: { name, version, weights_label },
      locked: manifest.editions.filter((one) => one.layer === layer).map(({ period }) => period),
    };
  } finally {
    await engine.close();
  }
}
