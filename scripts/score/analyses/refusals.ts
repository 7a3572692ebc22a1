import type { LocalText, RankStatus, WeightRefusal } from '#lib/model/index.ts';
import { words } from '../analysis.ts';
import type { Report } from '../report.ts';
import { nameTextOf, reasonText } from '../words.ts';

/** Why a question about weights has no answer that can be proven. */
export function refusalText(report: Report, refusal: WeightRefusal): LocalText {
  const { zh, en } = nameTextOf(report, refusal.element);
  switch (refusal.kind) {
    case 'not_linear':
      return words(
        `“${zh}”的合成不是权重的线性（或对数线性）函数，无法证明极值`,
        `the index is not linear in the weights, nor its logarithm, because of “${en}”: nothing can be proven`,
      );
    case 'derived_weights':
      return words(
        `“${zh}”的权重由数据得出，不能移动`,
        `the weights of “${en}” come from the data and cannot be moved`,
      );
    case 'ranked_set_moves':
      return words(
        `“${zh}”的权重可为 0，此时 ${refusal.unit} 会进入或退出排名`,
        `the weight of “${en}” may become 0, and ${refusal.unit} would enter or leave the ranking`,
      );
  }
}

/** Why a unit has no place, in both languages. */
export const unrankedText = (report: Report, unit: string, status: RankStatus): LocalText =>
  words(
    `${unit} 没有名次：${reasonText(status, report, 'zh')}`,
    `${unit} has no place: ${reasonText(status, report, 'en')}`,
  );
