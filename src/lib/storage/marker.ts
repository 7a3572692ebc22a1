/**
 * A few letters that say at once, and to every tab, what is kept in a store that is slow to open and
 * that most visits never touch.
 */
export interface Marker {
  /** Null where nothing is kept, or where the browser keeps nothing. */
  readonly read: () => string | null;
  /** Null removes it. Where the browser keeps nothing, nothing happens. */
  readonly write: (text: string | null) => void;
  /** Calls back when another tab has written; returns how to stop. */
  readonly follow: (changed: () => void) => () => void;
}

export const markerOf = (key: string): Marker => ({
  read() {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  write(text) {
    try {
      if (text === null) localStorage.removeItem(key);
      else localStorage.setItem(key, text);
    } catch {
      // Then it lasts for this visit and in this tab only.
    }
  },
  follow(changed) {
    const listener = (event: StorageEvent) => {
      if (event.key === key || event.key === null) changed();
    };
    addEventListener('storage', listener);
    return () => removeEventListener('storage', listener);
  },
});
