/** Why an institution has no place: what the scheme says, and the indicators it lacks. */
import type { Messages } from '#lib/i18n/index.ts';
import type { IntakeMessages } from '#lib/i18n/views/intake.ts';
import type { Locale, Scheme } from '#lib/model/index.ts';
import type { Unranked } from '#lib/state/local/preview.ts';
import { missingReasonText, statusText } from '#lib/ui/value-words.ts';

interface Words {
  readonly m: Messages;
  readonly w: IntakeMessages;
  readonly locale: Locale;
}

/** What the scheme says of it. */
export function statusOf(
  { status }: Pick<Unranked, 'status'>,
  scheme: Scheme | undefined,
  { m, locale }: Pick<Words, 'm' | 'locale'>,
): string {
  const names = new Map(scheme?.index.children.map(({ code, name }) => [code, name]));
  return statusText(status, names, locale, m);
}

/** 指标可得率 40%，低于方案要求的 80%；缺：持证比例（未报送）. Who reported nothing lacks everything. */
export function whyUnranked(
  { status, gaps }: Unranked,
  scheme: Scheme | undefined,
  { m, w, locale }: Words,
): string {
  const said = statusOf({ status }, scheme, { m, locale });
  if (status.kind === 'no_data' || gaps.length === 0) return said;
  const lacking = gaps.map(({ name, reason }) =>
    m.ranking.gapReason(name[locale], missingReasonText(reason, m)),
  );
  return `${said}${m.finding.join}${w.preview.lacks(lacking.join(m.finding.nameJoin))}`;
}
