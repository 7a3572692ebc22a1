import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import { close, listen } from '../scripts/lib/ports.ts';

/** Runs the preview command until it has printed its address, looks, and ends it. */
async function preview(
  flags: string[],
  look: (url: string, output: string) => Promise<void>,
): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/serve.ts', ...flags]);
  try {
    let output = '';
    const url = await new Promise<string>((done, fail) => {
      child.stdout.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        const found = /http:\/\/\S+/.exec(output);
        if (found && output.includes('Ctrl+C')) done(found[0]);
      });
      child.on('exit', (code) => fail(new Error(`ended with ${String(code)}: ${output}`)));
    });
    await look(url, output);
  } finally {
    child.kill();
  }
}

describe('npm run preview', () => {
  it('serves the build from a sub-path, on another port when the wanted one is taken', async () => {
    const other = createServer();
    const taken = await listen(other, 0, '127.0.0.1');
    await preview(['--port', String(taken), '--base', '/a/b'], async (url, output) => {
      expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/a\/b\/$/);
      expect(new URL(url).port).not.toBe(String(taken));
      expect(output).toContain(`port ${taken} is taken`);
      const page = await fetch(url);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain('data-ranking');
    });
    await close(other);
  });

  it('lets other machines in only when asked', async () => {
    await preview(['--port', '0'], async (_url, output) => {
      expect(output.match(/http:\/\//g)).toHaveLength(1);
      await Promise.resolve();
    });
  });
});
