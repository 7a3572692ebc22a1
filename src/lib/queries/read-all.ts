import type { TableName } from '#lib/model/index.ts';
import type { Query } from '#lib/engine/engine.ts';
import { activities } from './activities.ts';
import { checks } from './checks.ts';
import { events } from './events.ts';
import { indicators } from './indicators.ts';
import { institutions } from './institutions.ts';
import { observations } from './observations.ts';
import { published } from './published.ts';
import { regions } from './regions.ts';
import { seriesBreaks } from './series-breaks.ts';
import { sources } from './sources.ts';
import { targets } from './targets.ts';

/** For each table the query that reads all of it, so that a view can list any table. */
export const READ_ALL = {
  observation: observations,
  institution: institutions,
  region: regions,
  indicator: indicators,
  source: sources,
  target: targets,
  event: events,
  check: checks,
  activity: activities,
  published,
  series_break: seriesBreaks,
} as const satisfies Record<TableName, Query<Record<string, never>, object>>;
