import { describe, expect, it } from 'vitest';
import type { Query } from '../engine.ts';
import { createTableLoader } from '../load/load-tables.ts';
import type { DataSource } from '../load/source.ts';
import { failureOf } from '../testing/failure.ts';
import { publish } from '../testing/publish.ts';
import { PlainEngine } from './plain-engine.ts';

const { manifest, source } = publish('template', { region: [], source: [] });

const QUERY: Query<null, number> = {
  name: 'region-count',
  tables: ['region'],
  sql: 'select count(*) as n from region',
  bind: () => [],
  plain: (tables) => [{ n: tables.rows('region').length }],
  decode: (row) => Number(row['n']),
};

const engineOver = (over: DataSource) =>
  new PlainEngine(createTableLoader(over, manifest, 'template'));

const hanging: DataSource = { read: () => new Promise(() => undefined) };

describe('PlainEngine', () => {
  it('loads only the tables that a query names', async () => {
    const read: string[] = [];
    const engine = engineOver({
      read: (path) => {
        read.push(path);
        return source.read(path);
      },
    });
    expect(await engine.query(QUERY, null)).toEqual([0]);
    expect(read).toHaveLength(1);
    expect(read[0]).toContain('region');
  });

  it('refuses a plain function that reads a table it did not name', async () => {
    const query = { ...QUERY, tables: ['source'] as const };
    const error = await failureOf(engineOver(source).query(query, null));
    expect(error).toMatchObject({ code: 'query_failed', subject: 'region-count' });
    expect(error.message).toContain('did not declare table region');
  });

  it('gives up at the deadline when the tables do not come', async () => {
    const error = await failureOf(engineOver(hanging).query(QUERY, null, { deadline: 20 }));
    expect(error).toMatchObject({ code: 'deadline', subject: 'region-count' });
  });

  it('rejects with closed when it is closed while the tables are on their way', async () => {
    const engine = engineOver(hanging);
    const failure = failureOf(engine.query(QUERY, null));
    await engine.close();
    expect(await failure).toMatchObject({ code: 'closed', subject: 'region-count' });
  });

  it('hands on why the tables could not be loaded', async () => {
    const engine = engineOver({ read: () => source.read('gone') });
    expect((await failureOf(engine.query(QUERY, null))).code).toBe('not_found');
  });
});
