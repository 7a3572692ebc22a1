import { isGroup } from '#lib/model/index.ts';
import type { Place, SchemeFault } from './fault.ts';
import { fault } from './fault.ts';

/** The values that an indicator can take must leave it more than one (R118, R119). */
export const checkValueRange = (places: readonly Place[]): SchemeFault[] =>
  places.flatMap(({ node, path }) => {
    if (isGroup(node) || !node.value_range) return [];
    const [low, high] = node.value_range;
    return low >= high
      ? [
          fault(
            `${path}/value_range`,
            node.value_range,
            '可能取的最低值须小于最高值，请改其一；不知道范围时请删去 value_range',
            'the lowest possible value must be below the highest: change one of them, or leave value_range out if it is not known',
          ),
        ]
      : [];
  });
