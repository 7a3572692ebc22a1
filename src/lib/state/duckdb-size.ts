import { BUNDLE_FILES } from '#lib/engine/wasm/bundle-files.ts';

/** Bytes of DuckDB that most browsers fetch, said before they do. */
export const DUCKDB_BYTES = BUNDLE_FILES.eh.bytes;
