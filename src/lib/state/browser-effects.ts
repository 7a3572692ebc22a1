import { overlaySource } from './local/overlay-source.ts';
import type { SessionEffects } from './session.svelte.ts';

/** Browsers before 2022 lack requestIdleCallback; a short pause does as well. */
const IDLE_FALLBACK = 200;

/** The session's view of a real browser; `dataFolder` is an absolute address ending in a slash. */
export const browserEffects = (dataFolder: () => string): SessionEffects => ({
  async loadEngines() {
    const { createEngineHost, fetchSource } = await import('#lib/engine/index.ts');
    return (manifest, layer, own) => {
      const source = overlaySource(own, fetchSource(dataFolder()));
      return createEngineHost({ source, manifest, layer });
    };
  },
  async simulate(order, signal) {
    const { simulate } = await import('./simulation/host.ts');
    return simulate(order, { signal });
  },
  whenIdle(task) {
    if ('requestIdleCallback' in window) window.requestIdleCallback(task, { timeout: 3000 });
    else setTimeout(task, IDLE_FALLBACK);
  },
  startsDuckDb() {
    const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
    return !connection?.saveData && !matchMedia('(max-width: 640px)').matches;
  },
  mark: (name) => void performance.mark(name),
});
