import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashTree } from './hash-tree.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'hash-tree-'));
  mkdirSync(join(root, 'made'));
  writeFileSync(join(root, 'a'), 'one');
  writeFileSync(join(root, 'made', 'b'), 'two');
});

afterEach(() => rmSync(root, { recursive: true }));

describe('hashTree', () => {
  it('changes with a byte, a name or a new file, and with nothing else', () => {
    const before = hashTree([root]);
    expect(hashTree([root, join(root, 'absent')])).toBe(before);
    writeFileSync(join(root, 'a'), 'onE');
    const edited = hashTree([root]);
    writeFileSync(join(root, 'c'), '');
    const grown = hashTree([root]);
    expect(new Set([before, edited, grown]).size).toBe(3);
    rmSync(join(root, 'c'));
    writeFileSync(join(root, 'a'), 'one');
    expect(hashTree([root])).toBe(before);
  });

  it('does not confuse where one file ends and the next begins', () => {
    writeFileSync(join(root, 'a'), 'on');
    const first = hashTree([root]);
    writeFileSync(join(root, 'a'), 'o');
    writeFileSync(join(root, 'made', 'b'), 'ntwo');
    expect(hashTree([root])).not.toBe(first);
  });

  it('leaves out what is generated', () => {
    const before = hashTree([root], [join(root, 'made')]);
    writeFileSync(join(root, 'made', 'b'), 'three');
    expect(hashTree([root], [join(root, 'made')])).toBe(before);
  });
});
