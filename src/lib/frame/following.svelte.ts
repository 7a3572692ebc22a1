import type { Scheme } from '#lib/model/index.ts';
import type { Scope } from '#lib/state/scope.ts';
import type { Loaded, Session } from '#lib/state/session.svelte.ts';

interface Asked<View, Model> {
  /** Where the scored data come from: the session, or what adds further tables to its answers. */
  readonly session: Pick<Session, 'get' | 'ensure' | 'failure'> & Partial<Pick<Session, 'local'>>;
  readonly schemes: readonly Scheme[];
  readonly view: View;
  /** What the build computed, and for which view. */
  readonly initial: { readonly view: View; readonly model: Model };
  /** False until scripts have taken over: nothing is loaded before. */
  readonly hydrated: boolean;
  /** The view as plain data; must be pure. */
  readonly make: (loaded: Loaded, scheme: Scheme, view: View) => Model;
  /** Views that differ only in what this leaves out are answered by the same prerendered model. */
  readonly question?: (view: View) => unknown;
}

export interface Following<View, Model> {
  /** The model on screen: the view's own, or the last good one while that is not to be had. */
  readonly model: Model;
  /** The view that `model` belongs to. */
  readonly shown: View;
  readonly state: 'ready' | 'loading' | 'error';
  /** The scheme of the view on screen. */
  readonly scheme: Scheme | undefined;
  /** The data behind the view asked for; null until they are here. */
  readonly loaded: Loaded | null;
}

/**
 * Follows a view of scored data: has the session load what it needs, and keeps the last good model
 * on screen while the next one loads or when it cannot be had. To be called while a component is
 * being made.
 */
export function follow<View extends Pick<Scope, 'layer' | 'scheme'>, Model>(
  asked: () => Asked<View, Model>,
): Following<View, Model> {
  const schemeOf = ({ scheme }: View) => asked().schemes.find(({ id }) => id === scheme);
  const loaded = $derived.by(() => {
    const { session, view } = asked();
    return session.get(view.layer, view.scheme);
  });
  let lastGood: { readonly view: View; readonly model: Model } | undefined;
  const current = $derived.by(() => {
    const { session, view, initial, make, question = (whole: View): unknown => whole } = asked();
    const scheme = schemeOf(view);
    // What the build computed is an answer only about what is published.
    const isInitial =
      !session.local && JSON.stringify(question(view)) === JSON.stringify(question(initial.view));
    const next =
      loaded && scheme
        ? { view, model: make(loaded, scheme, view) }
        : isInitial
          ? { view, model: initial.model }
          : null;
    if (next) lastGood = next;
    return { ...(next ?? lastGood ?? standIn()), isCurrent: next !== null };
  });
  /** The default view, of the data that are served where they are here. */
  function standIn(): { readonly view: View; readonly model: Model } {
    const { session, initial, make } = asked();
    const scheme = schemeOf(initial.view);
    const found = session.local ? session.get(initial.view.layer, initial.view.scheme) : null;
    if (!found || !scheme) return initial;
    return { view: initial.view, model: make(found, scheme, initial.view) };
  }
  $effect(() => {
    const { session, view, hydrated } = asked();
    if (hydrated && schemeOf(view)) void session.ensure(view.layer, view.scheme);
  });
  return {
    get model() {
      return current.model;
    },
    get shown() {
      return current.view;
    },
    get state() {
      if (current.isCurrent) return 'ready';
      return asked().session.failure ? 'error' : 'loading';
    },
    get scheme() {
      return schemeOf(current.view);
    },
    get loaded() {
      return loaded;
    },
  };
}
