import { existsSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { listen } from './ports.ts';
import { normaliseBase, siteServer } from './static-server.ts';

export interface ServeFlags {
  port: number;
  /** Address to listen on; only this machine by default. */
  host: string;
  base: string;
}

export const SERVE_HELP = `  --port N       port to use (4173; any free one when it is taken)
  --host [ADDR]  let other machines in: all addresses, or the one given
  --base /PATH   serve from a sub-path, as behind an intranet portal`;

const THIS_MACHINE = '127.0.0.1';
const ALL_ADDRESSES = '0.0.0.0';

/** Reads the command line. Throws with a plain message on anything unknown or out of range. */
export function serveFlags(argv: readonly string[]): ServeFlags {
  const args = argv.map((arg, i) => {
    const bare = arg === '--host' && (argv[i + 1] ?? '-').startsWith('-');
    return bare ? `--host=${ALL_ADDRESSES}` : arg;
  });
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: '4173' },
      host: { type: 'string', default: THIS_MACHINE },
      base: { type: 'string', default: '/' },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port must be a whole number from 0 to 65535, not ${values.port}`);
  return { port, host: values.host, base: normaliseBase(values.base) };
}

/** IPv4 addresses of this machine that others on the network can use. */
function lanAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);
}

/** Serves `build/` until the process ends and prints the address. Throws when there is no build. */
export async function serveSite({ port, host, base }: ServeFlags): Promise<void> {
  if (!existsSync(join('build', 'index.html')))
    throw new Error('build/ has no site yet: run `npm start`, or `npm run build` first.');
  const used = await listen(siteServer({ dir: 'build', base }), port, host);
  if (port !== 0 && used !== port) console.log(`端口 ${port} 已被占用 port ${port} is taken`);
  const hosts = host === ALL_ADDRESSES ? [THIS_MACHINE, ...lanAddresses()] : [host];
  console.log('\n衡鉴已就绪 Hengjian is ready:');
  for (const name of hosts) console.log(`  http://${name}:${used}${base}`);
  console.log('按 Ctrl+C 停止 press Ctrl+C to stop');
}
