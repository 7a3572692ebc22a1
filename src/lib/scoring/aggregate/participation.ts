import type { NotComputableReason } from '#lib/model/index.ts';
import type { Domain } from './means.ts';

/** Why a group of a row has no value although its data are there. */
export interface Failure {
  /** The element that stopped it. */
  readonly element: string;
  readonly reason: NotComputableReason;
}

/** For which rows a group is computed, and for which it cannot be although its data are there. */
export class Participation {
  /** 1 for the rows that take part. */
  readonly takes: Uint8Array;
  /** 1 for the rows that cannot be computed. */
  readonly failed: Uint8Array;
  // Not #private: the oldest browsers we build for would look it up in a map, group after group.
  private readonly failures: Map<number, Failure>;

  /**
   * @param open 1 for the rows that are computed at all
   * @param present 1 where the group is available (R36)
   * @param failures first failure of every row, kept from group to group
   */
  constructor(open: Uint8Array, present: Uint8Array, failures: Map<number, Failure>) {
    this.takes = open.slice();
    for (let row = 0; row < open.length; row++) this.takes[row]! &= present[row]!;
    this.failed = new Uint8Array(open.length);
    this.failures = failures;
  }

  fail(row: number, element: string, reason: NotComputableReason): void {
    this.takes[row] = 0;
    this.failed[row] = 1;
    if (!this.failures.has(row)) this.failures.set(row, { element, reason });
  }

  failAll(element: string, reason: NotComputableReason): void {
    for (let row = 0; row < this.takes.length; row++)
      if (this.takes[row] === 1) this.fail(row, element, reason);
  }

  /** A child that could not be computed takes the group with it (R35). */
  inherit(failed: Uint8Array): void {
    for (let row = 0; row < failed.length; row++)
      if (this.takes[row] === 1 && failed[row] === 1) {
        this.takes[row] = 0;
        this.failed[row] = 1;
      }
  }

  /** Fails the rows in which a child has a value that the method cannot take (R34, R37, R38, R64). */
  refuse(domain: Domain, column: Float64Array, child: string): void {
    if (domain === 'any') return;
    const reason = domain === 'positive' ? 'nonpositive_value' : 'negative_value';
    for (let row = 0; row < column.length; row++) {
      const x = column[row]!;
      if (this.takes[row] === 1 && (x < 0 || (x === 0 && domain === 'positive')))
        this.fail(row, child, reason);
    }
  }
}
