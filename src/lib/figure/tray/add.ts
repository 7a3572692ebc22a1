/** Takes a figure of a page into the tray; the code for it is fetched when the first one is. */
import type { StoreFault } from '#lib/storage/database.ts';
import { pagePath } from '../page-path.ts';
import type { FigureSubject } from '../subject.ts';
import type { TrayPlace } from './place.svelte.ts';

export type Adding =
  | {
      readonly kind: 'added';
      readonly count: number;
      /** Why it lasts for this tab only; null where the browser keeps it. */
      readonly unkept: StoreFault | null;
    }
  | { readonly kind: 'there'; readonly count: number }
  | { readonly kind: 'too-large' | 'not-loaded' | 'failed' };

/** What came of it; never throws. */
export async function addToTray(subject: FigureSubject, place: TrayPlace): Promise<Adding> {
  const fetched = await Promise.all([
    import('./keep.ts'),
    import('#lib/charts/index.ts'),
    place.tray(),
  ]).catch(() => null);
  if (fetched === null) return { kind: 'not-loaded' };
  const [{ keepFigure, keptId, KeptSizeError }, charts, tray] = fetched;
  const page = pagePath();
  if (tray.has(keptId(subject, page))) return { kind: 'there', count: tray.count };
  try {
    await tray.add(keepFigure(subject, charts, page));
    return { kind: 'added', count: tray.count, unkept: tray.unkept };
  } catch (cause) {
    return { kind: cause instanceof KeptSizeError ? 'too-large' : 'failed' };
  }
}
