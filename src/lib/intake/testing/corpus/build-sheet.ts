/** The clean table laid out as the options say, with what must come out of each of its cells. */
import { corpusPlaces, lastYear, type Place } from './folder.ts';
import type { Options } from './options.ts';
import type { Choices } from './random.ts';
import { SheetBuilder, type Sheet } from './sheet.ts';
import { spell } from './spell.ts';
import { INDICATORS, truth, value, type CorpusIndicator, type Told } from './truth.ts';

export const PERIOD = '2026';
const BEFORE = '2025';
/** Reorganised in 2023. */
const REORGANISED = 'syn-990122';
const OLD = { name: '戊县', code: '990122' };

export interface Source {
  readonly options: Options;
  readonly choose: Choices;
}

/** Name of the file, without its ending. */
export const fileStem = ({ period }: Options): string =>
  period === 'file' ? `${PERIOD}年县级机构统计表` : '县级机构统计表';

const PLACES = [...corpusPlaces().values()].filter(({ id }) => truth().has(id));
const TRUTH = truth();
const LAST = lastYear();

/** What is told of an institution's indicator in a year of the table. */
function toldOf(place: Place, { code }: CorpusIndicator, period: string): Told {
  if (period === PERIOD) return TRUTH.get(place.id)?.get(code) ?? { kind: 'silent' };
  const number = LAST.get(place.id)?.get(code);
  return number === undefined ? { kind: 'silent' } : value(number);
}

/** Headings of the lanes that say whose the values are. */
function placeHeadings({ place }: Options): string[] {
  switch (place) {
    case 'institution':
      return ['机构名称'];
    case 'region':
    case 'old_name':
    case 'spaced':
      return ['县（市、区）'];
    case 'code':
    case 'old_code':
      return ['行政区划代码'];
    case 'code_and_name':
      return ['行政区划代码', '地区'];
    case 'id':
      return ['机构编号'];
    case 'city_and_region':
      return ['设区市', '县（市、区）'];
  }
}

function placeTexts(place: Place, { place: how, gaps }: Options, at: number): string[] {
  const old = place.id === REORGANISED;
  switch (how) {
    case 'institution':
      return [place.institution];
    case 'region':
      return [place.region];
    case 'old_name':
      return [old ? OLD.name : place.region];
    case 'spaced':
      return [`\u3000${[...place.region].join(' ')}\u00a0`];
    case 'code':
      return [place.code];
    case 'old_code':
      return [old ? OLD.code : place.code];
    case 'code_and_name':
      return [place.code, place.region];
    case 'id':
      return [place.id];
    case 'city_and_region':
      return [gaps === 'ditto_city' && at > 0 ? '' : place.city, place.region];
  }
}

function heading(
  { code, unit, names }: CorpusIndicator,
  { heading: how }: Options,
  choose: Choices,
): string {
  const name = names[0];
  switch (how) {
    case 'catalogue':
    case 'two_rows':
      return name;
    case 'synonym':
      return choose.of(names);
    case 'unit_in_brackets':
      return `${name}（${unit}）`;
    case 'spaced':
      return [...name].join(choose.of([' ', '\u3000', '\u00a0']));
    case 'code':
      return code;
    case 'line_break':
      return `${name.slice(0, 4)}\n${name.slice(4)}`;
  }
}

/** Indicators of the table: those of one unit, where a line above it tells the unit of all. */
const indicatorsOf = ({ unitRow }: Options) =>
  unitRow === 'line' ? INDICATORS.filter(({ unit }) => unit === '项') : INDICATORS;

/** What stands above the table. */
function addTop(sheet: SheetBuilder, { period, unitRow, below }: Options, width: number): void {
  if (period === 'title' || period === 'cut_off_line' || below === 'signature') {
    const year = period === 'title' ? `${PERIOD}年` : '';
    const row = sheet.addRow([`示例一市${year}县级计量技术机构统计表`]);
    sheet.merge(row, 0, row, width - 1);
  }
  if (period === 'cut_off_line')
    sheet.addRow(['填报单位：示例一市市场监管局', '', `截至${PERIOD}年12月31日`]);
  if (unitRow === 'line') sheet.addRow(['', '', '单位：项']);
}

function addBelow(
  sheet: SheetBuilder,
  { below, extra }: Options,
  first: number,
  indicators: readonly CorpusIndicator[],
): void {
  const lead = Array.from({ length: first }, () => '');
  const numbers = (indicator: CorpusIndicator) =>
    PLACES.flatMap((place) => {
      const told = toldOf(place, indicator, PERIOD);
      return told.kind === 'value' ? [told.value] : [];
    });
  const sum = (indicator: CorpusIndicator) => numbers(indicator).reduce((all, one) => all + one, 0);
  const labelled = (label: string, of: (indicator: CorpusIndicator) => string) => {
    const cells = [...lead];
    // In the first lane with a name; 序号 stays empty.
    cells[extra === 'sequence' ? 1 : 0] = label;
    sheet.addRow([...cells, ...indicators.map(of)]);
  };
  if (below === 'total' || below === 'total_and_note')
    labelled('合计', (indicator) => (indicator.unit === '分' ? '—' : String(sum(indicator))));
  if (below === 'mean')
    labelled('平均', (indicator) => (sum(indicator) / numbers(indicator).length).toFixed(2));
  if (below === 'note' || below === 'total_and_note') {
    sheet.addRow(['注：1.本表由各县（市、区）填报。']);
    sheet.addRow(['2.“—”表示没有数据。']);
  }
  if (below === 'signature')
    sheet.addRow(['填表人：张三', '', '审核人：李四', '填报日期：2027年1月10日']);
}

