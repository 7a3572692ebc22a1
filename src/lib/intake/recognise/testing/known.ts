/** The recogniser over the tables of data/, for tests. */
import { readdirSync, readFileSync } from 'node:fs';
import { EMPTY_MAPPING, type Mapping } from '../../mapping/mapping.ts';
import { catalogueOf } from '../../raw/catalogue.ts';
import { readData, type InputFile } from '../../raw/read-data.ts';
import { recogniserOf } from '../recogniser-of.ts';

const files: InputFile[] = readdirSync('data', { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /(?:indicators|synonyms|rules|regions|institutions)\.csv$/.test(path))
  .map((path) => ({ path, bytes: readFileSync(`data/${path}`) }));

export const { data } = readData(files);
export const catalogue = catalogueOf(data);

export const recogniser = (mapping: Mapping = EMPTY_MAPPING) =>
  recogniserOf(data, catalogue, mapping);
