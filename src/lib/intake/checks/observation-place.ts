/** Who, where and when of an observation: names, codes and periods that belong together. */
import type { Layer } from '#lib/model/index.ts';
import type { Finding } from '../findings/finding.ts';
import type { Period } from '../period.ts';
import { findingAt, type TableRow } from '../raw/table-row.ts';
import type { Catalogue } from '../raw/catalogue.ts';
import type { DataSet } from '../raw/read-data.ts';
import type { Check } from './check.ts';

type ObservationRow = TableRow<'observation'>;

interface Validity {
  readonly valid_from: string | null;
  readonly valid_to: string | null;
}

/** True when a validity and a period share at least one day. */
const overlaps = ({ valid_from, valid_to }: Validity, { period_start, period_end }: Period) =>
  (valid_from === null || valid_from <= period_end) &&
  (valid_to === null || valid_to >= period_start);

const until = (day: string | null) => day ?? '—';

function institution(row: ObservationRow, catalogue: Catalogue): Finding[] {
  const { institution_id: id, institution: name, region_code, period } = row.values;
  if (id === null)
    return name === null || row.unread.has('institution_id')
      ? []
      : [findingAt(row, 'institution_id', 'subject_absent')];
  const known = catalogue.institution(row.layer, id)?.values;
  if (!known) return [];
  const findings: Finding[] = [];
  if (known.name_zh !== null && name !== known.name_zh && !row.unread.has('institution')) {
    const params = { id, name: known.name_zh };
    findings.push(findingAt(row, 'institution', 'institution_name', { params }));
  }
  if (region_code !== null && known.region_code !== null) {
    const codes = catalogue.predecessors(row.layer, known.region_code);
    if (!codes.has(region_code)) {
      const params = { id, expected: [...codes].join(' | ') };
      findings.push(findingAt(row, 'region_code', 'institution_region', { params }));
    }
  }
  if (period !== null && !overlaps(known, period)) {
    const params = { id, from: until(known.valid_from), to: until(known.valid_to) };
    findings.push(findingAt(row, 'period', 'institution_validity', { params }));
  }
  return findings;
}

function region(row: ObservationRow, catalogue: Catalogue): Finding[] {
  const { region_code: code, period } = row.values;
  const known = code === null ? undefined : catalogue.region(row.layer, code)?.values;
  if (!known || code === null || period === null || overlaps(known, period)) return [];
  const next = known.successor_code;
  const params = {
    code,
    from: until(known.valid_from),
    to: until(known.valid_to),
    successor: {
      zh: next ? `，后继代码 ${next}` : '',
      en: next ? `, followed by ${next}` : '',
    },
  };
  return [findingAt(row, 'region_code', 'region_validity', { params })];
}

function time(row: ObservationRow, data: DataSet, years: ReadonlyMap<string, string>): Finding[] {
  const { period } = row.values;
  if (period === null) return [];
  const findings: Finding[] = [];
  const year = years.get(row.file);
  if (
    year !== undefined &&
    (!period.period_start.startsWith(year) || !period.period_end.startsWith(year))
  )
    findings.push(findingAt(row, 'period', 'period_outside_file', { params: { year } }));
  const { edition } = data;
  if (edition && isBound(row.layer, edition.layer) && period.period_end > edition.cutoff) {
    const { cutoff } = edition;
    findings.push(findingAt(row, 'period', 'period_after_cutoff', { params: { cutoff } }));
  }
  return findings;
}

/** The cut-off is that of the ranking; institutions that are not ranked may be a year ahead of it. */
const isBound = (layer: Layer | null, ranked: Layer): boolean =>
  layer === ranked || layer === 'reported' || layer === null;

export const observationPlace: Check = (data, catalogue) => {
  const years = new Map(
    data.files.flatMap(({ path, year }) => (year === null ? [] : [[path, year] as const])),
  );
  return data.rows.observation.flatMap((row) => [
    ...institution(row, catalogue),
    ...region(row, catalogue),
    ...time(row, data, years),
  ]);
};
