import { SERVE_HELP, serveFlags, serveSite } from './lib/serve-site.ts';

const argv = process.argv.slice(2);
if (argv.includes('--help')) {
  console.log(`npm run preview -- [flags]: serves the existing build.\n${SERVE_HELP}`);
} else {
  try {
    await serveSite(serveFlags(argv));
  } catch (cause) {
    console.error(cause instanceof Error ? cause.message : cause);
    process.exitCode = 1;
  }
}
