import type { Observation, Source } from '#lib/model/index.ts';
import type { Query } from '#lib/engine/engine.ts';
import { decodeObservation } from './decode-observation.ts';
import { lookup, orderBy, pick, prefixed, selectList } from './plain-rows.ts';
import { nullableText } from './rows.ts';

/** One number with all that is known of where it comes from; asked for when somebody looks. */
export interface ObservationOrigin extends Pick<Observation, (typeof COLUMNS)[number]> {
  /** Null where the table of sources does not know the code. */
  readonly source_title: string | null;
  readonly source_publisher: Source['publisher'];
  readonly source_published: Source['published'];
  readonly source_url: Source['url'];
}

const COLUMNS = [
  'obs_id',
  'institution_id',
  'region_code',
  'entity',
  'indicator',
  'period',
  'value',
  'missing_reason',
  'value_text',
  'unit',
  'qualifier',
  'numerator',
  'denominator',
  'denominator_kind',
  'data_status',
  'source_id',
  'locator',
  'revision',
  'note',
  'origin_file',
  'origin_sheet',
  'origin_cell',
  'raw_text',
  'conversions',
  'formula',
  'earlier_revisions',
] as const;
const SOURCE = ['title', 'publisher', 'published', 'url'];

/** The observation of an id, with its source; no row where there is none. */
export const originOf: Query<{ readonly obs_id: string }, ObservationOrigin> = {
  name: 'origin-of',
  tables: ['observation', 'source'],
  sql: `
    select ${selectList('o', COLUMNS)},
      ${SOURCE.map((column) => `s.${column} as source_${column}`).join(', ')}
    from observation o
    left join source s on s.source_id = o.source_id
    where o.obs_id = cast(? as varchar)
    order by o.obs_id, o.revision`,
  bind: ({ obs_id }) => [obs_id],
  plain(tables, { obs_id }) {
    const source = lookup(tables.rows('source'), 'source_id');
    const rows = tables.rows('observation').filter((row) => row['obs_id'] === obs_id);
    return orderBy(
      rows.map((row) => ({
        ...pick(row, COLUMNS),
        ...prefixed('source_', source(row['source_id']), SOURCE),
      })),
      'obs_id',
      'revision',
    );
  },
  decode: (row) => ({
    ...decodeObservation(row, COLUMNS),
    source_title: nullableText(row, 'source_title'),
    source_publisher: nullableText(row, 'source_publisher'),
    source_published: nullableText(row, 'source_published'),
    source_url: nullableText(row, 'source_url'),
  }),
};
