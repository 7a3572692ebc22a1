/** The default trends as the build computes them. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { textsOf } from '#lib/i18n/index.ts';
import { trendsMessages } from '#lib/i18n/views/trends.ts';
import { schemeColumns, type Locale, type Scheme } from '#lib/model/index.ts';
import { unitTable } from '#lib/state/dataset.ts';
import { readSite, scoreLayer } from '#lib/state/server/site.ts';
import { readTrendTables } from '#lib/state/server/trends.ts';
import { trendsDefaults } from '#lib/state/trends-view.ts';
import { explainChange } from '#lib/views/trends/explain.ts';
import { stockFigure, trendsFigure } from '#lib/views/trends/figure.ts';
import { trendsHeadings } from '#lib/views/trends/headings.ts';
import { trendsModel } from '#lib/views/trends/model.ts';
import { speech } from '#lib/views/trends/words.ts';

async function compute() {
  const { manifest, schemes } = await readSite();
  const view = trendsDefaults(manifest, schemes);
  const { dataset, scheme, result } = await scoreLayer(view.layer, view.scheme);
  const { catalogue, records } = await readTrendTables(view.layer, schemeColumns(scheme));
  const model = trendsModel({ dataset, scheme, result, records, catalogue }, view);
  const [first] = model.lines.filter(({ colour }) => colour !== null);
  const [from, to] = [model.periods[0], model.periods[model.periods.length - 1]];
  const table = unitTable(dataset, scheme);
  const explanation =
    first && from !== undefined && to !== undefined && from !== to
      ? explainChange(
          { table, scheme, period: from, result },
          { table, scheme, period: to, result },
          first.id,
          view.level,
        )
      : null;
  return { model, scheme, catalogue, explanation, history: await formerSchemes() };
}

let computed: ReturnType<typeof compute> | undefined;

export const defaultTrends = () => (computed ??= compute());

/** The schemes of the locked editions, each version once. */
async function formerSchemes(): Promise<Scheme[]> {
  const { manifest } = await readSite();
  const paths = [...new Set(manifest.editions.map(({ scheme_path }) => scheme_path))];
  return Promise.all(
    paths.map(
      async (path) =>
        JSON.parse(await readFile(join(process.cwd(), 'static', 'data', path), 'utf8')) as Scheme,
    ),
  );
}

/** The two figures of the page. Throws where there is nothing to draw. */
export async function trendsFigureOf(name: 'trends' | 'trends-stock', locale: Locale) {
  const { manifest, choices } = await readSite();
  const { model, scheme } = await defaultTrends();
  const words = speech(locale, textsOf(locale, manifest), trendsMessages(locale), scheme);
  const headings = trendsHeadings(model, scheme, manifest, choices, words);
  if (name === 'trends') return trendsFigure(model, scheme, manifest, headings, '', words);
  const stock = stockFigure(model, scheme, manifest, headings.place, '', words);
  if (!stock) throw new Error('The default trends hold no stock to draw.');
  return stock;
}
