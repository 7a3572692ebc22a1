/** Index schemes against the catalogue; their own format is checked by its JSON schema. */
import { makeFinding, type Finding } from '../findings/finding.ts';
import { isRecord } from '../raw/edition.ts';
import type { Check } from './check.ts';

/** Codes of the indicators (leaves) below a node; groups are those with children. */
export function columnsOf(node: unknown): string[] {
  if (!isRecord(node)) return [];
  const children = node['children'];
  if (Array.isArray(children)) return children.flatMap(columnsOf);
  const column = node['column'] ?? node['code'];
  return typeof column === 'string' ? [column] : [];
}

/** The edition's ranking needs its scheme. */
function editionScheme(data: Parameters<Check>[0]): Finding[] {
  const wanted = data.edition?.scheme;
  const known = data.schemes.some(({ content }) => isRecord(content) && content['id'] === wanted);
  if (wanted === undefined || known || data.schemes.length === 0) return [];
  const at = { file: 'edition.json', column: 'scheme' };
  return [makeFinding('edition_scheme', at, { found: wanted })];
}

export const schemes: Check = (data, catalogue) => {
  const first = new Map<string, string>();
  const duplicates = data.schemes.flatMap(({ path, content }) => {
    const scheme = isRecord(content) ? content : {};
    const id = typeof scheme['id'] === 'string' ? scheme['id'] : '';
    const before = first.get(id);
    first.set(id, before ?? path);
    if (before === undefined) return [];
    const params = { first: before };
    return [makeFinding('scheme_duplicate', { file: path }, { found: id, params })];
  });
  const unknown = [...data.schemes, ...data.oldSchemes].flatMap(({ path, content }) =>
    columnsOf(isRecord(content) ? content['index'] : null)
      .filter((code) => !data.unreadable.has('indicator') && !catalogue.indicator(null, code))
      .map((code) => makeFinding('scheme_indicator', { file: path }, { found: code })),
  );
  return [...editionScheme(data), ...duplicates, ...unknown];
};
