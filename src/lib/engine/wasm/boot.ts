import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import { TABLE_NAMES } from '#lib/model/index.ts';
import type { TableName } from '#lib/model/index.ts';
import { withDeadline } from '../deadline.ts';
import { EngineError } from '../engine.ts';
import { tableToArrowIpc } from '../load/arrow-ipc.ts';
import type { DecodedTable } from '../load/table.ts';
import { createTableSql, LOCK_SETTINGS, OPEN_SETTINGS } from '../sql-schema.ts';
import type { Bundle } from './bundles.ts';
import { duckdbMessage } from './duckdb-error.ts';
import type { WorkerLife } from './worker-life.ts';

export interface BootOptions {
  /** Milliseconds that each step may take. */
  readonly stall: number;
  /** For DuckDB's memory_limit, like 512MB. */
  readonly memoryLimit: string;
}

/** DuckDB in the worker, empty, open and with its settings made. */
export async function openDatabase(
  life: WorkerLife,
  bundle: Bundle,
  { stall, memoryLimit }: BootOptions,
): Promise<AsyncDuckDB> {
  const db = new AsyncDuckDB(new VoidLogger(), life.worker);
  await step(life, 'DuckDB', stall, async () => {
    await db.instantiate(bundle.wasm);
    // Without the second and third, sum() arrives as text and a timestamp as a fraction.
    await db.open({
      query: { castBigIntToDouble: true, castDecimalToDouble: true, castTimestampToDate: true },
    });
    await runAll(db, [...OPEN_SETTINGS, `SET memory_limit = '${memoryLimit}'`]);
  });
  return db;
}

/** Creates and fills all tables of the layer, then locks the database. */
export async function fillDatabase(
  life: WorkerLife,
  db: AsyncDuckDB,
  tables: ReadonlyMap<TableName, DecodedTable>,
  stall: number,
): Promise<void> {
  for (const name of TABLE_NAMES)
    await step(life, name, stall, async () => {
      await runAll(db, [createTableSql(name)]);
      const table = tables.get(name);
      if (table && table.rowCount > 0) await insert(db, table);
    });
  await step(life, 'DuckDB', stall, () => runAll(db, LOCK_SETTINGS));
}

/** One step of the boot: ends the worker and says why when it fails or does not come to an end. */
async function step(
  life: WorkerLife,
  subject: string,
  deadline: number,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await life.during(withDeadline(work, { deadline, subject }));
  } catch (cause) {
    const reason =
      cause instanceof EngineError
        ? cause
        : new EngineError('boot_failed', `${subject}: ${duckdbMessage(cause)}`, { subject, cause });
    life.end(reason);
    throw reason;
  }
}

async function runAll(db: AsyncDuckDB, statements: readonly string[]): Promise<void> {
  const connection = await db.connect();
  try {
    for (const statement of statements) await connection.query(statement);
  } finally {
    await connection.close();
  }
}

async function insert(db: AsyncDuckDB, table: DecodedTable): Promise<void> {
  const connection = await db.connect();
  try {
    await connection.insertArrowFromIPCStream(tableToArrowIpc(table), {
      name: table.name,
      create: false,
    });
  } finally {
    await connection.close();
  }
}
