import type { Observation } from '#lib/model/index.ts';
import type { Query } from '#lib/engine/engine.ts';
import { decodeObservation } from './decode-observation.ts';
import { columnNames, orderBy, pick, selectList } from './plain-rows.ts';

const COLUMNS = columnNames('observation') as readonly (keyof Observation)[];

/** Every observation of the layer, revisions included, by id and revision. */
export const observations: Query<Record<string, never>, Observation> = {
  name: 'observations',
  tables: ['observation'],
  sql: `select ${selectList('o', COLUMNS)} from observation o order by o.obs_id, o.revision`,
  bind: () => [],
  plain: (tables) =>
    orderBy(
      tables.rows('observation').map((row) => pick(row, COLUMNS)),
      'obs_id',
      'revision',
    ),
  decode: (row) => decodeObservation(row, COLUMNS),
};