/** Lanes beside the values: their heading, and the text of a row. */
function extraLane({ extra }: Options): {
  heading: string;
  before: boolean;
  text: (place: Place, at: number) => string;
} | null {
  switch (extra) {
    case 'none':
      return null;
    case 'sequence':
      return { heading: '序号', before: true, text: (_, at) => String(at + 1) };
    case 'note':
      return { heading: '备注', before: false, text: (_, at) => (at === 0 ? '已核实' : '') };
    case 'contact':
      return {
        heading: '联系电话',
        before: false,
        text: (_, at) => `0576-8888${at}${at}${at}${at}`,
      };
    case 'rank':
      return { heading: '排名', before: false, text: (_, at) => String(at + 1) };
    case 'growth':
      return { heading: '同比增长（%）', before: false, text: (_, at) => `${at + 1}.5%` };
    case 'computed':
      return { heading: '注册计量师持证比例（%）', before: false, text: certifiedShare };
  }
}

function certifiedShare(place: Place): string {
  const of = (code: string) => {
    const told = TRUTH.get(place.id)?.get(code);
    return told?.kind === 'value' ? told.value : NaN;
  };
  return `${(((of('TZ3A') + of('TZ3B')) / of('TZ3D')) * 100).toFixed(1)}%`;
}

function wide({ options, choose }: Source): Sheet {
  const sheet = new SheetBuilder();
  const indicators = indicatorsOf(options);
  const extra = extraLane(options);
  const sequence = extra?.before ? [extra.heading] : [];
  const year = options.period === 'column' ? ['年份'] : [];
  const lead = [...sequence, ...placeHeadings(options), ...year];
  const tail = extra && !extra.before ? [extra.heading] : [];
  const first = lead.length;
  const width = first + indicators.length + tail.length;
  addTop(sheet, options, width);

  const names = indicators.map((one) => heading(one, options, choose));
  const header = [...lead, ...names, ...tail];
  if (options.heading === 'two_rows') {
    const top = sheet.addRow([
      ...lead,
      ...indicators.map(({ path }, at) =>
        path[0] === indicators[at - 1]?.path[0] ? null : path[0],
      ),
      ...tail,
    ]);
    sheet.addRow([
      ...lead.map(() => null),
      ...indicators.map(({ path }) => path[1]),
      ...tail.map(() => null),
    ]);
    lead.forEach((_, column) => sheet.merge(top, column, top + 1, column));
    tail.forEach((_, at) => sheet.merge(top, width - 1 - at, top + 1, width - 1 - at));
    indicators.forEach(({ path }, at) => {
      if (path[0] === indicators[at - 1]?.path[0]) return;
      let last = at;
      while (indicators[last + 1]?.path[0] === path[0]) last += 1;
      sheet.merge(top, first + at, top, first + last);
    });
  } else sheet.addRow(header);
  if (options.unitRow === 'row')
    sheet.addRow([...lead.map(() => ''), ...indicators.map(({ unit }) => unit)]);

  PLACES.forEach((place, at) => {
    if (at === 3 && options.gaps === 'blank_rows') sheet.addRow(header.map(() => ''));
    if (at === 3 && options.gaps === 'repeated_header' && options.heading !== 'two_rows')
      sheet.addRow(header);
    if (at === 3 && options.gaps === 'group_rows') sheet.addRow(['二、平原县']);
    const start = [
      ...(extra?.before ? [extra.text(place, at)] : []),
      ...placeTexts(place, options, at),
      ...year.map(() => choose.of([PERIOD, `${PERIOD}年`])),
    ];
    const row = sheet.addRow(start);
    indicators.forEach((indicator, index) => {
      const told = toldOf(place, indicator, PERIOD);
      sheet.put(row, first + index, spell(told, options.style, indicator.unit, choose));
      sheet.expect(
        row,
        first + index,
        { institution_id: place.id, indicator: indicator.code, period: PERIOD },
        told,
      );
    });
    if (extra && !extra.before) sheet.put(row, width - 1, extra.text(place, at));
  });
  addBelow(sheet, options, first, indicators);
  return sheet.finish('统计表');
}

