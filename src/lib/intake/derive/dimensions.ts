/** Checked rows to the dimension tables; every one is marked with the status of its layer. */
import type { Indicator, Institution, Layer, Region, Source } from '#lib/model/index.ts';
import type { TableRow } from '../raw/table-row.ts';
import { must } from './must.ts';
import { STATUS_OF } from './observations.ts';

export function toRegion({ values, layer }: TableRow<'region'>): Region {
  return {
    region_code: must(values.region_code, 'region_code'),
    name_zh: must(values.name_zh, 'name_zh'),
    name_en: must(values.name_en, 'name_en'),
    parent_code: values.parent_code,
    level: must(values.level, 'level'),
    valid_from: must(values.valid_from, 'valid_from'),
    valid_to: values.valid_to,
    successor_code: values.successor_code,
    tile_row: values.tile_row,
    tile_col: values.tile_col,
    data_status: STATUS_OF[must(layer, 'layer')],
    source_id: must(values.source_id, 'source_id'),
    note: values.note,
  };
}

export function toInstitution({ values, layer }: TableRow<'institution'>): Institution {
  return {
    institution_id: must(values.institution_id, 'institution_id'),
    name_zh: must(values.name_zh, 'name_zh'),
    name_en: must(values.name_en, 'name_en'),
    region_code: must(values.region_code, 'region_code'),
    level: must(values.level, 'level'),
    legal_form: must(values.legal_form, 'legal_form'),
    class: values.class,
    class_scheme: values.class_scheme,
    peer_group_zh: values.peer_group_zh,
    peer_group_en: values.peer_group_en,
    valid_from: must(values.valid_from, 'valid_from'),
    valid_to: values.valid_to,
    data_status: STATUS_OF[must(layer, 'layer')],
    source_id: must(values.source_id, 'source_id'),
    note: values.note,
  };
}

export function toIndicator({ values }: TableRow<'indicator'>): Indicator {
  return {
    indicator: must(values.indicator, 'indicator'),
    name_zh: must(values.name_zh, 'name_zh'),
    name_en: must(values.name_en, 'name_en'),
    unit_zh: must(values.unit_zh, 'unit_zh'),
    unit_en: must(values.unit_en, 'unit_en'),
    direction: must(values.direction, 'direction'),
    dimension: must(values.dimension, 'dimension'),
    level: must(values.level, 'level'),
    measure_kind: must(values.measure_kind, 'measure_kind'),
    data_type: must(values.data_type, 'data_type'),
    definition_zh: must(values.definition_zh, 'definition_zh'),
    range_min: values.range_min,
    range_max: values.range_max,
    basis: must(values.basis, 'basis'),
  };
}

export function toSource({ values }: TableRow<'source'>): Source {
  const layer: Layer = must(values.layer, 'layer');
  return {
    source_id: must(values.source_id, 'source_id'),
    title: must(values.title, 'title'),
    publisher: values.publisher,
    published: values.published,
    url: values.url,
    quality: must(values.quality, 'quality'),
    licence: values.licence,
    data_status: STATUS_OF[layer],
    note: values.note,
  };
}
