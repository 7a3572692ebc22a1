import { createContext } from 'svelte';
import { THEMES, type Theme } from '#lib/model/index.ts';

const KEY = 'hengjian:theme';

/** The reader's colour scheme, kept in this browser where storage is allowed. */
export class ThemeChoice {
  #choice = $state<Theme>('system');
  #deviceIsDark = $state(false);

  get choice(): Theme {
    return this.#choice;
  }

  /** What is on screen: the choice, or the device's where the choice is `system`. */
  get resolved(): 'light' | 'dark' {
    if (this.#choice !== 'system') return this.#choice;
    return this.#deviceIsDark ? 'dark' : 'light';
  }

  /** Reads the kept choice and follows the device; to be called once, when scripts run. */
  restore(): void {
    // svelte/reactivity has a MediaQuery, but brings 3 kB of other classes onto the first page.
    const device = matchMedia('(prefers-color-scheme: dark)');
    this.#deviceIsDark = device.matches;
    device.addEventListener('change', ({ matches }) => (this.#deviceIsDark = matches));
    let kept: string | null = null;
    try {
      kept = localStorage.getItem(KEY);
    } catch {
      // Private windows may refuse storage; the device's scheme is a fine default.
    }
    this.#apply(THEMES.find((known) => known === kept) ?? 'system');
  }

  choose(theme: Theme): void {
    this.#apply(theme);
    try {
      localStorage.setItem(KEY, theme);
    } catch {
      // The choice then lasts for this visit only.
    }
  }

  #apply(theme: Theme): void {
    this.#choice = theme;
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  }
}

export const [getThemeChoice, setThemeChoice] = createContext<ThemeChoice>();
