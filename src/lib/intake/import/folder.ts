/** What the data folder holds already, as an import asks for it. */
import type { Layer } from '#lib/model/index.ts';
import { currentObservations } from '../derive/current.ts';
import { catalogueOf, type Catalogue } from '../raw/catalogue.ts';
import { readData, type DataSet, type InputFile } from '../raw/read-data.ts';
import type { TableRow } from '../raw/table-row.ts';
import { parseRules, type RatioRule } from '../rules/rule.ts';
import { tidyName } from '../values/tidy-name.ts';

export type ObservationRow = TableRow<'observation'>;

/** Words of an indicator whose values are codes: A -> 3. */
export type Words = ReadonlyMap<string, number>;

export interface Folder {
  readonly files: readonly InputFile[];
  readonly data: DataSet;
  readonly catalogue: Catalogue;
  readonly ratios: readonly RatioRule[];
  /** The row that counts now, of an institution. */
  current(
    layer: Layer,
    institution: string,
    indicator: string,
    period: string,
  ): ObservationRow | undefined;
  /** Name of an institution; ids are of one layer each. */
  readonly names: ReadonlyMap<string, string>;
  /** Codes of a category as the rows of the folder spell them. */
  words(indicator: string): Words;
  /** True where the layer has values for single days (then the end of a year is one of them). */
  readonly keepsDays: ReadonlySet<Layer>;
  /** Place of institutions and indicators in their tables, for the order of new rows. */
  readonly order: ReadonlyMap<string, number>;
}

/** A, A级 and Ａ are one word. */
export const plainWord = (text: string): string => tidyName(text).toUpperCase().replace(/级$/, '');

function wordsOf(rows: readonly ObservationRow[], catalogue: Catalogue): Map<string, Words> {
  const all = new Map<string, Map<string, number>>();
  for (const { layer, values } of rows) {
    const { indicator, value, value_text } = values;
    if (indicator === null || value === null || value_text === null) continue;
    if (catalogue.indicator(layer, indicator)?.values.measure_kind !== 'category') continue;
    const words = all.get(indicator) ?? new Map<string, number>();
    words.set(plainWord(value_text), value);
    all.set(indicator, words);
  }
  return all;
}

/** Reads the folder once; what is wrong with it is asked of `checkData`. */
export function openFolder(files: readonly InputFile[]): Folder {
  const { data } = readData(files);
  const catalogue = catalogueOf(data);
  const current = currentObservations(data.rows.observation);
  const words = wordsOf(data.rows.observation, catalogue);
  const keepsDays = new Set<Layer>();
  for (const { layer, values } of data.rows.observation)
    if (layer !== null && values.period?.period_type === 'date') keepsDays.add(layer);
  const order = new Map(
    [
      ...data.rows.institution.map((row) => row.values.institution_id),
      ...data.rows.indicator.map((row) => row.values.indicator),
    ].map((code, index) => [code ?? '', index] as const),
  );
  return {
    files,
    data,
    catalogue,
    ratios: parseRules(data, catalogue).rules.filter((rule) => rule.kind === 'ratio'),
    current: (layer, institution, indicator, period) =>
      current.find(`${layer}/${institution}/`, indicator, period),
    names: new Map(
      data.rows.institution.map(({ values }) => [
        values.institution_id ?? '',
        values.name_zh ?? '',
      ]),
    ),
    words: (indicator) => words.get(indicator) ?? new Map<string, number>(),
    keepsDays,
    order,
  };
}
