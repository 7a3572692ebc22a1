import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

let folder = '';
const command = (...flags: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'scripts/data.ts', ...flags], {
    encoding: 'utf8',
  });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hengjian-command-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('good data: exit code 0, plain lines into a pipe, and the files are there', () => {
  const out = join(folder, 'out');
  const { status, stdout } = command('--out', out, '--lang', 'en');
  expect(status).toBe(0);
  expect(stdout).not.toContain('\x1b');
  expect(stdout).toMatch(/^reading data\n/);
  expect(stdout).toMatch(
    /all checks passed, \d+ notes\ncomputing again in SQL\n( {2}.* agree.*\n)+writing .*\nwrote \d+ files/,
  );
  expect(existsSync(join(out, 'manifest.json'))).toBe(true);
});

test('one wrong cell: exit code 1, the cell is named, nothing is written', () => {
  const data = join(folder, 'data');
  const out = join(folder, 'never');
  cpSync('data', data, { recursive: true });
  const targets = join(data, 'reported', 'targets.csv');
  writeFileSync(targets, readFileSync(targets, 'utf8').replace(',80,%,', ',80%,%,'));
  const { status, stdout } = command('--data', data, '--out', out);
  expect(status).toBe(1);
  expect(stdout).toMatch(
    /错误 · reported\/targets\.csv \(1\)\n {2}✗ H3 · 第 3 行 · value \[number_unit\]/,
  );
  expect(stdout).toContain('1 个错误');
  expect(existsSync(out)).toBe(false);
});

test('--check writes nothing; a flag that does not exist is an error', () => {
  const out = join(folder, 'unwritten');
  expect(command('--check', '--out', out).status).toBe(0);
  expect(existsSync(out)).toBe(false);
  const { status, stderr } = command('--chekc');
  expect(status).toBe(1);
  expect(stderr).toContain('--chekc');
});
