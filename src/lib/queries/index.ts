/** The questions the page may ask; one file each. */
export { events } from './events.ts';
export type { EventRow } from './events.ts';
export { indicators } from './indicators.ts';
export { institutions } from './institutions.ts';
export type { InstitutionRow } from './institutions.ts';
export { periods } from './periods.ts';
export type { PeriodRow } from './periods.ts';
export { regions } from './regions.ts';
export { reportedFacts } from './reported-facts.ts';
export type { ReportedFact } from './reported-facts.ts';
export { schemeObservations } from './scheme-observations.ts';
export type { SchemeObservation, SchemeObservationsParams } from './scheme-observations.ts';
export { sources } from './sources.ts';
export { tableCounts } from './table-counts.ts';
export type { TableCount } from './table-counts.ts';
export { targets } from './targets.ts';
export type { TargetRow } from './targets.ts';
