import type PptxGenJS from 'pptxgenjs';
import { plainLine } from '../package/plain-line.ts';
import type { TableBlock } from '../docx/document.ts';
import { FONT } from './font.ts';

/** Rows that a slide holds under its header; whoever makes the slides deals them out. */
export const SLIDE_ROWS = 14;

/** Points: of type, of a line of it, of the margins of a cell at its sides, and of the lowest row. */
export const TABLE_TYPE = { size: 11, line: 14.6, margin: 8.64, row: 23.76 } as const;

const ALIGN = { left: 'left', centre: 'center', right: 'right' } as const;
const RULE = { type: 'solid', pt: 0.5, color: 'BFBFBF' } as const;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Throws a RangeError for more rows than a slide holds. */
export function addTable(
  page: PptxGenJS.Slide,
  { columns, rows }: Pick<TableBlock, 'columns' | 'rows'>,
  { x, y, w }: Omit<Box, 'h'>,
  lang: string,
): void {
  if (rows.length > SLIDE_ROWS)
    throw new RangeError(`${rows.length} rows do not fit a slide of ${SLIDE_ROWS}.`);
  const sum = columns.reduce((all, { width }) => all + width, 0);
  const common = { fontFace: FONT, fontSize: TABLE_TYPE.size, lang, valign: 'middle' } as const;
  const header = columns.map(({ title }) => ({
    text: plainLine(title),
    options: {
      ...common,
      bold: true,
      color: '262626',
      align: 'center' as const,
      fill: { color: 'F2F2F2' },
    },
  }));
  const body = rows.map((row) =>
    row.map(({ kind, text, sub = '' }, i) => ({
      text: plainLine(`${text} ${sub}`.trimEnd()),
      options: {
        ...common,
        color: kind === 'missing' ? '595959' : '262626',
        align: ALIGN[columns[i]?.align ?? 'left'],
      },
    })),
  );
  page.addTable([header, ...body], {
    x,
    y,
    w,
    colW: columns.map(({ width }) => (width / sum) * w),
    rowH: TABLE_TYPE.row / 72,
    margin: [0.02, 0.06, 0.02, 0.06],
    border: RULE,
    objectName: 'Table',
  });
}
