/** data/ to tables: read, check everything, and only when nothing is wrong derive the tables. */
import type { ManifestEdition } from '#lib/model/index.ts';
import { activities } from './checks/activities.ts';
import type { Check } from './checks/check.ts';
import { completeness } from './checks/completeness.ts';
import { dimensions } from './checks/dimensions.ts';
import { editions } from './checks/editions.ts';
import { layers } from './checks/layers.ts';
import { mapping } from './checks/mapping.ts';
import { observationPlace } from './checks/observation-place.ts';
import { observationValues } from './checks/observation-values.ts';
import { qualifiers } from './checks/qualifiers.ts';
import { references } from './checks/references.ts';
import { regions } from './checks/regions.ts';
import { schemes } from './checks/schemes.ts';
import { sideRows } from './checks/side-rows.ts';
import { uniqueKeys } from './checks/unique-keys.ts';
import { account, type FileAccount } from './derive/account.ts';
import { currentObservations } from './derive/current.ts';
import { layerTables, type LayerTable } from './derive/layer-tables.ts';
import { hasErrors, sortFindings, type Finding } from './findings/finding.ts';
import { catalogueOf } from './raw/catalogue.ts';
import type { Edition } from './raw/edition.ts';
import { readData, type InputFile } from './raw/read-data.ts';
import { applyRules } from './rules/apply.ts';
import { parseRules } from './rules/rule.ts';

const CHECKS: readonly Check[] = [
  uniqueKeys,
  references,
  layers,
  regions,
  dimensions,
  observationValues,
  observationPlace,
  qualifiers,
  completeness,
  schemes,
  activities,
  sideRows,
  editions,
  mapping,
];

export interface DataResult {
  /** All errors and warnings, in reading order. */
  readonly findings: readonly Finding[];
  /** What became of the rows of each raw table. */
  readonly accounts: readonly FileAccount[];
  /** null as soon as there is one error: half-right data is never published. */
  readonly output: {
    readonly edition: Edition;
    readonly ledger: readonly ManifestEdition[];
    readonly tables: readonly LayerTable[];
  } | null;
}

/** All that the checks look at, and what they say. */
function inspect(files: readonly InputFile[], extra: readonly Finding[]) {
  const { data, findings: reading } = readData(files);
  const catalogue = catalogueOf(data);
  const current = currentObservations(data.rows.observation);
  const { rules, findings: ruleFaults } = parseRules(data, catalogue);
  const findings = sortFindings([
    ...extra,
    ...reading,
    ...CHECKS.flatMap((check) => check(data, catalogue)),
    ...ruleFaults,
    ...applyRules(rules, data.rows.observation, current, catalogue),
  ]);
  return { data, catalogue, current, rules, findings };
}

/** The findings of `checkData` alone, for who has no use for the tables yet. */
export const findFaults = (files: readonly InputFile[]): readonly Finding[] =>
  inspect(files, []).findings;

/** Checks the files of a data folder and derives the tables. Pure; `extra` joins the findings. */
export function checkData(files: readonly InputFile[], extra: readonly Finding[] = []): DataResult {
  const { data, catalogue, current, rules, findings } = inspect(files, extra);
  const accounts = account(data, current);
  if (hasErrors(findings) || !data.edition) return { findings, accounts, output: null };
  const ratios = rules.filter((rule) => rule.kind === 'ratio');
  const tables = layerTables(data, catalogue, current, ratios);
  return { findings, accounts, output: { edition: data.edition, ledger: data.ledger, tables } };
}
