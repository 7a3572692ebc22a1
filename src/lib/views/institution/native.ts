/** The two charts of a profile as slides draw them themselves. */
import { PLAIN, type EditableChart } from '#lib/export/native.ts';
import { placeText, type ProfileContext } from './context.ts';

export const dimensionNative = ({ model, scheme, locale, w }: ProfileContext): EditableChart[] => [
  {
    ...PLAIN,
    form: 'bars',
    categories: model.dimensions.map(({ name }) => name[locale]),
    series: [
      {
        name: w.dimensions.words.own,
        values: model.dimensions.map(({ score }) => score),
        ink: 'accent',
      },
      {
        name: w.dimensions.words.median,
        values: model.dimensions.map(({ peers }) => peers?.median ?? null),
        ink: 'grey',
      },
    ],
    unit: w.history.unitPoints,
    max: scheme.normalise.range[1],
  },
];

export const historyNative = ({ model, scheme, locale, m, w }: ProfileContext): EditableChart[] => [
  {
    ...PLAIN,
    form: 'columns',
    categories: model.history.map(
      (year) => `${year.period} ${placeText(year, { scheme, locale, m, w })}`,
    ),
    series: [
      { name: w.history.score, values: model.history.map(({ score }) => score), ink: 'accent' },
    ],
    unit: w.history.unitPoints,
    max: scheme.normalise.range[1],
  },
];
