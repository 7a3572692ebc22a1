import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/**
 * Which modules of src/lib each module may import (the arrows of the architecture, downwards only).
 * A module always may import itself.
 */
const MAY_IMPORT = {
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
const MODULES = Object.keys(MAY_IMPORT);

/** Packages behind a wall: only the named module may import them at run time. */
const WALLS = [
  {
    regex: '^(@duckdb/|apache-arrow|hyparquet)',
    only: ['engine'],
    message: 'DuckDB, Arrow and hyparquet are known to src/lib/engine alone.',
  },
  {
    regex: '^echarts',
    only: ['chart-host'],
    typesIn: ['charts'],
    message: 'ECharts is imported at run time by src/lib/chart-host alone.',
  },
  {
    regex: '^@e965/xlsx',
    only: ['intake'],
    message: 'Workbooks are opened by src/lib/intake/workbook alone.',
  },
  {
    regex: '^(docx|pptxgenjs)(/|$)',
    only: ['office'],
    message: 'Office files are written by src/lib/office alone.',
  },
  {
    regex: '^(opentype\\.js|@fontsource)',
    only: ['export'],
    message: 'Outlines of letters are read by src/lib/export/outline alone.',
  },
];

/** Modules that must stay free of DOM, clock, random and network. */
const PURE = ['model', 'scoring', 'intake', 'office', 'charts', 'queries'];

function wallPatterns(name) {
  return WALLS.filter((wall) => !wall.only.includes(name)).map((wall) => ({
    regex: wall.regex,
    message: wall.message,
    allowTypeImports: wall.typesIn?.includes(name) ?? false,
  }));
}

function modulePatterns(name, allowed) {
  const forbidden = MODULES.filter((other) => other !== name && !allowed.includes(other));
  const patterns = wallPatterns(name);
  patterns.push({
    regex: `^(\\.\\./)+(${MODULES.join('|')})/`,
    message: 'Reach another module as #lib/<module>/…, so that its direction can be checked.',
  });
  if (forbidden.length > 0)
    patterns.push({
      regex: `^#lib/(${forbidden.join('|')})/`,
      message: `src/lib/${name} may import only: ${allowed.join(', ') || 'nothing'}.`,
    });
  return patterns;
}

/** The walls of `patterns` for `import … from`, `export … from` and, when it runs, `import()`. */
function walls(patterns) {
  return {
    '@typescript-eslint/no-restricted-imports': ['error', { patterns }],
    'no-restricted-syntax': [
      'error',
      ...patterns.map(({ regex, message }) => ({
        selector: `ImportExpression[source.value=/${regex.replaceAll('/', '\\x2F')}/]`,
        message,
      })),
    ],
  };
}

const moduleRules = Object.entries(MAY_IMPORT).map(([name, allowed]) => ({
  files: [`src/lib/${name}/**/*.{ts,svelte}`],
  ignores: ['**/*.test.ts'],
  rules: walls(modulePatterns(name, allowed)),
}));

/** A view is left only downwards: `climb` is the relative path out of its own folder. */
function viewRules(files, climb) {
  const message = 'A view never imports another view; shared parts live in src/lib/ui or state.';
  const patterns = modulePatterns('views', MAY_IMPORT.views);
  patterns.push({ regex: '^#lib/views/', message }, { regex: climb, message });
  return { files: [files], ignores: ['**/*.test.ts'], rules: walls(patterns) };
}

/** In the intake itself, every folder but one reaches workbooks through that one. */
const workbookRules = {
  files: ['src/lib/intake/*.ts', 'src/lib/intake/!(workbook)/**/*.ts'],
  ignores: ['**/*.test.ts'],
  rules: walls([
    ...modulePatterns('intake', MAY_IMPORT.intake),
    {
      regex: '^@e965/xlsx',
      message: 'Workbooks are opened by src/lib/intake/workbook alone.',
    },
  ]),
};

const pureRules = PURE.map((name) => ({
  files: [`src/lib/${name}/**/*.ts`],
  ignores: ['**/*.test.ts'],
  rules: {
    'no-restricted-globals': [
      'error',
      ...['window', 'document', 'navigator', 'localStorage', 'fetch', 'performance', 'process'].map(
        (global) => ({ name: global, message: `src/lib/${name} is pure: pass what it needs in.` }),
      ),
    ],
    'no-restricted-properties': [
      'error',
      { object: 'Math', property: 'random', message: 'Pure modules take a seeded generator.' },
      { object: 'Date', property: 'now', message: 'Pure modules take the time as a value.' },
    ],
  },
}));

export default ts.config(
  { ignores: ['build/', 'build-bands/', '.svelte-kit/', 'static/', 'coverage/', '.cache/'] },
  js.configs.recommended,
  ...ts.configs.recommendedTypeChecked,
  ...svelte.configs.recommended,
  prettier,
  ...svelte.configs.prettier,
  {
    languageOptions: {
      globals: { ...globals.browser, ...globals.node },
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      'no-undef': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'svelte/no-at-html-tags': 'error',
      'svelte/no-navigation-without-resolve': 'off',
      // Query results are kept in $state.raw and replaced whole, never mutated in place.
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: {
        projectService: true,
        extraFileExtensions: ['.svelte'],
        parser: ts.parser,
        svelteConfig,
      },
    },
  },
  {
    // The linter cannot see the types of another component's props; svelte-check can, and does.
    files: ['**/*.svelte'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
  { files: ['**/*.js'], ...ts.configs.disableTypeChecked },
  ...moduleRules,
  workbookRules,
  viewRules('src/lib/views/*/*.{ts,svelte}', '^\\.\\./'),
  viewRules('src/lib/views/*/*/**/*.{ts,svelte}', '^\\.\\./\\.\\./'),
  ...pureRules,
  {
    files: ['src/routes/**/*.{ts,svelte}', 'src/hooks*.ts', 'src/params/**/*.ts'],
    rules: walls(wallPatterns('routes')),
  },
  {
    files: ['scripts/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: walls([
      ...wallPatterns('scripts'),
      {
        regex: '^#lib/(state|ui|figure|frame|views)/',
        message: 'Scripts are thin mains over the pure modules.',
      },
    ]),
  },
);
