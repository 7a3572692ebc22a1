/** The blank form of a scheme, a level and a year. */
import type { WorkbookModel } from '#lib/office/xlsx/index.ts';
import { choicesSheet } from './choices-sheet.ts';
import { formIndicators } from './form-indicators.ts';
import { formPlaces } from './form-places.ts';
import { formSheet } from './form-sheet.ts';
import { notesSheet } from './notes-sheet.ts';
import type { TemplateOrder } from './order.ts';
import { TEMPLATE_STYLES } from './styles.ts';
import { templateWords } from './words.ts';

/**
 * A workbook with one row for each institution of the level that exists in the period, and one
 * column for each number that the scheme is computed from or that the layer asks for already.
 * Handed in untouched it imports nothing and raises no error; filled in it needs no question.
 */
export function templateWorkbook(order: TemplateOrder): WorkbookModel {
  const words = templateWords(order.locale);
  const indicators = formIndicators(order);
  const choices = choicesSheet(indicators, words);
  const form = formSheet({ order, places: formPlaces(order), indicators, choices, words });
  return {
    title: words.title(order.period, order.level),
    creator: words.creator,
    day: order.period.period_end,
    font: { name: '宋体', size: 11 },
    styles: TEMPLATE_STYLES,
    sheets: [form, notesSheet(order, indicators, words), choices.sheet],
  };
}
