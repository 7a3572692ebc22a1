/** Targets, what they are judged by, and the work programme, as the build reads them. */
import { join } from 'node:path';
import { openNodeEngine } from '#lib/engine/node/node-engine.ts';
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

const DATA_FOLDER = join(process.cwd(), 'static', 'data');

const known = new Map<Layer, Promise<TargetEvidence>>();

/** The targets of a layer and all that they are judged by; read once. */
export function readTargetEvidence(layer: Layer): Promise<TargetEvidence> {
  const evidence = known.get(layer) ?? read(layer);
  known.set(layer, evidence);
  return evidence;
}

async function read(layer: Layer): Promise<TargetEvidence> {
  const engine = await openNodeEngine(DATA_FOLDER, layer);
  try {
    const targetRows = await engine.query(targets, {});
    const codes = [...new Set(targetRows.flatMap(({ indicator }) => indicator ?? []))];
    const cited = new Set([...codes, ...targetRows.flatMap(citedFacts)]);
    // What else a document says of its work programme stands beside the programme's own entries.
    const documents = new Set(
      targetRows.filter(({ scope }) => scope === 'each_quarter').map(({ source_id }) => source_id),
    );
    const places = new Set(targetRows.map(({ region_code }) => region_code));
    const [institutionRows, cells, facts, activityRows, breaks, indicatorRows, regionRows, from] =
      await Promise.all([
        engine.query(institutions, {}),
        engine.query(schemeObservations, { indicators: codes, period_type: 'year' }),
        engine.query(reportedFacts, {}),
        engine.query(activities, {}),
        engine.query(seriesBreaks, {}),
        engine.query(indicators, {}),
        engine.query(regions, {}),
        engine.query(sources, {}),
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
  } finally {
    await engine.close();
  }
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
