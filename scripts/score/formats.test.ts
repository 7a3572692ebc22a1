/** The answers to all questions at once, in the three formats; and flags that are wrong. */
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { parseOptions } from './options.ts';
import { problemsOf, smallCommand } from './testing.ts';

const { file, output } = smallCommand();

type Row = Readonly<Record<string, unknown>>;
interface Json {
  readonly rows: readonly Row[];
  readonly analyses: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const ALL = [
  ...['--uncertainty', '--sensitivity', '--replicates', '30', '--compare', '2024'],
  ...['--multivariate', '--inverse', 'u5', '--swap', 'u1,u2', '--explain', 'u3'],
];

describe('formats', () => {
  it('CSV has, one a line, every value that JSON has, and the ranking', async () => {
    const { analyses, rows } = JSON.parse(await output(...ALL, '--format', 'json')) as Json;
    const csv = await output(...ALL, '--format', 'csv', '--lang', 'en');
    const { data } = Papa.parse<Record<string, string>>(csv, {
      header: true,
      skipEmptyLines: true,
    });
    const cells = new Map(
      data.map((of) => [`${of['section']} ${of['row']} ${of['column']}`, of['value']]),
    );
    expect(cells.size).toBe(data.length);
    for (const [i, { unit, score: value }] of rows.entries()) {
      expect(cells.get(`ranking ${i + 1} unit`)).toBe(unit);
      expect(cells.get(`ranking ${i + 1} score:I`)).toBe(String(value));
    }
    let compared = 0;
    for (const [key, parts] of Object.entries(analyses))
      for (const [name, part] of Object.entries(parts).filter(([of]) => of !== 'title'))
        for (const [i, row] of (Array.isArray(part) ? part : [{ [name]: part }]).entries()) {
          const section = Array.isArray(part) ? `${key}.${name}` : key;
          const shown: Row = name === 'notes' ? { note: row as unknown } : (row as Row);
          for (const [of, value] of Object.entries(shown)) {
            const text =
              typeof value === 'object' && value !== null ? (value as { en: string }).en : value;
            // Text that a spreadsheet would take for a formula has an apostrophe before it.
            expect(cells.get(`${section} ${i + 1} ${of}`)?.replace(/^'/, '')).toBe(
              text === null ? '' : String(text as string | number),
            );
            compared++;
          }
        }
    expect(compared).toBeGreaterThan(500);
  });

  it('the table has every analysis under its title, in both languages', async () => {
    for (const lang of ['zh', 'en'] as const) {
      const lines = (await output(...ALL, '--lang', lang)).split('\n');
      expect(lines.filter((line) => line.startsWith('◆'))).toHaveLength(7);
      expect(lines.join('\n')).not.toMatch(/undefined|NaN|\[object/);
    }
  });
});

describe('bad flags', () => {
  it('are all told together', async () => {
    const args = [
      ...['--data', 'x', '--robustness', 'y', '--format', 'xls'],
      ...['--replicates', '0', '--seed', '1.5', '--swap', 'A'],
    ];
    expect(await problemsOf(() => Promise.resolve().then(() => parseOptions(args)))).toEqual([
      '✗ --scheme: is missing, see --help',
      '✗ --format, found "xls": must be one of table, csv, json',
      '✗ --replicates, found "0": must be a whole number from 1 to 1000000',
      '✗ --seed, found "1.5": must be a whole number from 0 to 4294967295',
      '✗ --robustness: goes with --uncertainty or --sensitivity only',
      '✗ --replicates: goes with --uncertainty or --sensitivity only',
      '✗ --seed: goes with --uncertainty or --sensitivity only',
      '✗ --swap, found "A": must be the codes of two different units with a comma between, for example A,B',
    ]);
  });

  it('have our own words, a negative number among the values', async () => {
    const faults = (...args: readonly string[]) =>
      problemsOf(() => Promise.resolve().then(() => parseOptions(args)));
    const rest = ['--scheme', 'x', '--data', 'y', '--uncertainty'];
    const range = 'must be a whole number from 0 to 4294967295';
    for (const seed of [['--seed', '-1'], ['--seed=-1']])
      expect(await faults(...rest, ...seed)).toEqual([`✗ --seed, found "-1": ${range}`]);
    const needsValue = 'has no value; one that begins with - is written --option=value';
    expect(await faults('--bla', '--uncertainty=3', '--seed', '--steps')).toEqual([
      '✗ --bla: there is no such option, see --help',
      '✗ --uncertainty, found "3": takes no value',
      `✗ --seed: ${needsValue}`,
    ]);
    expect(await faults('y', '-1', ...rest, '--seed')).toEqual([
      '✗ y: belongs to no option, see --help',
      '✗ -1: there is no such option, see --help',
      `✗ --seed: ${needsValue}`,
    ]);
  });

  it('units and periods that the data have not', async () => {
    const flags = ['--period', '1999', '--inverse', 'x1', '--swap', 'u1,x2', '--explain', 'x3'];
    const found = await problemsOf(() => output(...flags));
    expect(found.map((line) => line.slice(0, line.indexOf(':')))).toEqual([
      '✗ --period, found "1999"',
      '✗ --inverse, found "x1"',
      '✗ --swap, found "x2"',
      '✗ --explain, found "x3"',
    ]);
  });

  it('faults of the robustness file, each with its place', async () => {
    const path = await file(
      'bad.json',
      JSON.stringify({ seed: 1, replicates: 0, assumptions: [{ kind: 'weights', noise: 2 }] }),
    );
    const found = await problemsOf(() => output('--uncertainty', '--robustness', path));
    expect(found.some((line) => line.includes('bad.json#/robustness/replicates'))).toBe(true);
    expect(found.some((line) => line.includes('bad.json#/robustness/assumptions/0/noise'))).toBe(
      true,
    );
    const text = await file('text.json', '{');
    expect((await problemsOf(() => output('--uncertainty', '--robustness', text)))[0]).toMatch(
      /text.json: is not valid JSON/,
    );
    expect((await problemsOf(() => output('--uncertainty', '--robustness', 'nowhere')))[0]).toMatch(
      /--robustness, found "nowhere": no such file/,
    );
  });
});
