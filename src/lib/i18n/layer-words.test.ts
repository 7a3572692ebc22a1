import { expect, test } from 'vitest';
import { LOCALES, type Layer, type Manifest, type ManifestFile } from '#lib/model/index.ts';
import { messagesFor, textsOf } from './index.ts';
import { localWords } from './local-data.ts';

const file = (layer: Layer, values: number): ManifestFile => ({
  ...{ table: 'observation', layer, path: `${layer}/o`, sha256: '', bytes: 1, rows: 99, values },
});
const LOCAL: NonNullable<Manifest['local']> = {
  ...{ savedAt: '', files: ['a.xlsx'], layers: ['template'], hash: 'x' },
};
/** Nobody may read that nothing was reported beside numbers that were. */
const EMPTY = /空白|尚未|blank|yet/iu;
const OTHERS = { layer: 0, layerMark: 0, layerSource: 0, layerOption: 0 };

test.each(LOCALES)('in %s a form is called blank for as long as it holds no value', (locale) => {
  const blank = textsOf(locale, { files: [file('template', 0), file('synthetic', 7)] });
  expect(blank).toBe(messagesFor(locale));
  expect(blank.layerMark.template).toMatch(EMPTY);
  const filled = textsOf(locale, { files: [file('template', 1), file('synthetic', 7)] });
  for (const { template } of [
    filled.layer,
    filled.layerMark,
    filled.layerSource,
    filled.layerOption,
  ])
    expect(template).not.toMatch(EMPTY);
  expect(filled.layerMark.template).not.toContain(localWords(locale).mark);
  expect(filled.layerMark.synthetic).toBe(blank.layerMark.synthetic);
  expect({ ...filled, ...OTHERS }).toEqual({ ...blank, ...OTHERS });
});

test.each(LOCALES)('in %s only the layers with imported numbers are told otherwise', (locale) => {
  const m = messagesFor(locale);
  const told = textsOf(locale, { files: [file('template', 3)], local: LOCAL });
  expect(told.layerMark.template).toContain(localWords(locale).mark);
  for (const { template } of [told.layer, told.layerMark, told.layerSource, told.layerOption])
    expect(template).not.toMatch(EMPTY);
  expect(told.layerMark.synthetic).toBe(m.layerMark.synthetic);
  expect(told.layerMark.reported).toBe(m.layerMark.reported);
  expect({ ...told, ...OTHERS }).toEqual({ ...m, ...OTHERS });
});
