/** The two builds of DuckDB-WASM: with WebAssembly exceptions, and for browsers without them. */
export type BundleName = 'eh' | 'mvp';

/**
 * Length and SHA-256 of the wasm files of the installed duckdb-wasm (1.32.0), so that the page
 * can tell a cut-off, swapped or rotten copy from the real one before it runs it.
 */
export const BUNDLE_FILES: Record<BundleName, { readonly bytes: number; readonly sha256: string }> =
  {
    eh: {
      bytes: 34_242_586,
      sha256: '4c221bfa59c11f24dbd750e70c90b9252eca6eec5633936e6a2ec766e55fd879',
    },
    mvp: {
      bytes: 39_362_651,
      sha256: '45d72a81fba8e57693d890da837c7041310e385e75619a8559839b15388dfe97',
    },
  };
