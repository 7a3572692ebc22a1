/**
 * The process that opens files nobody knows: it may hang or run out of memory, and then whoever
 * started it ends it. Progress goes to descriptor 3 at once, results into the folder of the job.
 */
import { readAnyParquet } from '#lib/engine/load/any-parquet.ts';
import { parsePeriod } from '#lib/intake/index.ts';
import { importFiles } from '#lib/intake/import/import-files.ts';
import type { HandedIn, ImportOutcome } from '#lib/intake/import/outcome.ts';
import { EMPTY_MAPPING, type Mapping } from '#lib/intake/mapping/mapping.ts';
import { parseMapping } from '#lib/intake/mapping/parse-mapping.ts';
import { readData } from '#lib/intake/raw/read-data.ts';
import { reportOf, reportText } from '#lib/intake/report/report.ts';
import { reportWorkbook } from '#lib/intake/report/xlsx-report.ts';
import type { InputFile } from '#lib/intake/index.ts';
import { isParquet } from '#lib/intake/workbook/from-rows.ts';
import { writeWorkbook } from '#lib/office/xlsx/index.ts';
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { readFolder } from '../data/read-folder.ts';
import { InputError, problem, stopOn } from '../score/problem.ts';
import {
  DRAFT,
  JOB,
  REPORT,
  REPORT_BOOK,
  SUMMARY,
  TABLES,
  type Job,
  type Progress,
  type Summary,
} from './job.ts';
import { jsonParts } from './json-parts.ts';
import { mappingDraft } from './mapping-draft.ts';

const PROGRESS = 3;
const tell = (progress: Progress) => writeSync(PROGRESS, `${JSON.stringify(progress)}\n`);

function mappingOf(path: string): Mapping {
  const text = readFileSync(path, 'utf8');
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, '')) as unknown;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    stopOn([problem(path, `不是 JSON：${reason}`, `is no JSON: ${reason}`)]);
  }
  const read = parseMapping(json);
  if (read.ok) return read.mapping;
  throw new InputError(
    read.faults.map(({ path: where, found, rule, todo }) =>
      problem(`${path} ${where}`.trim(), `${rule.zh}；${todo.zh}`, `${rule.en}; ${todo.en}`, {
        found,
      }),
    ),
  );
}

/** Pieces are gathered, so that a long report is not a million small writes. */
function writePieces(path: string, pieces: Iterable<string>): void {
  const file = openSync(path, 'w');
  try {
    let held = '';
    for (const piece of pieces) {
      held += piece;
      if (held.length < 1_000_000) continue;
      writeSync(file, held);
      held = '';
    }
    writeSync(file, `${held}\n`);
  } finally {
    closeSync(file);
  }
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Institutions and indicators by their codes, as the workbook names them. */
function namesIn(folder: readonly InputFile[]): Map<string, string> {
  const { data } = readData(folder);
  return new Map([
    ...data.rows.institution.map(
      ({ values }) => [values.institution_id ?? '', values.name_zh ?? ''] as const,
    ),
    ...data.rows.indicator.map(
      ({ values }) => [values.indicator ?? '', values.name_zh ?? ''] as const,
    ),
  ]);
}

function summaryOf(outcome: ImportOutcome, folder: readonly InputFile[]): Summary {
  const before = new Map(folder.map(({ path, bytes }) => [path, sha256(bytes)]));
  return {
    refusedRows: outcome.counts.refused,
    refusedFiles: outcome.files.filter(({ refusal }) => refusal !== null).length,
    questions: outcome.questions.length,
    conflicts: outcome.conflicts.length,
    errors: outcome.findings.filter(({ severity }) => severity === 'error').length,
    tables: outcome.tables.map(({ path }) => ({ path, from: before.get(path) ?? null })),
  };
}

/** Parquet is known to the engine's room alone; what it cannot read the import refuses. */
async function withTable(file: HandedIn): Promise<HandedIn> {
  if (!isParquet(file.bytes)) return file;
  const table = await readAnyParquet(file.bytes).catch(() => null);
  return table ? { ...file, table } : file;
}

async function run(work: string): Promise<void> {
  const job = JSON.parse(readFileSync(join(work, JOB), 'utf8')) as Job;
  const folder = await readFolder(job.data);
  const own = join(job.data, 'mapping.json');
  const mappingFile = job.mapping ?? (existsSync(own) ? own : null);
  const mapping = mappingFile === null ? EMPTY_MAPPING : mappingOf(mappingFile);
  const handedIn = await Promise.all(
    job.files.map(async ({ name, path, refused }): Promise<HandedIn> =>
      refused
        ? { name, bytes: new Uint8Array(), refused }
        : withTable({ name, bytes: new Uint8Array(readFileSync(path)) }),
    ),
  );
  tell({ done: 0, total: handedIn.length, stage: 'open' });
  const outcome = importFiles(handedIn, folder, {
    mapping,
    layer: job.layer,
    period: job.period === null ? null : parsePeriod(job.period),
    onProgress: (done, total, stage) => tell({ done, total, stage }),
  });

  const put = (name: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(work, name)), { recursive: true });
    writeFileSync(join(work, name), content);
  };
  for (const { path, bytes } of outcome.tables) put(`${TABLES}/${path}`, bytes);
  if (job.format === 'json') writePieces(join(work, REPORT), jsonParts(reportOf(outcome)));
  else put(REPORT, reportText(outcome, job.locale));
  if (job.report) {
    const { locale, day } = job;
    const book = reportWorkbook(outcome, { locale, day, names: namesIn(folder), handedIn });
    put(REPORT_BOOK, writeWorkbook(book));
  }
  if (job.questions) put(DRAFT, mappingDraft(mapping, outcome.questions));
  put(SUMMARY, JSON.stringify(summaryOf(outcome, folder)));
}

try {
  tell({ done: 0, total: 0, stage: 'start' });
  await run(process.argv[2] ?? '');
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  tell({ done: 0, total: 0, stage: 'fault', text: JSON.stringify(error.problems) });
}
