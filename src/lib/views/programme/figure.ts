/** The matrix of the work programme as a picture, and its list as a table file. */
import type { ProgrammeMatrixInput, ProgrammeMatrixRow } from '#lib/charts/index.ts';
import type { Sheet } from '#lib/export/index.ts';
import { provenanceOf, type FigureSubject } from '#lib/figure/index.ts';
import type { Manifest } from '#lib/model/index.ts';
import type { MatrixLine, ProgrammeModel, State } from './model.ts';
import { placeOf, quarterText, rowName, scopeText, titleOf, type ProgrammeWords } from './words.ts';

/** More rows than this are no picture any more; the list and the CSV hold them all. */
export const FIGURE_ROWS = 60;

/** `search`: query string of the page, so that an exported file can lead back to it. */
export function programmeFigure(
  model: ProgrammeModel,
  manifest: Manifest,
  finding: string,
  search: string,
  words: ProgrammeWords,
): FigureSubject {
  const { locale, m, p } = words;
  const [place, years] = scopeText(model, words);
  const { view, matrix } = model;
  const cut = matrix.length > FIGURE_ROWS;
  return {
    name: 'programme',
    locale,
    layer: 'synthetic',
    text: {
      title: `${m.export.figure} ${p.matrix.title(place, years)}`,
      subtitle: finding,
      unit: p.matrix.unit,
      source: m.layerSource.synthetic,
      cutoff: model.cutoff,
      scheme: '',
      edition: manifest.edition.id,
      note: [p.matrix.note, ...(cut ? [p.matrix.firstOnly(FIGURE_ROWS, matrix.length)] : [])].join(
        locale === 'zh' ? '' : ' ',
      ),
    },
    chart: (charts) => charts.programmeMatrix(matrixInput(model, words)),
    sheet: () => programmeSheet(model, words),
    fileParts: [
      m.layer.synthetic,
      p.title,
      place,
      years.trim(),
      ...(view.kind === null ? [] : [p.kind[view.kind]]),
      ...(view.status === null
        ? []
        : [view.status === 'overdue' ? p.filters.overdue : p.status[view.status]]),
      p.filters.rowsOf[view.rows],
    ],
    provenance: provenanceOf(manifest, 'synthetic', null, search),
  };
}

function matrixInput(model: ProgrammeModel, words: ProgrammeWords): ProgrammeMatrixInput {
  const { locale, p } = words;
  return {
    columns: model.quarters.map((id) => ({ id, year: id.slice(0, 4), label: id.slice(-2) })),
    rows: model.matrix.slice(0, FIGURE_ROWS).map((line) => rowOf(line, model.quarters, words)),
    states: p.state,
    counts: p.count(model.entries.length, model.all),
    empty: p.empty,
    locale,
  };
}

function rowOf(
  line: MatrixLine,
  quarters: readonly string[],
  words: ProgrammeWords,
): ProgrammeMatrixRow {
  const { p, m } = words;
  const name = rowName(line, words);
  return {
    id: line.id,
    name,
    cells: line.cells.map((counts, i) => {
      if (counts === null) return null;
      const parts = (Object.keys(counts) as State[]).map((state) =>
        p.matrix.part(p.state[state], counts[state] ?? 0),
      );
      const quarter = quarterText(quarters[i] ?? '', words);
      return { counts, sentence: p.matrix.cell(name, quarter, parts.join(m.finding.nameJoin)) };
    }),
  };
}

/** Every activity shown, one a row. */
export function programmeSheet({ entries }: ProgrammeModel, words: ProgrammeWords): Sheet {
  const { locale, p } = words;
  const c = p.list;
  return {
    columns: [
      c.id,
      c.period,
      p.check.city,
      c.place,
      c.kind,
      c.name,
      c.needs,
      c.status,
      c.state,
      c.planned,
      c.done,
      c.persons_or,
      c.note,
    ],
    rows: entries.map((entry) => {
      const { activity, state, city } = entry;
      return [
        activity.activity_id,
        activity.period,
        city[locale],
        placeOf(entry, words),
        p.kind[activity.kind],
        titleOf(entry, words),
        activity.needs,
        p.status[activity.status],
        state.endsWith('_overdue') ? c.yes : c.no,
        activity.planned_for,
        activity.done_on,
        activity.participants,
        activity.note,
      ];
    }),
  };
}
