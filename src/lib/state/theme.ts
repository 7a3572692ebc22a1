import { THEMES, type Theme } from '#lib/model/index.ts';

/** The reader's colour scheme, kept in this browser where storage is allowed. */
const KEY = 'hengjian:theme';

/** Reads and applies the kept choice; `system` where there is none or storage is forbidden. */
export function readTheme(): Theme {
  let kept: string | null = null;
  try {
    kept = localStorage.getItem(KEY);
  } catch {
    // Private windows may refuse storage; the system's scheme is a fine default.
  }
  const theme = THEMES.find((known) => known === kept) ?? 'system';
  apply(theme);
  return theme;
}

export function writeTheme(theme: Theme): void {
  apply(theme);
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // The choice then lasts for this visit only.
  }
}

function apply(theme: Theme) {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}
