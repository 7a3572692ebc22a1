import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { parseManifest } from '#lib/engine/index.ts';
import { checkData, type LayerTable } from '#lib/intake/index.ts';
import { smallData } from '#lib/intake/testing/small-data.ts';
import { manifestFile, pack, type PackInput } from './index.ts';

const text = (content: string) => new TextEncoder().encode(content);

/** A whole small data folder, checked. */
const input = (): PackInput => {
  const inputs = smallData({ years: { 2025: [{ indicator: 'A', value: '3' }] } });
  const { output } = checkData(inputs);
  if (!output) throw new Error('The sample is at fault.');
  return { ...output, schemes: [SCHEME], oldSchemes: [OLD], inputs: [...inputs] };
};
const SCHEME = { id: 's', version: '1.1.0', path: 'schemes/s.json', bytes: text('{"v":2}') };
const OLD = { ...SCHEME, version: '1.0.0', path: 'schemes/history/s-1.json', bytes: text('{}') };

test('every file carries its own hash in its name, as Node counts it', () => {
  const { files, manifest } = pack(input());
  const bytesOf = new Map(files.map(({ path, bytes }) => [path, bytes]));
  expect(manifest.files.length).toBeGreaterThan(3);
  for (const { path, sha256, bytes } of [...manifest.files, ...manifest.schemes]) {
    const found = bytesOf.get(path) ?? new Uint8Array();
    expect(createHash('sha256').update(found).digest('hex')).toBe(sha256);
    expect([path.includes(sha256.slice(0, 12)), found.length]).toEqual([true, bytes]);
  }
});

test('the same tables come to the same bytes; another value changes only its own file', () => {
  const [first, second] = [pack(input()), pack(input())];
  expect(second).toEqual(first);
  const changed = input();
  const tables = changed.tables.map((one): LayerTable => {
    if (one.table !== 'region') return one;
    const rows = one.rows.map((row) => ({ ...row, note: 'x' })) as never;
    return { ...one, rows };
  });
  const other = pack({ ...changed, tables }).manifest.files;
  const moved = other.filter(({ path }) => !first.manifest.files.some((one) => one.path === path));
  expect([...new Set(moved.map(({ table }) => table))]).toEqual(['region']);
});

test('raw files are kept as they are, schemes under their own names only', () => {
  const { files } = pack(input());
  const paths = files.map(({ path }) => path);
  expect(paths).toContain('raw/edition.json');
  expect(paths).toContain('raw/indicators.csv');
  expect(paths.filter((path) => path.startsWith('raw/schemes'))).toEqual([]);
  expect(paths.filter((path) => path.startsWith('schemes/'))).toHaveLength(2);
});

test('the manifest reads back', () => {
  const { manifest } = pack(input());
  const { path, bytes } = manifestFile(manifest);
  expect(path).toBe('manifest.json');
  expect(parseManifest(new TextDecoder().decode(bytes))).toEqual(manifest);
});

test('it is known how many observations have a value, of which a gap is none', () => {
  const values = (cells: Parameters<typeof smallData>[0]) => {
    const { output } = checkData(smallData(cells));
    if (!output) throw new Error('The sample is at fault.');
    const { manifest } = pack({ ...output, schemes: [], oldSchemes: [], inputs: [] });
    return manifest.files
      .filter(({ table }) => table === 'observation')
      .filter(({ layer }) => layer === 'synthetic')
      .map((file) => file.values);
  };
  const one = values({ years: { 2025: [{ indicator: 'A', value: '3' }] } });
  const none = values({
    years: { 2025: [{ indicator: 'A', value: '', reason: 'late' }] },
  });
  expect([...one, ...none]).toEqual([1, 0]);
});
