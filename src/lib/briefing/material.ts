/** Everything that a report is made of, read once. The page and the command line read it alike. */
import { schemeColumns, type Manifest, type Scheme, type ScoreResult } from '#lib/model/index.ts';
import type { Choices } from '#lib/state/choices.ts';
import type { Dataset } from '#lib/state/dataset.ts';
import { unitTable } from '#lib/state/dataset.ts';
import type { FactTables } from '#lib/state/institution-facts.ts';
import type { Ask } from '#lib/state/layer-tables/ask.ts';
import { readFactTables } from '#lib/state/layer-tables/fact-tables.ts';
import { readTargetEvidence } from '#lib/state/layer-tables/target-evidence.ts';
import { readTrendTables, type TrendTables } from '#lib/state/layer-tables/trend-tables.ts';
import { placesOrder, possiblePlaces, type PossiblePlacesOf } from '#lib/state/possible-places.ts';
import { simulateInPage } from '#lib/state/simulation/in-page.ts';
import { indexEvidence, type IndexedEvidence } from '#lib/state/targets/index.ts';
import type { Uncertainty } from '#lib/model/index.ts';
import { stopIfAborted } from './progress.ts';
import type { ReportRequest } from './request.ts';

/** A layer scored by a scheme, and what else the site knows. */
export interface Scored {
  readonly manifest: Manifest;
  readonly choices: Choices;
  readonly scheme: Scheme;
  readonly dataset: Dataset;
  readonly result: ScoreResult;
}

export interface Material extends Scored {
  readonly facts: FactTables;
  readonly trends: TrendTables;
  readonly evidence: IndexedEvidence;
  /** null where the scheme says nothing of what may vary, or nobody is ranked. */
  readonly possible: PossiblePlacesOf;
}

export interface Watched {
  readonly signal?: AbortSignal | undefined;
}

/** `ask`: of the layer that the request names. Rejects with an AbortError when it is cancelled. */
export async function readMaterial(
  scored: Scored,
  request: ReportRequest,
  ask: Ask,
  { signal }: Watched = {},
): Promise<Material> {
  const { dataset, scheme, result } = scored;
  const facts = await readFactTables(ask);
  const trends = await readTrendTables(ask, schemeColumns(scheme));
  const evidence = indexEvidence(await readTargetEvidence(ask, request.layer));
  stopIfAborted(signal);
  const isRanked = result.status.some(({ kind }) => kind === 'ranked');
  const possible = isRanked ? await simulated(dataset, scheme, request, signal) : null;
  stopIfAborted(signal);
  return { ...scored, facts, trends, evidence, possible };
}

async function simulated(
  dataset: Dataset,
  scheme: Scheme,
  request: ReportRequest,
  signal: AbortSignal | undefined,
): Promise<PossiblePlacesOf> {
  const table = unitTable(dataset, scheme);
  // A profile counts places among all peers, wherever they lie.
  const scope = request.template === 'counties' ? { ...request, city: null } : request;
  const order = placesOrder(dataset, table, scheme, scope);
  if (!order) return null;
  const answer = await simulateInPage(order, signal ? { signal } : {});
  return possiblePlaces(answer as Uncertainty, table.rows);
}
