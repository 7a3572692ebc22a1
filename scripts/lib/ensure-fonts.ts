import { aptInstall } from './apt.ts';
import { run } from './run.ts';

/** Windows and macOS bring Chinese fonts; elsewhere fontconfig knows. */
async function hasChineseFont(): Promise<boolean> {
  if (process.platform === 'win32' || process.platform === 'darwin') return true;
  const list = await run('fc-list', [':lang=zh', 'family'], { quiet: true, timeoutMs: 30_000 });
  return list.code === 0 && list.output.trim() !== '';
}

/**
 * Makes sure that Chinese text has glyphs, or exported pictures would show empty boxes.
 * Throws an error that tells what to install when there is no font and no way to get one.
 */
export async function ensureFonts(): Promise<void> {
  if (await hasChineseFont()) return;
  const failure = await aptInstall(['fontconfig', 'fonts-noto-cjk']);
  if (failure === undefined && (await hasChineseFont())) return;
  throw new Error(
    [
      '缺少中文字体:请安装 Noto Sans CJK(Debian/Ubuntu 软件包 fonts-noto-cjk)。',
      'No Chinese font: install Noto Sans CJK (Debian / Ubuntu package fonts-noto-cjk).',
      `  - ${failure ?? 'it was installed, but fc-list still shows no font for Chinese'}`,
    ].join('\n'),
  );
}
