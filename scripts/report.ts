/** Writes a report of the published data: `npm run report`. */
import { writeFile } from 'node:fs/promises';
import { makePublished, requestOf, WishError } from '#lib/briefing/server/make-published.ts';
import { OptionError, parseOptions } from './report/options.ts';
import { openPainter } from './report/painter.ts';

const HELP = `npm run report -- --template 通报 --out report.docx [选项 options]
  --template   通报、一县一页、年度分析 (notice, counties, review)
  --out FILE   以 .docx 或 .pptx 结尾 ends in .docx or .pptx
  --edition ID 正在编的一版；已锁定的各版见 data/ 中的文件 the edition in force
  --year Y     年度，按现行方案计算 year, by the present scheme
  --city CODE  城市的区划代码 region code of a city
  --level L    county 或 or city
  --scheme ID  方案 scheme
  --layer L    synthetic、template
  --lang en    英文 in English (zh)
图用浏览器绘制，与页面上相同。须先运行 npm run data。
Figures are drawn by a browser, as on the page. Run npm run data first.`;

try {
  const options = parseOptions(process.argv.slice(2));
  if (!options) console.log(HELP);
  else {
    const request = await requestOf(options.wish);
    const painter = await openPainter();
    try {
      const { bytes } = await makePublished(request, options.format, painter.paint, {
        onProgress: (done, total) => {
          if (process.stderr.isTTY) process.stderr.write(`\r${done} / ${total}`);
        },
      });
      await writeFile(options.out, bytes);
      if (process.stderr.isTTY) process.stderr.write('\r');
      console.log(`${options.out}  ${bytes.length} B`);
    } finally {
      await painter.close();
    }
  }
} catch (cause) {
  if (cause instanceof WishError)
    console.error(
      `已发布的数据中没有 --${cause.part === 'period' ? 'year' : cause.part} ${cause.found}，有：${cause.known.join('、')}\n${cause.message}`,
    );
  else if (cause instanceof OptionError) console.error(cause.message);
  else throw cause;
  process.exitCode = 1;
}
