import type { Place, SchemeFault } from './fault.ts';
import { fault } from './fault.ts';

/** A range of weights must be in order and hold the weight itself (R110). */
export const checkWeightRange = (places: readonly Place[]): SchemeFault[] =>
  places.flatMap(({ node: { weight, weight_range }, path }) => {
    if (!weight_range) return [];
    const [low, high] = weight_range;
    if (low > high)
      return [
        fault(
          `${path}/weight_range`,
          weight_range,
          '权重范围的下限不能大于上限',
          'the lowest weight is above the highest; exchange them',
        ),
      ];
    return weight < low || weight > high
      ? [
          fault(
            `${path}/weight_range`,
            { weight, weight_range },
            '权重不在自己的范围内，请改权重或改范围',
            'the weight lies outside its own range; change one of the two',
          ),
        ]
      : [];
  });
