import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSite } from './build-site.ts';
import { ensureBrowser } from './ensure-browser.ts';
import { ensureFonts } from './ensure-fonts.ts';
import { runTool } from './run.ts';
import { countCheck, countVitest } from './test-count.ts';
import type { Count } from './test-count.ts';

export interface Step {
  name: string;
  what: string;
  /** Names of steps without whose success this one cannot say anything. */
  needs?: readonly string[];
  run: () => Promise<Count>;
}

async function tool(name: string, args: string[]): Promise<Count> {
  return countCheck((await runTool(name, args)).code === 0);
}

/** Runs one vitest project and counts its tests from the JSON report. */
async function vitest(project: string, options: readonly string[] = []): Promise<Count> {
  const folder = mkdtempSync(join(tmpdir(), 'hengjian-test-'));
  const report = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  try {
    const { code } = await runTool('vitest', [
      'run',
      '--project',
      project,
      ...options,
      ...reporters,
    ]);
    return countVitest(existsSync(report) ? readFileSync(report, 'utf8') : '', code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Finds or installs browser and fonts, and tells the suites which browser it is. */
async function setUp(): Promise<Count> {
  const browser = await ensureBrowser();
  console.log(`  ${browser.path} (${browser.via})`);
  process.env['HENGJIAN_BROWSER'] = browser.path;
  await ensureFonts();
  return countCheck(true);
}

/** The whole test command, in this order. */
export const STEPS: readonly Step[] = [
  { name: 'setup', what: 'browser and Chinese fonts', run: setUp },
  { name: 'sync', what: 'svelte-kit sync', run: () => tool('svelte-kit', ['sync']) },
  {
    name: 'check',
    what: 'types',
    run: () => tool('svelte-check', ['--tsconfig', './tsconfig.json', '--fail-on-warnings']),
  },
  { name: 'lint', what: 'eslint', run: () => tool('eslint', ['--max-warnings=0', '.']) },
  { name: 'format', what: 'prettier', run: () => tool('prettier', ['--check', '.']) },
  // Every processor at work: by default one is left idle, half of a machine that has two.
  {
    name: 'unit',
    what: 'unit tests in Node',
    run: () => vitest('node', ['--maxWorkers=100%']),
  },
  { name: 'build', what: 'data and site', run: async () => countCheck(await buildSite()) },
  {
    name: 'browser',
    what: 'component and engine tests in a browser',
    needs: ['setup'],
    run: () => vitest('browser'),
  },
  {
    name: 'system',
    what: 'whole-system tests on the built site',
    needs: ['setup', 'build'],
    run: () => vitest('system'),
  },
];
