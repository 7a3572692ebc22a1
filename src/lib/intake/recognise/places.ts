/** All institutions of the layers that take imports, with every name and code they are known by. */
import type { InstitutionLevel, Layer } from '#lib/model/index.ts';
import type { Period } from '../period.ts';
import type { Catalogue } from '../raw/catalogue.ts';
import type { DataSet } from '../raw/read-data.ts';
import { spell } from './spelling.ts';

/** Published facts are never imported from tables. */
export const IMPORT_LAYERS: readonly Layer[] = ['template', 'synthetic'];

export interface KnownRegion {
  readonly layer: Layer;
  readonly code: string;
  readonly name: string;
  readonly name_en: string;
  readonly level: string;
  readonly parent: string | null;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
}

export interface KnownInstitution {
  readonly id: string;
  readonly layer: Layer;
  readonly name: string;
  readonly name_en: string;
  readonly level: InstitutionLevel;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
  /** Its region now, then those whose codes that region succeeded. */
  readonly regions: readonly [KnownRegion, ...KnownRegion[]];
  /** Regions above, the nearest first. */
  readonly above: readonly KnownRegion[];
}

export interface Places {
  readonly institutions: readonly KnownInstitution[];
  readonly regions: readonly KnownRegion[];
}

const key = (layer: Layer, code: string) => `${layer}/${code}`;

export function knownPlaces(data: DataSet, catalogue: Catalogue): Places {
  const regions = new Map<string, KnownRegion>();
  for (const { layer, values } of data.rows.region) {
    const { region_code: code, name_zh: name, name_en, level, parent_code: parent } = values;
    if (layer === null || !IMPORT_LAYERS.includes(layer)) continue;
    if (code === null || name === null || level === null || regions.has(key(layer, code))) continue;
    const { valid_from, valid_to } = values;
    regions.set(key(layer, code), {
      ...{ layer, code, name, name_en: name_en ?? '', level, parent, valid_from, valid_to },
    });
  }
  const above = (region: KnownRegion): KnownRegion[] => {
    const found: KnownRegion[] = [];
    let next = region.parent;
    // A region above itself would never end; the checks of the data report it.
    while (next !== null && found.length < 4) {
      const parent = regions.get(key(region.layer, next));
      if (!parent) break;
      found.push(parent);
      next = parent.parent;
    }
    return found;
  };
  const institutions = data.rows.institution.flatMap(({ layer, values }): KnownInstitution[] => {
    const { institution_id: id, name_zh: name, region_code: code, level } = values;
    if (layer === null || !IMPORT_LAYERS.includes(layer)) return [];
    if (id === null || name === null || code === null || level === null) return [];
    const own = regions.get(key(layer, code));
    if (!own) return [];
    const before = [...catalogue.predecessors(layer, code)].flatMap((old) =>
      old === code ? [] : (regions.get(key(layer, old)) ?? []),
    );
    const { name_en, valid_from, valid_to } = values;
    const self = { id, layer, name, name_en: name_en ?? '', level, valid_from, valid_to };
    return [{ ...self, regions: [own, ...before], above: above(own) }];
  });
  return { institutions, regions: [...regions.values()] };
}

interface Validity {
  readonly valid_from: string | null;
  readonly valid_to: string | null;
}

const covers = ({ valid_from, valid_to }: Validity, { period_start, period_end }: Period) =>
  (valid_from === null || valid_from <= period_end) &&
  (valid_to === null || valid_to >= period_start);

/**
 * The code of the institution's region in the period (its last day, where the code changed in
 * between), today's for none; null where institution or region did not exist then.
 */
export function regionIn(institution: KnownInstitution, period: Period | null): string | null {
  if (period === null) return institution.regions[0].code;
  if (!covers(institution, period)) return null;
  const valid = institution.regions.filter((region) => covers(region, period));
  const atEnd = valid.find((region) => (region.valid_to ?? '9999') >= period.period_end);
  return (atEnd ?? valid[0])?.code ?? null;
}

const COUNTY_WORD = /(?:自治县|自治旗|市辖区|林区|特区|区|县|市|旗)$/;
const UPPER_WORD = /(?:自治区|特别行政区|自治州|地区|省|市|州|盟)$/;

/** The name without its 区, 县 or 市; null where one character would be left. */
export function shortName({ name, level }: Pick<KnownRegion, 'name' | 'level'>): string | null {
  const short = spell(name).replace(level === 'county' ? COUNTY_WORD : UPPER_WORD, '');
  return short.length < 2 || short === spell(name) ? null : short;
}

/** 椒江区（县级计量技术机构） stands for an institution whose name is not known yet. */
export const isPlaceholder = (institution: KnownInstitution): boolean =>
  institution.regions.some((region) => {
    const [name, own] = [spell(institution.name), spell(region.name)];
    return name.startsWith(`${own}(`) && name.endsWith(')');
  });
