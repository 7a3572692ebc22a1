/** Bars of targets as charts that slides draw themselves. */
import type { TargetBarsInput } from '#lib/charts/index.ts';
import { PLAIN, type EditableChart } from '#lib/export/native.ts';

/** `measure`: what the bars are of. What has no value keeps its row, with the reason in its name. */
export const targetNative = ({ rows, unit }: TargetBarsInput, measure: string): EditableChart[] =>
  rows.length === 0
    ? []
    : [
        {
          ...PLAIN,
          form: 'bars',
          categories: rows.map(({ name, label }) => `${name} ${label}`),
          series: [{ name: measure, values: rows.map(({ value }) => value), ink: 'accent' }],
          unit,
        },
      ];
