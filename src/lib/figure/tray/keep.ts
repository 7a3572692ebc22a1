/** Puts a figure aside as plain data, drawn once for everything that a document may want of it. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Chart } from '#lib/charts/index.ts';
import { captionOf } from '../caption.ts';
import { documentFigure } from '../document-figure.ts';
import { isLocal, type ChartModule, type FigureSubject } from '../subject.ts';
import type { KeptFigure } from './kept-figure.ts';
import { KEPT_VERSION, readFigure } from './read-kept.ts';

/** Letters of one kept figure: far more than any figure that can still be read on paper. */
const LARGEST = 3_000_000;
/** Columns of a table that can be read in the width of a page. */
export const PAGE_COLUMNS = 7;

/** The figure is larger than a browser should keep. */
export class KeptSizeError extends Error {
  override readonly name = 'KeptSizeError';
}

type WithProvenance = Pick<FigureSubject, 'name' | 'locale' | 'trial' | 'text' | 'provenance'>;

/** The same for the same figure of the same view, edition and data, and for no other. */
export function keptId({ name, locale, trial, text, provenance }: WithProvenance, page: string) {
  const sorted = (words: object) =>
    Object.entries(words).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const all = [page, name, locale, trial ?? false, sorted(text), sorted(provenance)];
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(all)))).slice(0, 32);
}

/** `page`: where it stands, below the site's root. Throws a KeptSizeError, or a TypeError. */
export function keepFigure(subject: FigureSubject, charts: ChartModule, page: string): KeptFigure {
  const provenance = { ...subject.provenance, page };
  const figure = documentFigure({ ...subject, provenance }, charts);
  const { name, locale, layer, fileParts } = subject;
  const sheet = subject.sheet();
  const kept: KeptFigure = plain({
    id: keptId(subject, page),
    name,
    locale,
    layer,
    trial: subject.trial ?? false,
    local: isLocal(subject),
    text: figure.text,
    provenance,
    pictures: {
      a4: figure.picture('a4'),
      'a4-half': figure.picture('a4-half'),
      wide: figure.picture('wide'),
    },
    alone: figure.alone(),
    summary: summaryOf(subject.chart(charts)),
    native: figure.native(),
    sheet: { columns: sheet.columns, rows: sheet.rows },
    fileParts,
    caption: captionOf(subject.text, locale),
    paragraph: '',
    part: 'figure',
    columns: sheet.columns.map((_, i) => i).slice(0, PAGE_COLUMNS),
  });
  if (JSON.stringify(kept).length > LARGEST) throw new KeptSizeError();
  // Said now, not when it is missing from the report.
  if (!readFigure({ version: KEPT_VERSION, figure: kept }))
    throw new TypeError(`The figure ${name} is not made of what can be kept.`);
  return kept;
}

/** Nothing but data: it neither changes with what it was made of nor holds what cannot be stored. */
const plain = <T>(data: T): T => JSON.parse(JSON.stringify(data)) as T;

const TITLE = 'X';

/** What a chart says of itself after its title. */
function summaryOf(chart: Chart): string {
  const all = chart.summary(TITLE);
  return (all.startsWith(TITLE) ? all.slice(TITLE.length) : all).replace(/^[\s。.：:]+/u, '');
}
