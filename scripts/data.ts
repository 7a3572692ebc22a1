import { parseArgs } from 'node:util';
import { buildData } from './data/build-data.ts';
import { streamLog } from './data/log.ts';

const HELP = `npm run data -- [选项 flags]
  --data DIR   原始表所在文件夹 folder of the raw tables (data)
  --out DIR    输出文件夹，整体替换 output folder, replaced as a whole (static/data)
  --check      只检查，不写出 check only, write nothing
  --lang en    英文报告 report in English (zh)
有任何错误时退出码为 1，且不写出任何文件。
Exits with 1 and writes nothing if there is any error.`;

try {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: 'data' },
      out: { type: 'string', default: 'static/data' },
      check: { type: 'boolean', default: false },
      lang: { type: 'string', default: 'zh' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) console.log(HELP);
  else {
    const result = await buildData({
      dataDir: values.data,
      outDir: values.check ? null : values.out,
      log: streamLog(process.stdout),
      locale: values.lang === 'en' ? 'en' : 'zh',
    });
    process.exitCode = result.ok ? 0 : 1;
  }
} catch (cause) {
  console.error(cause instanceof Error ? cause.message : cause);
  process.exitCode = 1;
}
