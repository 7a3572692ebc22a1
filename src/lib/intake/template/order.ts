/** What a blank form is asked for. */
import type { InstitutionLevel, Locale, Scheme } from '#lib/model/index.ts';
import type { Period } from '../period.ts';
import type { Catalogue } from '../raw/catalogue.ts';
import type { DataSet } from '../raw/read-data.ts';
import type { TableRow } from '../raw/table-row.ts';

/** Layers that take imports; published facts are entered with their sources. */
export const FORM_LAYERS = ['template', 'synthetic'] as const;
export type FormLayer = (typeof FORM_LAYERS)[number];

export interface TemplateOrder {
  readonly data: DataSet;
  readonly catalogue: Catalogue;
  readonly layer: FormLayer;
  readonly level: InstitutionLevel;
  /** The form asks for what this scheme is computed from. */
  readonly scheme: Pick<Scheme, 'id' | 'version' | 'name' | 'index'>;
  readonly period: Period;
  /** Of the explanations; headings and indicators stay Chinese, as the data are. */
  readonly locale: Locale;
}

export type IndicatorValues = TableRow<'indicator'>['values'];
