import { afterEach, describe, expect, it, vi } from 'vitest';
import { copyPng, copyText } from './clipboard.ts';
import { download } from './download.ts';

afterEach(() => vi.restoreAllMocks());

/** Catches the link that a download clicks, instead of saving a file. */
function clickedLink(act: () => void): HTMLAnchorElement {
  const clicked: HTMLAnchorElement[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    clicked.push(this);
  });
  act();
  const [link] = clicked;
  if (!link) throw new Error('Nothing was clicked.');
  return link;
}

describe('download', () => {
  it('offers the very bytes under the name, from this page and not from a server', async () => {
    const link = clickedLink(() => download('\ufeff名次,机构\r\n', '甲_20251231.csv', 'text/csv'));
    expect(link.download).toBe('甲_20251231.csv');
    expect(link.href).toMatch(/^blob:/u);
    const bytes = new Uint8Array(await (await fetch(link.href)).arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  it('leaves no link in the page', () => {
    const link = clickedLink(() => download(new Blob(['x']), 'x.png', 'image/png'));
    expect(link.isConnected).toBe(false);
  });
});

describe('copyText', () => {
  it('writes to the clipboard', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    expect(await copyText('甲县居首')).toBe(true);
    expect(write).toHaveBeenCalledWith('甲县居首');
  });

  it('falls back to copying a selection, and cleans up after itself', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'));
    let selected = '';
    vi.spyOn(document, 'execCommand').mockImplementation(() => {
      selected = document.querySelector('textarea')?.value ?? '';
      return true;
    });
    expect(await copyText('甲县居首')).toBe(true);
    expect(selected).toBe('甲县居首');
    expect(document.querySelector('textarea')).toBeNull();
  });

  it('tells when neither way is open', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'));
    vi.spyOn(document, 'execCommand').mockReturnValue(false);
    expect(await copyText('甲')).toBe(false);
  });
});

describe('copyPng', () => {
  const png = new Blob(['x'], { type: 'image/png' });

  it('writes a picture that is still being painted', async () => {
    const write = vi.spyOn(navigator.clipboard, 'write').mockResolvedValue();
    expect(await copyPng(Promise.resolve(png))).toBe(true);
    expect(write.mock.calls[0]?.[0][0]?.types).toEqual(['image/png']);
  });

  it('tells when the clipboard is closed, or the picture failed', async () => {
    vi.spyOn(navigator.clipboard, 'write').mockRejectedValue(new Error('denied'));
    expect(await copyPng(png)).toBe(false);
    expect(await copyPng(Promise.reject(new Error('too large')))).toBe(false);
  });
});
