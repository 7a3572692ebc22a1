/** Targets and their institutions as table files: full numbers, the words of the screen beside. */
import type { Sheet } from '#lib/export/index.ts';
import {
  actualParts,
  actualText,
  distanceText,
  outlookText,
  quarterText,
  reasonText,
  type TargetWords,
} from '#lib/frame/target-words.ts';
import type { Evaluation, Measure } from '#lib/state/targets/index.ts';
import { missingReasonText } from '#lib/ui/value-words.ts';
import type { TargetGroup } from './model.ts';

/** The number that is compared; null where there is none, or only a bound. */
function numberOf(measure: Measure): number | null {
  switch (measure.kind) {
    case 'each':
    case 'count':
    case 'quarters':
      return measure.met;
    case 'total':
      return measure.sum.low === measure.sum.high ? measure.sum.low : null;
    case 'fact':
      return measure.fact.value;
    case 'none':
      return null;
  }
}

const comparatorText = (comparator: string, words: Readonly<Record<string, string>>): string =>
  words[comparator] ?? comparator;

export function targetSheet({ evaluations, evidence }: TargetGroup, words: TargetWords): Sheet {
  const { t, m, locale, unitOf } = words;
  const c = t.sheet;
  return {
    columns: [
      c.id,
      c.region,
      c.owner,
      c.target,
      c.comparator,
      c.value,
      c.unit,
      c.actualNumber,
      c.actual,
      c.verdict,
      c.reason,
      c.distance,
      c.due,
      c.reached,
      c.outlook,
      c.test,
      c.source,
    ],
    rows: evaluations.map((one) => {
      const { target, measure, verdict, reason, due } = one;
      const source = evidence.sources.find(({ source_id }) => source_id === target.source_id);
      return [
        target.target_id,
        evidence.regions[target.region_code]?.[locale] ?? target.region_code,
        target.owner,
        locale === 'zh' ? target.name_zh : target.name_en,
        comparatorText(target.comparator, c.comparators),
        target.value,
        unitOf(one),
        reason === 'not_begun' ? null : numberOf(measure),
        [actualText(one, words), ...actualParts(one, words)]
          .filter((part) => part !== '')
          .join(m.finding.join) || null,
        t.verdict[verdict],
        reasonText(one, words) || null,
        distanceText(one, words),
        due?.day ?? null,
        due === null ? null : due.reached ? t.due.reached : t.due.ahead,
        outlookText(one, words).join(' '),
        target.test,
        [source?.title ?? target.source_id, target.locator].filter((part) => part !== '').join(' '),
      ];
    }),
  };
}

/** One row an institution, or a quarter, of one target. */
export function memberSheet({ measure, target }: Evaluation, words: TargetWords): Sheet {
  const { t, m, locale } = words;
  const c = t.sheet;
  if (measure.kind === 'quarters')
    return {
      columns: [t.detail.quarter, t.detail.held, c.status],
      rows: measure.quarters.map(({ period, held, status }) => [
        quarterText(period, t),
        held,
        t.member[status],
      ]),
    };
  const members = 'members' in measure ? measure.members : [];
  const wordOf = measure.kind === 'count' ? t.counted : t.member;
  return {
    columns: [
      c.id,
      c.institutionId,
      c.institution,
      c.number,
      c.actual,
      c.numerator,
      c.denominator,
      c.status,
      c.reason,
      c.locator,
    ],
    rows: members.map(({ id, name, cell, status, why }) => [
      target.target_id,
      id,
      name[locale],
      cell?.value ?? null,
      cell?.value == null ? null : cell.value_text,
      cell?.numerator ?? null,
      cell?.denominator ?? null,
      measure.kind === 'total' ? null : wordOf[status],
      why === 'missing' ? missingReasonText(cell?.missing_reason ?? null, m) : t.why[why] || null,
      cell?.locator ?? null,
    ]),
  };
}
