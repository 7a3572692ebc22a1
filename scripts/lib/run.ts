import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface RunOptions {
  /** The command and its children are ended after this long. */
  timeoutMs?: number;
  /** Output that matches starts the time anew, so that a slow but moving download may go on. */
  movingWhen?: RegExp;
  env?: Record<string, string | undefined>;
  /** Keep the output to ourselves instead of showing it. */
  quiet?: boolean;
  /** Stands before every line shown, where several commands run at once. */
  prefix?: string;
}

export interface RunResult {
  /** Exit code; 1 also when the command could not be started or was ended. */
  code: number;
  /** Standard output and error together. */
  output: string;
  timedOut: boolean;
}

/** Ends a command with everything it started (a test runner has browsers below it). */
function endTree(child: ChildProcess): void {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(child.pid), '/T', '/F']);
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}

/** Shows text as it comes or, with a prefix, line by line, so that two commands do not mix. */
function shower(prefix: string | undefined) {
  if (prefix === undefined)
    return { show: (chunk: Buffer) => void process.stdout.write(chunk), end: () => undefined };
  let rest = '';
  const show = (chunk: Buffer): void => {
    const lines = (rest + chunk.toString()).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) process.stdout.write(`${prefix}${line}\n`);
  };
  const end = (): void => {
    if (rest !== '') process.stdout.write(`${prefix}${rest}\n`);
  };
  return { show, end };
}

/** Runs a command to its end. Never rejects: a command that cannot start is a result with code 1. */
export function run(command: string, args: string[], options: RunOptions = {}): Promise<RunResult> {
  const { timeoutMs = 900_000, movingWhen, quiet = false, prefix } = options;
  const { show, end } = shower(prefix);
  return new Promise((done) => {
    const child = spawn(command, args, {
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, so that the time limit reaches the children too.
      detached: process.platform !== 'win32',
    });
    const state: RunResult = { code: 1, output: '', timedOut: false };
    const onTimeout = (): void => {
      state.timedOut = true;
      endTree(child);
    };
    let timer = setTimeout(onTimeout, timeoutMs);
    const interrupt = (): void => process.exit(130);
    // Several commands may be running; the first interrupt ends them all.
    const onExit = (): void => endTree(child);
    process.once('exit', onExit);
    process.once('SIGINT', interrupt);
    process.once('SIGTERM', interrupt);

    const take = (chunk: Buffer): void => {
      const text = chunk.toString();
      state.output += text;
      if (!quiet) show(chunk);
      if (movingWhen?.test(text)) {
        clearTimeout(timer);
        timer = setTimeout(onTimeout, timeoutMs);
      }
    };
    const finish = (code: number | null): void => {
      clearTimeout(timer);
      end();
      process.off('exit', onExit);
      process.off('SIGINT', interrupt);
      process.off('SIGTERM', interrupt);
      done({ ...state, code: state.timedOut ? 1 : (code ?? 1) });
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', (error) => {
      state.output += error.message;
      finish(1);
    });
    child.on('close', finish);
  });
}

/** Runs a command-line tool of an installed npm package with this Node, on any system. */
export function runTool(
  name: string,
  args: string[],
  options: RunOptions = {},
): Promise<RunResult> {
  const folder = join('node_modules', ...(TOOL_PACKAGES[name] ?? name).split('/'));
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>;
  };
  const script = typeof bin === 'string' ? bin : bin[name];
  if (script === undefined) throw new Error(`${folder} has no command named ${name}`);
  return run(process.execPath, [join(folder, script), ...args], options);
}

/** Commands that are named otherwise than their package. */
const TOOL_PACKAGES: Readonly<Record<string, string>> = { 'svelte-kit': '@sveltejs/kit' };

/** Runs a script of package.json with the npm that started us. */
export function runNpm(script: string, options: RunOptions = {}): Promise<RunResult> {
  const npm = process.env['npm_execpath'];
  if (npm?.endsWith('.js')) return run(process.execPath, [npm, 'run', script], options);
  return process.platform === 'win32'
    ? run('cmd', ['/c', 'npm', 'run', script], options)
    : run('npm', ['run', script], options);
}
