/** What the page and the worker that imports say to each other. Only plain data, and never all rows. */
import type {
  Conflict,
  Counts,
  ImportFinding,
  ImportSeverity,
} from '#lib/intake/import/outcome.ts';
import type { Question } from '#lib/intake/mapping/mapping.ts';
import type { Refusal } from '#lib/intake/workbook/grid.ts';
import type { Layer, Locale, LocalText, Manifest } from '#lib/model/index.ts';
import type { LocalPack } from './local-pack.ts';
import type { Preview, PreviewScope } from './preview.ts';
import type { StoreFault } from './store.ts';
import type { Succession, YearsInForce } from './succession.ts';

/** Files to import, and what they are imported into. */
export interface ImportOrder {
  readonly type: 'import';
  /** Address of the published data, absolute, ending in a slash. */
  readonly dataFolder: string;
  readonly published: Manifest;
  /** What the reader imported before, which counts now. */
  readonly kept: LocalPack | null;
  readonly files: readonly File[];
}

/** Once more, with the answers given meanwhile. */
export interface RunOrder {
  readonly type: 'run';
  /** Text of the mapping file; null for none. */
  readonly mapping: string | null;
  /** Year of all files, where the tables tell none. */
  readonly period: string | null;
}

export interface FindingFilter {
  readonly severity: ImportSeverity | null;
  readonly file: string | null;
}

/** Things asked of an import that is done; each is answered under its number. */
export interface Asked {
  findings: {
    readonly with: FindingFilter & { readonly from: number; readonly count: number };
    readonly answer: { readonly findings: readonly ImportFinding[]; readonly total: number };
  };
  preview: {
    readonly with: PreviewScope & { readonly from: number; readonly count: number };
    /** The first of the unranked, and how many there are. */
    readonly answer: Preview & { readonly total: number; readonly unrankedCount: number };
  };
  /** Of an import that opens a new year: who would lose their place by it. */
  succession: {
    readonly with: null;
    readonly answer: Succession;
  };
  /** Keeps the data in this browser; the pack comes back for the page to serve. */
  keep: {
    readonly with: { readonly savedAt: string; readonly year: YearToKeep };
    readonly answer: { readonly pack: LocalPack; readonly unkept: StoreFault | null };
  };
  /** A file to save: the tables for data/, or the report. */
  file: {
    readonly with: { readonly what: ImportFile; readonly locale: Locale; readonly day: string };
    readonly answer: SavedFile;
  };
  /** A blank form to fill in. */
  template: {
    readonly with: PreviewScope & { readonly locale: Locale };
    readonly answer: SavedFile;
  };
}

/** Which year the pages show first: the new one, or still the one that they show now. */
export type YearToKeep = 'new' | 'current';

export const IMPORT_FILES = ['tables', 'report-xlsx', 'report-json', 'mapping'] as const;
export type ImportFile = (typeof IMPORT_FILES)[number];

export interface SavedFile {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
}

export type AskedKind = keyof Asked;

export type AskOrder = {
  [K in AskedKind]: {
    readonly type: 'ask';
    readonly id: number;
    readonly kind: K;
    readonly with: Asked[K]['with'];
  };
}[AskedKind];

export type Order = ImportOrder | RunOrder | AskOrder;

/** What the import is busy with. */
export const STAGES = [
  'fetch',
  'read',
  'open',
  'understand',
  'convert',
  'check',
  'finish',
  'pack',
] as const;
export type Stage = (typeof STAGES)[number];

export interface Progress {
  readonly stage: Stage;
  readonly done: number;
  readonly total: number;
}

/** Rows of a sheet by what became of them, and why. */
export interface ReasonCount {
  readonly fate: 'imported' | 'skipped' | 'refused';
  /** Empty for imported rows. */
  readonly reason: string;
  readonly rows: number;
}

export interface SheetSummary {
  readonly sheet: string;
  readonly rows: number;
  readonly reasons: readonly ReasonCount[];
}

export interface FileSummary {
  readonly file: string;
  readonly bytes: number;
  readonly format: string | null;
  readonly encoding: string | null;
  readonly refusal: Refusal | null;
  readonly sheets: readonly SheetSummary[];
}

export interface Named {
  readonly code: string;
  readonly name: string;
}

/** What is shown at once; everything else is asked for page by page. */
export interface ImportSummary {
  readonly counts: Counts;
  readonly files: readonly FileSummary[];
  readonly findings: Readonly<Record<ImportSeverity, number>>;
  /** What the reasons of refused rows say, by their codes; null where each row has its own words. */
  readonly rules: Readonly<Record<string, LocalText | null>>;
  readonly questions: readonly Question[];
  /** The first of them with their first cells, and how many there are. */
  readonly conflicts: readonly (Conflict & { readonly cellCount: number })[];
  readonly conflictCount: number;
  /** What may be answered to a question. */
  readonly choices: {
    readonly indicators: readonly Named[];
    readonly institutions: readonly Named[];
    readonly units: readonly string[];
  };
  /** Layers and years with new numbers, the latest year last; empty where nothing was imported. */
  readonly layers: readonly Layer[];
  readonly periods: readonly string[];
  /** The years of each layer: a file may bring another year for each. */
  readonly periodsOf: Readonly<Partial<Record<Layer, readonly string[]>>>;
  /** Set where a new year would become the current one. */
  readonly years: YearsInForce | null;
  /** Text of the mapping that was used; what was in mapping.json among the files included. */
  readonly mapping: string | null;
  /** Files that were no tables, by name. */
  readonly leftOut: readonly string[];
}

export type Report =
  | { readonly type: 'started' }
  | ({ readonly type: 'progress' } & Progress)
  | { readonly type: 'imported'; readonly summary: ImportSummary }
  | { readonly type: 'answer'; readonly id: number; readonly value: Asked[AskedKind]['answer'] }
  /** `id`: of what was asked; null for the import itself. */
  | { readonly type: 'failed'; readonly id: number | null; readonly fault: ImportFault };

/** Why an import came to nothing, apart from what is wrong with the rows. */
export interface ImportFault {
  readonly code:
    | 'cancelled'
    /** Ten seconds without a sign of progress. */
    | 'too_slow'
    | 'too_many'
    | 'crashed'
    | 'no_worker'
    /** The published tables could not be had. */
    | 'no_tables'
    | 'bad_mapping'
    /** What it was imported into was removed or replaced meanwhile, e.g. in another tab. */
    | 'changed'
    /** The merged tables do not pass the checks: a fault of the program. */
    | 'unsound';
  /** For people who mend programs, or the file in question. */
  readonly detail: string;
}
