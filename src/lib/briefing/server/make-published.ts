/** Reports of the published data, outside a browser: for the command line. */
import { openNodeEngine } from '#lib/engine/node/node-engine.ts';
import type { Layer, Locale, Manifest } from '#lib/model/index.ts';
import { scopeDefaults, SCOPE_LEVELS, type Scope } from '#lib/state/scope.ts';
import { PUBLISHED, type PublishedFolder } from '#lib/state/server/site.ts';
import { composeReport, writeReport, type MadeReport, type Writing } from '../make-report.ts';
import { readMaterial } from '../material.ts';
import type { Paint } from '../pictures.ts';
import type { ReportFormat, ReportRequest, ReportTemplate } from '../request.ts';

export { PUBLISHED, publishedFolder, type PublishedFolder } from '#lib/state/server/site.ts';

/** What may be asked for; what is left out is that of the edition in force. */
export interface Wish {
  readonly template: ReportTemplate;
  readonly locale: Locale;
  readonly edition?: string | undefined;
  readonly period?: string | undefined;
  readonly layer?: string | undefined;
  readonly city?: string | undefined;
  readonly level?: string | undefined;
  readonly scheme?: string | undefined;
}

/** A wish that the published data cannot meet: which part of it, and what there is instead. */
export class WishError extends Error {
  override readonly name = 'WishError';
  readonly part: keyof Wish;
  readonly found: string;
  readonly known: readonly string[];

  constructor(part: keyof Wish, found: string, known: readonly string[]) {
    super(`There is no ${part} ${found}; there is ${known.join(', ')}.`);
    this.part = part;
    this.found = found;
    this.known = known;
  }
}

function known<T extends string>(part: keyof Wish, found: string, all: readonly T[]): T {
  const match = all.find((one) => one === found);
  if (match === undefined) throw new WishError(part, found, all);
  return match;
}

/** Throws a WishError for what is not published. */
export async function requestOf(
  wish: Wish,
  from: PublishedFolder = PUBLISHED,
): Promise<ReportRequest> {
  const { manifest, schemes, choices } = await from.readSite();
  const defaults = scopeDefaults(manifest, schemes);
  // A locked edition is computed from a folder of its own.
  if (wish.edition !== undefined) known('edition', wish.edition, [manifest.edition.id]);
  const layers = layersOf(manifest);
  const layer = known('layer', wish.layer ?? defaults.layer, layers);
  const offered = choices[layer];
  const cities = offered?.cities.map(({ code }) => code) ?? [];
  const scope: Scope = {
    layer,
    period: known('period', wish.period ?? defaults.period, offered?.periods ?? []),
    city: wish.city === undefined ? null : known('city', wish.city, cities),
    level: known('level', wish.level ?? defaults.level, SCOPE_LEVELS),
    scheme: known(
      'scheme',
      wish.scheme ?? defaults.scheme,
      schemes.map(({ id }) => id),
    ),
  };
  return { ...scope, template: wish.template, locale: wish.locale };
}

/** Layers with institutions. */
const layersOf = (manifest: Manifest): Layer[] =>
  [...new Set(manifest.files.map(({ layer }) => layer))].filter((layer) => layer !== 'reported');

/** Composes, draws and writes a report. Throws when `npm run data` has not been run. */
export async function makePublished(
  request: ReportRequest,
  format: ReportFormat,
  paint: Paint,
  writing: Writing = {},
  from: PublishedFolder = PUBLISHED,
): Promise<MadeReport> {
  return writeReport(await composePublished(request, from), format, paint, writing);
}

/** The report of a request, not yet drawn. */
export async function composePublished(request: ReportRequest, from: PublishedFolder = PUBLISHED) {
  const { manifest, choices } = await from.readSite();
  const { dataset, scheme, result } = await from.scoreLayer(request.layer, request.scheme);
  const engine = await openNodeEngine(from.folder, request.layer);
  try {
    const scored = { manifest, choices, scheme, dataset, result };
    const material = await readMaterial(scored, request, (query, params) =>
      engine.query(query, params),
    );
    return composeReport(material, request, '');
  } finally {
    await engine.close();
  }
}
