import type { PeerGroup } from '#lib/model/index.ts';
import { column, words } from '../analysis.ts';
import type { Column } from '../analysis.ts';

/** Something found among the peers of one period. */
export type InPool<T> = PeerGroup & { readonly of: T };

/** Which peers an item is about. */
export const pool = <T extends PeerGroup>(): Column<T>[] => [
  column('period', words('时期', 'period'), 'text', ({ period }) => period),
  column('group', words('类别', 'group'), 'text', ({ group }) => group),
];

export const element = words('元素', 'element');
