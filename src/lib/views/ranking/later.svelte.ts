import type { detailGroups } from './detail.ts';
import type ExportMenu from './ExportMenu.svelte';
import type RowDetail from './RowDetail.svelte';

interface LaterParts {
  readonly RowDetail: typeof RowDetail;
  readonly detailGroups: typeof detailGroups;
  readonly ExportMenu: typeof ExportMenu;
}

/**
 * What nobody needs in order to read the ranking: the explanation of a row, and the export menu
 * with its file writers. Fetched together once the ranking stands, so that neither weighs on the
 * first paint and both work when the network is gone by the time they are used.
 */
export class Later {
  #parts = $state.raw<LaterParts | null>(null);
  #fetching = false;

  /** Null until everything has arrived. */
  get parts(): LaterParts | null {
    return this.#parts;
  }

  /** Fetches the parts once; after a failure the next call tries again. */
  fetch(): void {
    if (this.#parts || this.#fetching) return;
    this.#fetching = true;
    void Promise.all([
      import('./RowDetail.svelte'),
      import('./detail.ts'),
      import('./ExportMenu.svelte'),
      import('#lib/export/index.ts'),
    ])
      .then(
        ([row, { detailGroups }, menu]) => {
          this.#parts = { RowDetail: row.default, detailGroups, ExportMenu: menu.default };
        },
        () => undefined,
      )
      .finally(() => (this.#fetching = false));
  }
}
