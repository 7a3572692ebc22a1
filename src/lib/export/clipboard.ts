/**
 * Copying. Pages served over plain http, as on most intranets, have no clipboard interface: text
 * then goes through the old command, pictures cannot be copied. `false` tells the caller to offer
 * saving instead.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text: string): boolean {
  const box = document.createElement('textarea');
  box.value = text;
  box.readOnly = true;
  box.style.cssText = 'position:fixed;top:0;left:-9999px';
  const focused = document.activeElement;
  // Beside what had the focus: a menu that closes when the focus leaves it stays open.
  (focused?.parentElement ?? document.body).append(box);
  box.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    box.remove();
    if (focused instanceof HTMLElement) focused.focus();
  }
}

/** Takes the promise of a picture, because some browsers only allow the write within the click. */
export async function copyPng(png: Blob | Promise<Blob>): Promise<boolean> {
  const picture = Promise.resolve(png);
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
    return true;
  } catch {
    await picture.catch(() => undefined);
    return false;
  }
}
