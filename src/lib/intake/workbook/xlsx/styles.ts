/** Number formats of the cells of an xlsx workbook. */
import { builtInFormat } from '../number-formats.ts';
import { attribute, scanPart } from '../xml/scan.ts';
import type { Archive } from '../zip/archive.ts';

/** The number format of each cell style, by its index. */
export function readFormats(archive: Archive, part: string): readonly string[] {
  const own = new Map<number, string>();
  const styles: number[] = [];
  let inside = false;
  scanPart(archive, part, {
    open(name, tag) {
      if (name === 'numFmt')
        own.set(Number(attribute(tag, 'numFmtId')), attribute(tag, 'formatCode') ?? 'General');
      else if (name === 'cellXfs') inside = true;
      else if (name === 'xf' && inside) styles.push(Number(attribute(tag, 'numFmtId') ?? 0));
    },
    close(name) {
      if (name === 'cellXfs') inside = false;
    },
  });
  return styles.map((id) => own.get(id) ?? builtInFormat(id));
}
