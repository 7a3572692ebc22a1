/** Where the parts of an Office workbook are, as its relationship files say. */
import { attribute, scanPart } from '../xml/scan.ts';
import type { Archive } from '../zip/archive.ts';

export interface Relationship {
  /** Last word of the type: worksheet, chartsheet, styles, sharedStrings, officeDocument, … */
  readonly type: string;
  /** Name of a part of the archive. */
  readonly target: string;
}

function folderOf(part: string): string {
  return part.slice(0, part.lastIndexOf('/') + 1);
}

/** A target is relative to the folder of the part, or begins with a slash. */
function resolve(folder: string, target: string): string {
  const path = (target.startsWith('/') ? target : `${folder}${target}`).replaceAll('\\', '/');
  const steps: string[] = [];
  for (const step of path.split('/'))
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  return steps.join('/');
}

/** Relationships of a part ('' for the whole package) by their ids; none where it has no file. */
export function relationshipsOf(archive: Archive, part: string): Map<string, Relationship> {
  const folder = folderOf(part);
  const file = `${folder}_rels/${part.slice(folder.length)}.rels`;
  const found = new Map<string, Relationship>();
  if (!archive.has(file)) return found;
  scanPart(archive, file, {
    open(name, tag) {
      if (name !== 'Relationship' || attribute(tag, 'TargetMode') === 'External') return;
      const type = attribute(tag, 'Type') ?? '';
      found.set(attribute(tag, 'Id') ?? '', {
        type: type.slice(type.lastIndexOf('/') + 1),
        target: resolve(folder, attribute(tag, 'Target') ?? ''),
      });
    },
  });
  return found;
}

/** The main part of an Office file; null where the zip is none. */
export function mainPart(archive: Archive): string | null {
  for (const { type, target } of relationshipsOf(archive, '').values())
    if (type === 'officeDocument' && archive.has(target)) return target;
  return ['xl/workbook.xml', 'xl/workbook.bin'].find((name) => archive.has(name)) ?? null;
}
