/** What testing a target came to, as plain data. */
import type { Activity, LocalText } from '#lib/model/index.ts';
import type { ReportedFact, TargetRow } from '#lib/queries/index.ts';
import type { TargetCell } from './evidence.ts';
import type { Interval } from './interval.ts';
import type { Outlook } from './projection.ts';

/** `bounds_only`: the numbers are hedged (50 余 of 300 余) and leave it open. */
export const VERDICTS = ['met', 'not_met', 'undecided', 'bounds_only'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Why a target cannot be judged. */
export type OpenReason =
  /** Published targets are judged by published facts alone, and none tells the result. */
  | 'not_published'
  /** Numbers that are not there could turn the verdict. */
  | 'missing'
  | 'hedged'
  /** A target in words, without a number. */
  | 'words_only'
  /** From which year on is not said. */
  | 'no_base'
  /** The years that count lie ahead. */
  | 'not_begun'
  | 'no_members'
  /** Shares, classes and scores of institutions do not add up to one of the region. */
  | 'not_additive'
  /** A test that this program does not know. */
  | 'unknown_test';

/** Whether one institution passes its part of the test. */
export type MemberStatus = 'met' | 'not_met' | 'unknown';

/** What is behind a member's status. */
export type MemberWhy =
  | 'compared'
  | 'missing'
  | 'hedged'
  /** Class A since the base year; before it already; A once and no longer; never. */
  | 'became'
  | 'already'
  | 'lost'
  | 'never'
  /** First project after none; had one before; none yet. */
  | 'first'
  | 'earlier'
  | 'none_yet';

export interface Member {
  readonly id: string;
  readonly name: LocalText;
  readonly status: MemberStatus;
  readonly why: MemberWhy;
  /** The number of the year asked for; null where nobody reported anything. */
  readonly cell: TargetCell | null;
  /** The years that count, oldest first; one where the year alone counts. */
  readonly history: readonly { readonly period: string; readonly cell: TargetCell | null }[];
  /** By how much an exact number falls short, in the target's unit; null where it does not, or nobody knows. */
  readonly short: number | null;
}

export interface QuarterPart {
  /** 2025-Q1. */
  readonly period: string;
  readonly status: MemberStatus;
  readonly activities: readonly Activity[];
  readonly held: number;
}

interface Tally {
  readonly met: number;
  readonly notMet: number;
  readonly unknown: number;
}

export type Measure =
  | ({
      readonly kind: 'each';
      readonly members: readonly Member[];
      /** Lowest exact number among the members; null where there is none. Never a mean. */
      readonly minimum: number | null;
      readonly lowest: readonly string[];
    } & Tally)
  | ({
      readonly kind: 'count';
      readonly rule: 'class' | 'first';
      /** Up to and including this year counts as before. */
      readonly base: string;
      readonly members: readonly Member[];
    } & Tally)
  | ({ readonly kind: 'quarters'; readonly quarters: readonly QuarterPart[] } & Tally)
  | {
      readonly kind: 'total';
      /** Institutions whose numbers are added. */
      readonly members: readonly Member[];
      readonly sum: Interval;
      readonly missing: number;
    }
  /** A published fact; `stated`: its words say that the target was met. */
  | {
      readonly kind: 'fact';
      readonly fact: ReportedFact;
      readonly stated: boolean;
      readonly value: Interval;
    }
  | { readonly kind: 'none' };

/** How far from the target: in institutions, quarters or the unit of the number itself. */
export interface Distance {
  readonly kind: 'short' | 'over' | 'even';
  readonly amount: number;
  readonly unit: 'institutions' | 'quarters' | 'own' | 'points';
  /** What is missing or hedged makes the amount a bound. */
  readonly bound: 'at_least' | 'at_most' | null;
}

export interface Evaluation {
  readonly target: TargetRow;
  readonly verdict: Verdict;
  readonly reason: OpenReason | null;
  /** The year whose numbers were used. */
  readonly period: string;
  /** The day they stand for. */
  readonly asOf: string;
  /** Null where no date is set; `reached` on the day itself and after. */
  readonly due: { readonly day: string; readonly reached: boolean } | null;
  readonly measure: Measure;
  readonly distance: Distance | null;
  readonly outlook: Outlook;
}
