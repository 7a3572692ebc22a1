import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatFault, parseScheme, validateScheme } from './validate-scheme.ts';

const FOLDER = 'data/schemes';
const read = (name: string) => readFileSync(`${FOLDER}/${name}`, 'utf8');

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A copy of the scheme with the value at a JSON Pointer replaced, or removed by undefined. */
function changed(path: string, value: Json | undefined): unknown {
  const root = JSON.parse(read('taizhou.json')) as Json;
  const keys = path.split('/').slice(1);
  const last = keys.pop()!;
  let at = root as Record<string, Json>;
  for (const key of keys) at = at[key] as Record<string, Json>;
  if (value === undefined) delete at[last];
  else at[last] = value;
  return root;
}

describe('the schemes of the product', () => {
  const names = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' });
  it.each(names.filter((name) => name.endsWith('.json')))('%s is sound', (name) => {
    const { scheme, faults } = parseScheme(read(name));
    expect(faults).toEqual([]);
    // Former versions carry theirs in the name.
    expect([`${scheme!.id}.json`, `history/${scheme!.id}-${scheme!.version}.json`]).toContain(name);
    expect(scheme!.weights_label.zh).toBe('示例权重');
    expect(scheme!.description.zh).toContain('没有公布权重');
    expect(scheme!.description.en).toContain('publishes no weights');
  });
});

const TZ1 = '/index/children/0/children/0';

