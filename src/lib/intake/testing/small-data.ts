import type { InputFile } from '../raw/read-data.ts';

/** A data folder small enough to see through: one fictional county, one published province. */

const OBSERVATION_HEADER =
  'institution_id,institution,region_code,entity,pillar,indicator,period,value,missing_reason,' +
  'value_text,unit,qualifier,denominator_kind,source_id,locator,revision,note';
const ORIGIN_HEADER = 'origin_file,origin_sheet,origin_cell,raw_text,conversions';

const BASE: Readonly<Record<string, string>> = {
  'edition.json': '{"id":"2025","cutoff":"2025-12-31","layer":"synthetic","scheme":"one"}',
  'sources.csv': `source_id,title,publisher,published,url,quality,licence,layer,note
report,年报,,,,正式文件,,reported,
form,空表,,,,表,,template,
made-up,虚构,,,,虚构,,synthetic,
unused,未引用,,,,虚构,,synthetic,
`,
  'indicators.csv': `indicator,name_zh,name_en,unit_zh,unit_en,direction,dimension,level,measure_kind,data_type,definition_zh,range_min,range_max,basis
A,一级,L1,人,people,higher_better,T3,institution,stock,int,一级,0,100,x
B,二级,L2,人,people,higher_better,T3,institution,stock,int,二级,0,100,x
D,人员,Staff,人,people,neutral,T3,institution,stock,int,人员,0,100,x
R,持证比例,Share,%,%,higher_better,T3,institution,ratio,decimal,比例,0,100,x
N,新增,New,项,items,higher_better,T2,institution,flow,int,新增,0,100,x
K,等次,Class,级,class,higher_better,T6,institution,category,text,等次,,,x
`,
  'rules.csv': `rule_id,kind,indicator,operands,threshold,severity,text_zh,text_en,denominator_kind
R1,ratio,R,A+B/D,,error,比例,ratio,在岗人员
R2,jump,*stock,,0.5,error,变动,jump,
`,
  'schemes/one.json': '{"id":"one","index":{"code":"I","children":[]}}',
  'reported/regions.csv': `region_code,name_zh,name_en,parent_code,level,valid_from,valid_to,successor_code,tile_row,tile_col,source_id,note
210000,辽宁省,Liaoning,,province,2000-01-01,,,,,report,
`,
  'template/regions.csv': `region_code,name_zh,name_en,parent_code,level,valid_from,valid_to,successor_code,tile_row,tile_col,source_id,note
331002,椒江区,Jiaojiang,,county,2000-01-01,,,,,form,
`,
  'synthetic/regions.csv': `region_code,name_zh,name_en,parent_code,level,valid_from,valid_to,successor_code,tile_row,tile_col,source_id,note
990121,甲县,Jia,,county,2000-01-01,2024-12-31,990181,1,1,made-up,
990181,甲市,Jia,,county,2025-01-01,,,1,1,made-up,
`,
  'synthetic/institutions.csv': `institution_id,name_zh,name_en,region_code,level,legal_form,class,class_scheme,valid_from,valid_to,source_id,note
syn-1,甲所,Jia,990181,county,statutory,,,2000-01-01,,made-up,
`,
};

export interface SmallRow {
  readonly indicator: string;
  /** Empty for a missing value; then `reason` is not. */
  readonly value: string;
  readonly reason?: string;
  readonly unit?: string;
  readonly revision?: number;
  readonly text?: string;
  readonly qualifier?: string;
  readonly note?: string;
  readonly kind?: string;
  /** File, sheet, cell, text and conversions, joined by commas; only then has the file the columns. */
  readonly origin?: string;
}

function line(who: string, period: string, source: string, locator: string, row: SmallRow): string {
  const { indicator, value, reason = '', unit = '人', revision = 0 } = row;
  const { text = '', qualifier = 'exact', note = '', kind = '' } = row;
  return [who, '', '', indicator, period, value, reason, text, unit, qualifier, kind]
    .concat([source, locator, String(revision), note])
    .concat(row.origin ?? [])
    .join(',');
}

export interface SmallData {
  /** Rows of the fictional county by year, e.g. { 2025: [...] }. */
  readonly years?: Readonly<Record<string, readonly SmallRow[]>>;
  /** Published rows of the province for 2020. */
  readonly facts?: readonly SmallRow[];
  /** Whole files that replace or join the others. */
  readonly files?: Readonly<Record<string, string>>;
}

/** A yearly file is never empty. */
const NOTHING_NEW: SmallRow = {
  indicator: 'N',
  value: '',
  reason: 'not_reported',
  unit: '项',
};

/** The files of a data folder with the rows given. */
export function smallData({
  years = { 2025: [] },
  facts = [],
  files = {},
}: SmallData): InputFile[] {
  const table = (origins: boolean, lines: readonly string[]) => {
    const header = origins ? `${OBSERVATION_HEADER},${ORIGIN_HEADER}` : OBSERVATION_HEADER;
    return `${[header, ...lines].join('\n')}\n`;
  };
  const all: Record<string, string> = { ...BASE };
  for (const [year, rows] of Object.entries(years)) {
    const who = `syn-1,甲所,${Number(year) < 2025 ? '990121' : '990181'}`;
    all[`synthetic/observations/${year}.csv`] = table(
      rows.some(({ origin }) => origin !== undefined),
      (rows.length > 0 ? rows : [NOTHING_NEW]).map((row) => line(who, year, 'made-up', '', row)),
    );
  }
  all['reported/observations.csv'] = table(
    false,
    facts.map((row) => line(',,210000', '2020', 'report', '一', row)),
  );
  return Object.entries({ ...all, ...files }).map(([path, text]) => ({
    path,
    bytes: new TextEncoder().encode(text),
  }));
}
