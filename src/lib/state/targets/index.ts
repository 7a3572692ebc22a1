export type { ReportedFact } from '#lib/queries/index.ts';
export * from './evaluate.ts';
export * from './evaluation.ts';
export * from './evidence.ts';
export { citedFacts } from './published.ts';
export type { Interval } from './interval.ts';
export type { Outlook, Projection } from './projection.ts';
export { quartersUntil, quarterEnd } from './each-quarter.ts';
