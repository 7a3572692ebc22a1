/** Why a text is no number that can be read without guessing. */
import type { UnclearReason } from './read-value.ts';

const isYear = (text = '') => /^(?:19|20)\d\d$/.test(text);
const RANGE = /(\d)[%‰\p{Script=Han}]*(?:[-–—―−~〜～±]|至|到)[+]?(\d)/u;
const HAN = '[零〇一二两三四五六七八九十百千万]';

/** In this order: a date has the signs of a fraction, and a range those of two numbers. */
const SIGNS: readonly (readonly [UnclearReason, RegExp])[] = [
  [
    'spreadsheet_error',
    /^#(?:div\/0!|n\/a|ref!|value!|name\?|null!|num!|spill!|calc!|getting_data|#*$)/i,
  ],
  ['spreadsheet_error', /^[=@]/],
  ['boolean', /^(?:true|false|yes|no|是|否|真|假|对|错|√|✓|✔|×|✗|✘|y|n|t|f)$/i],
  ['date', /^\D*(?:19|20)\d\d[年/.-]\d{1,2}(?:[月/.-]\d{1,2}日?|月|月份|月底)?(?:\D|$)/],
  ['date', /^\D*(?:19|20)\d\d(?:年|[-/]?q[1-4])/i],
  [
    'date',
    /^\d{1,2}月(?:份|\d|$)|\d{1,2}[日号]$|季度$|^\d{1,2}:\d\d(?::\d\d)?$|^\d{1,2}[/-]\d{1,2}[/-]\d{2,4}$/,
  ],
  ['date', new RegExp(`^${HAN}{1,4}(?:年|月)|^${HAN}+月?${HAN}+[日号]$`)],
  ['ordinal', /第|^[(]?\d+[)、](?!\d)|^\d+\.$|^[①-⓿㈠-㉃㊀-㊉❶-➓Ⅰ-ⅻ]|^no\.?\d|^№|\d#$/i],
  ['ordinal', new RegExp(`^\\(?${HAN}+(?:[)、.]|是)|^\\(${HAN}+\\)$`)],
  ['fraction', /^\D*\d+(?:\.\d+)?[/⁄:]\d+(?:\.\d+)?\D*$|[¼½¾⅐-⅞]|分之/],
];

/** Names the reason; `words` where nothing better is known. `text` in half width, without spaces. */
export function whyUnclear(text: string): UnclearReason {
  for (const [why, sign] of SIGNS) if (sign.test(text)) return why;
  const range = RANGE.exec(text);
  if (range) {
    const [from, to] = text.split(/[-–—―−~〜～至到]/);
    return isYear(from) && isYear(to) ? 'date' : 'range';
  }
  const runs = text.match(/\d+(?:\.\d+)?/g) ?? [];
  if (/^[^\d]*\d+(?:(?:[,'’.]\d+)*[,'’]\d+|(?:\.\d+){2,})[^\d]*$/.test(text))
    return 'ambiguous_separator';
  return runs.length > 1 ? 'two_numbers' : 'words';
}
