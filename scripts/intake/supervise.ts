/** Runs the process that reads the files, and ends it when it takes too long or too much memory. */
import type { HandedIn } from '#lib/intake/import/outcome.ts';
import { WORKBOOK_LIMITS } from '#lib/intake/workbook/limits.ts';
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { InputError, problem, type Problem } from '../score/problem.ts';
import type { FoundFile } from './find-files.ts';
import { JOB, type Job, type JobFile, type Progress } from './job.ts';

export interface HostLimits {
  /** For opening one file, and for everything. */
  readonly openSeconds: number;
  readonly seconds: number;
  /** Resident memory while files are opened, and after that. */
  readonly openMegabytes: number;
  readonly megabytes: number;
}

export const HOST_LIMITS: Omit<HostLimits, 'openSeconds' | 'seconds'> = {
  openMegabytes: 500,
  megabytes: 1800,
};

type Refused = NonNullable<HandedIn['refused']>;

/** How a process came to its end. */
type End =
  | { readonly kind: 'done' }
  | { readonly kind: 'fault'; readonly problems: readonly Problem[] }
  /** Ended while it opened the file of this place in the order of names. */
  | {
      readonly kind: 'file';
      readonly at: number;
      readonly why: Pick<Refused, 'refusal' | 'detail'>;
    }
  | { readonly kind: 'failed'; readonly problems: readonly Problem[] };

/** Nothing came of it, and not for want of a flag: the limits, or this program, are to blame. */
export class HostError extends InputError {}

/** Resident memory in megabytes; 0 where the system does not tell it in this way. */
function residentMegabytes(pid: number): number {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]);
    return (pages * 4096) / 1024 / 1024;
  } catch {
    return 0;
  }
}

const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url));
/** How often time and memory are looked at. */
const EVERY = 50;
/** What starting the process may take before it opens the first file. */
const START_SECONDS = 60;

function runOnce(work: string, limits: HostLimits, until: number): Promise<End> {
  const flags = ['--import', loader, `--max-old-space-size=${limits.megabytes}`];
  const child = spawn(process.execPath, [...flags, CHILD, work], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  let stage: Progress['stage'] = 'start';
  let opened = 0;
  let deadline = Date.now() + START_SECONDS * 1000;
  let why: Pick<Refused, 'refusal' | 'detail'> | null = null;
  let problems: readonly Problem[] | null = null;
  let errors = '';
  child.stderr?.on('data', (data: Buffer) => (errors = (errors + data.toString()).slice(-4000)));
  const lines = createInterface({ input: child.stdio[3] as Readable });
  lines.on('line', (line) => {
    const progress = JSON.parse(line) as Progress;
    stage = progress.stage;
    if (stage === 'fault') problems = JSON.parse(progress.text ?? '[]') as Problem[];
    if (stage === 'open') {
      opened = progress.done;
      deadline = Date.now() + limits.openSeconds * 1000;
    }
  });
  const opening = () => stage === 'open' || stage === 'start';
  const end = (refusal: Refused['refusal'], detail: string) => {
    why ??= { refusal, detail };
    child.kill('SIGKILL');
  };
  const watch = setInterval(() => {
    const most = stage === 'open' ? limits.openMegabytes : limits.megabytes;
    const megabytes = residentMegabytes(child.pid ?? 0);
    if (megabytes > most) end('too_large', `RAM > ${most} MB`);
    else if (opening() && Date.now() > deadline) end('too_slow', `> ${limits.openSeconds} s`);
    else if (Date.now() > until) end('too_slow', `> ${limits.seconds} s`);
  }, EVERY);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(watch);
      lines.close();
      if (problems) resolve({ kind: 'fault', problems });
      else if (code === 0) resolve({ kind: 'done' });
      else if (stage === 'open')
        resolve({
          kind: 'file',
          at: opened,
          why: why ?? { refusal: 'too_large', detail: `RAM > ${limits.megabytes} MB` },
        });
      else resolve({ kind: 'failed', problems: [failure(why, errors)] });
    });
  });
}

function failure(why: Pick<Refused, 'refusal' | 'detail'> | null, errors: string): Problem {
  const lines = errors.split('\n').filter((line) => /Error|ERROR|FATAL|^\s+at /.test(line));
  const cause = lines.length > 0 ? lines.slice(0, 4).join(' | ') : errors.trim();
  if (why?.refusal === 'too_slow')
    return problem(
      'npm run intake',
      `用时超过上限（${why.detail}）：分几次导入，或用 --seconds 放宽`,
      `took too long (${why.detail}): import in parts, or allow more by --seconds`,
    );
  if (why || /heap|memory/i.test(cause))
    return problem('npm run intake', '内存不够：分几次导入', 'out of memory: import in parts');
  return problem('npm run intake', `程序出错：${cause}`, `fault of the program: ${cause}`);
}

/** Files of which it is known without opening them that they are too large. */
const refusedUnread = ({ size }: FoundFile): Refused | null =>
  size > WORKBOOK_LIMITS.bytes
    ? { refusal: 'too_large', detail: `${size} > ${WORKBOOK_LIMITS.bytes} bytes`, size }
    : null;

/**
 * Has the files imported into the folder `work`. A file that cannot be opened within the limits is
 * refused, and the others are read again without it. Throws InputError where the flags are to blame, HostError where nothing comes of it.
 */
export async function supervise(
  work: string,
  found: readonly FoundFile[],
  job: Omit<Job, 'files'>,
  limits: HostLimits,
): Promise<void> {
  // As the import sorts them, so that a place in the order is a file.
  const files: JobFile[] = found.map((file) => {
    const refused = refusedUnread(file);
    return { name: file.name, path: file.path, ...(refused ? { refused } : {}) };
  });
  const until = Date.now() + limits.seconds * 1000;
  let spare = 3;
  for (;;) {
    writeFileSync(join(work, JOB), JSON.stringify({ ...job, files }));
    const end = await runOnce(work, limits, until);
    if (end.kind === 'done') return;
    if (end.kind === 'fault') throw new InputError(end.problems);
    if (end.kind === 'failed') throw new HostError(end.problems);
    const file = files[end.at];
    const size = found[end.at]?.size ?? 0;
    // No file was being opened: the machine was busy, or the limits leave no room for the program.
    if (!file || file.refused) {
      if (--spare < 0) throw new HostError([failure(end.why, '')]);
      continue;
    }
    files[end.at] = { ...file, refused: { ...end.why, size } };
  }
}
