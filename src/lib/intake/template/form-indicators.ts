/** Which numbers a form asks for. */
import { schemeColumns } from '#lib/model/index.ts';
import { rawInputs } from '../rules/raw-inputs.ts';
import type { IndicatorValues, TemplateOrder } from './order.ts';

export interface FormIndicator {
  readonly code: string;
  readonly values: IndicatorValues;
  /** Of an indicator told in words (A, B, C), the best first; empty for numbers. */
  readonly words: readonly string[];
}

/** Codes of the groups right below the index: its dimensions. */
const dimensionsOf = ({ index }: TemplateOrder['scheme']): ReadonlySet<string> =>
  new Set(index.children.map(({ code }) => code));

/** What at least half of the institutions of the level have a row for in the layer's last year. */
function askedSoFar({ data, layer, level }: TemplateOrder): ReadonlySet<string> {
  const members = new Set(
    data.rows.institution
      .filter((row) => row.layer === layer && row.values.level === level)
      .map((row) => row.values.institution_id),
  );
  const rows = data.rows.observation.filter(
    (row) => row.layer === layer && members.has(row.values.institution_id),
  );
  const years = rows.map((row) => row.values.period?.period_end ?? '');
  const last = years.reduce((latest, year) => (year > latest ? year : latest), '');
  const seen = new Map<string, Set<string | null>>();
  for (const { values } of rows) {
    if (values.indicator === null || values.period?.period_end !== last) continue;
    const owners = seen.get(values.indicator) ?? new Set();
    seen.set(values.indicator, owners.add(values.institution_id));
  }
  return new Set(
    [...seen].filter(([, owners]) => owners.size * 2 >= members.size).map(([code]) => code),
  );
}

function wordsOf({ data }: TemplateOrder, code: string): readonly string[] {
  const words = new Map<string, number>();
  for (const { values } of data.rows.observation)
    if (values.indicator === code && values.value !== null && values.value_text !== null)
      words.set(values.value_text, values.value);
  return [...words].sort(([, a], [, b]) => b - a).map(([word]) => word);
}

/**
 * The parts of the scheme's indicators, and what the layer asks of the level already within the
 * scheme's dimensions (the stock and flow behind the checks). Never a ratio or an index of others:
 * these are computed. In the order of the catalogue.
 */
export function formIndicators(order: TemplateOrder): readonly FormIndicator[] {
  const { data, catalogue, scheme } = order;
  const inputs = new Set(rawInputs(data, catalogue, schemeColumns(scheme)));
  const asked = askedSoFar(order);
  const dimensions = dimensionsOf(scheme);
  return data.rows.indicator.flatMap(({ layer, values }) => {
    const code = values.indicator;
    if (code === null || (layer !== null && layer !== order.layer)) return [];
    if (values.measure_kind === 'ratio') return [];
    const wanted = inputs.has(code) || (asked.has(code) && dimensions.has(values.dimension ?? ''));
    if (!wanted) return [];
    const words = values.measure_kind === 'category' ? wordsOf(order, code) : [];
    return [{ code, values, words }];
  });
}
