/** Hands a finished file to the reader; the browser keeps it on this machine. */
export function download(data: Blob | string, name: string, mime: string): void {
  const blob = typeof data === 'string' ? new Blob([data], { type: mime }) : data;
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.style.display = 'none';
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has its own hold on the blob once the click is handled; a later task is late enough.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
