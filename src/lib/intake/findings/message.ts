import type { LocalText } from '#lib/model/index.ts';
import type { Severity } from './finding.ts';

/** Text of one finding code; `{slots}` are filled with the particulars. */
export interface Message {
  /** 'error' when absent. */
  readonly severity?: Severity;
  /** What holds for good data. */
  readonly rule: LocalText;
  /** What the person who keeps the table does about it. */
  readonly todo: LocalText;
}

export const message = (
  ruleZh: string,
  ruleEn: string,
  todoZh: string,
  todoEn: string,
): Message => ({
  rule: { zh: ruleZh, en: ruleEn },
  todo: { zh: todoZh, en: todoEn },
});

export const warning = (...texts: Parameters<typeof message>): Message => ({
  severity: 'warning',
  ...message(...texts),
});
