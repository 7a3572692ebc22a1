/** How the form looks: what to fill is white, what is given is grey. */
import type { StyleModel } from '#lib/office/xlsx/index.ts';

const GIVEN = 'EDEDED';
const HEAD = 'DDE3EA';

export const TEMPLATE_STYLES = {
  title: { font: { name: '黑体', size: 16 }, horizontal: 'center' },
  hint: { font: { size: 10, colour: '595959' }, horizontal: 'left', wrap: true },
  head: {
    font: { name: '黑体', size: 10 },
    fill: HEAD,
    border: 'thin',
    horizontal: 'center',
    wrap: true,
  },
  code: { font: { size: 9, colour: '595959' }, fill: HEAD, border: 'thin', horizontal: 'center' },
  given: { fill: GIVEN, border: 'thin', wrap: true },
  whole: { border: 'thin', horizontal: 'right', numberFormat: '#,##0', unlocked: true },
  decimal: { border: 'thin', horizontal: 'right', unlocked: true },
  word: { border: 'thin', horizontal: 'center', unlocked: true },
  note: { border: 'thin', wrap: true, unlocked: true },
  section: { font: { name: '黑体', size: 12 } },
  line: { wrap: true, vertical: 'top' },
  name: { wrap: true, vertical: 'top', font: { name: '黑体', size: 10 } },
} as const satisfies Record<string, StyleModel>;
export type TemplateStyle = keyof typeof TEMPLATE_STYLES;
