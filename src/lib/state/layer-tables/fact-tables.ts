import {
  activities,
  events,
  regions,
  schemeObservations,
  seriesBreaks,
  targets,
} from '#lib/queries/index.ts';
import type { FactTables } from '../institution-facts.ts';
import type { Ask } from './ask.ts';

/** The tables of a layer that hold facts of institutions beside their numbers. */
export async function readFactTables(ask: Ask): Promise<FactTables> {
  const [regionRows, breaks, targetRows, eventRows, activityRows] = await Promise.all([
    ask(regions, {}),
    ask(seriesBreaks, {}),
    ask(targets, {}),
    ask(events, {}),
    ask(activities, {}),
  ]);
  const indicators = targetRows.flatMap(({ scope, indicator }) =>
    scope === 'each_institution' && indicator !== null ? [indicator] : [],
  );
  const observations = await ask(schemeObservations, {
    indicators: [...new Set(indicators)],
    period_type: 'year',
  });
  return {
    regions: regionRows,
    breaks,
    targets: targetRows,
    events: eventRows,
    activities: activityRows,
    observations,
  };
}
