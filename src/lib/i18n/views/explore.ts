/** Words of the explore page. */
import type { Locale, TableName } from '#lib/model/index.ts';
import { formatBytes } from '../format.ts';

type Groupings = 'city' | 'region' | 'institution' | 'period' | 'level' | 'peer_group' | 'class';
type Aggregates = 'count' | 'sum' | 'mean' | 'median' | 'min' | 'max';
type Faults =
  'empty' | 'unclosed' | 'several' | 'not_a_question' | 'forbidden' | 'file' | 'too_long';

const zh = {
  title: '自选查询',
  figureTitle: (measure: string, aggregate: string, by: string, where: string) =>
    `${where}${measure}${aggregate}${by === '' ? '' : `（按${by}）`}`,
  measures: '指标（最多 4 项）',
  addMeasure: '添加指标…',
  fullMeasures: '已选 4 项',
  remove: (name: string) => `移除 ${name}`,
  by: '分组',
  second: '再分组',
  nothing: '不分组',
  grouping: {
    city: '城市',
    region: '县（市、区）',
    institution: '机构',
    period: '年度',
    level: '层级',
    peer_group: '同类组',
    class: '机构等次',
  } satisfies Record<Groupings, string>,
  aggregate: '计算',
  aggregates: {
    count: '有数值的个数',
    sum: '合计',
    mean: '平均',
    median: '中位数',
    min: '最小值',
    max: '最大值',
  } satisfies Record<Aggregates, string>,
  countUnit: '个',
  period: '年度',
  allPeriods: '各年度',
  level: '层级',
  allLevels: '全部层级',
  chart: '图形',
  charts: { bars: '条形', lines: '折线（按年度）' },
  none: '未归入',
  all: '全部',
  where: (scope: string, period: string | null) =>
    period === null ? `${scope}各年度` : `${scope} ${period} 年度`,
  n: (n: number, missing: number, hedged: number) =>
    [
      `${n} 个值`,
      ...(missing > 0 ? [`缺 ${missing}`] : []),
      ...(hedged > 0 ? [`含约数 ${hedged}`] : []),
    ].join('，'),
  columns: {
    n: (measure: string) => `${measure}：参与计算的个数`,
    missing: (measure: string) => `${measure}：缺数个数`,
    hedged: (measure: string) => `${measure}：约数个数`,
  },
  table: '结果',
  noRows: '没有符合条件的观测值。请放宽条件，或换一项指标。',
  finding: {
    highest: (measure: string, aggregate: string, name: string, value: string) =>
      `${measure}${aggregate}以${name}最高（${value}）`,
    lowest: (name: string, value: string) => `${name}最低（${value}）`,
    one: (measure: string, aggregate: string, value: string) => `${measure}${aggregate}为 ${value}`,
    same: (measure: string, aggregate: string, value: string) =>
      `各组${measure}${aggregate}相同（${value}）`,
    missing: (n: number) => `另有 ${n} 个缺数未计入`,
    none: '没有可显示的结果',
  },
  notes: {
    missing: '缺数不计入，也不作零；每个结果下注明参与计算的个数与缺数个数。',
    unweighted: '比例为各机构比例的简单平均，未按分母加权。',
    hedged: '含“余”“约”等约数，按所印数字计算。',
    chartFirst: (name: string) => `图中只画第一项指标（${name}）；单位不同的指标不画在同一坐标上。`,
    engine: {
      duckdb: '由 DuckDB 计算。',
      typescript: '由内置引擎按与 DuckDB 相同的规则计算；DuckDB 没有参与这次计算。',
      scored: '得分与名次由计分程序给出，只含参与排名的机构。',
    },
    firstOnly: (n: number, all: number) => `图中只画前 ${n} 组，共 ${all} 组；全部见表。`,
  },
  refusal: {
    noSum: (name: string, kind: string) =>
      `“${name}”是${kind}，相加没有意义，未计算。请改用平均、中位数、最小或最大值。`,
    noMean: (name: string, kind: string) =>
      `“${name}”是${kind}，不能求平均或中位数，未计算。请改用个数、最小或最大值。`,
    stockYears: (name: string) =>
      `“${name}”是年末存量，跨年度相加会重复计数，未计算。请选定一个年度，或按年度分组。`,
    units: (name: string) =>
      `“${name}”在同一组内有不止一种单位，不能合并计算，相应各组未给出结果。`,
    lines: '折线需按年度分组；请把“年度”选为分组之一。',
  },
  kind: {
    stock: '存量',
    flow: '流量',
    ratio: '比例',
    growth: '增长率',
    rank: '名次',
    target: '目标值',
    category: '类别',
    index: '得分',
  },
  layerNote: '每次只查一层数据，各层互不合并。',
  failed: (reason: string) => `未能取得结果：${reason}`,
  loading: '正在计算…',
  tables: {
    title: '数据表',
    intro: '以下是全部数据表与各列的含义；可逐页查看（每页 200 行），也可下载 CSV。',
    show: (name: string) => `查看“${name}”`,
    hide: '收起',
    rows: (n: number) => `${n} 行`,
    noRows: '本层数据没有这张表的内容',
    page: (page: number, pages: number) => `第 ${page} 页，共 ${pages} 页`,
    previous: '上一页',
    next: '下一页',
    download: '下载 CSV（全部行）',
    columnsOf: (name: string) => `“${name}”各列的含义`,
    column: '列',
    type: '类型',
    meaning: '含义',
    required: '必填',
    loading: '正在读取表…',
    types: { string: '文字', double: '数值', int32: '整数', boolean: '是否', date: '日期' },
    meanings: {
      observation: '观测值：一家机构（或一个地区）一项指标在一个时期的数值、修饰、来源',
      institution: '机构：名称、所在地区、层级、性质、等次、同类组',
      region: '行政区划：代码、名称、上级、有效期、示意图中的位置',
      indicator: '指标目录：名称、单位、方向、维度、定义、取值范围',
      source: '来源：文件、发布单位、日期、等级、许可',
      target: '目标：口径、比较方式、目标值、期限',
      event: '大事记：日期、类别、摘要',
      check: '一致性核对：规则、算得、所载、结论',
      activity: '工作计划：培训、比对、竞赛、帮扶的需求、计划与完成情况',
      published: '已公布结果：各版次公布的得分与名次，不再重算',
      series_break: '口径变化：哪一年起与以前不可比，为什么',
    } satisfies Record<TableName, string>,
  },
  measureList: '可选指标',
  observed: (n: number) => `本层有观测值的指标 ${n} 项`,
  sql: {
    title: 'SQL 查询',
    intro:
      '供熟悉 SQL 的人使用。只读：只接受一条 SELECT、WITH、DESCRIBE 或 SHOW 语句；数据库不能写入，也读不到文件和网络。最多显示 2000 行，15 秒未完即停止。语句只留在本页内存中。',
    label: 'SQL 语句',
    run: '执行（Ctrl+Enter）',
    cancel: '取消',
    running: '正在执行…',
    starting: '正在启动 DuckDB…',
    fetchAndRun: (bytes: number) => `下载 DuckDB（${formatBytes(bytes)}）并执行（Ctrl+Enter）`,
    unavailable: (reason: string) =>
      `DuckDB 不能运行（${reason}），SQL 查询不可用；上面的自选指标与数据表由内置引擎提供，不受影响。`,
    examples: '示例',
    history: '本页执行过的语句',
    answered: (rows: number) => `${rows} 行`,
    cut: (rows: number) => `只显示前 ${rows} 行，其余未取。请加 LIMIT、WHERE 或先汇总。`,
    drawn: (shown: number, all: number) => `页面列出前 ${shown} 行，共 ${all} 行；全部在 CSV 中。`,
    empty: '语句执行了，结果为空。',
    result: '查询结果',
    download: '下载结果 CSV',
    own: (text: string) => `DuckDB 的提示：${text}`,
    fault: {
      empty: () => '没有语句。',
      unclosed: () => '引号或注释没有结束。',
      several: () => '一次只能执行一条语句。',
      not_a_question: (word: string) =>
        `“${word}”不是查询。只接受以 SELECT、WITH、DESCRIBE 或 SHOW 开头的语句。`,
      forbidden: (word: string) =>
        `不允许使用“${word}”：本页只读，不能写入、改设置或读取外部内容。`,
      file: (word: string) => `不能读取文件“${word}”。可查的表见“数据表”。`,
      too_long: () => '语句过长。',
    } satisfies Record<Faults, (word: string) => string>,
    error: {
      query_failed: '语句有错。',
      deadline: '15 秒内没有算完，已停止。请缩小范围或先汇总。',
      aborted: '已取消。',
      decode_failed: '结果中有不能显示的类型。请在语句里写成 cast(列名 as varchar)。',
      engine_crashed: 'DuckDB 运行中断，正在重新启动；请改写语句后再试。',
      other: '未能执行。',
    },
    exampleNames: [
      '各县近年标准数',
      '持证比例低于 80% 的机构',
      '缺数最多的指标',
      '有哪些表',
      '表的各列',
    ],
  },
};

