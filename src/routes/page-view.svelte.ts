import { onMount } from 'svelte';
import { goto } from '$app/navigation';
import { page } from '$app/state';

interface Address<View> {
  /** The view that was prerendered. */
  readonly defaults: View;
  readonly parse: (params: URLSearchParams) => View;
  /** Its query string. */
  readonly print: (view: View) => string;
}

export interface PageView<View> {
  /** True once scripts have taken over and the address has been read. */
  readonly hydrated: boolean;
  readonly view: View;
  readonly search: string;
  /** Goes to another view of the page; `replace` leaves no step to go back to. */
  readonly show: (next: View, how?: { replace: boolean }) => void;
}

/**
 * The view that the page's address asks for. The first render must equal the prerendered page; the
 * address is read right after it. To be called while a component is being made.
 */
export function pageView<View>(address: () => Address<View>): PageView<View> {
  let hydrated = $state(false);
  onMount(() => {
    hydrated = true;
  });
  const view = $derived(hydrated ? address().parse(page.url.searchParams) : address().defaults);
  return {
    get hydrated() {
      return hydrated;
    },
    get view() {
      return view;
    },
    get search() {
      return address().print(view);
    },
    show(next, { replace } = { replace: false }) {
      void goto(page.url.pathname + address().print(next), {
        replaceState: replace,
        keepFocus: true,
        noScroll: true,
      });
    },
  };
}
