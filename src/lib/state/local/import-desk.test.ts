import { unzipSync } from 'fflate';
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadManifest } from '#lib/engine/index.ts';
import { memorySource } from '#lib/engine/testing/publish.ts';
import { checkData } from '#lib/intake/index.ts';
import { smallData } from '#lib/intake/testing/small-data.ts';
import type { Manifest, Scheme } from '#lib/model/index.ts';
import { manifestFile, pack } from '#lib/publish/index.ts';
import { SCHEME } from '../testing/world.ts';
import { ImportDesk } from './import-desk.ts';
import { fits, type LocalPack } from './local-pack.ts';
import type { Progress } from './orders.ts';
import { fetchFolder } from './raw-folder.ts';

const encode = (text: string) => new TextEncoder().encode(text);

/** A scheme of one indicator of the small folder. */
const scheme: Scheme = {
  ...SCHEME,
  id: 'one',
  index: {
    ...SCHEME.index,
    aggregate: 'arithmetic',
    children: [{ code: 'A', name: { zh: '一级', en: 'L1' }, direction: 1, weight: 1 }],
  },
  normalise: { ...SCHEME.normalise, default: { method: 'goalposts', low: 0, high: 100 } },
};

/** The small folder, published into memory. */
function publishSmall() {
  const schemeBytes = encode(JSON.stringify(scheme));
  const folder = smallData({
    years: { 2025: [{ indicator: 'A', value: '3' }] },
    files: { 'schemes/one.json': JSON.stringify(scheme) },
  });
  const { output, findings } = checkData(folder);
  if (!output) throw new Error(JSON.stringify(findings));
  const input = { id: 'one', version: '1', path: 'schemes/one.json', bytes: schemeBytes };
  const packed = pack({ ...output, schemes: [input], oldSchemes: [], inputs: folder });
  const files = [...packed.files, manifestFile(packed.manifest)];
  return memorySource(new Map(files.map(({ path, bytes }) => [path, bytes])));
}

const source = publishSmall();
let published: Manifest;
beforeAll(async () => {
  published = await loadManifest(source);
});

const named = (name: string, text: string) => new File([text], name);
/** The county has 3 in 2025; the table says 5, and something of 2026. */
const TABLE = '机构,年度,一级,人员\n甲所,2025,5,8\n甲所,2026,7,9\n';

async function open(files: readonly File[], kept: LocalPack | null = null) {
  const told: Progress[] = [];
  const order = { type: 'import', dataFolder: '', published, kept, files } as const;
  const desk = new ImportDesk(order, source, (progress) => told.push(progress));
  await desk.open();
  return { desk, told };
}

