import { buildSite, isUpToDate } from './lib/build-site.ts';
import { SERVE_HELP, serveFlags, serveSite } from './lib/serve-site.ts';

/** Builds data and site unless they are up to date, then serves them. */
async function start(argv: readonly string[]): Promise<void> {
  const flags = serveFlags(argv);
  if (isUpToDate())
    console.log('构建已是最新,未重复构建 the build is up to date (inputs and outputs by SHA-256)');
  else if (!(await buildSite())) throw new Error('构建失败,见上文 the build failed, see above');
  await serveSite(flags);
}

const argv = process.argv.slice(2);
if (argv.includes('--help')) {
  console.log(`npm start -- [flags]: builds data and site, then serves them.\n${SERVE_HELP}`);
} else {
  try {
    await start(argv);
  } catch (cause) {
    console.error(cause instanceof Error ? cause.message : cause);
    process.exitCode = 1;
  }
}
