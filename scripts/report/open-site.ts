/** Which published data a report is made of. */
import { fileRole } from '#lib/intake/index.ts';
import type { Locale } from '#lib/model/index.ts';
import { PUBLISHED, type PublishedFolder } from '#lib/briefing/server/make-published.ts';
import { readFolder } from '../data/read-folder.ts';
import { editionInForce, editionThen } from './edition-then.ts';
import { checkSameResult } from './same-result.ts';
import { publishFiles } from './temporary-site.ts';

export interface SiteWish {
  /** A raw data folder; null for what is published already. */
  readonly data: string | null;
  /** Id of an edition, in force or locked; null for that in force. */
  readonly edition: string | null;
  readonly locale: Locale;
}

export interface OpenedSite {
  readonly published: PublishedFolder;
  readonly close: () => Promise<void>;
}

/** Where raw tables are by default, as for `npm run data`. */
const DATA = 'data';

/**
 * The published data; a raw folder published for the occasion; or a locked edition, put together
 * from the locked files of a raw folder and checked to come to the locked result. Throws InputError
 * with the reasons where that is refused.
 */
export async function openSite(
  { data, edition, locale }: SiteWish,
  say: (line: string) => void,
): Promise<OpenedSite> {
  const isPublished =
    edition === null || edition === (await PUBLISHED.readSite()).manifest.edition.id;
  if (data === null && isPublished) return { published: PUBLISHED, close: () => Promise.resolve() };
  const folder = data ?? DATA;
  const files = (await readFolder(folder)).filter(({ path }) => fileRole(path).kind !== 'ignored');
  if (edition === null || edition === editionInForce(files)) {
    const { published, remove } = await publishFiles(files, folder, locale, say);
    return { published, close: remove };
  }
  const { entry, files: then, unlocked } = editionThen(files, edition);
  const { published, remove } = await publishFiles(then, `${folder} ${entry.id}`, locale, say);
  try {
    const { scheme, result } = await published.scoreLayer(entry.layer, entry.scheme);
    const locked = then.find(({ path }) => path === entry.result_path)!;
    checkSameResult(entry, locked.bytes, scheme, result);
    say(
      locale === 'zh'
        ? `${entry.id} 版（${entry.locked_on} 锁定）：${entry.inputs.length} 个输入文件与方案逐字节相同，重新计算的得分、名次与公布的相同`
        : `edition ${entry.id} (locked ${entry.locked_on}): ${entry.inputs.length} tables and the scheme are the same bytes; scores and places computed again are those published`,
    );
    if (unlocked.length > 0)
      say(
        locale === 'zh'
          ? `未随版次锁定、按现有文件：${unlocked.join('、')}`
          : `not locked with the edition, taken as they stand: ${unlocked.join(', ')}`,
      );
    return { published, close: remove };
  } catch (cause) {
    await remove();
    throw cause;
  }
}
