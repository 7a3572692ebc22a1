/** What the process that reads the files is asked, and what it leaves behind. */
import type { FormLayer } from '#lib/intake/template/order.ts';
import type { HandedIn, ImportStage } from '#lib/intake/import/outcome.ts';
import type { Locale } from '#lib/model/index.ts';

export interface JobFile {
  readonly name: string;
  readonly path: string;
  /** Of a file that is not to be opened (again). */
  readonly refused?: NonNullable<HandedIn['refused']>;
}

export interface Job {
  readonly files: readonly JobFile[];
  readonly data: string;
  /** A file that must be there; null for that of the data folder, where there is one. */
  readonly mapping: string | null;
  readonly period: string | null;
  readonly layer: FormLayer | null;
  readonly locale: Locale;
  readonly format: 'text' | 'json';
  /** Whether a workbook and a draft of the answers are wanted. */
  readonly report: boolean;
  readonly questions: boolean;
  /** ISO day that the workbook is dated with. */
  readonly day: string;
}

/** Files in the folder of the job. */
export const JOB = 'job.json';
export const REPORT = 'report.txt';
export const REPORT_BOOK = 'report.xlsx';
export const DRAFT = 'questions.json';
export const SUMMARY = 'summary.json';
/** Tables to keep, below this folder. */
export const TABLES = 'tables';

export interface Summary {
  readonly refusedRows: number;
  readonly refusedFiles: number;
  readonly questions: number;
  readonly conflicts: number;
  readonly errors: number;
  /** Tables with the SHA-256 of the file in the data folder they were made from; null for a new one. */
  readonly tables: readonly { readonly path: string; readonly from: string | null }[];
}

/** A line on the pipe of progress: how many of how many, and of what. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly stage: ImportStage | 'start' | 'fault';
  /** Of `fault`: what a person has to mend, as JSON of problems. */
  readonly text?: string;
}
