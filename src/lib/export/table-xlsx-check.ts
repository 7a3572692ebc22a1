/** The index worked out again by formulas that a reader can follow and change. */
import {
  cellReference,
  columnWidth,
  type SheetCell,
  type SheetModel,
} from '#lib/office/xlsx/index.ts';
import { isCheckGroup, type CheckGroup, type CheckNode, type IndexCheck } from './index-check.ts';
import type { TableWords } from './table-xlsx-words.ts';

/** Columns before the first indicator: id and name. */
const LEFT = 2;

interface Column {
  readonly node: CheckNode;
  readonly at: number;
}

/** Indicators in the order of the scheme, then the groups, the innermost first and the index last. */
function columnsOf(root: CheckGroup): readonly Column[] {
  const leaves: CheckNode[] = [];
  const groups: CheckNode[] = [];
  const visit = (node: CheckNode) => {
    if (!isCheckGroup(node)) return void leaves.push(node);
    node.children.forEach(visit);
    groups.push(node);
  };
  visit(root);
  return [...leaves, ...groups].map((node, i) => ({ node, at: LEFT + i }));
}

/** A child's score in the row of a unit, and its weight in the row of weights. */
interface Operand {
  readonly at: number;
  readonly value: string;
  readonly weight: string;
}

/** What there is of a child: its number, or nothing where the cell is empty. */
const present = ({ value }: Operand, image: string) => `IF(ISNUMBER(${value}),${image},0)`;

/** Σ weight × image and Σ weight over the children that there are, term by term. */
function sums(operands: readonly Operand[], image: (value: string) => string) {
  const join = (of: (operand: Operand) => string) =>
    operands.map((operand) => present(operand, of(operand))).join('+');
  return {
    sum: join(({ weight, value }) => `${weight}*${image(value)}`),
    total: join(({ weight }) => weight),
  };
}

/** The same for children side by side, as a person would write it; empty cells count as nothing. */
function sumProducts(operands: readonly Operand[]) {
  const across = (of: (operand: Operand) => string) => {
    const [first, last] = [operands[0], operands[operands.length - 1]];
    return first && last ? `${of(first)}:${of(last)}` : '';
  };
  const [weights, values] = [across(({ weight }) => weight), across(({ value }) => value)];
  return {
    sum: `SUMPRODUCT(${weights},${values})`,
    total: `SUMPRODUCT(${weights},--ISNUMBER(${values}))`,
  };
}

const areTogether = (operands: readonly Operand[]) =>
  operands.every(({ at }, i) => at === (operands[0]?.at ?? 0) + i);

/** The weighted mean of the children that there are; an empty text where there is none. */
function meanFormula({ mean }: CheckGroup, operands: readonly Operand[]): string {
  const of = (image: (value: string) => string) => sums(operands, image);
  const over = ({ sum, total }: { sum: string; total: string }, result: (mean: string) => string) =>
    `IF((${total})=0,"",${result(`(${sum})/(${total})`)})`;
  switch (mean.kind) {
    case 'arithmetic': {
      if (!areTogether(operands))
        return over(
          of((value) => value),
          (average) => average,
        );
      const { sum, total } = sumProducts(operands);
      return `IF(${total}=0,"",${sum}/${total})`;
    }
    case 'geometric':
      return over(
        of((value) => `LN(${value})`),
        (average) => `EXP(${average})`,
      );
    case 'harmonic':
      return over(
        of((value) => `(1/${value})`),
        (average) => `1/(${average})`,
      );
    case 'power':
      return over(
        of((value) => `${value}^${mean.power}`),
        (average) => `(${average})^(1/${mean.power})`,
      );
  }
}

/** Where the rows of the sheet are, zero-based. */
interface Layout {
  readonly weights: number;
  readonly first: number;
  readonly columns: readonly Column[];
}

function groupCell(node: CheckGroup, row: number, unit: number, layout: Layout): SheetCell {
  const value = node.values[unit] ?? null;
  // The scheme leaves it out for this unit: so does the formula.
  if (value === null) return { value: null, style: 'result' };
  const operands = node.children.map((child) => {
    const at = layout.columns.find((column) => column.node === child)?.at ?? 0;
    return {
      at,
      value: cellReference(row, at),
      weight: `${cellReference(layout.weights, at).replace(/\d+$/, '')}$${layout.weights + 1}`,
    };
  });
  return { value, formula: meanFormula(node, operands), style: 'result' };
}

