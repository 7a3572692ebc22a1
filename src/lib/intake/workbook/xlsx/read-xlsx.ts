/** A workbook of XML parts (xlsx, xlsm) as grids. */
import type { Grid } from '../grid.ts';
import { GridBuilder, type CellBudget } from '../grid-builder.ts';
import type { WorkbookLimits } from '../limits.ts';
import { Refused } from '../refused.ts';
import { attribute, scanPart } from '../xml/scan.ts';
import type { Archive } from '../zip/archive.ts';
import { relationshipsOf } from './package.ts';
import { readSheet } from './sheet.ts';
import { readFormats } from './styles.ts';
import { readSharedTexts } from './texts.ts';

interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  readonly id: string;
}

function readBook(archive: Archive, part: string) {
  const sheets: SheetEntry[] = [];
  let date1904 = false;
  let root = '';
  scanPart(archive, part, {
    open(name, tag) {
      root ||= name;
      if (name === 'workbookPr') date1904 = /^(1|true)$/.test(attribute(tag, 'date1904') ?? '');
      else if (name === 'sheet')
        sheets.push({
          name: attribute(tag, 'name') ?? '',
          hidden: /hidden$/i.test(attribute(tag, 'state') ?? ''),
          id: attribute(tag, 'id') ?? '',
        });
    },
  });
  if (root !== 'workbook') throw new Refused('not_this_format', `${part}: ${root}`);
  return { sheets, date1904 };
}

/** Reads every worksheet, hidden ones too; sheets that hold a chart alone have no cells. */
export function readXlsx(archive: Archive, part: string, limits: WorkbookLimits): Grid[] {
  const relations = relationshipsOf(archive, part);
  const partOf = (type: string) =>
    [...relations.values()].find((relation) => relation.type === type)?.target;
  const book = readBook(archive, part);
  const textPart = partOf('sharedStrings');
  const stylePart = partOf('styles');
  const context = {
    texts: textPart === undefined ? [] : readSharedTexts(archive, textPart),
    formats: stylePart === undefined ? [] : readFormats(archive, stylePart),
    date1904: book.date1904,
  };
  const budget: CellBudget = { left: limits.cells };
  const grids: Grid[] = [];
  for (const { name, hidden, id } of book.sheets) {
    const relation = relations.get(id);
    if (!relation) throw new Refused('damaged', `${part}: sheet ${name} is nowhere`);
    if (relation.type !== 'worksheet') continue;
    const grid = new GridBuilder(name, hidden, limits, budget);
    readSheet(archive, relation.target, name, grid, context);
    grids.push(grid.finish());
  }
  return grids;
}
