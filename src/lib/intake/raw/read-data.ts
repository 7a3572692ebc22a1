/** All files of data/ to one typed data set, with everything that was wrong on the way. */
import type { Layer, ManifestEdition } from '#lib/model/index.ts';
import { makeFinding, type Finding } from '../findings/finding.ts';
import { EMPTY_MAPPING, type Mapping } from '../mapping/mapping.ts';
import { readEdition, readJson, type Edition } from './edition.ts';
import { fileRole, REQUIRED_FILES } from './files.ts';
import { readLedger } from './ledger.ts';
import { readMapping } from './mapping.ts';
import { readTable } from './read-table.ts';
import { SCHEMAS, type RawTableName } from './schemas.ts';
import type { TableRow } from './table-row.ts';

export interface InputFile {
  /** Relative to the data folder, with forward slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface FileRead {
  readonly path: string;
  readonly table: RawTableName;
  readonly layer: Layer | null;
  readonly year: string | null;
  readonly rowsInFile: number;
  readonly readable: boolean;
}

export interface SchemeFile {
  readonly path: string;
  readonly content: unknown;
}

export interface DataSet {
  readonly rows: { readonly [N in RawTableName]: readonly TableRow<N>[] };
  readonly files: readonly FileRead[];
  readonly edition: Edition | null;
  /** Schemes to rank by. */
  readonly schemes: readonly SchemeFile[];
  /** Schemes of earlier editions. */
  readonly oldSchemes: readonly SchemeFile[];
  /** The locked editions, as data/editions.json lists them. */
  readonly ledger: readonly ManifestEdition[];
  /** Answers kept from earlier imports; empty without data/mapping.json. */
  readonly mapping: Mapping;
  /** Every path of the folder. */
  readonly paths: ReadonlySet<string>;
  /** Tables with a file that is absent or could not be read: references to them cannot be judged. */
  readonly unreadable: ReadonlySet<RawTableName>;
}

type MutableRows = { [N in RawTableName]: TableRow<N>[] };

const emptyRows = () =>
  Object.fromEntries(Object.keys(SCHEMAS).map((name) => [name, []])) as unknown as MutableRows;

/** Reads the files, in the order of their paths whatever the order given. */
export function readData(input: readonly InputFile[]): { data: DataSet; findings: Finding[] } {
  const rows = emptyRows();
  const files: FileRead[] = [];
  const schemes: SchemeFile[] = [];
  const oldSchemes: SchemeFile[] = [];
  const ledger: ManifestEdition[] = [];
  const unreadable = new Set<RawTableName>();
  const findings: Finding[] = [];
  let edition: Edition | null = null;
  let mapping = EMPTY_MAPPING;

  const take = <N extends RawTableName>(name: N, layer: Layer | null, file: InputFile) => {
    const read = readTable(name, layer, file.path, file.bytes);
    (rows[name] as TableRow<N>[]).push(...read.rows);
    findings.push(...read.findings);
    if (!read.readable) unreadable.add(name);
    return { rowsInFile: read.rowsInFile, readable: read.readable };
  };

  for (const file of [...input].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const role = fileRole(file.path);
    if (role.kind === 'unknown')
      findings.push(makeFinding('file_unknown', { file: file.path }, { found: file.path }));
    else if (role.kind === 'edition') {
      const read = readEdition(file.path, file.bytes);
      edition = read.edition;
      findings.push(...read.findings);
    } else if (role.kind === 'ledger') {
      const read = readLedger(file.path, file.bytes);
      ledger.push(...read.editions);
      findings.push(...read.findings);
    } else if (role.kind === 'mapping') {
      const read = readMapping(file.path, file.bytes);
      mapping = read.mapping;
      findings.push(...read.findings);
    } else if (role.kind === 'scheme' || role.kind === 'old_scheme') {
      const read = readJson(file.path, file.bytes);
      const list = role.kind === 'scheme' ? schemes : oldSchemes;
      if (read.ok) list.push({ path: file.path, content: read.value });
      else findings.push(read.finding);
    } else if (role.kind === 'table') {
      const { table, layer, year } = role;
      files.push({ path: file.path, table, layer, year, ...take(table, layer, file) });
    }
  }
  const present = new Set(input.map((file) => file.path));
  if (!input.some((file) => fileRole(file.path).kind === 'scheme'))
    findings.push(
      makeFinding('file_missing', { file: 'schemes/' }, { params: { file: 'schemes/*.json' } }),
    );
  for (const file of REQUIRED_FILES) {
    if (present.has(file)) continue;
    findings.push(makeFinding('file_missing', { file }, { params: { file } }));
    const role = fileRole(file);
    if (role.kind === 'table') unreadable.add(role.table);
  }
  const all = { schemes, oldSchemes, ledger, mapping, paths: present, unreadable };
  const data = { rows, files, edition, ...all };
  return { data, findings };
}
