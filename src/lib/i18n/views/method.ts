/** Words of the method page. */
import type {
  AggregateMethod,
  Locale,
  NoImportance,
  NormaliseSpec,
  WeighSpec,
} from '#lib/model/index.ts';
import { formatPercent, formatPlain } from '../format.ts';

type Methods = { readonly [Name in NormaliseSpec['method']]: string };

const number = (value: number) => formatPlain(value);

const zh = {
  title: (scheme: string) => `方法：${scheme}`,
  finding: (dimensions: number, indicators: number) =>
    `指数由 ${dimensions} 个维度、${indicators} 项指标构成`,
  equal: '各维度权重相等',
  unequal: (name: string, share: string) => `权重最大的维度是${name}（${share}）`,
  achieved: (most: string, least: string) =>
    `在本年数据中，实际作用最大的维度是${most}，最小的是${least}`,
  join: '；',
  stop: '。',
  sections: {
    scheme: '方案',
    weights: '层次与权重',
    normalise: '归一化',
    rules: '计算规则',
    bands: '等级',
    correlations: '指标之间的相关',
    agreement: '两种算法的核对',
    editions: '版次台账',
    downloads: '下载',
  },
  jump: '本页内容',
  scheme: {
    id: '编号与版本',
    effective: '生效日期',
    hash: 'SHA-256',
    weights: '权重性质',
    file: '方案文件（JSON）',
    schema: '方案文件的格式说明（JSON Schema）',
    rules: '计算方法全文（每个公式一条编号规则）',
  },
  weights: {
    figure: (scheme: string) => `${scheme}：层次与权重`,
    unit: '占总指数的权重，%',
    intro:
      '“给定权重”是方案里写的；“实际作用”是该元素单独能解释的总分差异（相关比），取本年参与排名的同级机构。实际作用比 1.00 表示与权重相称，大于 1 表示作用超过权重。',
    element: '元素',
    nominal: '同级权重',
    effective: '占总指数',
    pearson2: '与总分相关²',
    achieved: '实际作用',
    ratio: '实际作用比',
    none: {
      few_units: '机构太少',
      constant: '取值全同',
    } satisfies Record<NoImportance, string>,
    restsOn: (n: number) => `据 ${n} 家参与排名的机构。`,
    derived: (method: string) => `权重来源：${method}。`,
    weigh: {
      given: '按方案给定',
      equal: '等权',
      budget: '专家预算分配',
      ahp: '层次分析法',
      pca: '第一主成分',
      factor: '因子分析',
      equal_influence: '等影响',
    } satisfies Record<WeighSpec['method'], string>,
  },
  normalise: {
    indicator: '指标',
    direction: '方向',
    up: '越大越好',
    down: '越小越好',
    method: '方法',
    parameters: '参数',
    valueRange: '可能取值',
    methods: {
      minmax: '极差法',
      goalposts: '固定门柱',
      scaled: '固定门柱（不截断）',
      target: '目标实现程度',
      distance_to_max: '距最优',
      distance_to_reference: '距参照机构',
      fraction_of_max: '与最优之比',
      zscore: '标准分',
      rank: '名次',
      borda: '博尔达计分',
      percentile_rank: '百分位',
      none: '不变换',
    } satisfies Methods,
    range: (low: number, high: number) => `折算为 ${number(low)}–${number(high)} 分`,
    scope: {
      panel: '参数取各年度全部同级机构，得分可跨年比较。',
      period: '参数按年度分别取同级机构，得分不宜跨年比较，名次可以。',
    },
    minmax: (min: number, max: number, n: number) =>
      `最低 ${number(min)}，最高 ${number(max)}（${n} 个有数的机构年度）`,
    goalposts: (low: number, high: number) => `${number(low)} 为 0 分，${number(high)} 为满分`,
    zscore: (mean: number, sd: number) => `均值 ${number(mean)}，标准差 ${number(sd)}`,
    target: (target: number) => `目标值 ${number(target)}`,
    values: (low: number, high: number) => `${number(low)}–${number(high)}`,
    noPeers: '没有同级机构的数据',
  },
  rules: {
    aggregate: (method: string) => `汇总：${method}`,
    aggregates: {
      arithmetic: '加权算术平均，强项可以弥补弱项',
      geometric: '加权几何平均，弱项拉低总分，且要求各项为正',
      harmonic: '加权调和平均，弱项的影响更大，且要求各项为正',
      generalised: '加权广义平均',
      copeland: 'Copeland 两两比较，不可互补',
      kemeny: 'Kemeny 共识排序，不可互补',
      benefit_of_the_doubt: '对各机构最有利的权重（数据包络）',
    } satisfies Record<AggregateMethod, string>,
    availability: (share: number) =>
      `缺数：有数的指标不足 ${formatPercent(share)} 的机构不参与排名；缺失不按零计，其权重由同组其他指标分担。`,
    allDimensions: '任一维度全部缺数的机构不参与排名，也不计总分。',
    imputed: '方案规定了插补；插补的单元格都有标记。',
    notImputed: '不插补：缺数就是缺数。',
    treated: '方案规定了异常值处理；处理过的单元格都有标记。',
    notTreated: '不做异常值处理。',
    ties: (tolerance: string) =>
      `并列：得分之差不超过全距的 ${tolerance} 视为相同，名次并列，其后名次顺延（1、2、2、4）。`,
    noTies: '并列：得分完全相同者名次并列，其后名次顺延（1、2、2、4）。',
    peers: '比较范围：县级机构与市级机构分别排名，从不混排。',
    uncertainty: (what: string, n: string, seed: number) =>
      `名次的不确定性：${what}，模拟 ${n} 次，随机数种子 ${seed}；同一种子得到同样的结果。`,
  },
  bands: { band: '等级', from: '得分不低于', to: '低于' },
  correlations: {
    intro: (n: number) =>
      `标准化后的指标两两之间的皮尔逊相关系数，据 ${n} 家机构。深色表示相关强，负相关带下划线。`,
    alpha: (value: string) => `全部指标的克龙巴赫 α 系数为 ${value}（标准化）。`,
    caption: '指标相关矩阵',
    noFlags: '没有发现重复、相抵或独大的指标。',
    flags: '需要留意',
    redundant: (a: string, b: string, r: string) =>
      `“${a}”与“${b}”几乎说同一件事（r = ${r}），可能重复计算。`,
    opposed_siblings: (a: string, b: string, r: string) =>
      `“${a}”与“${b}”方向相反（r = ${r}），平均时互相抵消。`,
    opposed_to_group: (element: string, group: string, r: string) =>
      `“${element}”与所在的“${group}”负相关（r = ${r}）。`,
    weak_in_group: (element: string, group: string, r: string) =>
      `“${element}”在“${group}”中几乎不起作用（r = ${r}）。`,
    dominant: (element: string, group: string, r: string, next: string) =>
      `“${element}”主导“${group}”（r = ${r}，其次仅 ${next}）。`,
    tooFew: '机构太少，算不出相关。',
  },
  agreement: {
    intro:
      '同一指数由两种互不相干的程序各算一遍：TypeScript 与一条 SQL 语句。发布前和打开页面后各核对一次，不一致就不发布、不导出。',
    published: '发布时的核对',
  },
  editions: {
    intro:
      '已发布的版次锁定后不再改动：结果文件、方案文件与输入数据都记有 SHA-256，改动一个字节就不能再发布。',
    none: '还没有锁定的版次。',
    current: '现行',
    edition: '版次',
    period: '年度',
    cutoff: '截至',
    locked: '锁定日期',
    scheme: '方案',
    reason: '缘由',
    changes: '与上一版相比',
    first: '第一版',
    hashes: '校验值',
    result: '结果',
    inputs: (n: number) => `${n} 个输入文件`,
    tool: (version: string) => `程序版本 ${version}`,
    unlocked: '尚未锁定',
    succeeds: (id: string) => `接替 ${id} 版`,
  },
  downloads: {
    intro: '页面所用的全部数据都可下载；表格以 Parquet 和原始 CSV 两种形式提供。',
    parquet: (layer: string) => `${layer}（Parquet）`,
    raw: '原始表格（CSV）',
    all: '全部数据文件与来源',
    manifest: '清单（manifest.json，含全部校验值）',
  },
};

