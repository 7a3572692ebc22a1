import type ExportMenu from './ExportMenu.svelte';

let menu = $state.raw<typeof ExportMenu | null>(null);
let fetching = false;

/** The export menu, once it has been fetched; null before. */
export const exportMenu = (): typeof ExportMenu | null => menu;

/**
 * Fetches the export menu with its file writers, once for all figures and after the page can be
 * read, so that they neither weigh on the first paint nor are missing when the network is gone by
 * the time they are used. After a failure the next call tries again.
 */
export function fetchExportMenu(): void {
  if (menu || fetching) return;
  fetching = true;
  void Promise.all([import('./ExportMenu.svelte'), import('#lib/export/index.ts')])
    .then(
      ([{ default: component }]) => {
        menu = component;
      },
      () => undefined,
    )
    .finally(() => (fetching = false));
}
