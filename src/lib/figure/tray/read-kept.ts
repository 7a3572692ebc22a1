/** What the browser kept, taken only as far as it is what this version of the site writes. */
import type { FigureText } from '#lib/charts/index.ts';
import type { Figure } from '#lib/export/index.ts';
import type { EditableChart } from '#lib/export/native.ts';
import { LAYERS, LOCALES } from '#lib/model/index.ts';
import { KEPT_PARTS, type KeptFigure, type KeptWishes } from './kept-figure.ts';
import { EMPTY, type TrayEntry, type TrayList } from './list.ts';

type Check = (value: unknown) => boolean;
/** One check for every field, so that none is forgotten. */
type Checks<T> = { readonly [K in keyof T]-?: Check };

const isText: Check = (value) => typeof value === 'string';
const isFlag: Check = (value) => typeof value === 'boolean';
const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const isSize: Check = (value) => isNumber(value) && (value as number) > 0;
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const among =
  (known: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && known.includes(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const shape =
  <T>(checks: Checks<T>): Check =>
  (value) =>
    isObject(value) && Object.entries<Check>(checks).every(([name, check]) => check(value[name]));

const isTexts = listOf(isText);
const isPicture = shape<Figure>({
  svg: (value) => typeof value === 'string' && value.startsWith('<svg'),
  width: isSize,
  height: isSize,
  fits: isFlag,
  dpi: orNull(isSize),
  locale: among(LOCALES),
  provenance: isText,
});
const isWords = shape<FigureText>({
  title: isText,
  subtitle: isText,
  unit: isText,
  source: isText,
  cutoff: isText,
  scheme: isText,
  edition: isText,
  note: isText,
});
/** Every form that there is: one that is not here would be let go of. */
const FORMS: Readonly<Record<EditableChart['form'], true>> = {
  bars: true,
  'stacked-bars': true,
  columns: true,
  lines: true,
};
const isEditable = shape<EditableChart>({
  form: among(Object.keys(FORMS)),
  categories: isTexts,
  series: listOf(
    shape<EditableChart['series'][number]>({
      name: isText,
      values: listOf(orNull(isNumber)),
      ink: isText,
    }),
  ),
  unit: isText,
  decimals: isNumber,
  max: orNull(isNumber),
  isRank: isFlag,
});
const isCell = orNull((value) => isText(value) || isNumber(value));
const isSheet: Check = (value) =>
  isObject(value) &&
  isTexts(value['columns']) &&
  listOf(listOf(isCell))(value['rows']) &&
  (value['rows'] as unknown[][]).every(
    ({ length }) => length === (value['columns'] as unknown[]).length,
  );

const WISHES: Checks<KeptWishes> = {
  caption: isText,
  paragraph: isText,
  part: among(KEPT_PARTS),
  columns: listOf((value) => Number.isInteger(value) && (value as number) >= 0),
};

const isFigure = shape<KeptFigure>({
  ...WISHES,
  id: isText,
  name: isText,
  locale: among(LOCALES),
  layer: among(LAYERS),
  trial: isFlag,
  local: isFlag,
  text: isWords,
  provenance: (value) => isObject(value) && Object.values(value).every(isText),
  pictures: shape<KeptFigure['pictures']>({ a4: isPicture, 'a4-half': isPicture, wide: isPicture }),
  alone: isPicture,
  summary: isText,
  native: listOf(isEditable),
  sheet: isSheet,
  fileParts: isTexts,
});

const isEntry = shape<TrayEntry>({ ...WISHES, id: isText });

/** Rises when what is kept takes another shape; what an earlier version kept is then let go. */
export const KEPT_VERSION = 1;

/** Null for what cannot be read. */
export const readFigure = (record: unknown): KeptFigure | null =>
  isObject(record) && record['version'] === KEPT_VERSION && isFigure(record['figure'])
    ? (record['figure'] as KeptFigure)
    : null;

/** What cannot be read is not in the list. */
export function readList(record: unknown): TrayList {
  if (!isObject(record) || record['version'] !== KEPT_VERSION) return EMPTY;
  const { title, entries } = record;
  const ids = new Set<string>();
  return {
    title: typeof title === 'string' ? title : null,
    entries: (Array.isArray(entries) ? entries : []).filter((entry): entry is TrayEntry => {
      if (!isEntry(entry)) return false;
      const { id } = entry as TrayEntry;
      const isNew = !ids.has(id);
      ids.add(id);
      return isNew;
    }),
  };
}