function long({ options, choose }: Source): Sheet {
  const sheet = new SheetBuilder();
  const extra = extraLane(options);
  const beside = extra && (options.extra === 'note' || options.extra === 'contact') ? extra : null;
  const year = options.period === 'column' ? ['年份'] : [];
  const lead = [...(extra?.before ? [extra.heading] : []), ...placeHeadings(options), ...year];
  const withUnit = options.heading !== 'unit_in_brackets';
  const header = [
    ...lead,
    '指标',
    '数值',
    ...(withUnit ? ['计量单位'] : []),
    ...(beside ? [beside.heading] : []),
  ];
  addTop(sheet, options, header.length);
  sheet.addRow(header);
  let count = 0;
  PLACES.forEach((place, at) => {
    if (at === 3 && options.gaps === 'blank_rows') sheet.addRow(header.map(() => ''));
    if (at === 3 && options.gaps === 'repeated_header') sheet.addRow(header);
    for (const indicator of indicatorsOf(options)) {
      const told = toldOf(place, indicator, PERIOD);
      const row = sheet.addRow([
        ...(extra?.before ? [String(++count)] : []),
        ...placeTexts(place, options, at),
        ...year.map(() => `${PERIOD}年度`),
        heading(indicator, options, choose),
        spell(told, options.style, indicator.unit, choose),
        ...(withUnit ? [indicator.unit] : []),
        ...(beside ? [beside.text(place, at)] : []),
      ]);
      sheet.expect(
        row,
        lead.length + 1,
        { institution_id: place.id, indicator: indicator.code, period: PERIOD },
        told,
      );
    }
  });
  addBelow(sheet, options, lead.length, []);
  return sheet.finish('统计表');
}

function transposed({ options, choose }: Source): Sheet {
  const sheet = new SheetBuilder();
  addTop(sheet, options, PLACES.length + 1);
  const rows = placeHeadings(options).map((label, lane) => [
    lane === 0 ? label : label,
    ...PLACES.map((place, at) => placeTexts(place, options, at)[lane] ?? ''),
  ]);
  rows.forEach((cells) => sheet.addRow(cells));
  indicatorsOf(options).forEach((indicator, index) => {
    if (index === 3 && options.gaps === 'blank_rows') sheet.addRow();
    const row = sheet.addRow([heading(indicator, options, choose)]);
    PLACES.forEach((place, at) => {
      const told = toldOf(place, indicator, PERIOD);
      sheet.put(row, at + 1, spell(told, options.style, indicator.unit, choose));
      sheet.expect(
        row,
        at + 1,
        { institution_id: place.id, indicator: indicator.code, period: PERIOD },
        told,
      );
    });
  });
  return sheet.finish('统计表');
}

/** One lane a year, the indicator in a lane of its own. */
function byPeriod({ options, choose }: Source): Sheet {
  const sheet = new SheetBuilder();
  const lead = [...placeHeadings(options), '指标名称'];
  sheet.addRow([...lead, `${BEFORE}年`, `${PERIOD}年`]);
  PLACES.forEach((place, at) => {
    for (const indicator of INDICATORS) {
      const row = sheet.addRow([
        ...placeTexts(place, options, at),
        heading(indicator, options, choose),
      ]);
      [BEFORE, PERIOD].forEach((period, index) => {
        const told = toldOf(place, indicator, period);
        sheet.put(row, lead.length + index, spell(told, options.style, indicator.unit, choose));
        sheet.expect(
          row,
          lead.length + index,
          { institution_id: place.id, indicator: indicator.code, period },
          told,
        );
      });
    }
  });
  return sheet.finish('统计表');
}

/** Groups of lanes a year, the indicators below it. */
function byPeriodGroup({ options, choose }: Source): Sheet {
  const sheet = new SheetBuilder();
  const indicators = INDICATORS.slice(0, 5);
  const lead = placeHeadings(options);
  const top = sheet.addRow([
    ...lead,
    ...[BEFORE, PERIOD].flatMap((period) => [
      `${period}年`,
      ...indicators.slice(1).map(() => null),
    ]),
  ]);
  sheet.addRow([
    ...lead.map(() => null),
    ...indicators.map(({ names }) => names[0]),
    ...indicators.map(({ names }) => names[0]),
  ]);
  lead.forEach((_, column) => sheet.merge(top, column, top + 1, column));
  [0, 1].forEach((group) => {
    const left = lead.length + group * indicators.length;
    sheet.merge(top, left, top, left + indicators.length - 1);
  });
  PLACES.forEach((place, at) => {
    const row = sheet.addRow(placeTexts(place, options, at));
    [BEFORE, PERIOD].forEach((period, group) =>
      indicators.forEach((indicator, index) => {
        const column = lead.length + group * indicators.length + index;
        const told = toldOf(place, indicator, period);
        sheet.put(row, column, spell(told, options.style, indicator.unit, choose));
        sheet.expect(
          row,
          column,
          { institution_id: place.id, indicator: indicator.code, period },
          told,
        );
      }),
    );
  });
  return sheet.finish('统计表');
}

export function buildSheet(source: Source): Sheet {
  switch (source.options.layout) {
    case 'wide':
      return wide(source);
    case 'long':
      return long(source);
    case 'transposed':
      return transposed(source);
    case 'by_period':
      return byPeriod(source);
    case 'by_period_group':
      return byPeriodGroup(source);
  }
}
