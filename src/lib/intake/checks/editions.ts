/** The ledger of locked editions against the files it names; their bytes are compared elsewhere. */
import type { ManifestEdition } from '#lib/model/index.ts';
import { makeFinding, type Finding } from '../findings/finding.ts';
import { isRecord, type Edition } from '../raw/edition.ts';
import { LEDGER_FILE } from '../raw/files.ts';
import { ledgerColumn } from '../raw/ledger.ts';
import type { DataSet } from '../raw/read-data.ts';
import { findingAt, type TableRow } from '../raw/table-row.ts';
import type { Check } from './check.ts';

const at = (index: number, field: keyof ManifestEdition) => ({
  file: LEDGER_FILE,
  column: ledgerColumn(index, field),
});

/** True where the edition in force is the locked one itself, no other of its name. */
const isLocked = (inForce: Edition, entry: ManifestEdition): boolean =>
  inForce.layer === entry.layer &&
  inForce.cutoff === entry.cutoff &&
  inForce.scheme === entry.scheme;

/** No two editions of one id; locked after its cut-off. */
function identity({ edition, ledger }: DataSet): Finding[] {
  const taken = new Map<string, string>();
  return ledger.flatMap((entry, index): Finding[] => {
    const { id, cutoff, locked_on } = entry;
    const first = edition?.id === id && !isLocked(edition, entry) ? 'edition.json' : taken.get(id);
    taken.set(id, first ?? `${LEDGER_FILE} ${ledgerColumn(index, 'id')}`);
    return [
      ...(first === undefined
        ? []
        : [makeFinding('ledger_duplicate', at(index, 'id'), { found: id, params: { first } })]),
      ...(locked_on < cutoff
        ? [
            makeFinding('ledger_locked_early', at(index, 'locked_on'), {
              found: locked_on,
              params: { cutoff },
            }),
          ]
        : []),
    ];
  });
}

/** A year is published again only in place of the edition that stood for it until then. */
function succession({ ledger }: DataSet): Finding[] {
  const standing = new Map<string, string>();
  return ledger.flatMap(({ id, layer, period, scheme, succeeds }, index): Finding[] => {
    const year = `${layer}/${period}/${scheme}`;
    const before = standing.get(year);
    standing.set(year, id);
    if (succeeds === before) return [];
    const params = { year: period, before: before ?? '' };
    const code = before === undefined ? 'ledger_succeeds_nothing' : 'ledger_succession';
    return [makeFinding(code, at(index, 'succeeds'), { found: succeeds ?? '', params })];
  });
}

function files(data: DataSet): Finding[] {
  return data.ledger.flatMap((edition, index) =>
    (['scheme_path', 'result_path'] as const).flatMap((field) =>
      data.paths.has(edition[field])
        ? []
        : [makeFinding('ledger_file', at(index, field), { found: edition[field] })],
    ),
  );
}

const schemeAt = (data: DataSet, path: string): Record<string, unknown> | null => {
  const content = data.oldSchemes.find((file) => file.path === path)?.content;
  return isRecord(content) ? content : null;
};

/** The scheme that an entry names is the one in the file. */
function schemes(data: DataSet): Finding[] {
  return data.ledger.flatMap(({ scheme, scheme_version, scheme_path }, index) => {
    const content = schemeAt(data, scheme_path);
    if (!content || (content['id'] === scheme && content['version'] === scheme_version)) return [];
    const found = `${scheme} ${scheme_version}`;
    return [makeFinding('ledger_scheme', at(index, 'scheme'), { found, params: { scheme_path } })];
  });
}

/** Codes of the index and its dimensions. */
function elementsOf(scheme: Record<string, unknown>): { top: string; codes: string[] } {
  const index = isRecord(scheme['index']) ? scheme['index'] : {};
  const children: readonly unknown[] = Array.isArray(index['children']) ? index['children'] : [];
  const codeOf = (node: unknown) => (isRecord(node) ? String(node['code']) : '');
  return { top: codeOf(index), codes: [index, ...children].map(codeOf) };
}

type PublishedRow = TableRow<'published'>;

/** A published row stands in the file of its edition and says the same as the ledger. */
function membership(row: PublishedRow, edition: ManifestEdition | undefined): Finding[] {
  const { edition: id, period, scheme, scheme_version } = row.values;
  if (id === null) return [];
  if (!edition || edition.result_path !== row.file)
    return [findingAt(row, 'edition', 'published_unlocked')];
  const wrong = [
    ...(period !== null && period.period !== edition.period ? (['period'] as const) : []),
    ...(scheme !== null && scheme !== edition.scheme ? (['scheme'] as const) : []),
    ...(scheme_version !== null && scheme_version !== edition.scheme_version
      ? (['scheme_version'] as const)
      : []),
  ];
  return wrong.map((column) =>
    findingAt(row, column, 'published_other', { params: { edition: id } }),
  );
}

/** Ranks belong to the index of ranked institutions, and to no other row. */
function standing(row: PublishedRow, data: DataSet, edition: ManifestEdition): Finding[] {
  const { element, rank, score, status } = row.values;
  const scheme = schemeAt(data, edition.scheme_path);
  if (!scheme || element === null || status === null) return [];
  const { top, codes } = elementsOf(scheme);
  if (!codes.includes(element))
    return [
      findingAt(row, 'element', 'published_element', { params: { elements: codes.join(' | ') } }),
    ];
  const ranked = status === 'ranked' && element === top;
  if (row.unread.has('rank') || row.unread.has('score')) return [];
  if (ranked !== (rank !== null)) return [findingAt(row, 'rank', 'published_rank')];
  return ranked && score === null ? [findingAt(row, 'score', 'published_rank')] : [];
}

export const editions: Check = (data) => [
  ...identity(data),
  ...succession(data),
  ...files(data),
  ...schemes(data),
  ...data.rows.published.flatMap((row) => {
    const edition = data.ledger.find(
      ({ id, layer }) => id === row.values.edition && layer === row.layer,
    );
    return [...membership(row, edition), ...(edition ? standing(row, data, edition) : [])];
  }),
];
