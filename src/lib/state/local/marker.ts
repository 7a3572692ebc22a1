/**
 * That something is kept, known at once and by every tab: the data themselves are in a store that is
 * slow to open, which a visit without imported data never touches.
 */
const KEY = 'hengjian:local';

/** When it was kept; null where nothing is, or where the browser keeps nothing. */
export function readMarker(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

export function writeMarker(savedAt: string | null): void {
  try {
    if (savedAt === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, savedAt);
  } catch {
    // Then the data count for this visit and in this tab only.
  }
}

/** Calls back when another tab has kept or removed something; returns how to stop. */
export function onMarker(changed: () => void): () => void {
  const listener = ({ key }: StorageEvent) => {
    if (key === KEY || key === null) changed();
  };
  addEventListener('storage', listener);
  return () => removeEventListener('storage', listener);
}
