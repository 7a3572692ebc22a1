/** The part of a data folder that an edition is computed from: nothing after its year. */
import { fileRole, type Edition, type InputFile } from '#lib/intake/index.ts';

const encode = (value: unknown) => new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);

/** `edition.json` as a file. */
export const editionFile = (edition: Edition): InputFile => ({
  path: 'edition.json',
  bytes: encode(edition),
});

/**
 * Catalogue, places and institutions, the layer's observations up to the edition's year, and its
 * scheme. Other layers' numbers, side tables and former editions are no part of the computation.
 */
export function folderThen(files: readonly InputFile[], edition: Edition): InputFile[] {
  const year = edition.cutoff.slice(0, 4);
  const kept = files.filter(({ path }) => {
    const role = fileRole(path);
    if (role.kind === 'scheme') return true;
    if (role.kind !== 'table') return false;
    switch (role.table) {
      case 'source':
      case 'rule':
      case 'indicator':
      case 'region':
        return true;
      case 'institution':
        return role.layer === edition.layer;
      case 'observation':
        return role.layer === edition.layer && role.year !== null && role.year <= year;
      default:
        return false;
    }
  });
  return [...kept, editionFile(edition)];
}

/** Tables whose bytes an edition rests on, its scheme apart. */
export function inputsOf(files: readonly InputFile[], { layer }: Edition): InputFile[] {
  return files.filter(({ path }) => {
    const role = fileRole(path);
    if (role.kind !== 'table') return false;
    if (role.table === 'rule') return true;
    if (role.table === 'indicator') return role.layer === null;
    return role.layer === layer && ['institution', 'region', 'observation'].includes(role.table);
  });
}
