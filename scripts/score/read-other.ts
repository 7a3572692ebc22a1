import { existsSync } from 'node:fs';
import type { Scheme, UnitTable } from '#lib/model/index.ts';
import type { Options } from './options.ts';
import { problem, stopOn } from './problem.ts';
import { readData } from './read-data.ts';
import { readScheme, schemePath } from './read-scheme.ts';
import { periodsOf } from './report.ts';
import type { DataSource, Report } from './report.ts';
import { mergeTables } from './unit-table.ts';

/** What the ranking is compared with: the side before. */
export interface Other {
  readonly scheme: Scheme;
  readonly source: DataSource;
  /** The same object on both sides where the rows are the same. */
  readonly before: UnitTable;
  readonly after: UnitTable;
  /** Periods of the two sides, a pair for each comparison. */
  readonly periods: readonly { readonly before: string; readonly after: string }[];
}

/**
 * The other side of the comparison that the options ask for, null when they ask for none: another
 * period, scheme, table, or two of these. Throws InputError.
 */
export async function readOther(
  report: Report,
  options: Options,
  editionFolder: string,
): Promise<Other | null> {
  const { compare, compareData } = options;
  if (compare === null && compareData === null) return null;
  const isScheme =
    compare !== null &&
    !allPeriods(report.table).includes(compare) &&
    existsSync(schemePath(compare));
  const scheme = isScheme ? (await readScheme(compare, '--compare')).scheme : report.scheme;
  const { table, source } =
    compareData === null && !isScheme
      ? report
      : await readData(
          compareData ?? options.data,
          compareData === null ? '--data' : '--compare-data',
          scheme,
          { ...options, editionFolder },
        );
  const merged = mergeTables(table, report.table);
  return {
    scheme,
    source,
    before: merged ?? table,
    after: merged ?? report.table,
    periods:
      compare === null || isScheme
        ? commonPeriods(report, table)
        : [otherPeriod(report, table, compare, options.period)],
  };
}

const allPeriods = ({ rows }: UnitTable): string[] =>
  [...new Set(rows.map(({ period }) => period))].sort();

/** The period that is asked for there, and the one to print, else the last, here. */
function otherPeriod(report: Report, there: UnitTable, before: string, period: string | null) {
  const known = allPeriods(there).filter((word) => word !== '');
  const list = known.join(', ');
  stopOn(
    known.includes(before)
      ? []
      : [
          problem(
            '--compare',
            `既不是方案，也不是数据中的时期（有：${list || '无'}）`,
            `is no scheme, nor a period of the data (there are: ${list || 'none'})`,
            { found: before },
          ),
        ],
  );
  const after = period ?? periodsOf(report).at(-1)!;
  stopOn(
    there === report.table && before === after
      ? [
          problem(
            '--compare',
            '与所输出的时期相同；请用 --period 指定另一时期',
            'is the period that is printed: name another by --period',
            { found: before },
          ),
        ]
      : [],
  );
  return { before, after };
}

/** Every printed period that the other table has too; where each has one only, those. */
function commonPeriods(report: Report, there: UnitTable): Other['periods'] {
  const here = periodsOf(report);
  const known = allPeriods(there);
  const common = here.filter((period) => known.includes(period));
  if (common.length > 0) return common.map((period) => ({ before: period, after: period }));
  if (here.length === 1 && known.length === 1) return [{ before: known[0]!, after: here[0]! }];
  const list = known.join(', ');
  stopOn([
    problem(
      '--compare-data',
      `两份数据没有相同的时期；请用 --compare 写明另一方的时期，可选：${list}`,
      `the two have no period in common: name the other side’s by --compare; there are: ${list}`,
    ),
  ]);
  return [];
}
