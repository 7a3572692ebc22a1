import type { NotComputableReason, ScoreIssue, UnitRow, Weighing } from '#lib/model/index.ts';
import type { Availability } from '../prepare/availability.ts';
import type { GroupElement, Hierarchy } from '../structure/hierarchy.ts';
import { weighChildren } from '../weigh/weigh.ts';
import { contestDomain, contestsOf } from './contests.ts';
import type { Contest } from './contests.ts';
import { meanOf } from './means.ts';
import { Participation } from './participation.ts';
import type { Failure } from './participation.ts';

/** What a scheme's groups are computed from. */
export interface Ground {
  readonly rows: readonly UnitRow[];
  /** 1 for the rows to compute; the others get NaN. */
  readonly open: Uint8Array;
  readonly availability: Availability;
  /** Upper end of the scheme's range: the score on the frontier of R64. */
  readonly top: number;
}

export interface Aggregated {
  /** Group scores by code, the index first; NaN where missing or not computable. */
  readonly scores: Map<string, Float64Array>;
  /** One a group, the index first. */
  readonly weighings: Weighing[];
  /** The weights that were used, by position in the hierarchy; on any scale among siblings. */
  readonly weights: Float64Array;
  /** By code, for children of a benefit-of-the-doubt group: share in its score (R64). */
  readonly favourable_shares: Map<string, Float64Array>;
  /** First failure of each row that has one, by row. */
  readonly failures: Map<number, Failure>;
  readonly issues: ScoreIssue[];
}

/**
 * Weighs and aggregates the normalised indicators upwards, group by group (R32-R39, R61-R64). A
 * missing child is left out and the weights of the others are renormalised; a child that could not
 * be computed takes its ancestors with it, for leaving it out would reward the failure.
 *
 * @param normalised indicator columns of `n` rows, NaN for missing
 */
export function aggregate(
  hierarchy: Hierarchy,
  normalised: ReadonlyMap<string, Float64Array>,
  ground: Ground,
): Aggregated {
  const ascent = new Ascent(hierarchy, normalised, ground);
  const groups = hierarchy.groups.map((at) => hierarchy.elements[at]! as GroupElement);
  const weighings = [...groups].reverse().map((group) => ascent.aggregate(group));
  const { columns, weights, shares, failures, issues } = ascent;
  return {
    scores: new Map(groups.map(({ code }) => [code, columns.get(code)!])),
    weighings: weighings.reverse(),
    weights,
    favourable_shares: shares,
    failures,
    issues: [...issues, ...valueIssues(ground.rows, failures)],
  };
}

/** What is known on the way up. */
class Ascent {
  readonly columns: Map<string, Float64Array>;
  readonly weights: Float64Array;
  readonly shares = new Map<string, Float64Array>();
  readonly failures = new Map<number, Failure>();
  readonly issues: ScoreIssue[] = [];
  readonly #failed = new Map<string, Uint8Array>();
  readonly #hierarchy: Hierarchy;
  readonly #ground: Ground;

  constructor(hierarchy: Hierarchy, normalised: ReadonlyMap<string, Float64Array>, ground: Ground) {
    this.columns = new Map(normalised);
    this.weights = new Float64Array(hierarchy.elements.map(({ node }) => node.weight));
    this.#hierarchy = hierarchy;
    this.#ground = ground;
  }

  /** Computes a group whose children are known. */
  aggregate(group: GroupElement): Weighing {
    const { open } = this.#ground;
    const codes = group.children.map((at) => this.#hierarchy.elements[at]!.code);
    const inputs = codes.map((code) => this.columns.get(code)!);
    const weighing = weighChildren(group.node, inputs, open);
    const { weights } = weighing;
    for (const [i, at] of group.children.entries()) this.weights[at] = weights[i]!;

    const rows = this.#participation(group, weighing);
    const mean = meanOf(group.node);
    const domain = mean?.domain ?? contestDomain(group.node);
    for (const [i, code] of codes.entries())
      if (weights[i] !== 0) rows.refuse(domain, inputs[i]!, code);

    const scores = mean ? mean.of(inputs, weights) : new Float64Array(open.length).fill(NaN);
    leaveOut(scores, rows.takes);
    if (!mean)
      for (const contest of contestsOf(group.node, inputs, weights, this.#ground.rows, rows.takes))
        this.#record(contest, group, scores, rows);
    this.columns.set(group.code, scores);
    if (rows.failed.includes(1)) this.#failed.set(group.code, rows.failed);
    return weighing;
  }

  /** Who takes part, before any value is looked at. */
  #participation(group: GroupElement, { weights, problem, influence }: Weighing): Participation {
    const { open, availability } = this.#ground;
    const rows = new Participation(open, availability.present.get(group.code)!, this.failures);
    for (const [i, at] of group.children.entries()) {
      const failed = this.#failed.get(this.#hierarchy.elements[at]!.code);
      if (failed && weights[i] !== 0) rows.inherit(failed);
    }
    const of = { element: group.code, group: '', period: null, unit: null };
    if (problem !== null) {
      rows.failAll(group.code, 'weights_not_derivable');
      this.issues.push({ code: 'weights_not_derivable', ...of });
    }
    if (influence?.in_reach === false) this.issues.push({ code: 'influence_out_of_reach', ...of });
    return rows;
  }

  /** Writes down what the peers of one period and group came to. */
  #record(contest: Contest, group: GroupElement, scores: Float64Array, rows: Participation): void {
    const scale = group.node.aggregate === 'benefit_of_the_doubt' ? this.#ground.top : 1;
    for (const [i, row] of contest.rows.entries()) {
      scores[row] = contest.scores[i]! * scale;
      if (Number.isNaN(contest.scores[i]!))
        rows.fail(row, group.code, contest.fails ?? 'no_optimum');
    }
    for (const [i, column] of (contest.shares ?? []).entries()) {
      const { code } = this.#hierarchy.elements[group.children[contest.children[i]!]!]!;
      const all = this.shares.get(code) ?? new Float64Array(scores.length).fill(NaN);
      for (const [j, row] of contest.rows.entries()) all[row] = column[j]!;
      this.shares.set(code, all);
    }
    if (contest.issue === undefined) return;
    const { group: peers, period } = contest.pool;
    this.issues.push({
      code: contest.issue,
      element: group.code,
      group: peers,
      period,
      unit: null,
    });
  }
}

/** No score for the rows that do not take part. */
function leaveOut(scores: Float64Array, takes: Uint8Array): void {
  for (let row = 0; row < scores.length; row++) if (takes[row] === 0) scores[row] = NaN;
}

/** Values that a method cannot take, in the order of the rows. */
const valueIssues = (
  rows: readonly UnitRow[],
  failures: ReadonlyMap<number, Failure>,
): ScoreIssue[] =>
  [...failures]
    .sort(([a], [b]) => a - b)
    .flatMap(([row, { element, reason }]) => {
      if (!isAboutValue(reason)) return [];
      const { unit, group, period } = rows[row]!;
      return [{ code: reason, element, group, period, unit }];
    });

/** Reasons that concern one row alone; the others are reported once for all their rows. */
const isAboutValue = (reason: NotComputableReason) =>
  reason === 'nonpositive_value' || reason === 'negative_value' || reason === 'no_optimum';
