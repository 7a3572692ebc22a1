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

/**
 * The edition for the public tells bands, and no score or place (`npm run build -- --bands`). It is
 * a site of its own made of other routes: what is not built into it cannot leak from it.
 */
const bandsOnly = process.env['HENGJIAN_EDITION'] === 'bands';
const place = bandsOnly
  ? {
      pages: 'build-bands',
      outDir: '.svelte-kit/bands',
      files: { routes: 'src/bands', assets: 'src/bands/assets' },
    }
  : { pages: 'build', outDir: '.svelte-kit' };

/** @type {import('@sveltejs/kit').Config} */
export default {
  kit: {
    adapter: adapter({ strict: true, pages: place.pages }),
    outDir: place.outDir,
    ...(place.files ? { files: place.files } : {}),
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