export type MethodMessages = typeof zh;

const en: MethodMessages = {
  title: (scheme) => `Method: ${scheme}`,
  finding: (dimensions, indicators) =>
    `The index has ${dimensions} dimensions and ${indicators} indicators`,
  equal: 'all dimensions weigh the same',
  unequal: (name, share) => `the heaviest dimension is ${name} (${share})`,
  achieved: (most, least) => `in this year's data ${most} counts most in fact, ${least} least`,
  join: '; ',
  stop: '.',
  sections: {
    scheme: 'Scheme',
    weights: 'Hierarchy and weights',
    normalise: 'Normalisation',
    rules: 'Rules',
    bands: 'Bands',
    correlations: 'Correlations between indicators',
    agreement: 'Agreement of two computations',
    editions: 'Ledger of editions',
    downloads: 'Downloads',
  },
  jump: 'On this page',
  scheme: {
    id: 'Id and version',
    effective: 'In force from',
    hash: 'SHA-256',
    weights: 'Weights are',
    file: 'Scheme file (JSON)',
    schema: 'Format of scheme files (JSON Schema)',
    rules: 'The method in full (one numbered rule a formula; in English)',
  },
  weights: {
    figure: (scheme) => `${scheme}: hierarchy and weights`,
    unit: 'share of the index, %',
    intro:
      'Weights are as the scheme gives them. “Achieved” is the share of the differences in the index that an element accounts for by itself (correlation ratio) among the ranked peers of the year. A ratio of 1.00 is as weighed; above 1 the element counts for more than its weight.',
    element: 'Element',
    nominal: 'Among siblings',
    effective: 'Of the index',
    pearson2: 'Correlation²',
    achieved: 'Achieved',
    ratio: 'Achieved / weight',
    none: { few_units: 'too few', constant: 'all the same' },
    restsOn: (n) => `From ${n} ranked institutions.`,
    derived: (method) => `Weights: ${method}.`,
    weigh: {
      given: 'as given in the scheme',
      equal: 'equal',
      budget: 'budget allocation',
      ahp: 'analytic hierarchy process',
      pca: 'first principal component',
      factor: 'factor analysis',
      equal_influence: 'equal influence',
    },
  },
  normalise: {
    indicator: 'Indicator',
    direction: 'Direction',
    up: 'more is better',
    down: 'less is better',
    method: 'Method',
    parameters: 'Parameters',
    valueRange: 'Possible values',
    methods: {
      minmax: 'min-max',
      goalposts: 'goalposts',
      scaled: 'goalposts, not truncated',
      target: 'target attainment',
      distance_to_max: 'distance to the best',
      distance_to_reference: 'distance to a reference',
      fraction_of_max: 'fraction of the best',
      zscore: 'z-score',
      rank: 'rank',
      borda: 'Borda count',
      percentile_rank: 'percentile rank',
      none: 'none',
    },
    range: (low, high) => `stretched to ${number(low)}–${number(high)} points`,
    scope: {
      panel: 'Parameters come from all peers of all years, so that scores compare across years.',
      period:
        'Parameters come from the peers of each year: compare places across years, not scores.',
    },
    minmax: (min, max, n) => `lowest ${number(min)}, highest ${number(max)} (${n} values)`,
    goalposts: (low, high) => `${number(low)} gives 0, ${number(high)} full points`,
    zscore: (mean, sd) => `mean ${number(mean)}, sd ${number(sd)}`,
    target: (target) => `target ${number(target)}`,
    values: (low, high) => `${number(low)}–${number(high)}`,
    noPeers: 'no data of peers',
  },
  rules: {
    aggregate: (method) => `Aggregation: ${method}`,
    aggregates: {
      arithmetic: 'weighted arithmetic mean; strengths make up for weak spots',
      geometric: 'weighted geometric mean; weak spots pull the total down, values must be positive',
      harmonic: 'weighted harmonic mean; weak spots weigh more still, values must be positive',
      generalised: 'weighted generalised mean',
      copeland: 'Copeland pairwise contests, no compensation',
      kemeny: 'Kemeny consensus order, no compensation',
      benefit_of_the_doubt: 'most favourable weights for each institution (benefit of the doubt)',
    },
    availability: (share) =>
      `Missing data: an institution with fewer than ${formatPercent(share)} of the indicators has no place; a missing value is never zero, its weight goes to the others of its group.`,
    allDimensions: 'An institution without any one dimension has no place and no total.',
    imputed: 'The scheme imputes; imputed cells are flagged.',
    notImputed: 'Nothing is imputed: missing is missing.',
    treated: 'The scheme treats outliers; treated cells are flagged.',
    notTreated: 'Outliers are not treated.',
    ties: (tolerance) =>
      `Ties: scores within ${tolerance} of the range share a place, and the places after them are skipped (1, 2, 2, 4).`,
    noTies: 'Ties: equal scores share a place, and the places after them are skipped (1, 2, 2, 4).',
    peers: 'Peers: county and city institutions are ranked apart, never together.',
    uncertainty: (what, n, seed) =>
      `Uncertainty of places: ${what}, ${n} replicates, seed ${seed}; the same seed gives the same result.`,
  },
  bands: { band: 'Band', from: 'Score from', to: 'below' },
  correlations: {
    intro: (n) =>
      `Pearson's correlation of the normalised indicators, from ${n} institutions. Darker is stronger; negative ones are underlined.`,
    alpha: (value) => `Cronbach's alpha of all indicators is ${value} (standardised).`,
    caption: 'Correlation matrix of the indicators',
    noFlags: 'No redundant, opposed or dominant indicator was found.',
    flags: 'To be looked at',
    redundant: (a, b, r) =>
      `“${a}” and “${b}” say nearly the same (r = ${r}) and may be counted twice.`,
    opposed_siblings: (a, b, r) =>
      `“${a}” and “${b}” run against each other (r = ${r}): a mean cancels them.`,
    opposed_to_group: (element, group, r) =>
      `“${element}” runs against “${group}”, which it is part of (r = ${r}).`,
    weak_in_group: (element, group, r) =>
      `“${element}” leaves hardly a trace in “${group}” (r = ${r}).`,
    dominant: (element, group, r, next) =>
      `“${element}” dominates “${group}” (r = ${r}, the next only ${next}).`,
    tooFew: 'Too few institutions for correlations.',
  },
  agreement: {
    intro:
      'The index is computed by two programs that share no code: TypeScript, and one SQL statement. They are compared before publication and again in the page; where they differ nothing is published or exported.',
    published: 'At publication',
  },
  editions: {
    intro:
      'A published edition is locked: the SHA-256 of its result, its scheme and its inputs are on record, and with one byte changed nothing is published any more.',
    none: 'No edition has been locked yet.',
    current: 'in force',
    edition: 'Edition',
    period: 'Year',
    cutoff: 'Cut-off',
    locked: 'Locked on',
    scheme: 'Scheme',
    reason: 'Reason',
    changes: 'Changes since the edition before',
    first: 'first edition',
    hashes: 'Hashes',
    result: 'result',
    inputs: (n) => `${n} input ${n === 1 ? 'file' : 'files'}`,
    tool: (version) => `tool version ${version}`,
    unlocked: 'not locked yet',
    succeeds: (id: string) => `in place of ${id}`,
  },
  downloads: {
    intro: 'Everything the pages use can be downloaded, as Parquet and as the raw CSV tables.',
    parquet: (layer) => `${layer} (Parquet)`,
    raw: 'Raw tables (CSV)',
    all: 'All data files and sources',
    manifest: 'Manifest (manifest.json, with all hashes)',
  },
};

const MESSAGES: Readonly<Record<Locale, MethodMessages>> = { zh, en };

export const methodMessages = (locale: Locale): MethodMessages => MESSAGES[locale];
