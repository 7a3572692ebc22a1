import adapter from '@sveltejs/adapter-static';
import { execFileSync } from 'node:child_process';

/** The commit, not the clock, names a build: two builds of one commit are the same bytes. */
function versionName() {
  try {
    return execFileSync('git', ['rev-parse', '--short=12', 'HEAD'], { encoding: 'utf8' }).trim();
  } catch {
    return 'unversioned';
  }
}

/** @type {import('@sveltejs/kit').Config} */
export default {
  kit: {
    adapter: adapter({ strict: true }),
    // An open page asks now and then whether a newer build has been deployed.
    version: { name: versionName(), pollInterval: 300_000 },
    // Styles travel inside the page: the ranking is readable after one request.
    inlineStyleThreshold: 50_000,
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['self'],
        'script-src': ['self', 'wasm-unsafe-eval'],
        'worker-src': ['self'],
        'connect-src': ['self'],
        'img-src': ['self', 'data:', 'blob:'],
        'style-src': ['self', 'unsafe-inline'],
        'font-src': ['self'],
        'object-src': ['none'],
        'base-uri': ['none'],
        'form-action': ['self'],
      },
    },
    typescript: {
      config: (config) => ({ ...config, include: [...config['include'], '../scripts/**/*.ts'] }),
    },
    prerender: { handleHttpError: 'fail', handleMissingId: 'fail' },
  },
};
