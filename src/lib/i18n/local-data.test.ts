import { expect, test } from 'vitest';
import { LOCALES } from '#lib/model/index.ts';
import { messagesFor } from './index.ts';
import { localWords, withLocalData } from './local-data.ts';

test.each(LOCALES)('in %s only the layers with imported numbers are told otherwise', (locale) => {
  const m = messagesFor(locale);
  const told = withLocalData(m, ['template'], locale);
  expect(told.layerMark.template).toContain(localWords(locale).mark);
  // Nobody may read that nothing was reported beside numbers that were.
  for (const text of [told.layerMark.template, told.layerSource.template, told.layer.template])
    expect(text).not.toMatch(/空白|尚未|blank|yet/iu);
  expect(told.layerMark.synthetic).toBe(m.layerMark.synthetic);
  expect(told.layerMark.reported).toBe(m.layerMark.reported);
  expect({ ...told, layer: 0, layerMark: 0, layerSource: 0, layerOption: 0 }).toEqual({
    ...m,
    layer: 0,
    layerMark: 0,
    layerSource: 0,
    layerOption: 0,
  });
});
