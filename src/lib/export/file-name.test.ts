import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileName } from './file-name.ts';

describe('fileName', () => {
  it('joins its parts and is dated by the cut-off', () => {
    expect(fileName(['示例数据', '能力指数排名', '2025'], '2025-12-31', 'png')).toBe(
      '示例数据_能力指数排名_2025_20251231.png',
    );
  });

  it.each([
    ['../../etc/passwd', 'etc-passwd_20251231.csv'],
    ['C:\\x<y>|"z"?*', 'C-x-y-z_20251231.csv'],
    ['甲县\u0000\u202e乙县', '甲县-乙县_20251231.csv'],
    ['.hidden ', 'hidden_20251231.csv'],
    ['~$甲县', '甲县_20251231.csv'],
    ['甲'.repeat(300), `${'甲'.repeat(76)}_20251231.csv`],
    ['x'.repeat(300), `${'x'.repeat(100)}_20251231.csv`],
  ])('cleans %j', (part, expected) => {
    expect(fileName([part], '2025-12-31', 'csv')).toBe(expected);
  });

  it('gives up remarks and last words, never half a word nor the size at the end', () => {
    const parts = [
      'Sample data',
      'county institutions of Example Province (sample data)',
      'Capability index',
      'Lines',
      'scheme in force',
      '2021-2025',
    ];
    const names = ['auto', 'a4-half'].map((size) =>
      fileName([...parts, size, '1x'], '2025-12-31', 'png'),
    );
    const [start, end] = ['Sample-data_county-institutions', '2021-2025'];
    expect(names).toEqual([
      `${start}-of-Example_Capability-index_Lines_scheme-in-force_${end}_auto_1x_20251231.png`,
      `${start}_Capability-index_Lines_scheme-in-force_${end}_a4-half_1x_20251231.png`,
    ]);
  });

  it('is never a reserved name and never empty', () => {
    expect(fileName(['CON'], '', 'csv')).toBe('CON_.csv');
    expect(fileName(['//', '  '], '', 'csv')).toBe('hengjian.csv');
  });

  it('holds nothing that a file system forbids', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 4 }), (parts) => {
        const name = fileName(parts, '2025-12-31', 'png');
        expect(name).toMatch(/^[^\\/:*?"<>|\p{Cc}\p{Cs}\s]+\.png$/u);
        expect(name).not.toMatch(/^[.-]|\.\./u);
      }),
    );
  });
});
