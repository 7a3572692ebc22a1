export { checkData, type DataResult } from './check-data.ts';
export type { FileAccount } from './derive/account.ts';
export type { LayerTable } from './derive/layer-tables.ts';
export {
  hasErrors,
  makeFinding,
  type Finding,
  type FindingCode,
  type Severity,
} from './findings/finding.ts';
export { parsePeriod, type Period } from './period.ts';
export type { InputFile } from './raw/read-data.ts';
export { fileRole, type FileRole } from './raw/files.ts';
export { readEdition, readJson, type Edition } from './raw/edition.ts';
export { ledgerColumn, readLedger } from './raw/ledger.ts';
