/** The blank form that was asked for, as the bytes of a workbook. */
import { fileRole, type InputFile } from '#lib/intake/index.ts';
import { catalogueOf } from '#lib/intake/raw/catalogue.ts';
import { readData } from '#lib/intake/raw/read-data.ts';
import { templateWorkbook } from '#lib/intake/template/template.ts';
import type { Scheme } from '#lib/model/index.ts';
import { writeWorkbook } from '#lib/office/xlsx/index.ts';
import { problem, stopOn } from '../score/problem.ts';
import type { TemplateOptions } from './options.ts';

function schemeIn(files: readonly InputFile[], id: string): Scheme {
  const schemes = files.flatMap(({ path, bytes }) => {
    if (fileRole(path).kind !== 'scheme') return [];
    return [JSON.parse(new TextDecoder().decode(bytes)) as Scheme];
  });
  const scheme = schemes.find((one) => one.id === id);
  if (!scheme) {
    const list = schemes.map((one) => one.id);
    stopOn([
      problem('--scheme', `可选 ${list.join('、')}`, `one of ${list.join(', ')}`, { found: id }),
    ]);
  }
  return scheme as Scheme;
}

/** Throws InputError where there is no such scheme, or nobody to fill in the form. */
export function makeTemplate(
  files: readonly InputFile[],
  { layer, level, period, scheme, locale }: TemplateOptions,
): Uint8Array {
  const { data } = readData(files);
  const exists = data.rows.institution.some(
    ({ layer: own, values }) => own === layer && values.level === level,
  );
  if (!exists)
    stopOn([
      problem(
        '--level',
        `${layer} 层没有这一级的机构`,
        `the layer ${layer} has no institutions of this level`,
        { found: level },
      ),
    ]);
  return writeWorkbook(
    templateWorkbook({
      data,
      catalogue: catalogueOf(data),
      layer,
      level,
      scheme: schemeIn(files, scheme ?? data.edition?.scheme ?? ''),
      period,
      locale,
    }),
  );
}
