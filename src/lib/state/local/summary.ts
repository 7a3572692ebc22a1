/** An import in figures: what a page shows of it at once. */
import type { FileReport, ImportOutcome, RowReport } from '#lib/intake/import/outcome.ts';
import { byCell } from '#lib/intake/report/by-cell.ts';
import { readData } from '#lib/intake/raw/read-data.ts';
import { LAYERS, type Layer, type LocalText } from '#lib/model/index.ts';
import type { LocalFile } from './local-pack.ts';
import type { FileSummary, ImportSummary, ReasonCount } from './orders.ts';

/** Conflicts sent along; the findings tell the others. */
const MOST_CONFLICTS = 50;
/** Cells of a conflict sent along. */
const MOST_CELLS = 6;
/** Layers whose institutions hand in tables. */
const IMPORTED: readonly Layer[] = ['template', 'synthetic'];

export const reasonCounts = (rows: readonly RowReport[]): ReasonCount[] => {
  const counts = new Map<string, { fate: ReasonCount['fate']; reason: string; rows: number }>();
  for (const { fate } of rows) {
    const reason = fate.fate === 'imported' ? '' : fate.reason;
    const key = `${fate.fate} ${reason}`;
    const known = counts.get(key);
    if (known) known.rows += 1;
    else counts.set(key, { fate: fate.fate, reason, rows: 1 });
  }
  const order = ['imported', 'refused', 'skipped'];
  return [...counts.values()].sort(
    (a, b) => order.indexOf(a.fate) - order.indexOf(b.fate) || b.rows - a.rows,
  );
};

const fileSummary = ({
  file,
  bytes,
  format,
  encoding,
  refusal,
  sheets,
}: FileReport): FileSummary => ({
  ...{ file, bytes, format, encoding, refusal },
  sheets: sheets.map(({ sheet, rows }) => ({
    sheet,
    rows: rows.length,
    reasons: reasonCounts(rows),
  })),
});

/** The layers and years of the tables that an import changed. */
export function changedYears(
  tables: readonly LocalFile[],
): Pick<ImportSummary, 'layers' | 'periods' | 'periodsOf'> {
  const byLayer = new Map<Layer, string[]>();
  const periods = new Set<string>();
  for (const { path } of tables) {
    const [, layer, year] = /^(\w+)\/observations\/(\d{4})\.csv$/.exec(path) ?? [];
    const known = LAYERS.find((one) => one === layer);
    if (!known || year === undefined) continue;
    byLayer.set(known, [...(byLayer.get(known) ?? []), year].sort());
    periods.add(year);
  }
  return {
    layers: LAYERS.filter((one) => byLayer.has(one)),
    periods: [...periods].sort(),
    periodsOf: Object.fromEntries(byLayer),
  };
}

/** What may be answered to a question: the numbers institutions report, and the institutions. */
export function answerChoices(folder: readonly LocalFile[]): ImportSummary['choices'] {
  const { rows } = readData(folder).data;
  const units = new Set<string>();
  const indicators = rows.indicator.flatMap(({ layer, values }) => {
    const { indicator, name_zh, unit_zh, level } = values;
    if (layer !== null || indicator === null || !String(level).includes('institution')) return [];
    if (unit_zh !== null && unit_zh !== '') units.add(unit_zh);
    return [{ code: indicator, name: `${indicator} ${name_zh ?? ''}` }];
  });
  const institutions = rows.institution.flatMap(({ layer, values }) => {
    const { institution_id, name_zh } = values;
    if (layer === null || !IMPORTED.includes(layer) || institution_id === null) return [];
    return [{ code: institution_id, name: name_zh ?? institution_id }];
  });
  return { indicators, institutions, units: [...units] };
}

export function summaryOf(
  outcome: ImportOutcome,
  rest: Pick<ImportSummary, 'choices' | 'mapping' | 'leftOut' | 'years'> & {
    readonly refused: readonly FileSummary[];
  },
): ImportSummary {
  const { refused, ...others } = rest;
  const findings = { error: 0, warning: 0, information: 0 };
  for (const { severity } of byCell(outcome.findings)) findings[severity] += 1;
  findings.error += refused.length;
  const rules = new Map<string, LocalText | null>();
  for (const { code, rule } of outcome.findings) {
    const known = rules.get(code);
    rules.set(code, known === undefined || known?.zh === rule.zh ? rule : null);
  }
  return {
    counts: outcome.counts,
    files: [...refused, ...outcome.files.map(fileSummary)],
    findings,
    rules: Object.fromEntries(rules),
    questions: outcome.questions,
    conflicts: outcome.conflicts.slice(0, MOST_CONFLICTS).map((one) => ({
      ...one,
      cells: one.cells.slice(0, MOST_CELLS),
      cellCount: one.cells.length,
    })),
    conflictCount: outcome.conflicts.length,
    ...changedYears(outcome.tables),
    ...others,
  };
}
