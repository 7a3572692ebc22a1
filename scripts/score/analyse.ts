import type { Analysis } from './analysis.ts';
import { compareAnalysis } from './analyses/compare.ts';
import { explainAnalysis } from './analyses/explain.ts';
import { inverseAnalysis } from './analyses/inverse.ts';
import { multivariateAnalysis } from './analyses/multivariate.ts';
import { sensitivityAnalysis } from './analyses/sensitivity.ts';
import { swapAnalysis } from './analyses/swap.ts';
import { uncertaintyAnalysis } from './analyses/uncertainty.ts';
import type { Options } from './options.ts';
import { readRobustness } from './read-robustness.ts';
import { readOther } from './read-other.ts';
import type { Report } from './report.ts';

/** Answers what is asked besides the ranking, in the order of the help. Throws InputError. */
export async function analyse(
  report: Report,
  options: Options,
  editionFolder: string,
): Promise<Analysis[]> {
  const asksAssumptions = options.uncertainty || options.sensitivity;
  const assumed = asksAssumptions ? await readRobustness(report.scheme, options) : null;
  const other = await readOther(report, options, editionFolder);
  return [
    ...(assumed && options.uncertainty ? [uncertaintyAnalysis(report, assumed)] : []),
    ...(assumed && options.sensitivity ? [sensitivityAnalysis(report, assumed)] : []),
    ...(other ? [compareAnalysis(report, other)] : []),
    ...(options.multivariate ? [multivariateAnalysis(report)] : []),
    ...(options.inverse === null ? [] : [inverseAnalysis(report, options.inverse)]),
    ...(options.swap ? [swapAnalysis(report, options.swap)] : []),
    ...(options.explain === null ? [] : [explainAnalysis(report, options.explain)]),
  ];
}
