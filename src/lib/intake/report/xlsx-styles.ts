/** How the report looks. Marks differ by the line around a cell, not by colour alone. */
import type { StyleModel } from '#lib/office/xlsx/index.ts';

export const REPORT_STYLES = {
  title: { font: { name: '黑体', size: 16 } },
  line: { vertical: 'top' },
  head: { font: { name: '黑体', size: 10 }, fill: 'DDE3EA', border: 'thin', wrap: true },
  text: { wrap: true, vertical: 'top' },
  plain: { vertical: 'top' },
  error: { wrap: true, vertical: 'top', fill: 'F9DEDC', border: 'double' },
  warning: { wrap: true, vertical: 'top', fill: 'FFF0C8', border: 'dashed' },
  information: { wrap: true, vertical: 'top', fill: 'E3EDF7', border: 'thin' },
} as const satisfies Record<string, StyleModel>;
