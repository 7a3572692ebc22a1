import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Locale } from '#lib/model/index.ts';
import type { Cell, TableBlock, TableColumn } from './document.ts';
import { captionRuns, run } from './text.ts';
import { FACES, SIZES, TYPE_AREA, twips } from './type-area.ts';

const ALIGN = {
  left: AlignmentType.LEFT,
  centre: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

/** Half points of type, and twips of its lines. */
const PLAIN = { size: SIZES.fifth, line: 300 } as const;
const DENSE = {
  small: { size: SIZES.small, line: 260 },
  tiny: { size: SIZES.tiny, line: 220 },
} as const;

const GREY = '595959';
const line = (size: number) => ({ style: BorderStyle.SINGLE, size, color: '000000' });
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;

/** Whole twips that add up to the type area. */
export function columnWidths(columns: readonly TableColumn[]): number[] {
  const total = twips(TYPE_AREA.width);
  const sum = columns.reduce((all, { width }) => all + width, 0);
  let used = 0;
  return columns.map(({ width }, i) => {
    const share = i === columns.length - 1 ? total - used : Math.round((width / sum) * total);
    used += share;
    return share;
  });
}

/** Caption above, then the table: rows are not split, the header stands on every page. */
export function tableElements(
  { caption, columns, rows, type }: TableBlock,
  number: number | null,
  locale: Locale,
): (Paragraph | Table)[] {
  rows.forEach((row, i) => {
    if (row.length !== columns.length)
      throw new RangeError(`Row ${i + 1} has ${row.length} cells, there are ${columns.length}.`);
  });
  const widths = columnWidths(columns);
  const header = columns.map((column, i) =>
    cellOf({ kind: 'text', text: column.title }, { ...column, align: 'centre' }, widths[i] ?? 0, {
      heading: true,
      type,
    }),
  );
  const body = rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children: row.map((cell, i) => cellOf(cell, columns[i]!, widths[i] ?? 0, { type })),
      }),
  );
  return [
    ...(caption === ''
      ? []
      : [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            keepNext: true,
            spacing: { before: 160, after: 60 },
            children: captionRuns('table', number, caption, locale),
          }),
        ]),
    new Table({
      layout: TableLayoutType.FIXED,
      alignment: AlignmentType.CENTER,
      width: { size: twips(TYPE_AREA.width), type: WidthType.DXA },
      columnWidths: widths,
      borders: {
        top: line(12),
        bottom: line(12),
        left: NONE,
        right: NONE,
        insideHorizontal: { style: BorderStyle.SINGLE, size: 4, color: 'BFBFBF' },
        insideVertical: NONE,
      },
      rows: [new TableRow({ tableHeader: true, cantSplit: true, children: header }), ...body],
    }),
    new Paragraph({ spacing: { line: 160, lineRule: 'exact' } }),
  ];
}

function cellOf(
  { kind, text, sub = '' }: Cell,
  { align }: TableColumn,
  width: number,
  { heading = false, type }: { heading?: boolean; type?: TableBlock['type'] },
): TableCell {
  const { size, line: leading } = type ? DENSE[type] : PLAIN;
  const side = type ? 40 : 60;
  const face = heading ? FACES.heading : FACES.table;
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 40, bottom: 40, left: side, right: side },
    ...(heading ? { borders: { bottom: line(6) } } : {}),
    children: [
      new Paragraph({
        alignment: ALIGN[align],
        spacing: { line: leading, lineRule: 'exact' },
        children: [run(text, face, size, kind === 'missing' ? GREY : undefined)],
      }),
      ...(sub === ''
        ? []
        : [
            new Paragraph({
              alignment: ALIGN[align],
              spacing: { line: 220, lineRule: 'exact' },
              children: [run(sub, face, SIZES.tiny, GREY)],
            }),
          ]),
    ],
  });
}
