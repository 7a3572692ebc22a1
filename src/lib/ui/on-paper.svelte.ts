import { createSubscriber } from 'svelte/reactivity';

let printing = false;

const follow = createSubscriber((changed) => {
  const told = ({ type }: Event) => {
    printing = type === 'beforeprint';
    changed();
  };
  window.addEventListener('beforeprint', told);
  window.addEventListener('afterprint', told);
  return () => {
    window.removeEventListener('beforeprint', told);
    window.removeEventListener('afterprint', told);
  };
});

/** Whether the page is being printed: a table that shows its first rows then shows all of them. */
export function onPaper(): boolean {
  follow();
  return printing;
}
