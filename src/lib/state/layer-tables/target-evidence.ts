import type { Layer, LocalText } from '#lib/model/index.ts';
import {
  activities,
  indicators,
  institutions,
  regions,
  reportedFacts,
  schemeObservations,
  seriesBreaks,
  sources,
  targets,
  type InstitutionRow,
  type SchemeObservation,
} from '#lib/queries/index.ts';
import { displayName } from '../names.ts';
import { packCell, type PackedCell, type TargetEvidence } from '../targets/evidence.ts';
import { citedFacts } from '../targets/published.ts';
import type { Ask } from './ask.ts';

/** The targets of a layer and all that they are judged by. */
export async function readTargetEvidence(ask: Ask, layer: Layer): Promise<TargetEvidence> {
  const targetRows = await ask(targets, {});
  const codes = [...new Set(targetRows.flatMap(({ indicator }) => indicator ?? []))];
  const cited = new Set([...codes, ...targetRows.flatMap(citedFacts)]);
  // What else a document says of its work programme stands beside the programme's own entries.
  const documents = new Set(
    targetRows.filter(({ scope }) => scope === 'each_quarter').map(({ source_id }) => source_id),
  );
  const places = new Set(targetRows.map(({ region_code }) => region_code));
  const [institutionRows, cells, facts, activityRows, breaks, indicatorRows, regionRows, from] =
    await Promise.all([
      ask(institutions, {}),
      ask(schemeObservations, { indicators: codes, period_type: 'year' }),
      ask(reportedFacts, {}),
      ask(activities, {}),
      ask(seriesBreaks, {}),
      ask(indicators, {}),
      ask(regions, {}),
      ask(sources, {}),
    ]);
  const told = facts.filter(
    ({ indicator, region_code, source_id }) =>
      places.has(region_code) && (cited.has(indicator) || documents.has(source_id)),
  );
  return {
    layer,
    targets: targetRows,
    institutions: institutionRows.map((row) => named(institutionRows, row)),
    cells: cells.map(cellOf),
    facts: told,
    activities: activityRows,
    breaks,
    indicators: indicatorRows.filter(
      ({ indicator }) =>
        codes.includes(indicator) || told.some((fact) => fact.indicator === indicator),
    ),
    sources: from,
    regions: Object.fromEntries(
      regionRows
        .filter(({ level }) => level !== 'county')
        .map(({ region_code, name_zh, name_en }): [string, LocalText] => [
          region_code,
          { zh: name_zh, en: name_en },
        ]),
    ),
  };
}

const named = (all: readonly InstitutionRow[], row: InstitutionRow) => ({
  institution_id: row.institution_id,
  level: row.level,
  region_code: row.region_code,
  city_code: row.city_code,
  province_code: row.province_code,
  valid_from: row.valid_from,
  valid_to: row.valid_to,
  name: displayName({ institutions: all }, row),
});

const cellOf = (row: SchemeObservation): PackedCell =>
  packCell({
    institution_id: row.institution_id,
    indicator: row.indicator,
    period: row.period,
    value: row.value,
    missing_reason: row.missing_reason,
    value_text: row.value_text,
    qualifier: row.qualifier,
    numerator: row.numerator,
    denominator: row.denominator,
    denominator_kind: row.denominator_kind,
    source_id: row.source_id,
    locator: row.locator,
    note: row.note,
  });
