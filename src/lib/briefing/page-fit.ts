/** How much of a page is left for figures side by side: a profile is one page, whatever it says. */
import { textWidth } from '#lib/charts/index.ts';
import { TYPE_AREA, type Block, type TableBlock } from '#lib/office/docx/index.ts';
import type { Locale } from '#lib/model/index.ts';

/** Millimetres that figures side by side take at most, and at least, however full the page is. */
const MOST = 87.5;
const LEAST = 50;

/** A line more than counted: faces differ from machine to machine. */
const SPARE = 5;

const POINT = 25.4 / 72;

/** Widths are known of a sans face; Latin letters of the document's face are narrower. */
const lines = (text: string, size: number, locale: Locale, width: number): number =>
  Math.max(1, Math.ceil((textWidth(text, size) * POINT * (locale === 'zh' ? 1.04 : 0.92)) / width));

function tableHeight({ columns, rows, caption }: TableBlock, locale: Locale): number {
  const sum = columns.reduce((all, { width }) => all + width, 0);
  // The margins of a cell take 4 mm of it.
  const widths = columns.map(({ width }) => Math.max(5, (width / sum) * TYPE_AREA.width - 4));
  const rowHeight = (texts: readonly string[]) =>
    Math.max(...texts.map((text, i) => lines(text, 10.5, locale, widths[i] ?? 5))) * 15 + 4;
  const all = [columns.map(({ title }) => title), ...rows.map((row) => row.map((c) => c.text))];
  return (
    (all.reduce((height, row) => height + rowHeight(row), 8) + (caption === '' ? 0 : 26)) * POINT
  );
}

/** Millimetres of a block, from the lines that the writer sets; of figures in a row all but themselves. */
export function blockHeight(block: Block, locale: Locale): number {
  const { width } = TYPE_AREA;
  switch (block.kind) {
    case 'title':
      return (lines(block.text, 22, locale, width) * 32 + 12) * POINT;
    case 'mark':
      return (lines(block.text, 14, locale, width) * 20 + 20) * POINT;
    case 'brief':
      return locale === 'zh'
        ? (lines(block.text, 12, locale, width) * 20 + 2) * POINT
        : (lines(block.text, 10.5, locale, width) * 14 + 2) * POINT;
    case 'note':
      return lines(block.text, 9, locale, width) * 13 * POINT;
    case 'table':
      return tableHeight(block, locale);
    case 'figure-row': {
      const half = width / block.figures.length - 4;
      const captions = block.figures.map(({ caption }) =>
        lines(`Figure 00. ${caption}`, 10.5, locale, half),
      );
      return (6 + 15 * Math.max(...captions) + 11 + 3) * POINT;
    }
    default:
      return 0;
  }
}

/** Lets the rows of figures of each page be as high as the page has room for. */
export function fitPages(blocks: readonly Block[], locale: Locale): Block[] {
  const pages: Block[][] = [[]];
  for (const block of blocks) {
    if (block.kind === 'page-break') pages.push([]);
    pages[pages.length - 1]!.push(block);
  }
  return pages.flatMap((page) => {
    const rows = page.filter(({ kind }) => kind === 'figure-row').length;
    if (rows === 0) return page;
    const taken = page.reduce((height, block) => height + blockHeight(block, locale), SPARE);
    const room = (TYPE_AREA.height - taken) / rows;
    const maxHeight = Math.min(MOST, Math.max(LEAST, room));
    return page.map((block) => (block.kind === 'figure-row' ? { ...block, maxHeight } : block));
  });
}