describe('validateScheme', () => {
  it.each<[string, Json | undefined, RegExp]>([
    ['/id', 'Tai Zhou', /lower-case/],
    ['/id', undefined, /id is missing/],
    ['/version', '1.0', /1\.0\.0/],
    ['/name', '台州', /type object/],
    ['/name/en', '', /empty/],
    ['/effective_from', '2023-02-30', /YYYY-MM-DD/],
    ['/weigths', 1, /not an option/],
    ['/input', { unit: ' code' }, /no space/],
    ['/normalise/scope', 'year', /"panel", "period"/],
    ['/normalise/range', [0, 50, 100], /at most 2/],
    ['/normalise/range', [0], /at least 2/],
    ['/normalise/range/0', '0', /type number/],
    ['/normalise/default', { method: 'minmx' }, /"minmax"/],
    ['/normalise/default', { method: 'minmax', low: 0 }, /low is not an option/],
    ['/normalise/default', { method: 'goalposts', low: 0 }, /high is missing/],
    ['/normalise/default', { method: 'zscore', sd: 0 }, /above 0/],
    ['/normalise/default', { method: 'target' }, /target is missing/],
    ['/missing/min_availability', 80, /at most 1/],
    ['/missing/require_all_dimensions', 'yes', /boolean/],
    ['/impute', { method: 'guess' }, /"row_mean"/],
    ['/impute', { method: 'mean', level: 2 }, /level is not an option/],
    ['/impute', { method: 'row_mean', level: 1 }, /at least 2/],
    ['/impute', { method: 'latest', max_steps: 1.5 }, /type integer/],
    ['/impute', { method: 'linear', by: 'x' }, /by is not an option/],
    ['/treat', { method: 'outliers', skewness: 0 }, /above 0/],
    ['/treat', { method: 'outliers', winsorise_max: 2.5 }, /integer/],
    ['/treat', { method: 'outliers', winmax: 5 }, /winmax is not an option/],
    ['/treat', { method: 'transform', transform: 'none' }, /"log_signed"/],
    ['/treat', { method: 'none', transform: 'log' }, /transform is not an option/],
    ['/index/children/0/children/1/treat', { method: 'outliers' }, /which a transformation leaves/],
    ['/missing/min_nonzero', -0.1, /at least 0/],
    ['/missing/force', { include: ['a', 'a'] }, /twice/],
    ['/missing/force', { include: ['a'], exclude: ['a'] }, /both in and out/],
    [`${TZ1}/scale_factor`, 0, /above 0/],
    [`${TZ1}/denominator`, 1, /type string/],
    ['/ranking/tie_tolerance', -1, /at least 0/],
    ['/ranking/tie_tolerance', 1, /below 1/],
    ['/bands/0/min', null, /type number/],
    ['/index/aggregate', 'mean', /"arithmetic"/],
    ['/index/children', [], /at least 1/],
    ['/index/children/0/min_availability', 2, /at most 1/],
    [`${TZ1}/direction`, 0, /1, -1/],
    [`${TZ1}/weight`, -1, /at least 0/],
    [`${TZ1}/code`, '', /not empty/],
    [`${TZ1}/aggregate`, 'arithmetic', /not an option/],
    // The rules that a JSON Schema cannot state.
    [`${TZ1}/code`, 'T1', /taken/],
    ['/bands/1/min', 90, /best down/],
    ['/normalise/range', [100, 0], /below the upper/],
    [`${TZ1}/normalise`, { method: 'goalposts', low: 9, high: 1 }, /low must be below high/],
  ])('%s = %j', (path, value, advice) => {
    const { scheme, faults } = validateScheme(changed(path, value));
    expect(scheme).toBeNull();
    expect(faults).toHaveLength(1);
    expect(faults[0]!.path.startsWith(path)).toBe(true);
    expect(faults[0]!.advice.en).toMatch(advice);
    expect(faults[0]!.advice.zh).toMatch(/[\u4e00-\u9fff]/);
  });

  it('collects all faults', () => {
    const scheme = changed('/index/children/2/children/0/weight', '1') as Record<string, unknown>;
    const { faults } = validateScheme({ ...scheme, id: 1, bands: {} });
    expect(faults.map(({ path }) => path)).toEqual([
      '/id',
      '/index/children/2/children/0/weight',
      '/bands',
    ]);
  });

  it('collects faults of the rules together with faults of the form', () => {
    const scheme = changed('/index/children/2/children/0/weight', '1') as Record<string, unknown>;
    const { faults } = validateScheme({
      ...scheme,
      version: 'one',
      weigths: 1,
      bands: [
        { code: 'a', name: { zh: '甲', en: 'a' }, min: 0 },
        { code: 'b', name: { zh: '乙', en: 'b' }, min: 0 },
      ],
      missing: {
        min_availability: 0,
        require_all_dimensions: false,
        force: { include: ['u'], exclude: ['u'] },
      },
    });
    expect(faults.map(({ path }) => path).sort()).toEqual([
      '/bands/1/min',
      '/index/children/2/children/0/weight',
      '/missing/force',
      '/version',
      '/weigths',
    ]);
  });

  it('says nothing of a malformed part but that, and of no tree that cannot be read', () => {
    const twice = changed(`${TZ1}/normalise`, { method: 'goalposts', low: 9, high: 1, cut: 1 });
    expect(validateScheme(twice).faults.map(({ path }) => path)).toEqual([`${TZ1}/normalise/cut`]);
    const { faults } = validateScheme(changed('/index/children/0', 7));
    expect(new Set(faults.map(({ path }) => path))).toEqual(new Set(['/index/children/0']));
    expect(validateScheme(7).faults).toHaveLength(1);
  });

  it('keeps a scheme that only deserves a warning', () => {
    const { scheme, faults } = validateScheme(changed('/index/aggregate', 'geometric'));
    expect(scheme).not.toBeNull();
    expect(faults).toMatchObject([{ severity: 'warning', path: '/index/aggregate' }]);
  });
});

describe('parseScheme', () => {
  it('says where a text is not JSON', () => {
    const { faults } = parseScheme('{\n  "id": "x",\n}');
    expect(faults[0]!.advice.en).toMatch(/line 3, column 1/);
  });

  it('takes a byte order mark', () => {
    expect(parseScheme(`\uFEFF${read('core3.json')}`).faults).toEqual([]);
  });
});

describe('formatFault', () => {
  it('names file, path, what stands there and what to do', () => {
    const [fault] = validateScheme(changed('/version', 'one')).faults;
    expect(formatFault('a.json', fault!, 'zh')).toBe(
      '错误 a.json#/version（当前为 "one"）：应为三段版本号，例如 1.0.0',
    );
    const [missing] = validateScheme(changed('/name', undefined)).faults;
    expect(formatFault('a.json', missing!, 'en')).toBe(
      'error a.json#/name: name is missing: add it',
    );
  });
});
