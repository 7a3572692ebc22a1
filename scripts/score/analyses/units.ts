import { column, words } from '../analysis.ts';
import type { Column } from '../analysis.ts';
import type { Report } from '../report.ts';

/**
 * Period, peer group, code and name of the unit that an item is about, by its row of the table;
 * code and name in files only where all items are about one unit.
 */
export function unitColumns<T>(
  { table, names }: Report,
  rowOf: (item: T) => number,
  isOneUnit = false,
): Column<T>[] {
  const at = (item: T) => table.rows[rowOf(item)]!;
  return [
    column('period', words('时期', 'period'), 'text', (of) => at(of).period),
    column('group', words('类别', 'group'), 'text', (of) => at(of).group),
    column('unit', words('代码', 'code'), 'text', (of) => at(of).unit, {
      filesOnly: isOneUnit,
    }),
    column('name', words('名称', 'name'), 'text', (of) => names.get(at(of).unit) ?? '', {
      filesOnly: isOneUnit,
    }),
  ];
}
