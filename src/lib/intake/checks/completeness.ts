/** What is not there: years without a file, rows that the form asks for. A gap is a row, too. */
import { LAYERS, type Layer } from '#lib/model/index.ts';
import { makeFinding, type Finding } from '../findings/finding.ts';
import type { Catalogue } from '../raw/catalogue.ts';
import { isRecord } from '../raw/edition.ts';
import type { DataSet } from '../raw/read-data.ts';
import { rawInputs } from '../rules/raw-inputs.ts';
import type { Check } from './check.ts';
import { columnsOf } from './schemes.ts';

/** Yearly files run without a gap, and up to the cut-off in the layer of the ranking. */
function missingYears(data: DataSet): Finding[] {
  return LAYERS.flatMap((layer) => {
    const years = data.files.flatMap((file) =>
      file.layer === layer && file.table === 'observation' && file.year !== null
        ? [Number(file.year)]
        : [],
    );
    if (data.edition?.layer === layer) years.push(Number(data.edition.cutoff.slice(0, 4)));
    if (years.length === 0) return [];
    const last = Math.max(...years);
    const files = new Set(data.files.map((file) => file.path));
    const findings: Finding[] = [];
    for (let year = Math.min(...years); year <= last; year++) {
      const file = `${layer}/observations/${year}.csv`;
      if (!files.has(file))
        findings.push(makeFinding('file_missing', { file }, { params: { file } }));
    }
    return findings;
  });
}

/** By level of institution: which indicators each of them has a row for. */
type Forms = Map<string, Map<string, Set<string>>>;

/** An indicator belongs to the form of a level when at least half of its institutions have it. */
function askedFor(seen: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const counts = new Map<string, number>();
  for (const indicators of seen.values())
    for (const indicator of indicators) counts.set(indicator, (counts.get(indicator) ?? 0) + 1);
  return [...counts].filter(([, count]) => count * 2 >= seen.size).map(([indicator]) => indicator);
}

function missingRows(file: string, forms: Forms): Finding[] {
  return [...forms.values()].flatMap((seen) => {
    const asked = askedFor(seen);
    return [...seen].flatMap(([subject, indicators]) =>
      asked
        .filter((indicator) => !indicators.has(indicator))
        .map((indicator) =>
          makeFinding(
            'row_missing',
            { file },
            {
              found: `${subject} / ${indicator}`,
              params: { subject, indicator },
            },
          ),
        ),
    );
  });
}

/** Raw indicators that the edition's scheme is computed from: ratios stand for their parts. */
function readByScheme(data: DataSet, catalogue: Catalogue): readonly string[] {
  const scheme = data.schemes.find(
    ({ content }) => isRecord(content) && content['id'] === data.edition?.scheme,
  );
  const columns = isRecord(scheme?.content) ? columnsOf(scheme.content['index']) : [];
  return rawInputs(data, catalogue, columns);
}

/** What the ranking is computed from cannot be absent for a whole level without a word. */
function neverGiven(file: string, forms: Forms, wanted: readonly string[]): Finding[] {
  return [...forms].flatMap(([level, seen]) => {
    const given = new Set([...seen.values()].flatMap((indicators) => [...indicators]));
    return wanted
      .filter((indicator) => !given.has(indicator))
      .map((indicator) =>
        makeFinding(
          'indicator_absent',
          { file },
          { found: `${level} / ${indicator}`, params: { level, indicator } },
        ),
      );
  });
}

/** The forms of one yearly file, with an empty one for each institution that exists that year. */
function formsOf(data: DataSet, layer: Layer | null, path: string, year: string): Forms {
  const forms: Forms = new Map();
  const indicatorsOf = new Map<string, Set<string>>();
  for (const { layer: own, values } of data.rows.institution) {
    const { institution_id: id, level, valid_from, valid_to } = values;
    if (own !== layer || id === null || level === null) continue;
    if ((valid_from ?? '') > `${year}-12-31` || (valid_to ?? '9999') < `${year}-01-01`) continue;
    const seen = forms.get(level) ?? new Map<string, Set<string>>();
    forms.set(level, seen);
    const indicators = new Set<string>();
    seen.set(id, indicators);
    indicatorsOf.set(id, indicators);
  }
  for (const { file, values } of data.rows.observation)
    if (file === path && values.institution_id !== null && values.indicator !== null)
      indicatorsOf.get(values.institution_id)?.add(values.indicator);
  return forms;
}

export const completeness: Check = (data, catalogue) => {
  const wanted = readByScheme(data, catalogue);
  const perYear = data.files.flatMap(({ path, table, layer, year, readable, rowsInFile }) => {
    if (table !== 'observation' || year === null || !readable) return [];
    if (rowsInFile === 0) return [makeFinding('file_no_rows', { file: path })];
    const forms = formsOf(data, layer, path, year);
    const ofRanking = layer === data.edition?.layer;
    return [...(ofRanking ? neverGiven(path, forms, wanted) : []), ...missingRows(path, forms)];
  });
  return [...missingYears(data), ...perYear];
};
