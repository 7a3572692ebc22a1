/**
 * A view as the query string of its address and back. Anything unknown in an address falls back to
 * the default, so that an old or mistyped link still opens a true page.
 */

/** How one value stands in an address. */
export interface Field<T, View = object> {
  /**
   * The value, or undefined where the text means nothing. `before` holds what has been read so far,
   * in the order of the fields.
   */
  readonly parse: (text: string, before: Partial<View>) => T | undefined;
  /** null: not worth saying. */
  readonly print: (value: T) => string | null;
}

export type Fields<View> = {
  readonly [Key in keyof View]-?: {
    /** Name of the parameter. */
    readonly name: string;
    readonly field: Field<View[Key], View>;
  };
};

/** Reads a view; fields are read in the order given, missing ones take the default. */
export function parseAddress<View extends object>(
  fields: Fields<View>,
  params: URLSearchParams,
  defaults: View,
): View {
  const view: Partial<View> = {};
  for (const key of Object.keys(fields) as (keyof View)[]) {
    const { name, field } = fields[key];
    const text = params.get(name);
    const value = text === null ? undefined : field.parse(text, view);
    view[key] = value === undefined ? defaults[key] : value;
  }
  return view as View;
}

/** The shortest query string that parses back to the view: defaults are left out. */
export function printAddress<View extends object>(
  fields: Fields<View>,
  view: View,
  defaults: View,
): string {
  return print(fields, view, (key, text) => text !== fields[key].field.print(defaults[key]));
}

/** The query string that says everything, so that it means the same under other defaults. */
export const fullAddress = <View extends object>(fields: Fields<View>, view: View): string =>
  print(fields, view, () => true);

function print<View extends object>(
  fields: Fields<View>,
  view: View,
  says: (key: keyof View, text: string) => boolean,
): string {
  const params = new URLSearchParams();
  for (const key of Object.keys(fields) as (keyof View)[]) {
    const { name, field } = fields[key];
    const text = field.print(view[key]);
    if (text !== null && says(key, text)) params.set(name, text);
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** A word of a closed list. */
export const oneOf = <Word extends string>(words: readonly Word[]): Field<Word> => ({
  parse: (text) => words.find((word) => word === text),
  print: (word) => word,
});

/** A word of a closed list, or nothing. */
export const maybeOneOf = <Word extends string>(words: readonly Word[]): Field<Word | null> => ({
  parse: (text) => words.find((word) => word === text),
  print: (word) => word,
});

const matching = (pattern: RegExp): Field<string> => ({
  parse: (text) => (pattern.test(text) ? text : undefined),
  print: (text) => text,
});

export const year = matching(/^\d{4}$/);

/** A code of six digits, or null for everywhere. */
export const regionCode: Field<string | null> = {
  parse: (text) => (/^\d{6}$/.test(text) ? text : undefined),
  print: (code) => code,
};

/** What somebody typed; at most 80 characters. */
export const freeText: Field<string> = {
  parse: (text) => text.slice(0, 80),
  print: (text) => text,
};

/** Ids, at most `most` of them, each once, in the order given. */
export const ids = (most = Infinity): Field<readonly string[]> => ({
  parse: (text) =>
    [...new Set(text.split(',').filter((id) => /^[\w-]{1,40}$/.test(id)))].slice(0, most),
  print: (list) => list.join(','),
});

/** True when the parameter is there as `1`, false when it is `0`. */
export const flag: Field<boolean> = {
  parse: (text) => (text === '1' ? true : text === '0' ? false : undefined),
  print: (value) => (value ? '1' : '0'),
};
