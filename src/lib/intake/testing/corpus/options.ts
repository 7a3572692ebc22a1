/** How a file tells the clean table: one choice for each thing that offices do differently. */
import { choices, type Choices } from './random.ts';
import { STYLES } from './spell.ts';

/** Every dimension with its choices; each choice is met several times in the corpus. */
export const DIMENSIONS = {
  layout: ['wide', 'wide', 'wide', 'long', 'transposed', 'by_period', 'by_period_group'],
  place: [
    'institution',
    'region',
    'code',
    'code_and_name',
    'id',
    'city_and_region',
    'spaced',
    'old_code',
    'old_name',
  ],
  heading: ['catalogue', 'synonym', 'unit_in_brackets', 'two_rows', 'spaced', 'code', 'line_break'],
  period: ['title', 'column', 'file', 'option', 'cut_off_line'],
  style: STYLES,
  unitRow: ['none', 'row', 'line'],
  extra: ['none', 'sequence', 'note', 'contact', 'rank', 'growth', 'computed'],
  below: ['none', 'note', 'total', 'total_and_note', 'mean', 'signature'],
  gaps: ['none', 'blank_rows', 'repeated_header', 'group_rows', 'ditto_city'],
} as const satisfies Record<string, readonly string[]>;

export type Dimension = keyof typeof DIMENSIONS;
export type Options = { readonly [D in Dimension]: (typeof DIMENSIONS)[D][number] };

/** What cannot be told together is told in the plainest way. */
function settled(options: Options): Options {
  const wide = options.layout === 'wide' || options.layout === 'by_period_group';
  const byPeriod = options.layout === 'by_period' || options.layout === 'by_period_group';
  const heading = !wide && options.heading === 'two_rows' ? 'catalogue' : options.heading;
  return {
    ...options,
    heading: options.layout === 'by_period_group' ? 'catalogue' : heading,
    // A year in the heading says more than one in a column.
    period: byPeriod
      ? 'file'
      : options.layout === 'transposed' && options.period === 'column'
        ? 'title'
        : options.period,
    unitRow: options.layout === 'wide' ? options.unitRow : 'none',
    extra: options.layout === 'transposed' || byPeriod ? 'none' : options.extra,
    below: options.layout === 'long' && options.below.startsWith('total') ? 'note' : options.below,
    gaps: options.layout === 'transposed' && options.gaps !== 'blank_rows' ? 'none' : options.gaps,
  };
}

/** The options of the n-th file. */
export function optionsOf(
  n: number,
  fixed: Partial<Options> = {},
): { options: Options; choose: Choices } {
  const choose = choices(n);
  const drawn = Object.fromEntries(
    Object.entries(DIMENSIONS).map(([name, of]) => [name, choose.of<string>(of)]),
  ) as unknown as Options;
  return { options: settled({ ...drawn, ...fixed }), choose };
}

/** The options in one line, as the name of a test. */
export const described = (options: Options): string => Object.values(options).join(' ');
