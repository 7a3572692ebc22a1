/** What a single cell says by itself, remembered by its text. */
import type { Period } from '../period.ts';
import type { HeadingMatch, PlaceMatch, PlaceText, Recogniser } from '../recognise/recogniser.ts';
import { toHalfWidth } from '../values/characters.ts';
import { readPeriod } from '../values/read-period.ts';
import { readUnitText } from '../values/read-unit-text.ts';
import { readValue } from '../values/read-value.ts';
import { tidyName } from '../values/tidy-name.ts';
import { isKnownUnit } from '../values/units.ts';
import type { CellContent } from '../workbook/grid.ts';
import { cellText } from './sheet.ts';

export type Meaning =
  | { readonly kind: 'blank' | 'number' | 'gap' | 'place' | 'total' | 'label' | 'note' | 'text' }
  | { readonly kind: 'unit'; readonly unit: string }
  | { readonly kind: 'period'; readonly period: Period }
  | { readonly kind: 'heading'; readonly match: Exclude<HeadingMatch, { kind: 'unknown' }> };

/** 填报单位：…, 审核人：… — words about the form, not of the table. */
const LABEL =
  /^\(?(?:填报|填表|报送|上报|编制|制表|审核|复核|统计|数据|负责|单位|机构|部门|联系|经办|分管|日期|时间|报告|报表|表号|文号|年度|年份|期间|制定|批准|备案|有效期|盖章|签字|签章)[^:：]{0,10}[:：]/;
const NOTE =
  /^(?:\(?(?:备?注|说明|填表说明|填报说明|填报要求|附注|数据来源|资料来源|来源|数据说明|指标解释)\)?\d*[:.、]|\(?(?:续表|续上表|接上表|转下页)|[*※]+\S{4,})/;
/** 1. …, ② …: a line of a list, or a heading that is numbered. */
const NUMBERED = /^(?:\(?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.、)]|[①-⑳])\S{4,}/;
/** A number for certain, and no year. */
const NUMBER = /^[-+]?[\d,]*\.?\d+%?$/;
const NUMBER_LIKE = /^[约近超<>≥≤]?[-+]?\d[\d,]*(?:\.\d+)?(?:[万亿]|余|多)?[^\d\s]{0,5}$/;
const YEAR = /^(?:19|20)\d{2}$/;
const COUNT = { unit: null, ratio: false };
/** Tables have fewer different words in rows without numbers; a sheet that has more is no table. */
const MOST_ASKED = 5_000;
/** Longer texts are no headings. */
const LONGEST_HEADING = 80;

const kindOnly = (
  kind: 'blank' | 'number' | 'gap' | 'place' | 'total' | 'label' | 'note' | 'text',
) => ({ kind }) as const;

export class Meanings {
  readonly recogniser: Recogniser;
  readonly #texts = new Map<string, Meaning>();
  readonly #headings = new Map<string, HeadingMatch>();
  readonly #indicators = new Map<string, HeadingMatch>();
  readonly #places = new Map<string, PlaceMatch>();
  readonly #isPlace = new Map<string, boolean>();
  readonly #isTotal = new Map<string, boolean>();
  readonly #periods = new Map<string, Period | null>();

  readonly #tidy = new Map<string, string>();
  readonly #units = new Map<string, string | null>();
  #asked = 0;

  constructor(recogniser: Recogniser) {
    this.recogniser = recogniser;
  }

  of(cell: CellContent | null): Meaning {
    if (cell === null) return kindOnly('blank');
    if (cell.kind === 'number') return this.#ofNumber(cell.value, cell);
    if (cell.kind === 'date') {
      const period = readPeriod(cell);
      return period ? { kind: 'period', period } : kindOnly('text');
    }
    if (cell.kind !== 'text') return kindOnly('number');
    return remember(this.#texts, cell.text, () => this.#ofText(cell));
  }

  #ofNumber(value: number, cell: CellContent): Meaning {
    if (this.#isCode(String(value))) return kindOnly('place');
    if (YEAR.test(String(value))) {
      const period = readPeriod(cell);
      if (period) return { kind: 'period', period };
    }
    return kindOnly('number');
  }

  #ofText(cell: CellContent): Meaning {
    const text = tidyName(cell.text);
    if (text === '') return kindOnly('blank');
    if (NUMBER.test(text) && !YEAR.test(text))
      return kindOnly(this.#isCode(text) ? 'place' : 'number');
    if (this.isPlace(text)) return kindOnly('place');
    const remark = remarkIn(text);
    if (remark) return kindOnly(remark);
    const period = this.period(cell);
    if (period) return { kind: 'period', period };
    if (text.length > LONGEST_HEADING) return kindOnly('text');
    if (NUMBER_LIKE.test(text) && readValue(cell, COUNT).kind === 'value')
      return kindOnly('number');
    if (this.#asked++ > MOST_ASKED) return kindOnly('text');
    const match = this.heading([cellText(cell)]);
    if (match.kind === 'period') return { kind: 'period', period: match.period };
    if (match.kind !== 'unknown' && match.kind !== 'total') return { kind: 'heading', match };
    if (this.isTotal(text) || match.kind === 'total') return kindOnly('total');
    if (NUMBERED.test(text)) return kindOnly('note');
    const unit = isUnit(text);
    if (unit !== null) return { kind: 'unit', unit };
    const read = readValue(cell, COUNT);
    if (read.kind === 'value') return kindOnly('number');
    return kindOnly(read.kind === 'missing' ? 'gap' : 'text');
  }

  /** A region code of the data, which heads a column or row as its name would. */
  #isCode(text: string): boolean {
    return /^\d{6}$/.test(text) && this.isPlace(text);
  }

  /** A number for certain, found without asking what the text may mean. */
  surelyNumber(cell: CellContent): boolean {
    if (cell.kind === 'number')
      return !YEAR.test(String(cell.value)) && !this.#isCode(String(cell.value));
    if (cell.kind === 'boolean' || cell.kind === 'error') return true;
    if (cell.kind === 'date' || cell.text.length > 24) return false;
    const text = toHalfWidth(cell.text).trim();
    if (YEAR.test(text) || !NUMBER_LIKE.test(text) || this.#isCode(text)) return false;
    return /^[-+\d,.]+%?$/.test(text) || this.of(cell).kind === 'number';
  }

  /** A number, or a sign that there is none. */
  isValue(cell: CellContent | null): boolean {
    if (cell === null) return false;
    if (this.surelyNumber(cell)) return true;
    if (cell.kind === 'text' && cell.text.length > 24) return false;
    const { kind } = this.of(cell);
    return kind === 'number' || kind === 'gap' || (kind === 'period' && YEAR.test(cellText(cell)));
  }

  heading(path: readonly string[]): HeadingMatch {
    return remember(this.#headings, path.join('\n'), () => this.recogniser.heading(path));
  }

  indicator(text: string): HeadingMatch {
    return remember(this.#indicators, text, () => this.recogniser.indicator(text));
  }

  place(text: PlaceText, period: Period | null): PlaceMatch {
    const key = [text.code, text.name, text.city, period?.period].join('\n');
    return remember(this.#places, key, () => this.recogniser.place(text, period));
  }

  isPlace(text: string): boolean {
    return text !== '' && remember(this.#isPlace, text, () => this.recogniser.isPlace(text));
  }

  isTotal(text: string): boolean {
    return text !== '' && remember(this.#isTotal, text, () => this.recogniser.isTotal(text));
  }

  /** The text in the spelling in which names are compared. */
  tidy(text: string): string {
    return remember(this.#tidy, text, () => tidyName(text));
  }

  unit(text: string): string | null {
    return remember(this.#units, text, () => isUnit(text));
  }

  period(cell: CellContent): Period | null {
    return remember(this.#periods, `${cell.kind}\n${cell.text}`, () => readPeriod(cell));
  }
}

function remember<T>(memory: Map<string, T>, key: string, find: () => T): T {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const found = find();
  memory.set(key, found);
  return found;
}

/** Words about the form or under it; numbered lines are left open. */
export function remarkIn(tidy: string): 'note' | 'label' | null {
  if (NOTE.test(tidy)) return 'note';
  return LABEL.test(tidy) ? 'label' : null;
}

/** The unit where the whole text is one: 项, （单位：项）; null for 数量（项）. */
export function isUnit(text: string): string | null {
  if (isKnownUnit(text)) return readUnitText(text);
  return /^\(?(?:计量)?单位[:：]/.test(tidyName(text)) ? readUnitText(text) : null;
}
