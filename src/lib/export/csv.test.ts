import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { FORMULA_PAYLOADS as FORMULAS } from '#lib/office/testing/formulas.ts';
import { csvFile, csvRecords, safeText, type CsvCell, type CsvInput } from './csv.ts';

const parse = (csv: string): string[][] =>
  Papa.parse<string[]>(csv, { newline: '\r\n', skipEmptyLines: false }).data.slice(0, -1);

describe('safeText', () => {
  it('is tried with at least 40 formulas', () => {
    expect(new Set(FORMULAS).size).toBeGreaterThanOrEqual(40);
  });

  it.each(FORMULAS)('puts an apostrophe before %j', (formula) => {
    expect(safeText(formula)).toBe(`'${formula}`);
    expect(parse(csvRecords([[formula, 'x']]))[0]?.[0]).toBe(`'${formula}`);
  });

  it.each(['甲县', '1,234', '87.3', '2-3 名', 'a=b', '(=1)', '', '—', '–', '第 1 名', '县(市)'])(
    'leaves %j as it is',
    (text) => {
      expect(safeText(text)).toBe(text);
    },
  );
});

describe('numbers', () => {
  it('stay numbers, negative ones too', () => {
    expect(csvRecords([[-5.2, 0, -0, 1e21]])).toBe('-5.2,0,0,1e+21\r\n');
  });

  it('come back the same from full precision', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const cell = parse(csvRecords([[value]]))[0]?.[0];
        expect(Number(cell) === value).toBe(true);
      }),
    );
  });

  it('that are missing are empty cells, and NaN is refused', () => {
    expect(csvRecords([[null, 1]])).toBe(',1\r\n');
    expect(() => csvRecords([[NaN]])).toThrow('pass null for a missing number');
    expect(() => csvRecords([[Infinity]])).toThrow(RangeError);
  });
});

describe('records', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.stringMatching(/^[,"\r\n=+@甲 -]{0,8}$/u),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constant(null),
  );
  const expected = (value: CsvCell): string =>
    value === null
      ? ''
      : typeof value === 'number'
        ? String(value === 0 ? 0 : value)
        : safeText(value);

  it('come back from another RFC 4180 reader cell by cell', () => {
    const table = fc.integer({ min: 2, max: 5 }).chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
        minLength: 1,
        maxLength: 6,
      }),
    );
    fc.assert(
      fc.property(table, (records) => {
        // A byte order mark at the very start belongs to the file, not to the cell.
        fc.pre(!String(records[0]?.[0]).startsWith('\ufeff'));
        expect(parse(csvRecords(records))).toEqual(records.map((record) => record.map(expected)));
      }),
      { numRuns: 400 },
    );
  });
});

describe('csvFile', () => {
  const input: CsvInput = {
    columns: ['名次', '机构', '得分'],
    rows: [
      [1, '甲县计量所', 87.30000000000001],
      [null, '=乙县', null],
    ],
    layer: 'synthetic',
    locale: 'zh',
    provenance: ['数据来源：示例', '截至日期：2025-12-31'],
  };

  it('is UTF-8 with a byte order mark and CRLF', () => {
    const bytes = new TextEncoder().encode(csvFile(input));
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(csvFile(input).replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
    expect(csvFile(input).endsWith('\r\n')).toBe(true);
  });

  it('holds mark, header, rows and provenance in records of one length', () => {
    const records = parse(csvFile(input).slice(1));
    expect(records.map((record) => record.length)).toEqual(records.map(() => 4));
    expect(records[0]?.[0]).toContain('示例数据');
    expect(records.slice(1, 4)).toEqual([
      ['名次', '机构', '得分', '数据性质'],
      ['1', '甲县计量所', '87.30000000000001', '示例数据'],
      ['', "'=乙县", '', '示例数据'],
    ]);
    expect(records.slice(5).map(([first]) => first)).toEqual(input.provenance);
  });

  it.each([
    ['synthetic', '示例数据'],
    ['template', '空白模板'],
  ] as const)('marks every row of %s data, so that sorting cannot lose it', (layer, mark) => {
    const rows = parse(csvFile({ ...input, layer }).slice(1)).slice(2, 4);
    expect(rows.map((row) => row.at(-1))).toEqual([mark, mark]);
  });

  it('calls no form blank that has been filled in', () => {
    const csv = csvFile({ ...input, layer: 'template', filled: true });
    expect(csv).toContain('数值由各机构报送');
    expect(csv).not.toMatch(/空白|尚未/u);
  });

  it('says a watermark in its last line, and nothing without one', () => {
    expect(csvFile({ ...input, watermark: '甲,乙' })).toBe(
      `${csvFile(input)}"水印：甲,乙"${','.repeat(input.columns.length)}\r\n`,
    );
    expect(csvFile({ ...input, watermark: '' })).toBe(csvFile(input));
  });

  it('marks a trial', () => {
    expect(csvFile({ ...input, layer: 'reported', trial: true })).toContain('试算，非公布结果');
  });

  it('has no mark line for published facts', () => {
    expect(parse(csvFile({ ...input, layer: 'reported' }).slice(1))[0]?.[0]).toBe('名次');
  });

  it('refuses a row that does not match the header', () => {
    expect(() => csvFile({ ...input, rows: [[1, '甲']] })).toThrow(
      'Row 1 has 2 cells, the header has 3.',
    );
  });

  it('is the same bytes each time', () => {
    expect(csvFile(input)).toBe(csvFile({ ...input }));
  });
});
