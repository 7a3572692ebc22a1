/** Where one number comes from, as a page shows it: its cell, its parts, what was said before. */
import {
  layerOfObservation,
  siblingId,
  type EarlierRevision,
  type Indicator,
  type Layer,
  type LocalText,
} from '#lib/model/index.ts';
import { EngineError, type EngineErrorCode, type Query } from '#lib/engine/engine.ts';
import { indicators } from '#lib/queries/indicators.ts';
import { institutions } from '#lib/queries/institutions.ts';
import { originOf, type ObservationOrigin } from '#lib/queries/origin-of.ts';

export type { EarlierRevision, ObservationOrigin };

/** One number with its name; `own` is null where the data has no row at all. */
export interface Origin {
  readonly id: string;
  readonly layer: Layer;
  readonly name: LocalText;
  readonly unit: LocalText;
  readonly period: string;
  readonly own: ObservationOrigin | null;
  /** What superseded rows of the same number said, the newest first. */
  readonly earlier: readonly EarlierRevision[];
}

export interface OriginRecord extends Origin {
  /** Whose number it is; null where only the code of a region is known. */
  readonly who: LocalText | null;
  /** Of a computed ratio: what stands above and below the line. */
  readonly parts: readonly (Origin & { readonly role: 'numerator' | 'denominator' })[];
}

/** Puts a question to the engine of one layer. */
export type Ask = <Params, Row>(
  layer: Layer,
  query: Query<Params, Row>,
  params: Params,
) => Promise<readonly Row[]>;

/** Everything known of the number `id`; rejects with the engine's error. */
export async function readOrigin(ask: Ask, id: string): Promise<OriginRecord> {
  const layer = layerOfObservation(id);
  if (layer === null) throw new EngineError('not_found', `${id} names no observation.`);
  const [catalogue, homes, own] = await Promise.all([
    ask(layer, indicators, {}),
    ask(layer, institutions, {}),
    read(ask, layer, id),
  ]);
  const named = new Map(catalogue.map((row) => [row.indicator, row]));
  const roles = own?.formula ? rolesOf(own.formula) : [];
  const parts = await Promise.all(
    roles.map(async ({ code, role }) => {
      const part = siblingId(id, code);
      return { ...describe(layer, part, await read(ask, layer, part), named), role };
    }),
  );
  const subject = own?.institution_id ?? id.split('/')[1];
  const home = homes.find(({ institution_id }) => institution_id === subject);
  return {
    ...describe(layer, id, own, named),
    who: home ? { zh: home.name_zh, en: home.name_en } : same(own?.entity ?? null),
    parts,
  };
}

/** The kind of fault that a rejected reading was. */
export const failureCode = (error: unknown): EngineErrorCode =>
  error instanceof EngineError ? error.code : 'query_failed';

/** The indicators of `(TZ3A + TZ3B) ÷ TZ3D`, with the side of the line they stand on. */
export function rolesOf(
  formula: string,
): readonly { readonly code: string; readonly role: 'numerator' | 'denominator' }[] {
  const [above = '', below = ''] = formula.split('÷');
  const codes = (text: string) => [...new Set(text.match(/[A-Za-z]\w*/g) ?? [])];
  return [
    ...codes(above).map((code) => ({ code, role: 'numerator' as const })),
    ...codes(below).map((code) => ({ code, role: 'denominator' as const })),
  ];
}

/** The address of a document where it can be followed: the web and nothing else. */
export const webAddress = (url: string | null): string | null =>
  url !== null && /^https?:\/\//i.test(url) ? url : null;

/** The raw table that a cell like `synthetic/observations/2025.csv!H17` lies in; null for a section. */
export function rawCell(locator: string): { readonly file: string; readonly cell: string } | null {
  const [, file, cell] = /^([^!]+\.csv)!([A-Z]+\d+)$/.exec(locator) ?? [];
  return file === undefined || cell === undefined ? null : { file, cell };
}

/** Rules that made the number of its text, in order; none where it was taken as it stands. */
export const conversionsOf = (own: Pick<ObservationOrigin, 'conversions'>): readonly string[] =>
  own.conversions?.split(' ').filter((rule) => rule !== '') ?? [];

const same = (text: string | null): LocalText | null =>
  text === null ? null : { zh: text, en: text };

async function read(ask: Ask, layer: Layer, id: string): Promise<ObservationOrigin | null> {
  const rows = await ask(layer, originOf, { obs_id: id });
  return rows[rows.length - 1] ?? null;
}

function describe(
  layer: Layer,
  id: string,
  own: ObservationOrigin | null,
  named: ReadonlyMap<string, Indicator>,
): Origin {
  const [code = '', period = ''] = id.split('/').slice(-2);
  const indicator = named.get(code);
  return {
    id,
    layer,
    name: { zh: indicator?.name_zh ?? code, en: indicator?.name_en ?? code },
    unit: {
      zh: indicator?.unit_zh ?? own?.unit ?? '',
      en: indicator?.unit_en ?? own?.unit ?? '',
    },
    period,
    own,
    earlier: own?.earlier_revisions ? (JSON.parse(own.earlier_revisions) as EarlierRevision[]) : [],
  };
}