function unitCells({ units, root, complete }: IndexCheck, unit: number, layout: Layout) {
  const { columns, first } = layout;
  const row = first + unit;
  const score = root.values[unit] ?? null;
  const last = columns[columns.length - 1]?.at ?? 0;
  const [formula, shown] = [cellReference(row, last), cellReference(row, last + 1)];
  const scores =
    `${cellReference(first, last, true)}:` + cellReference(first + units.length - 1, last, true);
  const place: SheetCell = {
    value: units[unit]?.rank ?? null,
    // Scores that differ by rounding alone share a place.
    formula: `1+SUMPRODUCT(--(ROUND(${scores},7)>ROUND(${formula},7)))`,
    style: 'place',
  };
  return [
    { value: units[unit]?.id ?? '', style: 'text' },
    { value: units[unit]?.name ?? '', style: 'text' },
    ...columns.map(({ node }): SheetCell =>
      isCheckGroup(node)
        ? groupCell(node, row, unit, layout)
        : { value: node.values[unit] ?? null, style: 'given' },
    ),
    { value: score, style: 'given' },
    { value: 0, formula: `ROUND(${formula}-${shown},9)`, style: 'result' },
    ...(complete ? [place, { value: units[unit]?.rank ?? null, style: 'place' }] : []),
  ] satisfies SheetCell[];
}

/** One row a unit with a score; none without. */
export function checkSheet(check: IndexCheck, mark: string | null, w: TableWords): SheetModel {
  const { units, root, complete } = check;
  const columns = columnsOf(root);
  const top: SheetCell[] = [
    ...(mark === null ? [] : [{ value: mark, style: 'plainMark' }]),
    { value: w.check.title, style: 'plainTitle' },
  ];
  const header = top.length + w.check.how.length;
  const layout: Layout = { weights: header + 1, first: header + 2, columns };
  const last = columns[columns.length - 1]?.at ?? 0;
  const how = w.check.how.map((line): SheetCell => ({
    value: line.replace('{weights}', String(layout.weights + 1)),
    style: 'plain',
  }));
  const difference = (row: number) => cellReference(row, last + 2);
  const names = columns.map(({ node }) =>
    isCheckGroup(node) ? w.check.ofGroup(node.name) : node.name,
  );
  const heads = [
    ...[w.check.id, w.check.name, ...names, w.check.shown, w.check.difference],
    ...(complete ? [w.check.rank, w.check.shownRank] : []),
  ];
  const weights: SheetCell[] = [
    { value: w.check.weight, style: 'text' },
    { value: null, style: 'text' },
    ...columns.map(({ node }): SheetCell => ({
      value: node === root ? null : node.weight,
      style: 'weight',
    })),
  ];
  const end = layout.first + units.length - 1;
  const greatest: SheetCell[] = [
    ...Array.from({ length: last + 1 }, () => null),
    { value: w.check.greatest, style: 'key' },
    {
      value: 0,
      formula: `MAX(MAX(${difference(layout.first)}:${difference(end)}),-MIN(${difference(layout.first)}:${difference(end)}))`,
      style: 'result',
    },
  ];
  return {
    name: w.sheets.check,
    columns: [
      {
        width: columnWidth(
          units.map(({ id }) => id),
          12,
          24,
        ),
      },
      {
        width: columnWidth(
          units.map(({ name }) => name),
          12,
          36,
        ),
      },
      ...heads.slice(LEFT).map(() => ({ width: 12 })),
    ],
    rows: [
      ...[...top, ...how].map((cell) => ({ cells: [cell] })),
      { cells: heads, style: 'head', height: 46 },
      { cells: weights },
      ...units.map((_, unit) => ({ cells: unitCells(check, unit, layout) })),
      ...(units.length === 0 ? [] : [{ cells: greatest }]),
    ],
    frozen: { rows: layout.first, columns: LEFT },
    print: { landscape: true, titleRows: [header, header], footer: w.footer },
  };
}
