/** Classes of the county institutions (机构等次), year by year; the story of each is chosen. */
import { type Cell, YEARS } from './panel.ts';

export const CLASS_SCHEME = '示例等次办法（虚构）';

/** First year in which three classes are given; before, B was the higher of two. */
export const THREE_CLASSES_FROM = 2022;

const CODES = { A: 3, B: 2, C: 1 } as const;
type InstitutionClass = keyof typeof CODES;

/** The class held from each year on. */
type Path = Readonly<Record<number, InstitutionClass>>;

const always = (one: InstitutionClass): Path => ({ 2021: one });

const PATHS: Readonly<Record<string, Path>> = {
  甲县: { 2021: 'B', 2022: 'A' },
  乙县: { 2021: 'B', 2022: 'A', 2025: 'B' },
  丙县: always('B'),
  丁区: { 2021: 'C', 2024: 'B' },
  戊市: { 2021: 'B', 2024: 'A' },
  己县: always('B'),
  庚县: { 2021: 'B', 2025: 'A' },
  辛区: always('B'),
  壬市: { 2021: 'C', 2024: 'B' },
  癸县: always('B'),
  子县: always('C'),
  寅县: always('B'),
  卯区: { 2021: 'B', 2022: 'A' },
  辰市: { 2021: 'C', 2023: 'B' },
  巳县: always('C'),
  午县: { 2021: 'C', 2023: 'B' },
  未县: { 2021: 'B', 2024: 'A' },
  申区: always('B'),
  酉市: { 2021: 'C', 2023: 'B' },
  戌县: always('C'),
  壹县: { 2021: 'B', 2023: 'A' },
  贰县: always('C'),
  叁区: { 2021: 'B', 2022: 'A' },
  肆市: { 2021: 'C', 2024: 'B' },
  伍县: always('C'),
  陆县: always('C'),
  柒县: always('C'),
  捌区: always('C'),
  玖市: always('B'),
  拾县: always('C'),
};

/** The county whose report of the last year came without its class. */
const NOT_REPORTED = { place: '酉市', year: 2025 } as const;

function classIn(place: string, year: number): InstitutionClass | null {
  if (place === NOT_REPORTED.place && year === NOT_REPORTED.year) return null;
  const since = Object.keys(PATHS[place] ?? {}).map(Number);
  const last = Math.max(...since.filter((first) => first <= year));
  return PATHS[place]?.[last] ?? null;
}

function noteOf(place: string, year: number, now: InstitutionClass): string | null {
  const before = year > YEARS[0] ? classIn(place, year - 1) : null;
  if (before === null || before === now) return null;
  if (year === THREE_CLASSES_FROM) return `改为A、B、C三级，由${before}级评为${now}级`;
  return CODES[now] > CODES[before] ? `由${before}级升为${now}级` : `由${before}级降为${now}级`;
}

/** The class of a county in a year as a cell: its code as value, its letter as text. */
export function classCell(place: string, year: number): Cell {
  const now = classIn(place, year);
  if (now === null)
    return { value: null, missing: 'not_reported', notes: ['2025年报表未交等次部分，此项未报'] };
  const note = noteOf(place, year, now);
  return { value: CODES[now], text: now, ...(note === null ? {} : { notes: [note] }) };
}

/** The last class given to a place; null for city institutes, which have none. */
export function latestClass(place: string): InstitutionClass | null {
  return [...YEARS]
    .reverse()
    .reduce<InstitutionClass | null>((found, year) => found ?? classIn(place, year), null);
}
