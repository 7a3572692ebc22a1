/** The sheet to fill in: one row an institution, one column a number. */
import {
  cellReference,
  columnWidth,
  type SheetCell,
  type SheetColumn,
  type SheetModel,
  type SheetRow,
  type Validation,
} from '#lib/office/xlsx/index.ts';
import type { Choices } from './choices-sheet.ts';
import type { FormIndicator } from './form-indicators.ts';
import type { FormPlace } from './form-places.ts';
import { boundsOf, definitionOf, promptOf, refusalOf } from './indicator-words.ts';
import type { TemplateOrder } from './order.ts';
import type { TemplateStyle } from './styles.ts';
import { HEADINGS, LEVEL_HEADINGS, type TemplateWords } from './words.ts';

/** Rows above the first institution: title, hint, names, codes. */
export const FORM_TOP = 4;
const NAMES = 2;
/** Columns before the first number; all but the period stay in sight. */
export const FORM_LEFT = 5;
const VALUE_WIDTH = 12;
const NOTE_WIDTH = 30;

export interface Form {
  readonly order: TemplateOrder;
  readonly places: readonly FormPlace[];
  readonly indicators: readonly FormIndicator[];
  readonly choices: Choices;
  readonly words: TemplateWords;
}

const styleOf = ({ values, words }: FormIndicator): TemplateStyle =>
  words.length > 0 ? 'word' : values.data_type === 'int' ? 'whole' : 'decimal';

function heads({ order, indicators, words: w }: Form): SheetRow[] {
  const given = [
    HEADINGS.institution_id,
    HEADINGS.region_code,
    LEVEL_HEADINGS[order.level],
    HEADINGS.institution,
    HEADINGS.period,
  ];
  const names = indicators.map((of): SheetCell => {
    const { name_zh, unit_zh } = of.values;
    // What is told in words has no unit to be read.
    const unit = of.words.length > 0 ? '' : `（${unit_zh ?? ''}）`;
    return { value: `${name_zh ?? ''}${unit}`, comment: definitionOf(of, w).join('\n') };
  });
  const blank: SheetCell = { value: null };
  return [
    {
      cells: [...given, ...names, { value: HEADINGS.note, comment: w.note }],
      style: 'head',
      height: 56,
    },
    {
      cells: [...given.map(() => blank), ...indicators.map(({ code }) => code), blank],
      style: 'code',
    },
  ];
}

function bodyRows({ order, places, indicators }: Form): SheetRow[] {
  return places.map(({ institution_id, region_code, region, name }) => ({
    cells: [
      ...[institution_id, region_code, region, name, order.period.period].map(
        (value): SheetCell => ({ value, style: 'given' }),
      ),
      ...indicators.map((of): SheetCell => ({ value: null, style: styleOf(of) })),
      { value: null, style: 'note' },
    ],
  }));
}

/** True for a number of the right kind, one of the words for a gap, or a number with a hedge. */
function numberFormula(of: FormIndicator, cell: string, { gaps, hedges }: Choices): string {
  const { min, max } = boundsOf(of);
  const conditions = [
    ...(min === null ? [] : [`${cell}>=${min}`]),
    ...(max === null ? [] : [`${cell}<=${max}`]),
    ...(of.values.data_type === 'int' ? [`${cell}=INT(${cell})`] : []),
  ];
  const number = conditions.length === 0 ? 'TRUE' : `AND(${conditions.join(',')})`;
  const isGap = `SUMPRODUCT(--(${gaps}=${cell}))>0`;
  const hasHedge = `SUMPRODUCT(--ISNUMBER(FIND(${hedges},${cell})))>0`;
  return `IF(ISNUMBER(${cell}),${number},OR(${isGap},${hasHedge}))`;
}

function validations({ places, indicators, choices, words: w }: Form): Validation[] {
  if (places.length === 0) return [];
  return indicators.map((of, i): Validation => {
    const column = FORM_LEFT + i;
    const range = {
      top: FORM_TOP,
      left: column,
      bottom: FORM_TOP + places.length - 1,
      right: column,
    };
    const said = { range, prompt: promptOf(of, w), refusal: refusalOf(of, w) };
    const list = choices.words.get(of.code);
    return list === undefined
      ? {
          kind: 'custom',
          formula: numberFormula(of, cellReference(FORM_TOP, column), choices),
          ...said,
        }
      : { kind: 'list', formula: list, ...said };
  });
}

function columns({ order, places, indicators }: Form): SheetColumn[] {
  const wide = (head: string, texts: readonly string[], most: number) => ({
    width: columnWidth([head, ...texts], 8, most),
  });
  return [
    wide(
      HEADINGS.institution_id,
      places.map((place) => place.institution_id),
      24,
    ),
    wide(
      HEADINGS.region_code,
      places.map((place) => place.region_code),
      12,
    ),
    wide(
      LEVEL_HEADINGS[order.level],
      places.map((place) => place.region),
      20,
    ),
    wide(
      HEADINGS.institution,
      places.map((place) => place.name),
      36,
    ),
    { width: 8 },
    ...indicators.map(() => ({ width: VALUE_WIDTH })),
    { width: NOTE_WIDTH },
  ];
}

export function formSheet(form: Form): SheetModel {
  const { order, indicators, words: w } = form;
  const last = FORM_LEFT + indicators.length;
  const across = (row: number) => ({ top: row, left: 0, bottom: row, right: last });
  const down = (column: number) => ({
    top: NAMES,
    left: column,
    bottom: NAMES + 1,
    right: column,
  });
  return {
    name: w.sheets.form,
    columns: columns(form),
    rows: [
      {
        cells: [{ value: w.title(order.period, order.level), style: 'title' }],
        height: 28,
      },
      { cells: [{ value: w.mark[order.layer] + w.hint, style: 'hint' }], height: 32 },
      ...heads(form),
      ...bodyRows(form),
    ],
    merges: [
      across(0),
      across(1),
      ...Array.from({ length: FORM_LEFT }, (_, i) => down(i)),
      down(last),
    ],
    frozen: { rows: FORM_TOP, columns: FORM_LEFT - 1 },
    validations: validations(form),
    locked: true,
    print: {
      landscape: true,
      titleRows: [NAMES, NAMES + 1],
      titleColumns: [2, 3],
      footer: w.footer,
    },
  };
}
