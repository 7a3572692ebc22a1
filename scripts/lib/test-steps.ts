import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSite } from './build-site.ts';
import { ensureBrowser } from './ensure-browser.ts';
import { ensureFonts } from './ensure-fonts.ts';
import { ensureOffice } from './ensure-office.ts';
import { NO_OFFICE } from './find-office.ts';
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

/** Longer than any step takes on a slow and busy machine: what lasts longer hangs. */
const TIMEOUT = 1_500_000;

/** Runs a tool as one step; its lines carry the step's name, as two steps run at once. */
async function tool(step: string, name: string, args: string[]): Promise<Count> {
  const options = { prefix: `${step} | `, timeoutMs: TIMEOUT };
  return countCheck((await runTool(name, args, options)).code === 0);
}

/** Runs vitest projects, or a share of them, and counts their tests from the JSON report. */
async function vitest(step: string, projects: readonly string[], shard?: string): Promise<Count> {
  const folder = mkdtempSync(join(tmpdir(), 'hengjian-test-'));
  const report = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  try {
    const chosen = projects.map((project) => `--project=${project}`);
    const args = ['run', ...chosen, ...(shard ? [`--shard=${shard}`] : []), ...reporters];
    const { code } = await runTool('vitest', args, {
      prefix: `${step} | `,
      timeoutMs: TIMEOUT,
    });
    return countVitest(existsSync(report) ? readFileSync(report, 'utf8') : '', code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Finds or installs browser, fonts and LibreOffice, and tells the suites where they are. */
async function setUp(): Promise<Count> {
  const browser = await ensureBrowser();
  console.log(`  ${browser.path} (${browser.via})`);
  process.env['HENGJIAN_BROWSER'] = browser.path;
  await ensureFonts();
  const office = await ensureOffice();
  if (office !== null) console.log(`  ${office}`);
  process.env['HENGJIAN_OFFICE'] = office ?? NO_OFFICE;
  return countCheck(true);
}

/**
 * The whole test command. Two steps run at a time where the machine has two processors, the first
 * of this list that wait for nothing; so the long ones come early.
 */
export const STEPS: readonly Step[] = [
  { name: 'setup', what: 'browser, Chinese fonts, LibreOffice', run: setUp },
  {
    name: 'sync',
    what: 'svelte-kit sync',
    run: () => tool('sync', 'svelte-kit', ['sync']),
  },
  {
    name: 'build',
    what: 'data and site',
    needs: ['sync'],
    run: async () => countCheck(await buildSite()),
  },
  // In halves: as one they would take longer than all the rest beside them.
  ...[1, 2].map((half): Step => ({
    name: `system-${half}`,
    what: 'whole-system tests on the built site',
    needs: ['setup', 'build'],
    run: () => vitest(`system-${half}`, ['system'], `${half}/2`),
  })),
  {
    name: 'unit',
    what: 'unit tests in Node',
    needs: ['sync'],
    run: () => vitest('unit', ['node', 'scripts']),
  },
  {
    name: 'browser',
    what: 'component and engine tests in a browser',
    needs: ['setup', 'build'],
    run: () => vitest('browser', ['browser']),
  },
  {
    name: 'lint',
    what: 'eslint',
    needs: ['sync'],
    run: () => tool('lint', 'eslint', ['--max-warnings=0', '.']),
  },
  {
    name: 'check',
    what: 'types',
    needs: ['sync'],
    run: () =>
      tool('check', 'svelte-check', ['--tsconfig', './tsconfig.json', '--fail-on-warnings']),
  },
  {
    name: 'format',
    what: 'prettier',
    run: () => tool('format', 'prettier', ['--check', '.']),
  },
];
