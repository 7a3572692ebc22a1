/** Writes a report of the published data: `npm run report`. */
import { writeFile } from 'node:fs/promises';
import { makePublished, requestOf, WishError } from '#lib/briefing/server/make-published.ts';
import { LOCALES } from '#lib/model/index.ts';
import { openSite } from './report/open-site.ts';
import { OptionError, parseOptions } from './report/options.ts';
import { openPainter } from './report/painter.ts';
import { formatProblems, InputError } from './score/problem.ts';

const HELP = `npm run report -- --template 通报 --out report.docx [选项 options]
  --template   通报、一县一页、年度分析 (notice, counties, review)
  --out FILE   以 .docx、.pptx 或 .zip（图与表）结尾 ends in .docx, .pptx or .zip (pictures, tables)
  --edition ID 版次：正在编的，或已锁定的（由锁定的文件重新计算，须与公布的结果相同）
               edition: that in work, or a locked one, computed again from the locked files
  --data DIR   另一个原始表文件夹，检查后用于这份报告 another folder of raw tables
  --year Y     年度，按现行方案计算 year, by the present scheme
  --city CODE  城市的区划代码 region code of a city
  --level L    county 或 or city
  --scheme ID  方案 scheme
  --layer L    synthetic、template
  --lang en    英文 in English (zh)
  --watermark TEXT  水印，如“某局 2026-01-31” a watermark
图用浏览器绘制，与页面上相同。没有 --data 时，须先运行 npm run data。
Figures are drawn by a browser, as on the page. Run npm run data first, unless --data is given.`;

try {
  const options = parseOptions(process.argv.slice(2));
  if (!options) console.log(HELP);
  else {
    const { wish, data, format, out, watermark } = options;
    const say = (line: string) => console.error(line);
    const site = await openSite({ data, edition: wish.edition ?? null, locale: wish.locale }, say);
    try {
      const request = await requestOf(wish, site.published);
      const painter = await openPainter();
      try {
        const onProgress = (done: number, total: number) => {
          if (process.stderr.isTTY) process.stderr.write(`\r${done} / ${total}`);
        };
        const { paint } = painter;
        const writing = { watch: { onProgress }, watermark };
        const { bytes } = await makePublished(request, format, paint, writing, site.published);
        await writeFile(out, bytes);
        if (process.stderr.isTTY) process.stderr.write('\r');
        console.log(`${out}  ${bytes.length} B`);
      } finally {
        await painter.close();
      }
    } finally {
      await site.close();
    }
  }
} catch (cause) {
  if (cause instanceof WishError)
    console.error(
      `已发布的数据中没有 --${cause.part === 'period' ? 'year' : cause.part} ${cause.found}，有：${cause.known.join('、')}\n${cause.message}`,
    );
  else if (cause instanceof OptionError) console.error(cause.message);
  else if (cause instanceof InputError)
    console.error(LOCALES.flatMap((locale) => formatProblems(cause.problems, locale)).join('\n'));
  else throw cause;
  process.exitCode = 1;
}
