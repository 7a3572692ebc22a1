import { ESLint } from 'eslint';
import { beforeAll, describe, expect, it } from 'vitest';

const RULES = [
  '@typescript-eslint/no-restricted-imports',
  'no-restricted-globals',
  'no-restricted-properties',
  'no-restricted-syntax',
];

let eslint: ESLint;

beforeAll(() => {
  // Only the walls are asked here: no type information, so that files need not exist.
  eslint = new ESLint({
    overrideConfig: {
      languageOptions: { parserOptions: { projectService: false, project: false } },
    },
    ruleFilter: ({ ruleId }) => RULES.includes(ruleId),
  });
});

/** What the walls say about one line of source in a file of that name. */
async function complaints(filePath: string, source: string): Promise<string[]> {
  const results = await eslint.lintText(`${source}\n`, { filePath });
  return results.flatMap(({ messages }) => messages.map(({ message }) => message));
}

const importing = (path: string): string => `import { x } from '${path}';\nexport const y = x;`;
const loading = (path: string): string => `export const y = import('${path}');`;

/** Arrows of the architecture, written down here a second time on purpose. */
const ARROWS: Record<string, string[]> = {
  model: [],
  storage: [],
  scoring: ['model'],
  engine: ['model'],
  queries: ['engine', 'model'],
  office: ['model'],
  intake: ['office', 'model'],
  publish: ['intake', 'engine', 'model'],
  i18n: ['model'],
  charts: ['model', 'i18n'],
  'chart-host': ['charts', 'i18n', 'model'],
  export: ['model', 'i18n', 'charts', 'chart-host', 'office'],
  state: ['publish', 'intake', 'office', 'queries', 'engine', 'scoring', 'storage', 'model'],
  ui: ['i18n', 'model'],
  figure: ['export', 'chart-host', 'charts', 'ui', 'storage', 'i18n', 'model'],
  frame: ['state', 'ui', 'i18n', 'model'],
  views: [
    'frame',
    'figure',
    'state',
    'intake',
    'scoring',
    'charts',
    'ui',
    'export',
    'i18n',
    'model',
  ],
  briefing: [
    'views',
    'frame',
    'figure',
    'state',
    'scoring',
    'queries',
    'engine',
    'export',
    'charts',
    'ui',
    'office',
    'i18n',
    'model',
  ],
};
const MODULES = Object.keys(ARROWS);

describe.each(MODULES)('src/lib/%s', (name) => {
  const file = `src/lib/${name}/virtual.ts`;

  it('may import what lies below it, and nothing else', async () => {
    for (const other of MODULES.filter((module) => module !== name)) {
      const count = ARROWS[name]?.includes(other) ? 0 : 1;
      for (const source of [importing, loading].map((form) => form(`#lib/${other}/virtual.ts`)))
        expect(await complaints(file, source), `${name}: ${source}`).toHaveLength(count);
    }
  });

  it('may not climb into another module by a relative path', async () => {
    const other = name === 'model' ? 'scoring' : 'model';
    expect(await complaints(file, importing(`../${other}/virtual.ts`))).toHaveLength(1);
    expect(await complaints(file, importing('./neighbour.ts'))).toEqual([]);
  });

  it('knows DuckDB, Arrow and hyparquet only if it is the engine', async () => {
    const count = name === 'engine' ? 0 : 1;
    for (const source of ['@duckdb/duckdb-wasm', 'apache-arrow', 'hyparquet'])
      for (const text of [importing(source), loading(source)])
        expect(await complaints(file, text), text).toHaveLength(count);
  });

  it('reads the letters of a font only if it exports figures', async () => {
    const count = name === 'export' ? 0 : 1;
    for (const source of ['opentype.js', '@fontsource/noto-sans-sc/unicode.json'])
      for (const text of [importing(source), loading(source)])
        expect(await complaints(file, text), text).toHaveLength(count);
  });

  it('imports ECharts at run time only if it is the chart host', async () => {
    const count = name === 'chart-host' ? 0 : 1;
    expect(await complaints(file, importing('echarts/core'))).toHaveLength(count);
    expect(await complaints(file, loading('echarts/core'))).toHaveLength(count);
    const types = "import type { X } from 'echarts/core';\nexport type Y = X;";
    expect(await complaints(file, types)).toHaveLength(
      ['chart-host', 'charts'].includes(name) ? 0 : 1,
    );
  });
});

describe('workbooks', () => {
  it('are opened by one room of the intake, through which all others reach them', async () => {
    const files = [
      'intake/workbook/x.ts',
      'intake/workbook/xlsx/x.ts',
      'intake/x.ts',
      'intake/import/x.ts',
    ];
    const counts = [];
    for (const file of [...files, 'export/x.ts', 'ui/x.ts'])
      for (const source of [importing('@e965/xlsx'), loading('@e965/xlsx')])
        counts.push((await complaints(`src/lib/${file}`, source)).length);
    expect(counts).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1]);
  });
});

describe('pure modules', () => {
  const impure = [
    'export const y = window.name;',
    'export const y = fetch("x");',
    'export const y = process.env;',
    'export const y = performance.now();',
    'export const y = Math.random();',
    'export const y = Date.now();',
  ];

  it.each(['model', 'scoring', 'intake', 'office', 'charts', 'queries'])(
    '%s has no DOM, clock, random or network',
    async (name) => {
      for (const source of impure)
        expect(await complaints(`src/lib/${name}/virtual.ts`, source), source).toHaveLength(1);
      expect(
        await complaints(`src/lib/${name}/virtual.ts`, 'export const y = Math.max(1);'),
      ).toEqual([]);
    },
  );
});

describe('outside src/lib', () => {
  it('scripts and routes stay outside the walls too', async () => {
    for (const file of ['scripts/virtual.ts', 'src/routes/virtual.ts']) {
      expect(await complaints(file, importing('@duckdb/node-api')), file).toHaveLength(1);
      expect(await complaints(file, importing('echarts')), file).toHaveLength(1);
      expect(await complaints(file, importing('#lib/model/virtual.ts')), file).toEqual([]);
    }
  });

  it('scripts do not use state, ui or views', async () => {
    for (const name of ['state', 'ui', 'figure', 'frame', 'views'])
      expect(await complaints('scripts/virtual.ts', importing(`#lib/${name}/x.ts`))).toHaveLength(
        1,
      );
  });

  it('components are held to the same walls', async () => {
    const component = (source: string): string => `<script lang="ts">${source}</script>`;
    const file = 'src/lib/ui/Virtual.svelte';
    expect(await complaints(file, component("import '#lib/state/x.ts'"))).toHaveLength(1);
    expect(await complaints(file, component("import '#lib/model/x.ts'"))).toEqual([]);
  });

  it('views do not import one another', async () => {
    const other = importing('#lib/views/other/model.ts');
    expect(await complaints('src/lib/views/ranking/virtual.ts', other)).toHaveLength(1);
    const relative = importing('../other/model.ts');
    expect(await complaints('src/lib/views/ranking/virtual.ts', relative)).toHaveLength(1);
    const nested = 'src/lib/views/ranking/parts/virtual.ts';
    expect(await complaints(nested, importing('../model.ts'))).toEqual([]);
    expect(await complaints(nested, importing('../../other/model.ts'))).toHaveLength(1);
  });
});
