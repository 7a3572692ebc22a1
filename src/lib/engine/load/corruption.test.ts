import { describe, expect, it } from 'vitest';
import type { EngineRow } from '../engine.ts';
import { failureOf } from '../testing/failure.ts';
import { memorySource, publish } from '../testing/publish.ts';
import { decodeTable } from './decode.ts';
import { createTableLoader } from './load-tables.ts';
import { tableRows } from './table.ts';

const EVENTS: EngineRow[] = Array.from({ length: 150 }, (_, index) => ({
  event_id: `e${index}`,
  institution_id: index % 3 ? `c${index % 7}` : null,
  region_code: `9901${index % 90}`,
  date: `20${10 + (index % 15)}`,
  date_precision: 'year',
  category: 'standard',
  summary_zh: `建立社会公用计量标准 ${index * 37}`,
  summary_en: `Standard ${index * 91} established`,
  numbers: index % 5 ? `${index}` : null,
  data_status: 'synthetic',
  source_id: 's1',
  locator: `三/${index}`,
  note: index === 1 ? 'ZQXJ-91-WVKP' : null,
}));

const published = publish('synthetic', { event: EVENTS });
const file = published.manifest.files[0];
if (!file) throw new Error('nothing was published');
const good = published.files.get(file.path) ?? new Uint8Array();

/** Loads the table with other bytes in the file's place. */
function loadOf(bytes: Uint8Array) {
  const files = new Map([[file?.path ?? '', bytes]]);
  const loader = createTableLoader(memorySource(files), published.manifest, 'synthetic');
  return loader.load(['event']);
}

const FLIPS = 400;
/** Spread evenly over the file, every bit position in turn. */
const flipped = Array.from({ length: FLIPS }, (_, index) => {
  const at = Math.floor((index * good.length) / FLIPS);
  const bytes = good.slice();
  bytes[at] = (bytes[at] ?? 0) ^ (1 << (index % 8));
  return bytes;
});

const indexOf = (bytes: Uint8Array, text: string): number =>
  new TextDecoder('latin1').decode(bytes).indexOf(text);

describe('a damaged file is refused before a byte of it is used', () => {
  it('the sound file is accepted', async () => {
    expect((await loadOf(good)).get('event')?.rowCount).toBe(EVENTS.length);
  });

  it(`${FLIPS} of ${FLIPS} single-bit faults are hash_mismatch`, async () => {
    const codes = new Map<string, number>();
    for (const bytes of flipped) {
      const { code } = await failureOf(loadOf(bytes));
      codes.set(code, (codes.get(code) ?? 0) + 1);
    }
    expect(Object.fromEntries(codes)).toEqual({ hash_mismatch: FLIPS });
  });

  it('without the hash a changed digit is read as other data, without a word', async () => {
    const digit = indexOf(good, 'ZQXJ-91-WVKP') + 'ZQXJ-'.length;
    const bytes = good.slice();
    bytes[digit] = 0x38;
    const rows = tableRows(await decodeTable('event', bytes));
    expect(rows[1]?.['note']).toBe('ZQXJ-81-WVKP');
    expect((await failureOf(loadOf(bytes))).code).toBe('hash_mismatch');
  });

  it.each([0, 1, 3, 4, 100, good.length - 1])('a file cut off after %d bytes', async (length) => {
    const error = await failureOf(loadOf(good.slice(0, length)));
    expect(error).toMatchObject({ code: 'wrong_content', subject: file.path });
  });

  it.each([1, 5000])('a file %d bytes too long', async (extra) => {
    const longer = new Uint8Array(good.length + extra);
    longer.set(good);
    expect((await failureOf(loadOf(longer))).code).toBe('wrong_content');
  });

  it('bytes of the right length that were never a table', async () => {
    expect((await failureOf(loadOf(new Uint8Array(good.length)))).code).toBe('hash_mismatch');
  });

  it('a web page of the right length', async () => {
    const page = new TextEncoder().encode('<!doctype html>'.padEnd(good.length));
    expect((await failureOf(loadOf(page))).code).toBe('hash_mismatch');
  });

  it('a file that is not there', async () => {
    const loader = createTableLoader(memorySource(new Map()), published.manifest, 'synthetic');
    const error = await failureOf(loader.load(['event']));
    expect(error).toMatchObject({ code: 'not_found', subject: file.path });
  });
});
