/** Readings in a shape that tests can compare at a glance. */
import { readFileSync } from 'node:fs';
import { EMPTY_MAPPING, type Mapping } from '../../mapping/mapping.ts';
import { parsePeriod } from '../../period.ts';
import { catalogueOf } from '../../raw/catalogue.ts';
import { readData } from '../../raw/read-data.ts';
import { recogniserOf } from '../../recognise/recogniser-of.ts';
import type { Recogniser } from '../../recognise/recogniser.ts';
import type { Grid } from '../../workbook/grid.ts';
import { readSheet } from '../read-sheet.ts';
import type { SheetReading, Surroundings } from '../sheet-reading.ts';

const FILES = [
  ...['sources', 'indicators', 'synonyms', 'rules'].map((name) => `${name}.csv`),
  ...['template', 'synthetic'].flatMap((layer) => [
    `${layer}/regions.csv`,
    `${layer}/institutions.csv`,
  ]),
  'edition.json',
];

/** Knows the names of the project's own data folder. */
export function dataRecogniser(mapping: Mapping = EMPTY_MAPPING): Recogniser {
  const files = FILES.map((path) => ({
    path,
    bytes: new Uint8Array(readFileSync(new URL(`../../../../../data/${path}`, import.meta.url))),
  }));
  const { data } = readData(files);
  return recogniserOf(data, catalogueOf(data), mapping);
}

const recogniser = dataRecogniser();

/** Reads a sheet with the names of data/; the file is called 表.xlsx unless told otherwise. */
export const read = (
  grid: Grid,
  { file = '表.xlsx', sheet = grid.sheet, period = null }: Partial<Surroundings> = {},
): SheetReading => readSheet(grid, { file, sheet, period }, recogniser);

export const year = (text: string) => parsePeriod(text);

/** `syn-990121 TZ1 2023 =45 项`, in the order of the cells; empty cells are left out. */
export const statements = (grid: Grid, { cells }: SheetReading): string[] =>
  cells.flatMap(({ row, column, place, indicator, period, unit }) => {
    const cell = grid.cell(row, column);
    if (cell === null) return [];
    const whose = place.kind === 'institution' ? place.institution_id : `(${place.kind})`;
    const words = [whose, indicator.indicator, period?.period ?? '?', `=${cell.text}`];
    return [[...words, ...(unit === null ? [] : [unit])].join(' ')];
  });
