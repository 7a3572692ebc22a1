import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { run, runTool } from './run.ts';

const node = (source: string, options = {}) =>
  run(process.execPath, ['-e', source], { quiet: true, ...options });

describe('run', () => {
  it('gives the exit code and both outputs', async () => {
    const result = await node('console.log("a"); console.error("b"); process.exit(3)');
    expect(result).toMatchObject({ code: 3, timedOut: false });
    expect(result.output.split('\n').sort().join('')).toBe('ab');
  });

  it('is a failure, not an exception, when the command does not exist', async () => {
    const result = await run('no-such-command', [], { quiet: true });
    expect(result.code).toBe(1);
    expect(result.output).toContain('ENOENT');
  });

  it('ends the command and its children when the time is over', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'run-'));
    const ticks = join(folder, 'ticks');
    const child = `setInterval(() => fs.appendFileSync(${JSON.stringify(ticks)}, '.'), 20)`;
    const parent = `child_process.spawn(process.execPath, ['-e', ${JSON.stringify(child)}]); setInterval(() => {}, 1000)`;
    const result = await node(parent, { timeoutMs: 1_500 });
    expect(result).toMatchObject({ code: 1, timedOut: true });
    const count = (): number => statSync(ticks).size;
    expect(count()).toBeGreaterThan(0);
    const countsOn = async (): Promise<boolean> => {
      const before = count();
      await delay(200);
      return count() > before;
    };
    await expect.poll(countsOn).toBe(false);
    rmSync(folder, { recursive: true });
  });

  it('gives time anew while the output shows that something moves', async () => {
    const slow =
      'let n = 0; const t = setInterval(() => { console.log(`${++n}%`); if (n === 6) clearInterval(t); }, 400)';
    const patient = await node(slow, { timeoutMs: 1_500, movingWhen: /\d%/ });
    expect(patient).toMatchObject({ code: 0, timedOut: false });
    expect((await node(slow, { timeoutMs: 1_500 })).timedOut).toBe(true);
  });
});

describe('runTool', () => {
  it('runs the command of an installed package', async () => {
    const result = await runTool('vitest', ['--version'], { quiet: true });
    expect(result.code).toBe(0);
    expect(result.output).toMatch(/^vitest\/\d+/);
  });
});
