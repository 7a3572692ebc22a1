/** How to fill in the form, and what each of its columns counts. */
import type { SheetModel, SheetRow } from '#lib/office/xlsx/index.ts';
import type { FormIndicator } from './form-indicators.ts';
import { definitionOf } from './indicator-words.ts';
import type { TemplateOrder } from './order.ts';
import type { TemplateWords } from './words.ts';

const NAME_WIDTH = 30;
const TEXT_WIDTH = 78;

export function notesSheet(
  { scheme, period, locale }: TemplateOrder,
  indicators: readonly FormIndicator[],
  w: TemplateWords,
): SheetModel {
  const section = (text: string): SheetRow => ({ cells: [{ value: text, style: 'section' }] });
  const how = w.notes.how.map((say, i) => ({
    cells: [{ value: `（${i + 1}）${say(period.period_end)}`, style: 'line' }],
    height: 32,
  }));
  const lines = indicators.map((of): SheetRow => {
    const head = `${of.values.name_zh ?? ''}（${of.code}）`;
    return {
      cells: [
        { value: head, style: 'name' },
        { value: definitionOf(of, w).join('\n'), style: 'line' },
      ],
    };
  });
  const first = 1;
  return {
    name: w.sheets.notes,
    columns: [{ width: NAME_WIDTH }, { width: TEXT_WIDTH }],
    rows: [
      section(w.notes.title),
      ...how,
      { cells: [{ value: w.notes.scheme(scheme.name[locale], scheme.version), style: 'line' }] },
      { cells: [] },
      section(w.notes.indicators),
      ...lines,
    ],
    merges: Array.from({ length: how.length + 1 }, (_, i) => ({
      top: first + i,
      left: 0,
      bottom: first + i,
      right: 1,
    })),
    locked: true,
    print: { footer: w.footer },
  };
}