export type ExploreMessages = typeof zh;

const en: ExploreMessages = {
  title: 'Explore',
  figureTitle: (measure, aggregate, by, where) =>
    `${measure}, ${aggregate}${by === '' ? '' : ` by ${by}`}${where}`,
  measures: 'Measures (at most 4)',
  addMeasure: 'Add a measure…',
  fullMeasures: '4 chosen',
  remove: (name) => `Remove ${name}`,
  by: 'Group by',
  second: 'then by',
  nothing: 'nothing',
  grouping: {
    city: 'city',
    region: 'county',
    institution: 'institution',
    period: 'year',
    level: 'level',
    peer_group: 'peer group',
    class: 'class',
  },
  aggregate: 'Compute',
  aggregates: {
    count: 'number of values',
    sum: 'sum',
    mean: 'mean',
    median: 'median',
    min: 'minimum',
    max: 'maximum',
  },
  countUnit: 'values',
  period: 'Year',
  allPeriods: 'all years',
  level: 'Level',
  allLevels: 'all levels',
  chart: 'Chart',
  charts: { bars: 'bars', lines: 'lines over years' },
  none: 'in none',
  all: 'all',
  where: (scope, period) => `: ${scope}, ${period ?? 'all years'}`,
  n: (n, missing, hedged) =>
    [
      `n = ${n}`,
      ...(missing > 0 ? [`${missing} missing`] : []),
      ...(hedged > 0 ? [`${hedged} approximate`] : []),
    ].join(', '),
  columns: {
    n: (measure) => `${measure}: values used`,
    missing: (measure) => `${measure}: missing`,
    hedged: (measure) => `${measure}: approximate`,
  },
  table: 'Result',
  noRows: 'No observation fits. Widen the filters or take another measure.',
  finding: {
    highest: (measure, aggregate, name, value) =>
      `${measure}, ${aggregate}: ${name} is highest (${value})`,
    lowest: (name, value) => `${name} is lowest (${value})`,
    one: (measure, aggregate, value) => `${measure}, ${aggregate}: ${value}`,
    same: (measure, aggregate, value) =>
      `${measure}, ${aggregate}: the same in all groups (${value})`,
    missing: (n) => `${n} missing and left out`,
    none: 'Nothing to show',
  },
  notes: {
    missing:
      'What is missing is left out and never zero; every result says how many values went in and how many are missing.',
    unweighted: 'Of ratios this is the plain mean over institutions, not weighted by denominators.',
    hedged: 'Approximate numbers (余, 约 …) count as printed.',
    chartFirst: (name) =>
      `The chart shows the first measure (${name}); measures of different units are not drawn on one scale.`,
    engine: {
      duckdb: 'Computed by DuckDB.',
      typescript:
        'Computed by the built-in engine by the same rules as DuckDB, which had no part in this answer.',
      scored: 'Scores and ranks come from the scoring program and are of ranked institutions only.',
    },
    firstOnly: (n, all) =>
      `The chart shows the first ${n} of ${all} groups; the table has them all.`,
  },
  refusal: {
    noSum: (name, kind) =>
      `“${name}” is a ${kind}: adding it up means nothing, so it was not done. Take mean, median, minimum or maximum.`,
    noMean: (name, kind) =>
      `“${name}” is a ${kind}: it has no mean or median, so none was computed. Take count, minimum or maximum.`,
    stockYears: (name) =>
      `“${name}” is a stock: adding it up over years counts it again and again, so it was not done. Choose one year, or group by year.`,
    units: (name) =>
      `“${name}” comes in more than one unit within a group; these were not put together.`,
    lines: 'Lines run over years: group by year.',
  },
  kind: {
    stock: 'stock',
    flow: 'flow',
    ratio: 'ratio',
    growth: 'growth rate',
    rank: 'rank',
    target: 'target',
    category: 'category',
    index: 'score',
  },
  layerNote: 'One layer at a time: the layers are never put together.',
  failed: (reason) => `No result: ${reason}`,
  loading: 'Computing…',
  tables: {
    title: 'Tables',
    intro:
      'All tables and what their columns mean; look at them 200 rows at a time, or download them as CSV.',
    show: (name) => `Show ${name}`,
    hide: 'Hide',
    rows: (n) => `${n} ${n === 1 ? 'row' : 'rows'}`,
    noRows: 'This layer has nothing in this table',
    page: (page, pages) => `Page ${page} of ${pages}`,
    previous: 'Previous',
    next: 'Next',
    download: 'Download CSV (all rows)',
    columnsOf: (name) => `Columns of “${name}”`,
    column: 'Column',
    type: 'Type',
    meaning: 'Meaning',
    required: 'required',
    loading: 'Reading the table…',
    types: {
      string: 'text',
      double: 'number',
      int32: 'whole number',
      boolean: 'yes/no',
      date: 'day',
    },
    meanings: {
      observation:
        'Observations: one indicator of one institution (or region) in one period, with qualifier and source',
      institution: 'Institutions: name, region, level, legal form, class, peer group',
      region: 'Regions: code, name, parent, validity, place in the tile map',
      indicator: 'Catalogue of indicators: name, unit, direction, dimension, definition, range',
      source: 'Sources: document, publisher, date, quality, licence',
      target: 'Targets: scope, comparison, value, due date',
      event: 'Timeline: date, category, summary',
      check: 'Consistency checks: rule, computed, stated, verdict',
      activity:
        'Work programme: needs, plans and what was done of training, comparisons, competitions, help',
      published: 'Published results: scores and ranks of each edition, never computed again',
      series_break: 'Breaks of series: from which year on, and why',
    },
  },
  measureList: 'Measures',
  observed: (n) => `${n} indicators with observations in this layer`,
  sql: {
    title: 'SQL',
    intro:
      'For those who know SQL. Read-only: one SELECT, WITH, DESCRIBE or SHOW statement; the database cannot be written to and reaches neither files nor network. At most 2,000 rows are shown, and after 15 seconds it stops. Statements stay in the memory of this page.',
    label: 'SQL statement',
    run: 'Run (Ctrl+Enter)',
    cancel: 'Cancel',
    running: 'Running…',
    starting: 'Starting DuckDB…',
    fetchAndRun: (bytes) => `Download DuckDB (${formatBytes(bytes)}) and run (Ctrl+Enter)`,
    unavailable: (reason) =>
      `DuckDB does not run (${reason}), so there is no SQL; measures and tables above come from the built-in engine and are not affected.`,
    examples: 'Examples',
    history: 'Statements run on this page',
    answered: (rows) => `${rows} ${rows === 1 ? 'row' : 'rows'}`,
    cut: (rows) =>
      `Only the first ${rows} rows; the rest was not fetched. Add LIMIT or WHERE, or aggregate first.`,
    drawn: (shown, all) =>
      `The page lists the first ${shown} of ${all} rows; the CSV has them all.`,
    empty: 'The statement ran and gave no rows.',
    result: 'Result',
    download: 'Download result as CSV',
    own: (text) => `DuckDB says: ${text}`,
    fault: {
      empty: () => 'There is no statement.',
      unclosed: () => 'A quote or a comment is not closed.',
      several: () => 'One statement at a time.',
      not_a_question: (word) =>
        `“${word}” is not a question. Statements begin with SELECT, WITH, DESCRIBE or SHOW.`,
      forbidden: (word) =>
        `“${word}” is not allowed: nothing may be written, set or read from outside.`,
      file: (word) => `The file “${word}” cannot be read. See Tables for what there is.`,
      too_long: () => 'The statement is too long.',
    },
    error: {
      query_failed: 'The statement is wrong.',
      deadline: 'Not done within 15 seconds, so it was stopped. Ask for less, or aggregate first.',
      aborted: 'Cancelled.',
      decode_failed: 'The result has a type that cannot be shown. Write cast(column as varchar).',
      engine_crashed:
        'DuckDB broke down and is starting again; change the statement and try again.',
      other: 'It could not be run.',
    },
    exampleNames: [
      'Standards by county and year',
      'Certified share below 80 %',
      'Most gaps by indicator',
      'Which tables there are',
      'Columns of a table',
    ],
  },
};

const MESSAGES: Readonly<Record<Locale, ExploreMessages>> = { zh, en };

export const exploreMessages = (locale: Locale): ExploreMessages => MESSAGES[locale];
