/** What a table is about where its rows and columns do not say: from its title, sheet and file. */
import type { Period } from '../period.ts';
import { tidyName } from '../values/tidy-name.ts';
import type { Meanings } from './meanings.ts';
import { findPeriod, periodOfName } from './periods.ts';
import type { Preamble, Told } from './preamble.ts';
import type { TableDefaults } from './records.ts';
import type { Surroundings } from './sheet-reading.ts';
import { lanesWith, type Table } from './table.ts';

export function defaultsOf(
  meanings: Meanings,
  table: Table,
  tables: readonly Table[],
  { file, sheet, period, cover = null }: Surroundings,
): TableDefaults {
  const first = tables[0] ?? table;
  const above = first === table ? null : first.preamble;
  const own =
    table.preamble.period ?? inherited(table.preamble, above) ?? periodOfName(sheet) ?? null;
  return {
    period: own ?? cover ?? periodOfName(file) ?? period,
    isFromCover: own === null && cover !== null,
    unit: table.preamble.unit ?? (bare(table.preamble) ? (above?.unit ?? null) : null),
    place: placeOf(meanings, table, above, file, sheet),
    indicator: indicatorOf(meanings, table),
  };
}

const bare = ({ titles }: Preamble): boolean => titles.length === 0;

/** The title of the sheet holds for its later tables, unless they have one of their own like it. */
function inherited(own: Preamble, first: Preamble | null): Period | null {
  if (!first) return null;
  return bare(own) || first.titles.length > 1 ? first.period : null;
}

function placeOf(
  meanings: Meanings,
  table: Table,
  above: Preamble | null,
  file: string,
  sheet: string,
): TableDefaults['place'] {
  const told = table.preamble.place ?? above?.place;
  if (told) return { text: told.told, cell: told.cell };
  const names = [sheet, file.replace(/^.*\//, '').replace(/\.\w{2,7}$/, '')];
  const known = names
    .flatMap((name) => [name, findPeriod(name)?.rest ?? ''])
    .find((name) => meanings.isPlace(name));
  return known === undefined ? null : { text: known, cell: null };
}

/** Asked only where columns are periods or places and no row names an indicator. */
function indicatorOf(meanings: Meanings, { lanes, preamble }: Table): TableDefaults['indicator'] {
  const open = lanes.some(({ is }) => is.kind === 'value' && is.indicator === null);
  if (!open || lanesWith(lanes, 'indicator').length > 0) return null;
  const titles = preamble.titles.filter(({ told }) => told.length <= 60);
  for (const title of titles)
    for (const text of [title.told, ...shorter(meanings, title.told)]) {
      const match = meanings.heading([text]);
      if (match.kind === 'indicator' || match.kind === 'computed')
        return { match, path: [text], cell: title.cell };
    }
  const [title] = titles;
  return title ? unknownTitle(meanings, title) : null;
}

function unknownTitle(
  meanings: Meanings,
  { told, cell }: Told<string>,
): TableDefaults['indicator'] {
  return { match: meanings.heading([told]), path: [told], cell };
}

const WHOSE = /^(?:全[省市县区州国]|各(?:县|市|地|区|机构)(?:\(?[市县区、]+\)?)*|分(?:县|市|地区))/;
const KIND =
  /(?:统计|汇总|一览|明细|情况|数据|变化|对比|年度|分年|历年|分年度)*(?:表|情况|统计|汇总)$/;

/** 示例市2021—2025年社会公用计量标准数量统计表 without place, period and the word for a table. */
function* shorter(meanings: Meanings, title: string): Iterable<string> {
  const unit = /[(（](?:单位[:：])?[^()（）]*[)）]$/.exec(title)?.[0] ?? '';
  let text = tidyName(title.slice(0, title.length - unit.length)).replace(
    /^(?:表|附表|附件)\d*[:.、-]?/,
    '',
  );
  text = findPeriod(text)?.rest ?? text;
  text = text.replace(KIND, '');
  yield text;
  for (let length = Math.min(24, text.length - 2); length >= 2; length--)
    if (meanings.isPlace(text.slice(0, length))) {
      text = text.slice(length);
      break;
    }
  text = text.replace(WHOSE, '').replace(/^的/, '');
  yield text;
  yield text.replace(/^(?:历年|近年来?|各年)/, '');
}
