import { LAYERS } from '#lib/model/index.ts';

export const FORMATS = ['table', 'csv', 'json'] as const;
export type Format = (typeof FORMATS)[number];

export const HELP = `npm run score -- --scheme FILE|ID --data FILE|edition [选项 flags]
  --scheme FILE|ID  方案文件，或 data/schemes 中的方案代码
                    scheme file, or the id of one in data/schemes
  --data FILE       CSV(UTF-8)或 Parquet 表；方案的 input 一项说明列名
                    CSV (UTF-8) or Parquet table whose columns the scheme’s input names
  --data edition    static/data 中已发布的数据 the published data in static/data
  --layer LAYER     edition 的数据层 layer of the edition: ${LAYERS.join(' | ')}
  --period PERIOD   只输出该时期，默认全部 only this period (all)
  --format FORMAT   ${FORMATS.join(' | ')} (table)
                    table 保留 2 位小数，csv 和 json 为双精度全部位数
                    table rounds to 2 decimals, csv and json have full double precision
  --steps           同时输出中间各表：原值、归一化值、权重、贡献
                    with the intermediate tables: raw, normalised, weights, contributions
  --lang zh|en      文字语言 language of the words (zh)

分析 analyses
  --uncertainty     蒙特卡洛模拟：每个单元的名次区间与组（梯队）
                    Monte-Carlo simulation: interval of places and tier of every unit
  --sensitivity     名次的不确定性来自哪些假定（Sobol’ 指数）
                    which assumptions the uncertainty of the places comes from (Sobol’ indices)
                    两者用方案的 robustness 一项；没有时权重 ±25%，1000 次，种子 1
                    both by the scheme’s robustness; without one: weights ±25 %, 1000, seed 1
                    --sensitivity 至少 1024 个样本点，除非给出 --replicates
                    --sensitivity: at least 1024 sample points, unless --replicates is given
  --robustness FILE 另用该 JSON 文件中的 robustness 一项 robustness object of this JSON file instead
  --replicates N    模拟次数 number of replicates    --seed N  随机数种子 seed
  --compare X       与另一时期或另一方案（代码或文件）相比：升降、相关、变化的分解
                    compared with another period, or another scheme (id or file): movers,
                    correlations, and where every change comes from
  --compare-data F  与另一数据表（或 edition）相比，可与 --compare 方案并用
                    compared with another table (or edition), also with --compare SCHEME
  --multivariate    相关、Cronbach α、主成分特征值、提示、权重与实际影响
                    correlations, Cronbach’s alpha, eigenvalues, flags, weight and importance
  --inverse UNIT    权重可变范围内的最好与最差名次、升一位所需的最小改进、缺失值的影响
                    best and worst place over the weights, smallest rise, value of missing cells
  --swap A,B        使 A、B 易位的最小权重变化 the smallest change of weights that swaps A and B
  --explain UNIT    一个单元的得分由来，逐步列出规则 how one unit’s score comes about, rule by rule
分析之后 csv 改为长表，每行一个值：section,row,column,value。
With an analysis csv is long, one value a line: section,row,column,value.

有任何错误时退出码为 1，不输出结果。Exits with 1 and prints no result if anything is wrong.

例 examples
  npm run score -- --scheme taizhou --data edition --period 2025
  npm run score -- --scheme src/lib/scoring/examples/asem.scheme.json \\
                   --data src/lib/scoring/examples/asem.csv --format json --steps
  npm run score -- --scheme src/lib/scoring/examples/asem.scheme.json \\
                   --data src/lib/scoring/examples/asem.csv --uncertainty --explain CHE`;
