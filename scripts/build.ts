import { parseArgs } from 'node:util';
import { buildData } from './data/build-data.ts';
import { streamLog } from './data/log.ts';
import { precompress } from './lib/precompress.ts';
import { runTool } from './lib/run.ts';

const HELP = `npm run build -- [选项 flags]
  --bands   只公布等级的版本，没有得分、名次和数据文件，写到 build-bands/
            the edition that tells bands only: no score, no place, no data files, into build-bands/
不加选项：先 npm run data，再生成整个网站到 build/。
Without a flag: the data, then the whole site into build/.`;

/** Data, site, compressed copies; false when one of them failed. */
async function build(bands: boolean): Promise<boolean> {
  const data = await buildData({
    dataDir: 'data',
    outDir: 'static/data',
    log: streamLog(process.stdout),
  });
  if (!data.ok) return false;
  const env = bands ? { HENGJIAN_EDITION: 'bands' } : {};
  const { code } = await runTool('vite', ['build'], { env });
  if (code !== 0) return false;
  const began = performance.now();
  const count = await precompress(bands ? 'build-bands' : 'build');
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`压缩 ${count} 个文件，${seconds} 秒 compressed ${count} files for br and gzip`);
  return true;
}

try {
  const { values } = parseArgs({
    options: { bands: { type: 'boolean', default: false }, help: { type: 'boolean' } },
  });
  if (values.help) console.log(HELP);
  else process.exitCode = (await build(values.bands)) ? 0 : 1;
} catch (cause) {
  console.error(cause instanceof Error ? cause.message : cause);
  process.exitCode = 1;
}
