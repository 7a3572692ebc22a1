/** The browser-safe surface. DuckDB and Arrow stay behind node/, wasm/ and load/arrow-ipc.ts. */
export * from './engine.ts';
export { createEngineHost } from './choose.ts';
export type { EngineHost, EngineHostStatus } from './choose.ts';
export { withDeadline } from './deadline.ts';
export { fetchSource } from './load/fetch.ts';
export { createTableLoader } from './load/load-tables.ts';
export type { TableLoader } from './load/load-tables.ts';
export { loadManifest, parseManifest } from './load/manifest.ts';
export type { DataSource, ReadOptions } from './load/source.ts';
export { judgeStatement, type StatementFault, type StatementVerdict } from './statement.ts';
export type { DecodedTable } from './load/table.ts';
