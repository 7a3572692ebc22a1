/** Columns of every raw table in data/, in the order of the files. */
import {
  DIRECTIONS,
  INSTITUTION_LEVELS,
  LAYERS,
  MEASURE_KINDS,
  MISSING_REASONS,
  QUALIFIERS,
} from '#lib/model/index.ts';
import { mayLack, optional, type RawColumn } from '../cells/column.ts';
import {
  code,
  day,
  flag,
  jsonObject,
  integer,
  number,
  period,
  regionCode,
  text,
  word,
} from '../cells/columns.ts';

export const REGION_LEVELS = ['country', ...INSTITUTION_LEVELS] as const;
export const LEGAL_FORMS = ['statutory', 'authorised', 'unknown'] as const;
export const DATA_TYPES = ['int', 'decimal', 'text'] as const;
export const RULE_KINDS = ['ratio', 'at_most', 'sum', 'stock_flow', 'jump'] as const;
export const COMPARATORS = ['at_least', 'more_than', 'at_most', 'less_than', 'equal'] as const;
export const INDICATOR_LEVELS = ['institution', 'region', 'institution/region'] as const;
export const DATE_PRECISIONS = ['year', 'month', 'day'] as const;

export const SCHEMAS = {
  source: {
    source_id: code(),
    title: text(),
    publisher: optional(text()),
    published: optional(text()),
    url: optional(text()),
    quality: text(),
    licence: optional(text()),
    layer: word(LAYERS),
    note: optional(text()),
  },
  indicator: {
    indicator: code(),
    name_zh: text(),
    name_en: text(),
    unit_zh: text(),
    unit_en: text(),
    direction: word(DIRECTIONS),
    dimension: text(),
    level: word(INDICATOR_LEVELS),
    measure_kind: word(MEASURE_KINDS),
    data_type: word(DATA_TYPES),
    definition_zh: text(),
    range_min: optional(number()),
    range_max: optional(number()),
    basis: text(),
  },
  rule: {
    rule_id: code(),
    kind: word(RULE_KINDS),
    indicator: text(),
    operands: optional(text()),
    threshold: optional(number()),
    severity: word(['error', 'warning']),
    text_zh: text(),
    text_en: text(),
    denominator_kind: mayLack(text()),
  },
  region: {
    region_code: regionCode(),
    name_zh: text(),
    name_en: text(),
    parent_code: optional(regionCode()),
    level: word(REGION_LEVELS),
    valid_from: day(),
    valid_to: optional(day()),
    successor_code: optional(regionCode()),
    tile_row: optional(integer()),
    tile_col: optional(integer()),
    source_id: code(),
    note: optional(text()),
  },
  institution: {
    institution_id: code(),
    name_zh: text(),
    name_en: text(),
    region_code: regionCode(),
    level: word(INSTITUTION_LEVELS),
    legal_form: word(LEGAL_FORMS),
    class: optional(text()),
    class_scheme: optional(text()),
    valid_from: day(),
    valid_to: optional(day()),
    source_id: code(),
    note: optional(text()),
  },
  observation: {
    institution_id: optional(code()),
    institution: optional(text()),
    region_code: regionCode(),
    entity: optional(text()),
    pillar: optional(text()),
    indicator: code(),
    period: period(),
    value: optional(number()),
    missing_reason: optional(word(MISSING_REASONS)),
    value_text: optional(text()),
    unit: text(),
    qualifier: word(QUALIFIERS),
    denominator_kind: optional(text()),
    source_id: code(),
    locator: optional(text()),
    revision: integer(),
    note: optional(text()),
  },
  target: {
    target_id: code(),
    region_code: regionCode(),
    owner: text(),
    name_zh: text(),
    name_en: text(),
    indicator: optional(code()),
    comparator: word(COMPARATORS),
    value: optional(number()),
    unit: text(),
    scope: code(),
    due: optional(day()),
    test: text(),
    source_id: code(),
    locator: text(),
    note: optional(text()),
  },
  event: {
    event_id: code(),
    institution_id: optional(code()),
    region_code: regionCode(),
    date: text(),
    date_precision: word(DATE_PRECISIONS),
    category: text(),
    summary_zh: text(),
    summary_en: text(),
    numbers: optional(jsonObject()),
    source_id: code(),
    locator: text(),
    note: optional(text()),
  },
  check: {
    check_id: code(),
    rule: text(),
    computed: optional(number()),
    stated: optional(number()),
    consistent: flag(),
    verdict: text(),
    source_id: optional(code()),
    note: optional(text()),
  },
} as const satisfies Record<string, Record<string, RawColumn<unknown>>>;

export type RawTableName = keyof typeof SCHEMAS;

type CellOf<C> = C extends RawColumn<infer T> ? T : never;

/** Values of a row; null for an empty cell and for one whose text could not be read. */
export type ValuesOf<N extends RawTableName> = {
  readonly [K in keyof (typeof SCHEMAS)[N]]: CellOf<(typeof SCHEMAS)[N][K]> | null;
};

export type ColumnOf<N extends RawTableName> = keyof (typeof SCHEMAS)[N] & string;