describe('an import into what is published', () => {
  it('counts every row once, and tells how far it is', async () => {
    const { desk, told } = await open([named('a.csv', TABLE)]);
    const { counts, files, periods, layers } = await desk.run(null, null);
    expect(counts.imported + counts.skipped + counts.refused).toBe(counts.rows);
    const reasons = files.flatMap(({ sheets }) => sheets.flatMap((sheet) => sheet.reasons));
    expect(reasons.reduce((sum, { rows }) => sum + rows, 0)).toBe(counts.rows);
    expect({ layers, periods }).toEqual({ layers: ['synthetic'], periods: ['2025', '2026'] });
    expect([...new Set(told.map(({ stage }) => stage))]).toEqual(
      expect.arrayContaining(['read', 'fetch', 'open', 'convert', 'pack']),
    );
  });

  it('makes a pack that fits the site, of the files that changed alone', async () => {
    const { desk } = await open([named('a.csv', TABLE)]);
    await desk.run(null, null);
    const made = desk.packFor('2026-01-02T03:04:05.000Z');
    expect(fits(made, published)).toBe(true);
    expect(made.manifest.local).toMatchObject({
      savedAt: '2026-01-02T03:04:05.000Z',
      files: ['a.csv'],
      layers: ['synthetic'],
    });
    expect(made.choices.synthetic?.periods).toEqual(['2025', '2026']);
    const there = new Set(published.files.map(({ path }) => path));
    expect(made.files.every(({ path }) => !there.has(path))).toBe(true);
    // Published facts are no business of an import.
    expect(made.files.filter(({ path }) => path.startsWith('reported/'))).toEqual([]);
    for (const { path } of made.manifest.files)
      expect(there.has(path) || made.files.some((file) => file.path === path), path).toBe(true);
  });

  it('shows the ranking beside the one that counts', async () => {
    const { desk } = await open([named('a.csv', TABLE)]);
    await desk.run(null, null);
    const scope = { layer: 'synthetic', level: 'county', scheme: 'one' } as const;
    const now = await desk.preview({ ...scope, period: '2025', from: 0, count: 10 });
    expect(now.rows).toMatchObject([{ now: { rank: 1, score: 3 }, next: { rank: 1, score: 5 } }]);
    expect([now.moved, now.scoreChanged, now.total]).toEqual([0, 1, 1]);
    const next = await desk.preview({ ...scope, period: '2026', from: 0, count: 10 });
    expect(next.rows).toMatchObject([
      {
        now: { rank: null, score: null, status: 'absent' },
        next: { rank: 1, score: expect.closeTo(7, 9) as number },
      },
    ]);
  });

  it('says of whom a new year would take the place, why, and may leave the year in force', async () => {
    // Of 2026 the county tells its staff and nothing that the scheme scores.
    const { desk } = await open([named('a.csv', '机构,年度,人员\n甲所,2026,9\n')]);
    const { years } = await desk.run(null, null);
    expect(years).toEqual({ before: '2025', after: '2026' });
    const scope = { layer: 'synthetic', level: 'county', scheme: 'one', period: '2026' } as const;
    const unranked = [
      {
        id: 'syn-1',
        status: { kind: 'no_data' },
        gaps: [{ indicator: 'A', name: { zh: '一级' }, reason: 'not_reported' }],
      },
    ];
    expect(await desk.preview({ ...scope, from: 0, count: 10 })).toMatchObject({
      unranked,
      unrankedCount: 1,
    });
    expect(await desk.succession()).toMatchObject({
      ranked: { before: 1, after: 0 },
      losing: unranked,
    });
    const cutoff = (year: 'new' | 'current') => desk.packFor('x', year).manifest.edition.cutoff;
    expect([cutoff('current'), cutoff('new')]).toEqual(['2025-12-31', '2026-12-31']);
    // What was left in force is asked about again, and the new year's numbers are there.
    const kept = desk.packFor('x', 'current');
    expect(kept.choices.synthetic?.periods).toEqual(['2025', '2026']);
    const again = await open([named('b.csv', '机构,年度,一级\n甲所,2026,4\n')], kept);
    expect((await again.desk.run(null, null)).years).toEqual(years);
    expect((await again.desk.succession()).losing).toEqual([]);
  });

  it('an import of the year in force asks nothing of years', async () => {
    const { desk } = await open([named('a.csv', '机构,年度,一级\n甲所,2025,5\n')]);
    expect((await desk.run(null, null)).years).toBeNull();
    await expect(desk.succession()).rejects.toThrow('no new year');
  });

  it('merges a second import into what was kept of the first', async () => {
    const first = await open([named('a.csv', TABLE)]);
    await first.desk.run(null, null);
    const kept = first.desk.packFor('2026-01-01T00:00:00.000Z');
    const { desk } = await open([named('b.csv', '机构,年度,一级\n甲所,2027,9\n')], kept);
    await desk.run(null, null);
    const both = desk.packFor('2026-01-02T00:00:00.000Z');
    expect(both.manifest.local?.files).toEqual(['a.csv', 'b.csv']);
    expect(both.choices.synthetic?.periods).toEqual(['2025', '2026', '2027']);
    expect(both.base).toBe(kept.base);
  });

  it('hands out the tables as data/ has them, which pass every check there', async () => {
    const { desk } = await open([named('a.csv', TABLE)]);
    await desk.run(null, null);
    const zip = unzipSync(desk.file({ what: 'tables', locale: 'zh', day: '2026-01-01' }).bytes);
    expect(Object.keys(zip)).toContain('data/synthetic/observations/2026.csv');
    const folder = new Map(
      (await fetchFolder(published, source, () => undefined)).map((file) => [file.path, file]),
    );
    for (const [path, bytes] of Object.entries(zip)) {
      const own = path.replace(/^data\//, '');
      folder.set(own, { path: own, bytes });
    }
    expect(checkData([...folder.values()]).output).not.toBeNull();
  });

  it('asks, and takes the answer the next time and ever after', async () => {
    const odd = '机构,年度,甲类人员\n甲所,2026,4\n';
    const { desk } = await open([named('a.csv', odd)]);
    const first = await desk.run(null, null);
    expect(first.questions).toHaveLength(1);
    expect(first.periods).toEqual([]);
    const mapping = JSON.stringify({
      version: 1,
      headings: [{ heading: first.questions[0]?.key, indicator: 'A' }],
    });
    const second = await desk.run(mapping, null);
    expect([second.questions.length, second.periods]).toEqual([0, ['2026']]);
    // A mapping file beside the tables does the same.
    const again = await open([named('a.csv', odd), named('mapping.json', mapping)]);
    const third = await again.desk.run(null, null);
    expect([third.mapping, third.periods]).toEqual([mapping, ['2026']]);
  });
});

describe('what cannot be imported', () => {
  it('a table with nothing to take makes no pack', async () => {
    const { desk } = await open([named('a.csv', 'x,y\n1,2\n')]);
    const summary = await desk.run(null, null);
    expect(summary.periods).toEqual([]);
    expect(() => desk.packFor('')).toThrow(/nothing was imported/);
  });

  it('a file larger than any table is named and not opened', async () => {
    const huge = { name: 'huge.xlsx', size: 3e9, webkitRelativePath: '' } as File;
    const { desk } = await open([huge, named('a.csv', TABLE)]);
    const { files, findings } = await desk.run(null, null);
    expect(files[0]).toMatchObject({ file: 'huge.xlsx', refusal: 'too_large' });
    const told = desk.findings({ severity: 'error', file: 'huge.xlsx', from: 0, count: 5 });
    expect([told.total, findings.error]).toEqual([1, 1]);
  });

  it('litter of spreadsheet programs is left out, and a broken mapping is not used', async () => {
    const litter = await open([named('~$a.xlsx', 'x'), named('a.csv', TABLE)]);
    expect((await litter.desk.run(null, null)).leftOut).toEqual(['~$a.xlsx']);
    const broken = await open([named('a.csv', TABLE)]);
    await expect(broken.desk.run('{"version":2}', null)).rejects.toMatchObject({
      fault: { code: 'bad_mapping' },
    });
  });

  it('published tables that are not what the manifest lists are not built upon', async () => {
    const wrong = { ...published, inputs: [{ path: 'rules.csv', sha256: '0'.repeat(64) }] };
    const order = {
      type: 'import',
      dataFolder: '',
      published: wrong,
      kept: null,
      files: [],
    } as const;
    const desk = new ImportDesk(order, source, () => undefined);
    await expect(desk.open()).rejects.toMatchObject({ fault: { code: 'no_tables' } });
  });
});

it('the worker is no part of any page that does not import', async () => {
  const layout = await readFile('src/routes/[[lang=lang]]/+layout.svelte', 'utf8');
  expect(layout).not.toMatch(/import-desk|host\.ts|publish/);
});
