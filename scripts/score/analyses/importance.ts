import type { ElementImportance, LocalText, NoImportance } from '#lib/model/index.ts';
import { column, table, words } from '../analysis.ts';
import type { Table } from '../analysis.ts';
import { element, pool } from './pools.ts';
import type { InPool } from './pools.ts';

const NO_IMPORTANCE: Readonly<Record<NoImportance, LocalText>> = {
  few_units: words('单元太少', 'too few units'),
  constant: words('取值相同', 'constant'),
};

/** What every element weighs, and what it counts for (R86–R88). */
export const importanceTable = (items: readonly InPool<ElementImportance>[]): Table =>
  table('importance', words('权重与实际影响', 'Weight and importance'), items, [
    ...pool(),
    column('element', element, 'text', ({ of }) => of.code),
    column('level', words('层级', 'level'), 'whole', ({ of }) => of.level),
    column('nominal', words('同级占比', 'of siblings'), 'share', ({ of }) => of.nominal),
    column('effective', words('总占比', 'of index'), 'share', ({ of }) => of.effective),
    column('units', words('单元数', 'units'), 'whole', ({ of }) => of.n),
    column('pearson', words('与总分相关', 'r with index'), 'fine', ({ of }) => of.pearson),
    column('pearson2', words('r²', 'r²'), 'fine', ({ of }) => of.pearson2),
    column(
      'correlation_ratio',
      words('相关比', 'correlation ratio'),
      'fine',
      ({ of }) => of.correlation_ratio,
    ),
    column('ratio', words('影响/权重', 'importance / weight'), 'number', ({ of }) => of.ratio),
    column('reason', words('无值的原因', 'why none'), 'text', ({ of }) => of.reason, {
      words: NO_IMPORTANCE,
    }),
  ]);
