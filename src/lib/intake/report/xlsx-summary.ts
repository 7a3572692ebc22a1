/** The first sheet of the report: what it all came to, and each sheet's share. */
import type { SheetCell, SheetModel, SheetRow } from '#lib/office/xlsx/index.ts';
import type { ImportFinding, ImportOutcome, ImportSeverity } from '../import/outcome.ts';
import type { ReportWords } from './xlsx-words.ts';

const head = (text: string): SheetCell => ({ value: text, style: 'head' });

function shares({ files }: ImportOutcome, w: ReportWords): SheetRow[] {
  const c = w.columns;
  const top: SheetRow = {
    cells: [
      ...[c.file, c.sheet, c.rows, w.fate.imported, w.fate.skipped, w.fate.refused],
      ...[c.format, c.encoding, c.sha256],
    ].map(head),
  };
  const lines = files.flatMap((file): SheetRow[] => {
    const tail = [file.format ?? '', file.encoding ?? '', file.sha256];
    if (file.refusal !== null)
      return [{ cells: [file.file, w.summary.refusedFile, 0, 0, 0, 0, ...tail] }];
    return file.sheets.map(({ sheet, rows }) => {
      const by = (fate: string) => rows.filter((row) => row.fate.fate === fate).length;
      const counts = [rows.length, by('imported'), by('skipped'), by('refused')];
      return { cells: [file.file, sheet, ...counts, ...tail] };
    });
  });
  return [top, ...lines];
}

export function summarySheet(
  outcome: ImportOutcome,
  findings: readonly ImportFinding[],
  remarks: readonly string[],
  w: ReportWords,
): SheetModel {
  const { counts, questions, conflicts } = outcome;
  const by = (severity: ImportSeverity) =>
    findings.filter((finding) => finding.severity === severity).length;
  const s = w.summary;
  const lines = [
    s.lead(counts.rows, counts.imported, counts.skipped, counts.refused),
    counts.values + counts.gaps === 0
      ? s.nothing
      : s.taken(counts.values, counts.gaps, counts.revised),
    s.findings(by('error'), by('warning'), by('information')),
    s.waiting(questions.length, conflicts.length),
    ...remarks,
  ];
  return {
    name: w.sheets.summary,
    columns: [30, 20, 8, 8, 8, 8, 10, 10, 68].map((width) => ({ width })),
    rows: [
      { cells: [{ value: w.title, style: 'title' }], height: 28 },
      ...lines.map((value) => ({ cells: [{ value, style: 'line' }] })),
      { cells: [] },
      ...shares(outcome, w),
    ],
    print: { landscape: true, footer: w.footer },
  };
}
