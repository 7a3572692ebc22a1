import { readFileSync } from 'node:fs';
import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type Plugin } from 'vitest/config';

// Set by scripts/test.ts, which finds or installs a browser; without it Playwright's own is used.
const executablePath = process.env['HENGJIAN_BROWSER'];

/** What is in the site besides code, under licences that must come with every copy. */
const furtherLicences: Plugin = {
  name: 'hengjian:further-licences',
  applyToEnvironment: ({ name }) => name === 'client',
  generateBundle() {
    const emit = (fileName: string, source: string) =>
      this.emitFile({ type: 'asset', fileName, source });
    const numbers = readFileSync('src/lib/scoring/robustness/LICENSE-joe-kuo.md', 'utf8');
    emit('licences-joe-kuo.md', numbers);
    const font = readFileSync('node_modules/@fontsource/noto-sans-sc/LICENSE', 'utf8');
    // The package's own copy names no holder; the font's files do.
    const holder = "Noto Sans SC, © 2014-2021 Adobe, with Reserved Font Name 'Source'.";
    emit('licences-noto-sans-sc.txt', `${holder}\n\n${font}`);
  },
};

export default defineConfig({
  plugins: [sveltekit(), furtherLicences],
  // Government desktops still run Chromium 87-93 kernels.
  // Whoever passes the site on passes on the licences of what is in it.
  build: {
    target: ['chrome87', 'edge88', 'firefox78', 'safari14'],
    license: { fileName: 'licences.md' },
  },
  worker: { format: 'es' },
  // duckdb-wasm's workers and wasm files are fetched by URL; pre-bundling would lose them.
  optimizeDeps: { exclude: ['@duckdb/duckdb-wasm'] },
  test: {
    // A busy machine may take long; a test that waits must not fail for that.
    expect: { requireAssertions: true, poll: { timeout: 15_000 } },
    env: { TZ: 'Asia/Shanghai' },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['src/**/*.test.ts'],
          exclude: ['src/**/*.browser.test.ts'],
          testTimeout: 120_000,
          // Loading the same modules anew for each of hundreds of files took half of the time.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          // Commands have a process, folders and replaced modules of their own.
          name: 'scripts',
          environment: 'node',
          include: ['scripts/**/*.test.ts'],
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        // Found late, a dependency makes Vite reload the page in the middle of a test.
        optimizeDeps: {
          include: [
            '@e965/xlsx',
            '@noble/hashes/sha2.js',
            '@noble/hashes/utils.js',
            'apache-arrow',
            'fast-check',
            'fflate',
            'hyparquet',
            'hyparquet-writer',
            'opentype.js',
          ],
        },
        test: {
          name: 'browser',
          include: ['src/**/*.browser.test.ts'],
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                ...(executablePath ? { executablePath } : {}),
                args: ['--no-sandbox', '--disable-background-networking', '--disable-quic'],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'system',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          // One browser and one server at a time: the files share the built folder and two cores.
          fileParallelism: false,
        },
      },
    ],
  },
});
