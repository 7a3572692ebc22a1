/** A data folder whose every text tries to become a formula, markup or script. */
import { checkData, type InputFile } from '#lib/intake/index.ts';
import { MARKUP_PAYLOADS } from '#lib/charts/testing/payloads.ts';
import type { Scheme } from '#lib/model/index.ts';
import { FORMULA_PAYLOADS } from '#lib/office/testing/formulas.ts';
import { DataCopy } from '../../data/testing/data-copy.ts';

export const PAYLOADS: readonly string[] = [...FORMULA_PAYLOADS, ...MARKUP_PAYLOADS];

/** Columns of words, in the order in which payloads are dealt out: what every report shows first. */
const COLUMNS: readonly (readonly [file: RegExp, columns: readonly string[]])[] = [
  [/indicators\.csv$/u, ['name_zh', 'name_en', 'unit_zh', 'unit_en', 'definition_zh', 'basis']],
  [/institutions\.csv$/u, ['name_zh', 'name_en', 'peer_group_zh', 'peer_group_en', 'note']],
  [/targets\.csv$/u, ['name_zh', 'name_en', 'owner', 'unit', 'locator', 'note']],
  [/series_breaks\.csv$/u, ['text_zh', 'text_en', 'locator', 'note']],
  [/rules\.csv$/u, ['text_zh', 'text_en']],
  [/sources\.csv$/u, ['title', 'publisher', 'licence', 'note']],
  [/activities\.csv$/u, ['title_zh', 'title_en', 'locator', 'note']],
  [/events\.csv$/u, ['summary_zh', 'summary_en', 'locator', 'note']],
  [/regions\.csv$/u, ['name_zh', 'name_en', 'note']],
  [/observations/u, ['institution', 'entity', 'pillar', 'unit', 'locator', 'note']],
];

/** How a text is written: the payload itself; behind a letter, where that is refused; as it was. */
type Way = (payload: string, text: string) => string;
const WAYS: readonly Way[] = [
  (payload) => payload,
  // eslint-disable-next-line no-control-regex -- what cannot stand in a table at all
  (payload) => `县${payload.replace(/[\u0000-\u001f\ud800\ufffe\ufeff\u202e]/gu, '')}`,
  (_payload, text) => text,
];

/** As a file gives it back: half a letter is none. */
const stored = (text: string) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text));

export interface HostileFolder {
  readonly files: readonly InputFile[];
  /** Every text put in, by what it was made of; a payload may have been put in more than once. */
  readonly placed: ReadonlyMap<string, readonly string[]>;
  /** Texts that the checks refuse as they are, so that they never come into a report. */
  readonly refused: ReadonlySet<string>;
}

/**
 * The folder with a payload for every text, equal texts alike. What the checks refuse is written
 * another way, so that the folder can be published.
 */
export function hostileFolder(files: readonly InputFile[]): HostileFolder {
  const payloadOf = new Map<string, string>();
  const way = new Map<string, number>();
  const number = new Map<string, number>();
  const texts = (copy: DataCopy, visit: (text: string) => string) => {
    for (const [file, columns] of COLUMNS)
      for (const { path } of files) {
        if (!file.test(path) || path.includes('published/')) continue;
        const [header = [], ...rows] = copy.rows(path);
        const at = columns.map((name) => header.indexOf(name)).filter((column) => column >= 0);
        for (const column of at)
          for (const row of rows) if (row[column]) row[column] = visit(row[column]);
        copy.putRows(path, [header, ...rows]);
      }
  };
  const deal = (text: string) => {
    if (payloadOf.has(text)) return;
    number.set(text, number.size);
    payloadOf.set(text, PAYLOADS[number.get(text)! % PAYLOADS.length]!);
    way.set(text, 0);
  };
  const written = (text: string): string => {
    deal(text);
    // Names must differ; the number stands behind, where it changes no payload.
    const made = WAYS[way.get(text)!]!(payloadOf.get(text)!, text);
    return made === text ? text : `${made}${number.get(text)}`;
  };
  const schemePath = 'schemes/taizhou.json';
  // Dimensions and bands first: there are few of them, and every report shows them all.
  const names = schemeTexts(new DataCopy(files), schemePath);
  names.forEach(deal);
  shownRegions(new DataCopy(files)).forEach(deal);

  const refused = new Set<string>();
  for (;;) {
    const copy = new DataCopy(files);
    const original = new Map<string, string>();
    texts(copy, (text) => {
      const made = written(text);
      original.set(stored(made), text);
      return made;
    });
    copy.put(schemePath, hostileScheme(copy, schemePath, written));
    const { findings } = checkData(copy.files());
    const bad = new Set(
      findings
        .filter(({ severity }) => severity === 'error')
        .map(({ file, row, column }) => {
          const [header = [], ...rows] = copy.rows(file);
          const found = rows[(row ?? 0) - 2]?.[header.indexOf(column ?? '')] ?? '';
          return original.get(found);
        })
        .filter((text) => text !== undefined),
    );
    if (bad.size === 0) {
      const placed = new Map<string, string[]>();
      for (const [text, payload] of payloadOf)
        if (written(text) !== text)
          placed.set(payload, [...(placed.get(payload) ?? []), written(text)]);
      return { files: copy.files(), placed, refused };
    }
    for (const text of bad) {
      refused.add(written(text));
      way.set(text, Math.min(way.get(text)! + 1, WAYS.length - 1));
    }
  }
}

const schemeOf = (copy: DataCopy, path: string) => JSON.parse(copy.text(path)) as Scheme;

/** Names of the places whose institutions are ranked, and of their cities. */
function shownRegions(copy: DataCopy): string[] {
  const rowsOf = (path: string) => {
    const [header = [], ...rows] = copy.rows(path);
    return rows.map((row) => (name: string) => row[header.indexOf(name)] ?? '');
  };
  const ranked = new Set(
    rowsOf('synthetic/institutions.csv')
      .filter((of) => of('valid_to') === '')
      .map((of) => of('region_code')),
  );
  const shown = rowsOf('synthetic/regions.csv').filter((of) => ranked.has(of('region_code')));
  return ['name_zh', 'name_en'].flatMap((name) => shown.map((of) => of(name)));
}

/** Names of the dimensions and bands. */
function schemeTexts(copy: DataCopy, path: string): string[] {
  const { index, bands } = schemeOf(copy, path);
  return [...index.children, ...bands].flatMap(({ name }) => [name.zh, name.en]);
}

function hostileScheme(copy: DataCopy, path: string, written: (text: string) => string): string {
  const scheme = schemeOf(copy, path);
  const renamed = <T extends { readonly name: { zh: string; en: string } }>(one: T): T => ({
    ...one,
    name: { zh: written(one.name.zh), en: written(one.name.en) },
  });
  return JSON.stringify({
    ...scheme,
    index: { ...scheme.index, children: scheme.index.children.map(renamed) },
    bands: scheme.bands.map(renamed),
  });
}
