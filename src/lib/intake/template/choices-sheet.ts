/** The words that cells may hold, in sight so that anybody can look them up. */
import {
  rangeReference,
  type CellRange,
  type SheetModel,
  type SheetRow,
} from '#lib/office/xlsx/index.ts';
import type { FormIndicator } from './form-indicators.ts';
import { GAP_WORDS, HEDGE_WORDS, type TemplateWords } from './words.ts';

export interface Choices {
  readonly sheet: SheetModel;
  /** References into the sheet, for validations. */
  readonly gaps: string;
  readonly hedges: string;
  /** By the code of an indicator told in words: these and the gaps. */
  readonly words: ReadonlyMap<string, string>;
}

interface List {
  readonly head: string;
  readonly words: readonly string[];
}

function rowsOf(lists: readonly List[]): SheetRow[] {
  const longest = Math.max(...lists.map(({ words }) => words.length));
  return [
    { cells: lists.map(({ head }) => head), style: 'name' },
    ...Array.from({ length: longest }, (_, i) => ({
      cells: lists.map(({ words }) => words[i] ?? null),
    })),
  ];
}

export function choicesSheet(indicators: readonly FormIndicator[], w: TemplateWords): Choices {
  const gaps = GAP_WORDS.map(([word]) => word);
  const told = indicators.filter(({ words }) => words.length > 0);
  const lists: List[] = [
    { head: w.choices.gaps, words: gaps },
    { head: w.choices.hedges, words: HEDGE_WORDS.map(([word]) => word) },
    ...told.map(({ values, words }) => ({
      head: w.choices.words(values.name_zh ?? ''),
      words: [...words, ...gaps],
    })),
  ];
  const name = w.sheets.choices;
  const reference = (index: number) => {
    const words = lists[index]?.words.length ?? 0;
    const range: CellRange = { top: 1, left: index, bottom: words, right: index };
    return rangeReference(name, range);
  };
  return {
    sheet: { name, columns: lists.map(() => ({ width: 18 })), rows: rowsOf(lists), locked: true },
    gaps: reference(0),
    hedges: reference(1),
    words: new Map(told.map(({ code }, i) => [code, reference(i + 2)])),
  };
}
