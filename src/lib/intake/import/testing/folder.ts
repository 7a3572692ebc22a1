/** A data folder for imports: four counties and a blank form, with numbers of two years. */
import type { InputFile } from '../../raw/read-data.ts';
import { smallData } from '../../testing/small-data.ts';

const HEADER =
  'institution_id,institution,region_code,entity,pillar,indicator,period,value,missing_reason,' +
  'value_text,unit,qualifier,denominator_kind,source_id,locator,revision,note';

export const COUNTIES = ['甲', '乙', '丙', '丁'] as const;
export const idOf = (county: string): string =>
  `syn-${1 + COUNTIES.findIndex((name) => name === county)}`;

const codeOf = (index: number) => `99010${index + 1}`;

const UNITS: Readonly<Record<string, string>> = { A: '人', B: '人', D: '人', N: '项' };

/** 2024 is complete; of 2025 only A and D came in, B is late, N has no rows. */
const VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  2024: { A: '10', B: '5', D: '30', N: '2' },
  2025: { A: '11', B: '', D: '31' },
};

const observations = (year: string): string =>
  [
    HEADER,
    ...COUNTIES.flatMap((county, index) =>
      Object.entries(VALUES[year] ?? {}).map(
        ([indicator, value]) =>
          `syn-${index + 1},${county}所,${codeOf(index)},,,${indicator},${year},${value},` +
          `${value === '' ? 'late' : ''},,${UNITS[indicator] ?? ''},exact,,made-up,,0,`,
      ),
    ),
    '',
  ].join('\n');

const blankForm = [
  HEADER,
  ...Object.keys(UNITS).map(
    (indicator) =>
      `tpl-331002,椒江所,331002,,,${indicator},2025,,not_reported,,${UNITS[indicator] ?? ''},exact,,form,,0,`,
  ),
  '',
].join('\n');

export const importFolder = (files: Readonly<Record<string, string>> = {}): InputFile[] =>
  smallData({
    years: {},
    files: {
      'synthetic/regions.csv': `region_code,name_zh,name_en,parent_code,level,valid_from,valid_to,successor_code,tile_row,tile_col,source_id,note
${COUNTIES.map((name, index) => `${codeOf(index)},${name}县,${name},,county,2000-01-01,,,1,${index + 1},made-up,`).join('\n')}
`,
      'synthetic/institutions.csv': `institution_id,name_zh,name_en,region_code,level,legal_form,class,class_scheme,valid_from,valid_to,source_id,note
${COUNTIES.map((name, index) => `syn-${index + 1},${name}所,${name},${codeOf(index)},county,statutory,,,2000-01-01,,made-up,`).join('\n')}
`,
      'template/institutions.csv': `institution_id,name_zh,name_en,region_code,level,legal_form,class,class_scheme,valid_from,valid_to,source_id,note
tpl-331002,椒江所,Jiaojiang,331002,county,unknown,,,2000-01-01,,form,
`,
      'synthetic/observations/2024.csv': observations('2024'),
      'synthetic/observations/2025.csv': observations('2025'),
      'template/observations/2025.csv': blankForm,
      ...files,
    },
  });

/** The folder with the tables of an import in place. */
export function withTables(
  folder: readonly InputFile[],
  tables: readonly InputFile[],
): readonly InputFile[] {
  const changed = new Set(tables.map(({ path }) => path));
  return [...folder.filter(({ path }) => !changed.has(path)), ...tables];
}

export const textOf = (files: readonly InputFile[], path: string): string =>
  new TextDecoder().decode(files.find((file) => file.path === path)?.bytes);
