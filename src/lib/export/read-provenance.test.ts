import fc from 'fast-check';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { PNG_KEYWORD } from './figure-png.ts';
import { withPngText } from './png-chunks.ts';
import { provenanceJson, provenanceMetadata } from './provenance.ts';
import { readProvenance } from './read-provenance.ts';

const picture = new Uint8Array(PNG.sync.write(new PNG({ width: 3, height: 2 })));
const svgOf = (json: string) =>
  new TextEncoder().encode(`<svg>${provenanceMetadata(json)}<text>甲</text></svg>`);
const pngOf = (text: string) => withPngText(picture, { keyword: PNG_KEYWORD, text, dpi: 300 });

const records = fc.dictionary(
  fc.stringMatching(/^[a-z]{1,8}$/).filter((key) => !['layer', 'trial'].includes(key)),
  fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({ unit: 'binary', maxLength: 40 }),
  ),
  { noNullPrototype: true },
);

describe('readProvenance', () => {
  it('reads back what was written, from both kinds of picture', () => {
    fc.assert(
      fc.property(records, fc.boolean(), (record, trial) => {
        const json = provenanceJson(record, 'synthetic', trial);
        const expected = { ...record, layer: 'synthetic', ...(trial ? { trial: 'true' } : {}) };
        expect(readProvenance(pngOf(json))).toEqual(expected);
        expect(readProvenance(svgOf(json))).toEqual(expected);
      }),
    );
  });

  it('reads back letters that XML forbids or takes for the end of a line', () => {
    const view = '\u0000\t\r\n\u007f\u0085\u009f\u2028\u2029\ufffe\uffff\ud800';
    const json = provenanceJson({ view }, 'synthetic', false);
    for (const bytes of [pngOf(json), svgOf(json)])
      expect(readProvenance(bytes)).toEqual({ layer: 'synthetic', view });
  });

  it('does not mind a pixel', () => {
    const other = PNG.sync.read(Buffer.from(picture));
    other.data[0] = 200;
    const edited = new Uint8Array(PNG.sync.write(other));
    const json = provenanceJson({ view: '?year=2024' }, 'template', false);
    const marked = withPngText(edited, { keyword: PNG_KEYWORD, text: json, dpi: null });
    expect(readProvenance(marked)).toEqual({ layer: 'template', view: '?year=2024' });
  });

  it.each([
    ['a picture without a record', picture],
    ['nothing', new Uint8Array(0)],
    ['a table', new TextEncoder().encode('地区,项目数\n甲县,4')],
    ['a record that is a list', pngOf('[1,2]')],
    ['a record that is cut off', pngOf('{"view":"?')],
    ['a record that is a number', svgOf('7')],
    ['a record without an end', svgOf('{}').slice(0, 60)],
    ['a record beyond all measure', pngOf(`{"view":"${'x'.repeat(20_000)}"}`)],
    ['half a picture', pngOf('{}').slice(0, 50)],
  ])('%s has none', (_, bytes) => {
    expect(readProvenance(bytes)).toBeNull();
  });
});
